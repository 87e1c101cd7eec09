package downhill.ui.session;

import downhill.expr.FormulaException;
import downhill.optim.Rule;
import downhill.optim.RuleParser;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** Rules that contenders bring with them, each text read once. FX thread. */
final class OwnRules {
    private static final int MOST = 64;

    private final Map<String, Optional<Rule>> read = new LinkedHashMap<>(16, 0.75f, true) {
        private static final long serialVersionUID = 1;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Optional<Rule>> eldest) {
            return size() > MOST;
        }
    };

    /** The rule of {@code text}; empty where it is none, which the race says too. */
    Optional<Rule> of(String text) {
        return read.computeIfAbsent(text, OwnRules::parse);
    }

    private static Optional<Rule> parse(String text) {
        try {
            return Optional.of(RuleParser.parse(text));
        } catch (FormulaException noRule) {
            return Optional.empty();
        }
    }
}

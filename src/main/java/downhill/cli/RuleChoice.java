package downhill.cli;

import downhill.optim.Rule;
import downhill.optim.RuleLibrary;
import downhill.words.Said;
import java.util.Locale;
import java.util.stream.Collectors;

/** Finds rules by the ids that people type. */
final class RuleChoice {
    private RuleChoice() {
    }

    /** The rule with this id; case and underscores do not matter. */
    static Rule rule(String id) {
        RuleLibrary rules = RuleLibrary.complete();
        String plain = id.strip().toLowerCase(Locale.ROOT).replace('_', '-');
        return rules.byId(plain).orElseThrow(() -> new InputException(Said.of("cli.optimizer.none", id.strip(),
                rules.all().stream().map(Rule::id).collect(Collectors.joining(", ")))));
    }
}

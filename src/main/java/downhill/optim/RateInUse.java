package downhill.optim;

import downhill.expr.Expr;
import downhill.expr.Symbols;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/**
 * Finds the η that a step is done with: the one that its first element-wise line with η in it uses, by name or through scalars
 * of the step. Where there is no such line it is the η that the step begins with.
 */
final class RateInUse {
    private final Map<String, Integer> madeWith = new HashMap<>();
    private final int begun;
    private Integer found;

    /** @param begun register of η as the step begins with it; −1 for a rule without one */
    RateInUse(int begun) {
        this.begun = begun;
    }

    /** @param rate register of η at this line */
    void scalarLine(String target, Expr value, int rate) {
        if (!target.equals(Rule.LEARNING_RATE)) {
            madeWith.put(target, source(value, rate));
        }
    }

    /** @param rate register of η at this line */
    void elementLine(String target, Expr value, int rate) {
        found = found != null ? found : source(value, rate);
        madeWith.remove(target);
    }

    private Integer source(Expr value, int rate) {
        Set<String> names = Symbols.of(value);
        return names.contains(Rule.LEARNING_RATE) ? Integer.valueOf(rate)
                : names.stream().map(madeWith::get).filter(Objects::nonNull).findFirst().orElse(null);
    }

    int register() {
        return found != null ? found : begun;
    }
}

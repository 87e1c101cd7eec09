package downhill.optim;

import java.util.Arrays;
import java.util.Optional;

/** What kinds of optimizers there are; a rule may be of several, and says so itself in its line {@code family:}. */
public enum RuleFamily {
    /** A step along the gradient as it is. */
    GRADIENT("gradient"),
    /** It remembers where it was going. */
    MOMENTUM("momentum"),
    /** It measures each parameter's step by the gradients that this parameter has had. */
    ADAPTIVE("adaptive"),
    /** Of the gradient only the sign counts. */
    SIGN("sign"),
    /** It learns how the gradient bends. */
    SECOND_ORDER("second-order"),
    /** It averages instead of letting the learning rate fall. */
    SCHEDULE_FREE("schedule-free");

    private final String key;

    RuleFamily(String key) {
        this.key = key;
    }

    /** Its word in rule files. */
    public String key() {
        return key;
    }

    /** The one with this word. */
    public static Optional<RuleFamily> of(String key) {
        return Arrays.stream(values()).filter(family -> family.key.equals(key)).findFirst();
    }
}

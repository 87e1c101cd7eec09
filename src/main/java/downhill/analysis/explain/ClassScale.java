package downhill.analysis.explain;

import downhill.words.Said;
import java.util.Locale;

/** In what explanations tell of a class. */
public enum ClassScale {
    /** Its probability p, from 0 to 1. */
    PROBABILITY,
    /** ln(p / (1 − p)), the class against the rest: what a logistic regression adds up. */
    LOG_ODDS;

    /** As the command line and JSON call it. */
    public String key() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** What it is called. */
    public Said said() {
        return this == PROBABILITY ? Said.of("explain.scale.probability") : Said.of("explain.scale.logOdds");
    }
}

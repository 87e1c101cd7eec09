package downhill.ui.screen.evaluate;

import java.util.Locale;

/** What is drawn of how one class is told from the rest. */
enum ClassView {
    /** True by false positives, and precision by recall. */
    CURVES,
    /** What the first rows of a list by probability hold. */
    GAIN,
    /** What mistakes cost, by the probability from which on a row is taken for the class. */
    COSTS;

    String key() {
        return "evaluate.classes." + name().toLowerCase(Locale.ROOT);
    }
}

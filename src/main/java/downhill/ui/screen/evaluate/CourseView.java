package downhill.ui.screen.evaluate;

/** What is drawn of scores on their way. */
enum CourseView {
    /** The score by step. */
    SCORE,
    /** The mean rank among the contenders by step. */
    RANK,
    /** The share of runs that have been as good as a target, by step. */
    STEPS,
    /** The same by gradients of single rows. */
    GRADIENTS,
    /** The same by seconds. */
    SECONDS;

    boolean hasTarget() {
        return ordinal() >= STEPS.ordinal();
    }

    String key() {
        return "evaluate.course." + name().toLowerCase(java.util.Locale.ROOT);
    }
}

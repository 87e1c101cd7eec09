package downhill.ui.screen.explain;

/** How slopes are told. */
enum SlopeKind {
    /** What the slopes along the way from the mean of the background add up to. */
    INTEGRATED("explain.slopes.integrated"),
    /** The slope where the row is, times what it has. */
    TIMES("explain.slopes.times"),
    /** The mean slope of rows with noise. */
    SMOOTH("explain.slopes.smooth");

    private final String key;

    SlopeKind(String key) {
        this.key = key;
    }

    String key() {
        return key;
    }
}

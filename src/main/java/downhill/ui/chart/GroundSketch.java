package downhill.ui.chart;

/** A landscape as a small picture: without axes, paths or words, and not to be pointed at. */
public final class GroundSketch extends ChartPane {
    /** Of the heights of {@code ground}, which several pictures may share. */
    public GroundSketch(SketchedGround ground, double width, double height) {
        setMinSize(width, height);
        setPrefSize(width, height);
        setMaxSize(width, height);
        setFocusTraversable(false);
        setMouseTransparent(true);
        show(ground);
    }
}

package downhill.ui.chart;

import downhill.ui.chart.shape.ChartFrame;
import downhill.ui.chart.shape.Landscape;
import downhill.ui.chart.shape.PathData;
import java.util.List;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;

/**
 * Two values against each other: paths with moving heads, above a landscape of bands and contour lines where one is set.
 * The landscape is drawn once and kept; a new path costs only itself. A click can pick a point.
 */
public final class PlaneChart extends ChartPane {
    /** What happens when a point of the plane is clicked. */
    @FunctionalInterface
    public interface Picked {
        /** The point in values. */
        void at(double x, double y);
    }

    private final LandscapeImage image = new LandscapeImage();
    private final PathReadOut readOut = new PathReadOut(overlay());
    private Landscape landscape;
    private List<PathData> paths = List.of();
    private List<PlaneMark> marks = List.of();
    private PlaneOptions options = PlaneOptions.PLAIN;
    private Picked picked;

    /** An empty plane. */
    public PlaneChart() {
        addEventHandler(MouseEvent.MOUSE_CLICKED, this::clicked);
        update();
    }

    /** Heights below the paths; null for none. */
    public void setLandscape(Landscape heights) {
        if (heights != landscape) {
            landscape = heights;
            update();
        }
    }

    /** The landscape shown; null where there is none. */
    public Landscape landscape() {
        return landscape;
    }

    /** Shows these paths. FX thread, at most once a frame. */
    public void setPaths(List<PathData> lines) {
        if (!lines.equals(paths)) {
            paths = List.copyOf(lines);
            update();
        }
    }

    /** Shows these marks below the paths. */
    public void setMarks(List<PlaneMark> points) {
        if (!points.equals(marks)) {
            marks = List.copyOf(points);
            update();
        }
    }

    /** Looks like this from now on. */
    public void setOptions(PlaneOptions look) {
        if (!look.equals(options)) {
            options = look;
            update();
        }
    }

    /** How it looks. */
    public PlaneOptions options() {
        return options;
    }

    /** What a click does; null for nothing. */
    public void setOnPicked(Picked action) {
        picked = action;
    }

    @Override
    protected void pointed(double x, double y) {
        ChartFrame frame = frame();
        boolean inside = !options.compact() && frame != null && frame.plot().contains(x, y);
        if (inside && shownDrawing() instanceof PlaneDrawing shown) {
            readOut.show(frame, shown.paths(), shown.landscape(), x, y);
        } else {
            readOut.hide();
        }
    }

    @Override
    protected void presented() {
        if (frame() == null) {
            readOut.hide();
        }
    }

    @Override
    public String readOut() {
        return readOut.text();
    }

    @Override
    protected void chosen(double x, double y) {
        if (picked != null && frame() != null) {
            picked.at(frame().x().toValue(x), frame().y().toValue(y));
        }
    }

    private void clicked(MouseEvent event) {
        ChartFrame frame = frame();
        boolean single = event.getButton() == MouseButton.PRIMARY && event.getClickCount() == 1 && event.isStillSincePress();
        if (single && frame != null && frame.plot().contains(event.getX(), event.getY())) {
            chosen(event.getX(), event.getY());
        }
    }

    private void update() {
        show(new PlaneDrawing(landscape, paths, marks, options, image));
    }
}

package downhill.ui.chart;

import downhill.ui.chart.shape.ChartFrame;
import java.util.List;
import java.util.function.DoubleConsumer;
import javafx.beans.property.DoubleProperty;
import javafx.beans.property.SimpleDoubleProperty;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;

/**
 * Loss curves and anything else over a common x. Hand over new data with {@link #setSeries} once a frame; hovering reads
 * out the values of all series at the nearest x, and {@link #hoverXProperty()} links several charts.
 */
public final class LineChart extends ChartPane {
    private final Smoothers smoothers = new Smoothers();
    private final DoubleProperty hoverX = new SimpleDoubleProperty(this, "hoverX", Double.NaN);
    private final ReadOut readOut = new ReadOut(overlay());
    private List<SeriesData> series = List.of();
    private LineOptions options = LineOptions.PLAIN;
    private boolean pointedHere;
    private DoubleConsumer picked = x -> { };

    /** A chart without data. */
    public LineChart() {
        hoverX.addListener((source, old, now) -> showReadOut());
        addEventHandler(MouseEvent.MOUSE_CLICKED, event -> {
            if (event.getButton() == MouseButton.PRIMARY && event.getClickCount() == 1 && event.isStillSincePress()) {
                chosen(event.getX(), event.getY());
            }
        });
        show(new LineDrawing(series, options, smoothers));
    }

    /** Shows these curves. FX thread, at most once a frame. */
    public void setSeries(List<SeriesData> curves) {
        series = List.copyOf(curves);
        show(new LineDrawing(series, options, smoothers));
    }

    /** Looks like this from now on. */
    public void setOptions(LineOptions look) {
        options = look;
        show(new LineDrawing(series, options, smoothers));
    }

    /** Look and curves at once: one drawing instead of two. */
    public void show(LineOptions look, List<SeriesData> curves) {
        options = look;
        setSeries(curves);
    }

    /** How it looks. */
    public LineOptions options() {
        return options;
    }

    /** The curves given last. */
    public List<SeriesData> series() {
        return series;
    }

    /** The x that is read out, NaN for none; the mouse sets it, and charts that share it are read out together. */
    public DoubleProperty hoverXProperty() {
        return hoverX;
    }

    /** Who is told the x that a person chooses, by a click or by Enter at the cursor. */
    public void setPicked(DoubleConsumer then) {
        picked = then;
    }

    @Override
    protected void chosen(double x, double y) {
        if (frame() != null && frame().plot().contains(x, y)) {
            picked.accept(frame().x().toValue(x));
        }
    }

    @Override
    protected void pointed(double x, double y) {
        ChartFrame frame = frame();
        pointedHere = frame != null && frame.plot().contains(x, y);
        hoverX.set(pointedHere ? frame.x().toValue(x) : Double.NaN);
    }

    @Override
    public String readOut() {
        return readOut.text();
    }

    @Override
    protected void presented() {
        showReadOut();
    }

    private void showReadOut() {
        if (frame() == null || Double.isNaN(hoverX.get()) || !frame().x().range().contains(hoverX.get())) {
            readOut.hide();
        } else if (shownDrawing() instanceof LineDrawing shown) {
            readOut.show(frame(), options, shown.series(), hoverX.get(), pointedHere);
        }
    }
}

package downhill.ui.chart;

import downhill.ui.chart.shape.ChartFrame;
import javafx.scene.control.Label;

/** Curves, data points, class regions and surfaces over two axes; a data point that stands for a row of a table can be chosen. */
public final class PlotChart extends PickChart {
    private final LandscapeImage image = new LandscapeImage();
    private final Label readOut = new Label();
    private PlotPicture shown;
    private int row = -1;

    /** An empty chart. */
    public PlotChart() {
        readOut.getStyleClass().addAll("read-out", "small");
        readOut.setVisible(false);
        overlay().getChildren().add(readOut);
        NoteBeside.goesWithTheSize(readOut, this);
        setPicture(null);
    }

    /** A picture on its own, drawn as such a chart draws it. */
    public static ChartDrawing drawing(PlotPicture picture) {
        return new PlotDrawing(picture, new LandscapeImage(), -1);
    }

    /** What was set last; null for nothing. */
    public PlotPicture picture() {
        return shown;
    }

    /** Shows {@code picture}; null for nothing. FX thread, at most once a frame. */
    public void setPicture(PlotPicture picture) {
        shown = picture;
        show(new PlotDrawing(picture, image, row));
    }

    /** Rings the data point of a row of the table, from 0; below 0 none. */
    public void mark(int chosen) {
        if (row != chosen) {
            row = chosen;
            show(new PlotDrawing(shown, image, row));
        }
    }

    @Override
    public String readOut() {
        return readOut.isVisible() ? readOut.getText() : super.readOut();
    }

    @Override
    protected void presented() {
        super.presented();
        readOut.setVisible(readOut.isVisible() && frame() != null);
    }

    @Override
    protected void pointed(double x, double y) {
        ChartFrame frame = frame();
        super.pointed(x, y);
        boolean inside = frame != null && frame.plot().contains(x, y) && super.readOut().isEmpty();
        readOut.setVisible(inside);
        if (inside) {
            readOut.setText(shown.xMarks().words(frame.x().toValue(x), frame.x().range()) + ", " + shown.yMarks()
                    .words(frame.y().toValue(y), frame.y().range()));
            NoteBeside.place(readOut, x, y, getWidth());
        }
    }
}

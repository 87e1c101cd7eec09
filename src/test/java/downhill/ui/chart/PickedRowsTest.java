package downhill.ui.chart;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import downhill.ui.chart.shape.ChartFrame;
import downhill.ui.chart.shape.Range;
import downhill.ui.chart.shape.View;
import downhill.ui.theme.Palette;
import java.awt.Graphics2D;
import java.awt.geom.Rectangle2D;
import java.awt.image.BufferedImage;
import java.util.List;
import org.junit.jupiter.api.Test;

/** A data point that stands for a row, and a cell of a table, can be pointed at, and what is chosen is ringed. */
class PickedRowsTest {
    private static final int SIZE = 300;

    private BufferedImage image;

    private ChartFrame draw(ChartDrawing drawing) {
        image = new BufferedImage(SIZE, SIZE, BufferedImage.TYPE_INT_RGB);
        Graphics2D g = image.createGraphics();
        ChartFrame frame = drawing.draw(g, new Rectangle2D.Double(0, 0, SIZE, SIZE), Palette.LIGHT, View.ALL);
        g.dispose();
        return frame;
    }

    private int[] pixels(ChartDrawing drawing) {
        draw(drawing);
        return image.getRGB(0, 0, SIZE, SIZE, null, 0, SIZE);
    }

    private static PlotPicture plot(int[] rows) {
        return PlotPicture.of("x", "y", new Range(0, 10), new Range(0, 10)).dots(List.of(
                new PlotPicture.Dots(new double[] {5.02}, new double[] {5}, null, -1),
                new PlotPicture.Dots(new double[] {2, 5, 8}, new double[] {2, 5, 8}, null, 0, rows)));
    }

    @Test
    void theDotThatIsNearestAndStandsForARowIsChosenByItsRow() {
        PlotDrawing drawing = new PlotDrawing(plot(new int[] {70, 3, 12}), new LandscapeImage(), -1);
        ChartFrame frame = draw(drawing);
        assertThat(drawing.nearest(frame, frame.x().toPixel(5) + 4, frame.y().toPixel(5) - 4)).isEqualTo(3);
        assertThat(drawing.nearest(frame, frame.x().toPixel(2), frame.y().toPixel(2))).isEqualTo(70);
        assertThat(drawing.nearest(frame, frame.x().toPixel(3.5), frame.y().toPixel(3.5))).as("nothing is near").isEqualTo(-1);
        assertThat(new PlotDrawing(plot(null), new LandscapeImage(), -1).nearest(frame, frame.x().toPixel(2), frame.y().toPixel(2)))
                .as("dots that stand for no rows").isEqualTo(-1);
    }

    /** On an axis of equal ratios as well. */
    @Test
    void equalRatiosHaveEqualLengthsWhereThatIsWanted() {
        PlotPicture losses = PlotPicture.of("x", "y", new Range(0, 10), new Range(0.001, 10)).logUpwards(true).dots(List.of(
                new PlotPicture.Dots(new double[] {5}, new double[] {0.1}, null, 0, new int[] {4})));
        PlotDrawing drawing = new PlotDrawing(losses, new LandscapeImage(), -1);
        ChartFrame frame = draw(drawing);
        assertThat(frame.y().toPixel(0.1)).isCloseTo(frame.plot().getCenterY(), within(1.0));
        assertThat(drawing.nearest(frame, frame.plot().getCenterX(), frame.plot().getCenterY())).isEqualTo(4);
    }

    @Test
    void theRowThatIsChosenIsRingedWhereItIs() {
        PlotPicture picture = plot(new int[] {70, 3, 12});
        int[] plain = pixels(new PlotDrawing(picture, new LandscapeImage(), -1));
        assertThat(pixels(new PlotDrawing(picture, new LandscapeImage(), 3))).isNotEqualTo(plain);
        assertThat(pixels(new PlotDrawing(picture, new LandscapeImage(), 4))).as("no dot stands for it").isEqualTo(plain);
    }

    @Test
    void cellsOfATableAreCountedRowByRow() {
        double[][] values = {{1, 2, 3}, {4, 5, 6}};
        TilePicture picture = new TilePicture(List.of(new TilePicture.Tile("", values, null, List.of("above", "below"),
                List.of("a", "b", "c"))), 0, 6, "rows", "columns", "");
        TileDrawing drawing = new TileDrawing(picture, -1);
        ChartFrame frame = draw(drawing);
        assertThat(drawing.nearest(frame, frame.x().toPixel(0.5), frame.y().toPixel(0.5))).isZero();
        assertThat(drawing.nearest(frame, frame.x().toPixel(2.5), frame.y().toPixel(1.5))).isEqualTo(5);
        assertThat(drawing.nearest(frame, frame.plot().getMinX() - 2, frame.y().toPixel(0.5))).as("beside the table").isEqualTo(-1);
        assertThat(pixels(new TileDrawing(picture, 4))).isNotEqualTo(pixels(drawing));
        TilePicture two = new TilePicture(List.of(picture.tiles().get(0), picture.tiles().get(0)), 0, 6, "", "", "");
        TileDrawing both = new TileDrawing(two, -1);
        ChartFrame whole = draw(both);
        assertThat(both.nearest(whole, SIZE / 2.0, SIZE / 2.0)).as("cells of several pictures are not told apart").isEqualTo(-1);
    }
}

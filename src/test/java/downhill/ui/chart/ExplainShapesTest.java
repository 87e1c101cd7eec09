package downhill.ui.chart;

import static org.assertj.core.api.Assertions.assertThat;

import downhill.ui.chart.shape.ChartFrame;
import downhill.ui.chart.shape.View;
import downhill.ui.theme.Palette;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.geom.Rectangle2D;
import java.awt.image.BufferedImage;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Colour over images, windows and surfaces stands where the numbers say, and what is pointed at is found there. */
class ExplainShapesTest {
    private static final Rectangle2D AREA = new Rectangle2D.Double(0, 0, 500, 300);
    private static final ColumnAxis AREA_COLUMN = new ColumnAxis("area", List.of(), false);

    private final BufferedImage image = new BufferedImage(500, 300, BufferedImage.TYPE_INT_RGB);

    private ChartFrame draw(ChartDrawing drawing) {
        Graphics2D g = image.createGraphics();
        g.setColor(Palette.LIGHT.panel().awt());
        g.fill(AREA);
        return drawing.draw(g, AREA, Palette.LIGHT, View.ALL);
    }

    private int at(double x, double y) {
        return image.getRGB((int) x, (int) y) & 0xffffff;
    }

    @Test
    void pixelsThatSpeakForItAreOrangeThoseAgainstBlueAndOthersStayGrey() {
        double[][] ground = {{0, 0}, {1, 0}};
        double[][] over = {{2, -2}, {0, 0}};
        OverlayDrawing drawing = new OverlayDrawing(List.of(new OverlayDrawing.Tile("one", ground, over)), -1, Double.NaN, "");
        draw(drawing);
        double side = 280;
        double left = (500 - side) / 2;
        Color orange = new Color(at(left + 70, 20 + 70));
        Color blue = new Color(at(left + 210, 20 + 70));
        Color grey = new Color(at(left + 70, 20 + 210));
        assertThat(orange.getRed()).isGreaterThan(orange.getBlue() + 60);
        assertThat(blue.getBlue()).isGreaterThan(blue.getRed() + 60);
        assertThat(Math.abs(grey.getRed() - grey.getBlue())).isLessThan(24);
    }

    @Test
    void eachOfManyPicturesIsFoundWhereItWasDrawn() {
        OverlayDrawing.Tile tile = new OverlayDrawing.Tile("one", new double[2][2], null);
        OverlayDrawing drawing = new OverlayDrawing(List.of(tile, tile, tile, tile, tile), 1, Double.NaN, "");
        ChartFrame frame = draw(drawing);
        boolean[] found = new boolean[5];
        for (int x = 2; x < 500; x += 7) {
            for (int y = 2; y < 300; y += 7) {
                int number = drawing.nearest(frame, x, y);
                if (number >= 0) {
                    found[number] = true;
                }
            }
        }
        assertThat(found).containsOnly(true);
        assertThat(drawing.table().rows()).hasSize(5 * 4);
    }

    @Test
    void aValueOfAWindowIsFoundInItsStrip() {
        WindowDrawing window = new WindowDrawing(new double[] {-2, -1, 0}, new double[] {5, 7, 6}, new double[] {1, -1, 0},
                Double.NaN, "rows before", "spots", "");
        ChartFrame frame = draw(window);
        for (int i = 0; i < 3; i++) {
            assertThat(window.nearest(frame, frame.x().toPixel(i - 2), frame.plot().getCenterY())).isEqualTo(i);
        }
        int more = at(frame.x().toPixel(-2) - 20, frame.plot().getMinY() + 4);
        int less = at(frame.x().toPixel(-1) - 20, frame.plot().getMinY() + 4);
        assertThat(new Color(more).getRed()).isGreaterThan(new Color(more).getBlue() + 40);
        assertThat(new Color(less).getBlue()).isGreaterThan(new Color(less).getRed() + 40);
    }

    private static SurfaceDrawing surface() {
        double[][] said = {{0, 1, 2}, {1, 2, 3}, {2, 3, 4}};
        return new SurfaceDrawing(AREA_COLUMN, new ColumnAxis("kind", List.of("a", "b", "c"), false), new double[] {0, 50, 100},
                new double[] {0, 1, 2}, said, new double[][] {{0, 0}}, null, null, "price", "");
    }

    @Test
    void aSurfaceIsGreyWhereNoRowIsNear() {
        SurfaceDrawing surface = surface();
        ChartFrame frame = draw(surface);
        assertThat(surface.table().rows().stream().filter(row -> row.get(3).equals("true")).map(row -> row.get(0) + row.get(1)))
                .as("of nine points that by the one row").containsExactly("0a");
        assertThat(at(frame.x().toPixel(95), frame.y().toPixel(2))).isEqualTo(Palette.LIGHT.line().rgb() & 0xffffff);
        assertThat(at(frame.x().toPixel(15), frame.y().toPixel(0.3))).isNotEqualTo(Palette.LIGHT.line().rgb() & 0xffffff);
    }

    @Test
    void aPointOfASurfaceIsFoundWhereItIs() {
        SurfaceDrawing surface = surface();
        ChartFrame frame = draw(surface);
        assertThat(surface.nearest(frame, frame.x().toPixel(98), frame.y().toPixel(0))).isEqualTo(6);
        assertThat(surface.nearest(frame, frame.x().toPixel(52), frame.y().toPixel(2))).isEqualTo(5);
        assertThat(surface.nearest(frame, 2, 2)).as("beside it").isEqualTo(-1);
    }

    @Test
    void aDotOfADependenceIsItsRow() {
        DependenceDrawing drawing = new DependenceDrawing(AREA_COLUMN, "effect", new double[] {0, 50, 100}, new double[] {-1, 0, 2},
                new double[] {0, Double.NaN, 1}, 2, List.of("low", "high"), null, "");
        ChartFrame frame = draw(drawing);
        assertThat(drawing.nearest(frame, frame.x().toPixel(50), frame.y().toPixel(0))).isEqualTo(1);
        assertThat(drawing.nearest(frame, frame.x().toPixel(100), frame.y().toPixel(2))).isEqualTo(2);
        assertThat(drawing.nearest(frame, frame.x().toPixel(100), frame.y().toPixel(-1))).isEqualTo(-1);
    }

    @Test
    void aBandReachesAsFarAsItsRowsAndIsFoundInItsLine() {
        RegionDrawing region = new RegionDrawing(new RegionDrawing.Stays("same", 0.9, 0.3, "90 %"),
                List.of(new RegionDrawing.Band("area", 0.25, 0.5, 0.4, "1 < area ≤ 2"),
                        new RegionDrawing.Band("lot", Double.NaN, Double.NaN, 0.6, "")), -1, 0, "share", "");
        ChartFrame frame = draw(region);
        double line = frame.plot().getHeight() / 3;
        int panel = Palette.LIGHT.panel().rgb() & 0xffffff;
        for (int i = 0; i < 3; i++) {
            assertThat(region.nearest(frame, 250, frame.plot().getMinY() + (i + 0.5) * line)).isEqualTo(i);
        }
        double beside = frame.plot().getMinY() + 1.5 * line + 5;
        assertThat(at(frame.x().toPixel(0.3), beside)).as("in the band").isNotEqualTo(panel);
        assertThat(at(frame.x().toPixel(0.13), beside)).as("below it").isEqualTo(panel);
        assertThat(at(frame.x().toPixel(0.63), beside)).as("above it").isEqualTo(panel);
        assertThat(at(frame.x().toPixel(0.85), frame.plot().getMinY() + 0.5 * line)).as("how often it stays").isNotEqualTo(panel);
        assertThat(region.table().rows().get(2).get(4)).as("a column that is not asked for").isEmpty();
    }

    private static WaterfallDrawing down(String words) {
        return new WaterfallDrawing(10, List.of(new WaterfallDrawing.Step("a longer name", -8, words)), -1, "", "", "");
    }

    @Test
    void wordsOfAShareNeverLieOverTheNames() {
        ChartFrame frame = draw(down(""));
        BufferedImage names = image.getSubimage(0, 0, (int) frame.plot().getMinX() - 8, 300);
        int[] before = names.getRGB(0, 0, names.getWidth(), 300, null, 0, names.getWidth());
        draw(down("−8.123456"));
        assertThat(names.getRGB(0, 0, names.getWidth(), 300, null, 0, names.getWidth())).isEqualTo(before);
    }

    @Test
    void whatPushesUpAndWhatPushesDownMeetWhereTheNumberIs() {
        WaterfallDrawing shares = new WaterfallDrawing(10, List.of(new WaterfallDrawing.Step("area", 5, "+5"),
                new WaterfallDrawing.Step("year", -2, "−2"), new WaterfallDrawing.Step("lot", 1, "+1")), -1, "mean 10", "14", "");
        ForceDrawing force = new ForceDrawing(shares);
        ChartFrame frame = draw(force);
        double y = frame.plot().getY() + 50;
        assertThat(force.nearest(frame, frame.x().toPixel(12), y)).as("just below 14").isZero();
        assertThat(force.nearest(frame, frame.x().toPixel(8.5), y)).as("below that").isEqualTo(2);
        assertThat(force.nearest(frame, frame.x().toPixel(15), y)).as("above 14").isEqualTo(1);
        assertThat(force.table()).isEqualTo(shares.table());
    }
}

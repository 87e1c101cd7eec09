package downhill.ui.chart;

import static org.assertj.core.api.Assertions.assertThat;

import downhill.ui.chart.shape.AxisScale;
import downhill.ui.chart.shape.ChartFrame;
import downhill.ui.chart.shape.Landscape;
import downhill.ui.chart.shape.PathData;
import downhill.ui.chart.shape.PathFigures;
import downhill.ui.chart.shape.Points;
import downhill.ui.chart.shape.Range;
import downhill.ui.chart.shape.View;
import downhill.ui.fx.FxTest;
import downhill.ui.fx.Screenshots;
import downhill.ui.theme.Palette;
import java.awt.image.BufferedImage;
import java.util.ArrayList;
import java.util.List;
import javafx.event.Event;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.StackPane;
import javafx.stage.Stage;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class PlaneChartTest extends FxTest {
    private PlaneChart chart;
    private Stage stage;

    @BeforeEach
    void open() {
        chart = onFx(PlaneChart::new);
        stage = show(onFx(() -> new StackPane(chart)), 420, 320);
        runFx(() -> {
            chart.setLandscape(MadeUpCurves.bowl());
            chart.setPaths(List.of(path().headAt(3)));
        });
        picture();
    }

    @AfterEach
    void close() {
        runFx(() -> {
            chart.dispose();
            stage.close();
        });
    }

    @Test
    void theHeadIsWhereThePathIs() {
        for (int head : new int[] {3, 10, 40}) {
            runFx(() -> chart.setPaths(List.of(path().headAt(head))));
            BufferedImage picture = picture();
            ChartFrame frame = onFx(chart::frame);
            int x = (int) Math.round(frame.x().toPixel(path().points().x(head)));
            int y = (int) Math.round(frame.y().toPixel(path().points().y(head)));
            assertThat(picture.getRGB(x, y)).as("head").isEqualTo(0xff000000 | Palette.LIGHT.contender(4).line().rgb());
            assertThat(white(picture, x, y)).as("white ring").isGreaterThanOrEqualTo(4);
        }
    }

    @Test
    void theLandscapeIsPaintedOnceHoweverOftenThePathMoves() {
        LandscapeImage kept = new LandscapeImage();
        Landscape bowl = MadeUpCurves.bowl();
        AxisScale axis = new AxisScale(new Range(-2, 2), false, 0, 100);
        List<String> painted = new ArrayList<>();
        for (int i = 0; i < 5; i++) {
            kept.picture(new LandscapeImage.Key(bowl, Palette.LIGHT, axis, axis, 100, 100, true), Covered.NOTHING,
                    image -> noted(painted, "light"));
        }
        kept.picture(new LandscapeImage.Key(bowl, Palette.DARK, axis, axis, 100, 100, true), Covered.NOTHING,
                image -> noted(painted, "dark"));
        kept.picture(new LandscapeImage.Key(MadeUpCurves.bowl(), Palette.DARK, axis, axis, 100, 100, true), Covered.NOTHING,
                image -> noted(painted, "other"));
        assertThat(painted).containsExactly("light", "dark", "other");
    }

    /** Who takes a large picture away draws beside the chart: what the chart keeps stays the chart's, and only that. */
    @Test
    void aDrawingApartHasNoPictureOfTheChart() {
        LandscapeImage kept = new LandscapeImage();
        PlaneDrawing plane = new PlaneDrawing(MadeUpCurves.bowl(), List.of(path()), List.of(), PlaneOptions.PLAIN, kept);
        PlaneDrawing plot = (PlaneDrawing) plane.apart();
        assertThat(plot.image()).isNotSameAs(kept);
        assertThat(plot).usingRecursiveComparison().ignoringFields("image").isEqualTo(plane);
        PlotDrawing fit = new PlotDrawing(null, kept, -1);
        assertThat(((PlotDrawing) fit.apart()).image()).isNotSameAs(kept);
    }

    @Test
    void aPathThatComesToCrossAHeightHasItWrittenElsewhere() {
        LandscapeImage kept = new LandscapeImage();
        AxisScale axis = new AxisScale(new Range(0, 100), false, 0, 100);
        ChartFrame frame = new ChartFrame(new java.awt.geom.Rectangle2D.Double(0, 0, 100, 100), axis, axis);
        LandscapeImage.Key key = new LandscapeImage.Key(MadeUpCurves.bowl(), Palette.LIGHT, axis, axis, 100, 100, true);
        List<String> painted = new ArrayList<>();
        List<ContourPainter.Place> middle = List.of(new ContourPainter.Place(50, 50, 0, 30));
        Covered before = Covered.by(List.of(PathData.of("", Points.of(new double[] {0, 100}, new double[] {10, 10}), 0)), List.of(), frame);
        Covered after = Covered.by(List.of(PathData.of("", Points.of(new double[] {0, 100}, new double[] {10, 90}), 0)), List.of(), frame);
        kept.picture(key, before, image -> noted(painted, "first", middle));
        kept.picture(key, before, image -> noted(painted, "again", middle));
        kept.picture(key, after, image -> noted(painted, "moved", List.of()));
        kept.picture(key, after, image -> noted(painted, "more", List.of()));
        assertThat(painted).containsExactly("first", "moved");
    }

    @Test
    void aHeightIsWrittenElsewhereThanBelowTheNameOfAHead() {
        LandscapeImage kept = new LandscapeImage();
        Landscape ground = MadeUpCurves.bowl();
        ChartFrame frame = drawn(kept, ground, List.of());
        ContourPainter.Place free = kept.labels().stream().filter(place -> place.x() > 60 && place.x() < 300).findFirst().orElseThrow();
        drawn(kept, ground, List.of(PathData.of("Momentum",
                Points.of(new double[] {frame.x().toValue(free.x() - 30)}, new double[] {frame.y().toValue(free.y())}), 1)));
        assertThat(kept.labels()).isNotEmpty().noneMatch(place -> Math.abs(place.y() - free.y()) < 7 && place.x() > free.x() - 30
                && place.x() < free.x() + 20);
    }

    private static ChartFrame drawn(LandscapeImage kept, Landscape ground, List<PathData> paths) {
        BufferedImage picture = new BufferedImage(420, 320, BufferedImage.TYPE_INT_ARGB_PRE);
        java.awt.Graphics2D g = picture.createGraphics();
        g.setRenderingHint(Ink.PIXELS, picture);
        ChartFrame frame = new PlaneDrawing(ground, paths, List.of(), PlaneOptions.PLAIN, kept)
                .draw(g, new java.awt.geom.Rectangle2D.Double(0, 0, 420, 320), Palette.LIGHT, View.ALL);
        g.dispose();
        return frame;
    }

    private static List<ContourPainter.Place> noted(List<String> painted, String what) {
        return noted(painted, what, List.of());
    }

    private static List<ContourPainter.Place> noted(List<String> painted, String what, List<ContourPainter.Place> labels) {
        painted.add(what);
        return labels;
    }

    @Test
    void lowGroundIsDeeperInColourThanHighGround() {
        runFx(() -> chart.setPaths(List.of()));
        BufferedImage picture = picture();
        ChartFrame frame = onFx(chart::frame);
        assertThat(picture.getRGB((int) frame.x().toPixel(-0.35), (int) frame.y().toPixel(-0.25)) & 0xffffff)
                .isEqualTo(Palette.LIGHT.deep().rgb());
        assertThat(picture.getRGB((int) frame.x().toPixel(-1.97), (int) frame.y().toPixel(1.96)) >> 16 & 255)
                .isGreaterThan(Palette.LIGHT.deep().rgb() >> 16 & 255);
    }

    @Test
    void aClickPicksThePointInValues() {
        List<Double> picked = new ArrayList<>();
        ChartFrame frame = onFx(chart::frame);
        runFx(() -> {
            chart.setOnPicked((x, y) -> picked.addAll(List.of(x, y)));
            Event.fireEvent(chart, click(frame.x().toPixel(0.5), frame.y().toPixel(-1)));
            Event.fireEvent(chart, click(1, 1));
        });
        assertThat(picked).hasSize(2);
        assertThat(picked.get(0)).isCloseTo(0.5, Offset.offset(0.01));
        assertThat(picked.get(1)).isCloseTo(-1, Offset.offset(0.01));
    }

    @Test
    void equalUnitsAreEquallyLong() {
        runFx(() -> {
            chart.setLandscape(null);
            chart.setOptions(PlaneOptions.PLAIN.equalUnits(true));
        });
        picture();
        ChartFrame frame = onFx(chart::frame);
        double across = Math.abs(frame.x().toPixel(1) - frame.x().toPixel(0));
        double upwards = Math.abs(frame.y().toPixel(1) - frame.y().toPixel(0));
        assertThat(across).isCloseTo(upwards, Offset.offset(across * 0.02));
    }

    @Test
    void aBandIsAsWideAsThePlaneIsWrong() {
        Points flat = Points.of(new double[] {-1, 0, 1}, new double[] {0, 0, 0});
        int without = tinted(new PathData("", flat, 4, -1, false));
        int right = tinted(off(flat, 0.5, 0.5));
        int half = tinted(off(flat, 0.5, 0.25));
        int wrong = tinted(off(flat, 0.5, 0.0005));
        assertThat(right).as("a path on the plane").isEqualTo(without);
        assertThat(half).as("half as high").isGreaterThan(without + 5).isLessThan(wrong - 5);
    }

    private static PathData off(Points points, double loss, double drawn) {
        return new PathData("", points, 4, -1, false,
                new PathFigures(new double[] {0, 1, 2}, new double[] {loss, loss, loss}, new double[] {drawn, drawn, drawn}));
    }

    /** Pixels that the path changes in the column midway between two of its points. */
    private int tinted(PathData path) {
        runFx(() -> {
            chart.setLandscape(null);
            chart.setOptions(PlaneOptions.PLAIN.ranges(new Range(-2, 2), new Range(-2, 2)));
            chart.setPaths(List.of(PathData.of("", Points.of(new double[] {-1.9}, new double[] {-1.9}), 4)));
        });
        BufferedImage bare = picture();
        runFx(() -> chart.setPaths(List.of(path)));
        BufferedImage shown = picture();
        int x = (int) Math.round(onFx(() -> chart.frame().x().toPixel(0.5)));
        int count = 0;
        for (int y = 0; y < shown.getHeight(); y++) {
            count += shown.getRGB(x, y) == bare.getRGB(x, y) ? 0 : 1;
        }
        return count;
    }

    @Test
    void aPathThatLeftForInfinityIsStillDrawn() {
        runFx(() -> chart.setPaths(List.of(new PathData("a", Points.of(new double[] {-1, 0, 1e200, Double.NaN},
                new double[] {-1, 0, -1e200, Double.POSITIVE_INFINITY}), 4, -1, true))));
        assertThat(picture()).isNotNull();
        assertThat(onFx(chart::drawing)).isSameAs(onFx(chart::shownDrawing));
    }

    private static int white(BufferedImage picture, int x, int y) {
        int count = 0;
        for (int i = -6; i <= 6; i++) {
            for (int j = -6; j <= 6; j++) {
                count += picture.getRGB(x + i, y + j) == 0xffffffff ? 1 : 0;
            }
        }
        return count;
    }

    private BufferedImage picture() {
        return onFx(() -> Screenshots.of(chart, 1));
    }

    private static PathData path() {
        return PathData.of("", MadeUpCurves.spiral(60, 0.05, 0.3), 4);
    }

    private static MouseEvent click(double x, double y) {
        return new MouseEvent(MouseEvent.MOUSE_CLICKED, x, y, x, y, MouseButton.PRIMARY, 1, false, false, false, false, true, false,
                false, true,
                false, true, null);
    }
}

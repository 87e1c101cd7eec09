package downhill.ui.chart;

import static org.assertj.core.api.Assertions.assertThat;

import downhill.ui.chart.shape.ChartFrame;
import downhill.ui.chart.shape.View;
import downhill.ui.theme.Palette;
import java.awt.Graphics2D;
import java.awt.geom.Rectangle2D;
import java.awt.image.BufferedImage;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Whatever can be pointed at in a picture of an explanation is found where it was drawn. */
class ExplainDrawingsTest {
    private static final Rectangle2D AREA = new Rectangle2D.Double(0, 0, 500, 300);

    private static ChartFrame draw(ChartDrawing drawing) {
        Graphics2D g = new BufferedImage(500, 300, BufferedImage.TYPE_INT_RGB).createGraphics();
        return drawing.draw(g, AREA, Palette.LIGHT, View.ALL);
    }

    private static SwarmDrawing swarm() {
        return new SwarmDrawing(List.of(new SwarmDrawing.Swarm("area", new double[] {-2, 0, 3}, new double[] {0, 0.5, 1}),
                new SwarmDrawing.Swarm("quality", new double[] {1, Double.NaN, -1}, new double[] {1, 0.5, 0})), 2, null, "effect",
                        List.of(),
                "");
    }

    @Test
    void aDotOfASwarmIsItsRowAndANameItsFeature() {
        SwarmDrawing swarm = swarm();
        ChartFrame frame = draw(swarm);
        double row = frame.plot().getHeight() / 2;
        for (int feature = 0; feature < 2; feature++) {
            double y = frame.plot().getMinY() + (feature + 0.5) * row;
            int name = swarm.nearest(frame, 4, y);
            assertThat(swarm.feature(name)).isEqualTo(feature);
            assertThat(swarm.row(name)).isEqualTo(-1);
            int dot = swarm.nearest(frame, frame.x().toPixel(swarm.swarms().get(feature).x()[2]), y);
            assertThat(swarm.feature(dot)).isEqualTo(feature);
            assertThat(swarm.row(dot)).isEqualTo(2);
        }
        assertThat(swarm.nearest(frame, 4, frame.plot().getMaxY() + 20)).as("below all").isEqualTo(-1);
    }

    @Test
    void equalDotsStandBesideEachOther() {
        double[] equal = new double[40];
        SwarmDrawing swarm = new SwarmDrawing(List.of(new SwarmDrawing.Swarm("same", equal, equal)), -1, null, "effect", List.of(), "");
        ChartFrame frame = draw(swarm);
        double middle = frame.plot().getCenterY();
        int at = swarm.nearest(frame, frame.x().toPixel(0), middle);
        int above = swarm.nearest(frame, frame.x().toPixel(0), middle - frame.plot().getHeight() / 3);
        assertThat(swarm.row(at)).isNotNegative();
        assertThat(swarm.row(above)).isNotNegative().isNotEqualTo(swarm.row(at));
    }

    private static List<Integer> turns(double... mean) {
        double[] x = IntStream.range(0, mean.length).asDoubleStream().toArray();
        return new EffectDrawing(x, new double[0][], mean, null, Double.NaN, x, new EffectDrawing.Look("area", "price", false, 0, null, ""))
                .turns();
    }

    @Test
    void whereACurveTurnsIsMarkedAndWhatTremblesIsNoTurn() {
        assertThat(turns(0, 1, 2, 3)).isEmpty();
        assertThat(turns(1, 1, 1)).isEmpty();
        assertThat(turns(0, 5, 10, 9.9, 10.1, 12)).isEmpty();
        assertThat(turns(0, 5, 10, 4, 0, 6)).containsExactly(2, 4);
        assertThat(turns(3, 1, 2, 4)).containsExactly(1);
    }

    @Test
    void aWaterfallEndsWhereItsStepsLead() {
        WaterfallDrawing shares = new WaterfallDrawing(10, List.of(new WaterfallDrawing.Step("area", 5, "+5"),
                new WaterfallDrawing.Step("year", -2, "−2")), -1, "mean 10", "13", "");
        ChartFrame frame = draw(shares);
        assertThat(frame.x().range().contains(10) && frame.x().range().contains(15)).isTrue();
        assertThat(shares.nearest(frame, 4, frame.plot().getMinY() + 0.75 * frame.plot().getHeight())).isEqualTo(1);
        assertThat(shares.table().rows()).last().asList().containsExactly("year", "-2", "15", "13");
    }

    @Test
    void theLineOfARowIsFoundWhereItRuns() {
        EffectDrawing effect = new EffectDrawing(new double[] {0, 1, 2}, new double[][] {{0, 0, 0}, {10, 10, 10}}, new double[] {5, 5, 5},
                null, Double.NaN, new double[] {0, 1, 2}, new EffectDrawing.Look("area", "price", false, 0, null, ""));
        ChartFrame frame = draw(effect);
        assertThat(effect.nearest(frame, frame.x().toPixel(0.5), frame.y().toPixel(10))).isEqualTo(1);
        assertThat(effect.nearest(frame, frame.x().toPixel(0.5), frame.y().toPixel(5))).as("the mean").isEqualTo(-1);
    }

    @Test
    void barsReachAsFarAsTheirIntervals() {
        ShareDrawing bars = new ShareDrawing(List.of(new ShareDrawing.Bar("area", 2, 1, 9, "2"),
                new ShareDrawing.Bar("none", Double.NaN, Double.NaN, Double.NaN, "–")), -1, null, 0, "importance", "");
        ChartFrame frame = draw(bars);
        assertThat(frame.x().range().contains(9)).isTrue();
        assertThat(bars.nearest(frame, 200, frame.plot().getMaxY() - 2)).isEqualTo(1);
    }
}

package downhill.ui.screen.evaluate;

import static org.assertj.core.api.Assertions.assertThat;

import downhill.analysis.verdict.Scored;
import downhill.analysis.verdict.Verdict;
import downhill.ui.chart.PairBars;
import downhill.ui.chart.shape.AxisScale;
import downhill.ui.chart.shape.ChartFrame;
import downhill.ui.chart.shape.Range;
import java.awt.geom.Rectangle2D;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Two contenders in numbers: as many as are known of them. */
class PairWordsTest {
    private static Verdict verdict(double[]... folds) {
        List<Scored> scored = new ArrayList<>();
        for (int i = 0; i < folds.length; i++) {
            scored.add(new Scored("c" + i, new double[][] {folds[i]}));
        }
        return Verdict.of(scored, true, 0.25, 0.01, 1);
    }

    @Test
    void whatIsKnownIsSaidInNumbers() {
        List<String> words = PairWords.all(verdict(new double[] {0.9, 0.8, 0.85}, new double[] {0.7, 0.65, 0.6},
                new double[] {0.9, 0.8, Double.NaN}));
        assertThat(words).hasSize(3);
        assertThat(words.get(0)).startsWith("c0 − c1: 0.20 (").contains(", p 0.0", "with probability 100.0");
        assertThat(words.get(1)).as("one diverged").startsWith("c0 and c2 are not compared");
    }

    @Test
    void ofOneFoldNothingIsTold() {
        assertThat(PairWords.all(verdict(new double[] {0.9}, new double[] {0.7}))).containsExactly(
                "c0 − c1: 0.20 on one fold, of which nothing can be told.");
    }

    @Test
    void aBarIsChosenByItsHeight() {
        PairBars bars = new PairBars(verdict(new double[] {0.9, 0.8}, new double[] {0.7, 0.65}, new double[] {0.5, 0.6}), List.of(0, 1, 2),
                "level {0}", "", "");
        AxisScale axis = new AxisScale(new Range(0, 1), false, 0, 300);
        ChartFrame frame = new ChartFrame(new Rectangle2D.Double(10, 20, 100, 90), axis, axis);
        assertThat(List.of(bars.nearest(frame, 50, 21), bars.nearest(frame, 50, 64), bars.nearest(frame, 50, 109))).containsExactly(0, 1, 2);
        assertThat(bars.nearest(frame, 5, 64)).as("beside the bars").isEqualTo(-1);
    }
}

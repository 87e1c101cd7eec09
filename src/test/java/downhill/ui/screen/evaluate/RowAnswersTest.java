package downhill.ui.screen.evaluate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import downhill.analysis.metric.ClassProbabilities;
import downhill.analysis.score.ContenderAnswers;
import downhill.analysis.score.HeldOut;
import downhill.analysis.score.Predictions;
import downhill.analysis.score.ScoreMetric;
import downhill.race.Outcome;
import java.util.List;
import java.util.stream.DoubleStream;
import org.junit.jupiter.api.Test;

/** Rows held out, row by row: which cell of a matrix they stand in, and which of many are drawn. */
class RowAnswersTest {
    private static HeldOut run(int fold, int[] rows, Predictions predictions) {
        return new HeldOut(0, fold, 1, Outcome.FINISHED, 10, rows, predictions);
    }

    private static Predictions classes(double[] sure, int[] taken, double... actual) {
        double[] values = new double[2 * taken.length];
        for (int i = 0; i < taken.length; i++) {
            values[2 * i + Math.max(0, taken[i])] = sure[i];
        }
        return new Predictions(new ClassProbabilities(2, values, taken), new double[0], actual, new double[0]);
    }

    private static Predictions numbers(double[] said, double... actual) {
        return new Predictions(null, said, actual, new double[0]);
    }

    @Test
    void aRowStandsInTheCellOfWhatItIsAndWhatItWasTakenFor() {
        RowAnswers answers = RowAnswers.of(new ContenderAnswers("a", "A", List.of(
                run(0, new int[] {4, 9}, classes(new double[] {0.9, 0.6}, new int[] {1, 0}, 0, 0)),
                run(1, new int[] {2, 7}, classes(new double[] {0.8, 0.7}, new int[] {1, -1}, 0, 1)))), 2);
        assertThat(List.of(answers.cell(4), answers.cell(9), answers.cell(2))).containsExactly(1, 0, 1);
        assertThat(answers.cell(7)).as("no class is said of it").isEqualTo(-1);
        assertThat(answers.cell(5)).as("it was not held out").isEqualTo(-1);
        assertThat(answers.inCell(1)).as("in the order of the table").containsExactly(2, 4);
        assertThat(answers.sure()[answers.place(9)]).isEqualTo(0.6);
        assertThat(answers.matrix().accuracy()).as("of those that have an answer").isEqualTo(1.0 / 3);
    }

    @Test
    void aRunWithoutAnAnswerHasNoRows() {
        RowAnswers answers = RowAnswers.of(new ContenderAnswers("a", "A", List.of(run(0, new int[] {1}, null))), 2);
        assertThat(answers.rows()).isEmpty();
        assertThat(answers.place(1)).isEqualTo(-1);
    }

    @Test
    void theRowThatIsChosenIsAmongTheFewThatAreDrawn() {
        int many = 1000;
        int[] rows = java.util.stream.IntStream.range(0, many).toArray();
        double[] actual = DoubleStream.iterate(0, value -> value + 1).limit(many).toArray();
        double[] said = DoubleStream.of(actual).map(value -> value + 2).toArray();
        RowAnswers answers = RowAnswers.of(new ContenderAnswers("a", "A", List.of(run(0, rows, numbers(said, actual)))), 0);
        RowAnswers some = answers.some(10, 123);
        assertThat(some.rows()).hasSize(11).contains(0, 123, 900).doesNotContain(124);
        assertThat(some.predicted()[some.place(123)]).isEqualTo(125);
        assertThat(answers.rmse()).as("of all of them").isCloseTo(2, within(1e-12));
        assertThat(answers.some(many, 5).rows()).hasSize(many);
    }

    @Test
    void anAxisHasEqualRatiosForLossesThatSpanADecadeAboveZero() {
        assertThat(LossScale.wantsLog(ScoreMetric.LOG_LOSS, DoubleStream.of(0.1, 0.5, 1, Double.NaN))).isTrue();
        assertThat(LossScale.wantsLog(ScoreMetric.LOG_LOSS, DoubleStream.of(0.1, 0.5, 0.9))).isFalse();
        assertThat(LossScale.wantsLog(ScoreMetric.LOG_LOSS, DoubleStream.of(0, 0.5, 9))).isFalse();
        assertThat(LossScale.wantsLog(ScoreMetric.ACCURACY, DoubleStream.of(0.01, 0.9))).as("a score").isFalse();
        assertThat(LossScale.wantsLog(ScoreMetric.RMSE, DoubleStream.empty())).isFalse();
    }
}

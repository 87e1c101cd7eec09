package downhill.analysis.explain.past;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import downhill.analysis.explain.Explained;
import downhill.analysis.explain.ExplainedRows;
import downhill.analysis.explain.Made;
import downhill.data.Progress;
import downhill.data.Table;
import downhill.data.prepare.Prepared;
import downhill.model.TrainedModel;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Margins and errors along a training, counted a second time. */
class LabelCourseTest {

    private static double[] shifted(TrainedModel model, double by) {
        double[] other = model.parameters().clone();
        other[0] += by;
        return other;
    }

    @Test
    void errorsAreTheMeanOverTheMoments() {
        Table table = Made.table("x,y\n" + IntStream.range(0, 40).mapToObj(i -> i % 7 + "," + (3 * (i % 7) + (i == 5 ? 90 : i % 2)))
                .collect(Collectors.joining("\n")));
        Prepared prepared = Made.prepared(table, "y");
        TrainedModel model = Made.model(Made.LINEAR, prepared.preprocessing(), 1, 3);
        List<double[]> moments = List.of(model.parameters(), shifted(model, 0.1), shifted(model, 0.4));
        try (Explained explained = Explained.of(model)) {
            ExplainedRows rows = explained.rows(table);
            LabelCourse course = LabelCourse.of(explained, rows, moments, Progress.NONE);
            double[] sum = new double[rows.count()];
            for (double[] moment : moments) {
                double[] answers = explained.with(moment).answers(rows.values());
                for (int row = 0; row < sum.length; row++) {
                    sum[row] += (answers[row] - rows.targets()[row]) / 3;
                }
            }
            assertThat(course.mean()).containsExactly(sum, within(1e-12));
            assertThat(course.learned()).isEmpty();
            assertThat(IntStream.range(0, sum.length).filter(row -> course.suspect()[row] > 0)).containsExactly(5);
        }
    }

    /** A row that is right from the second moment on, one that is right at first alone, and one that never is. */
    @Test
    void aLabelIsLearnedWhenItStaysTheMostProbable() {
        Table table = Made.table("x,kind\n" + IntStream.range(0, 30).mapToObj(i -> (i - 15) + "," + (i < 15 ? "low" : "zhigh"))
                .collect(Collectors.joining("\n")));
        Prepared prepared = Made.prepared(table, "kind");
        TrainedModel model = Made.model(Made.LOGISTIC, prepared.preprocessing(), 1, 3);
        double[] wrong = {-3, 0};
        double[] right = {3, 0};
        try (Explained explained = Explained.of(model)) {
            ExplainedRows rows = explained.rows(table);
            LabelCourse late = LabelCourse.of(explained, rows, List.of(wrong, right, right), Progress.NONE);
            LabelCourse lost = LabelCourse.of(explained, rows, List.of(right, right, wrong), Progress.NONE);
            int plain = 0;
            double share = explained.with(right).answers(rows.row(plain))[0];
            assertThat(late.mean()[plain]).isCloseTo((2 * share - 1) / 3, within(1e-9));
            assertThat(late.last()[plain]).isCloseTo(2 * share - 1, within(1e-9));
            assertThat(late.learned()[plain]).isEqualTo(1);
            assertThat(lost.learned()[plain]).isEqualTo(-1);
            assertThat(late.suspect()[plain]).isZero();
            LabelCourse never = LabelCourse.of(explained, rows, List.of(wrong, wrong), Progress.NONE);
            assertThat(never.suspect()[plain]).isCloseTo(-never.mean()[plain], within(1e-15)).isPositive();
        }
    }
}

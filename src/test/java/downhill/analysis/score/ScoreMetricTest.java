package downhill.analysis.score;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import downhill.analysis.metric.ClassProbabilities;
import downhill.data.TaskKind;
import downhill.words.RefusedException;
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class ScoreMetricTest {
    /** Values of scikit-learn: src/test/resources/reference/scores.py. */
    @Test
    void scoresAreThoseOfScikitLearn() throws IOException {
        int compared = 0;
        for (JsonNode test : read()) {
            Predictions predictions = predictions(test);
            TaskKind task = test.get("classes").asInt() == 0 ? TaskKind.REGRESSION : TaskKind.MULTICLASS;
            for (ScoreMetric metric : ScoreMetric.fitting(task)) {
                double expected = test.get("scores").get(metric.key()).asDouble();
                assertThat(metric.of(predictions)).as("%s of %s", metric.key(), test.get("name").asString())
                        .isCloseTo(expected, within(1e-9));
                compared++;
            }
        }
        assertThat(compared).isEqualTo(5 * 9 + 2 * 6);
    }

    private static JsonNode read() throws IOException {
        try (InputStream in = ScoreMetricTest.class.getResourceAsStream("/reference/scores.json")) {
            return JsonMapper.builder().build().readTree(in);
        }
    }

    private static Predictions predictions(JsonNode test) {
        int classes = test.get("classes").asInt();
        double[] actual = numbers(test.get("actual"));
        double[] weights = numbers(test.get("weights"));
        if (classes == 0) {
            return new Predictions(null, numbers(test.get("predicted")), actual, weights);
        }
        double[] values = numbers(test.get("probabilities"));
        int[] predicted = new int[actual.length];
        for (int row = 0; row < predicted.length; row++) {
            for (int k = 1; k < classes; k++) {
                predicted[row] = values[row * classes + k] > values[row * classes + predicted[row]] ? k : predicted[row];
            }
        }
        return new Predictions(new ClassProbabilities(classes, values, predicted), new double[0], actual, weights);
    }

    private static double[] numbers(JsonNode node) {
        return StreamSupport.stream(node.spliterator(), false).mapToDouble(JsonNode::asDouble).toArray();
    }

    @Test
    void aPercentageOfNothingIsNotDefined() {
        assertThat(ScoreMetric.MAPE.of(new Predictions(null, new double[] {1, 2}, new double[] {0, 2}, new double[0]))).isNaN();
    }

    @Test
    void whatIsNoNumberIsNotReplaced() {
        Predictions broken = new Predictions(null, new double[] {1, Double.NaN}, new double[] {1, 2}, new double[0]);
        assertThat(ScoreMetric.fitting(TaskKind.REGRESSION)).allSatisfy(metric -> assertThat(metric.of(broken)).isNaN());
        ClassProbabilities none = new ClassProbabilities(2, new double[] {0.5, 0.5, Double.NaN, Double.NaN}, new int[] {0, -1});
        Predictions lost = new Predictions(none, new double[0], new double[] {0, 1}, new double[0]);
        assertThat(ScoreMetric.fitting(TaskKind.BINARY)).allSatisfy(metric -> assertThat(metric.of(lost)).isNaN());
    }

    @Test
    void alwaysTheSameClassIsNoBetterThanChance() {
        ClassProbabilities same = new ClassProbabilities(2, new double[] {1, 0, 1, 0}, new int[] {0, 0});
        assertThat(ScoreMetric.MCC.of(new Predictions(same, new double[0], new double[] {0, 1}, new double[0]))).isZero();
    }

    @Test
    void whatDoesNotFitIsRefusedWithWhatDoes() {
        assertThatThrownBy(() -> ScoreMetric.named("rmse", TaskKind.BINARY)).isInstanceOf(RefusedException.class)
                .hasMessageContaining("accuracy");
        assertThatThrownBy(() -> ScoreMetric.named("accuracy", TaskKind.REGRESSION)).isInstanceOf(RefusedException.class)
                .hasMessageContaining("rmse");
        assertThatThrownBy(() -> ScoreMetric.named("speed", TaskKind.REGRESSION)).hasMessageContaining("\"speed\"");
        assertThat(ScoreMetric.named("ROCAUC", TaskKind.MULTICLASS)).isEqualTo(ScoreMetric.ROC_AUC);
        assertThat(Arrays.stream(TaskKind.values())).allSatisfy(task -> assertThat(ScoreMetric.usual(task).fits(task)).isTrue());
    }
}

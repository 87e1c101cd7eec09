package downhill.analysis.predict;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import downhill.analysis.Samples;
import downhill.analysis.metric.ClassificationMetrics;
import downhill.analysis.metric.RegressionMetrics;
import downhill.data.Examples;
import downhill.data.prepare.Prepared;
import downhill.data.prepare.TargetStep;
import downhill.engine.Precision;
import downhill.model.Architecture;
import downhill.model.InputShape;
import downhill.model.Loss;
import downhill.model.ModelSpec;
import org.junit.jupiter.api.Test;

class PredictorTest {
    private static final ModelSpec LINEAR = new ModelSpec(new Architecture.Linear(), Loss.MSE);

    @Test
    void aLinearModelIsComputedForAnyNumberOfRows() {
        try (Predictor predictor = new Predictor(LINEAR, InputShape.of(2), 1, Precision.DOUBLE)) {
            double[] inputs = new double[2 * 600];
            for (int i = 0; i < inputs.length; i++) {
                inputs[i] = i;
            }
            double[] outputs = predictor.outputs(new double[] {2, -1, 0.5}, inputs);
            assertThat(outputs).hasSize(600);
            for (int row = 0; row < 600; row++) {
                assertThat(outputs[row]).isEqualTo(2 * (2 * row) - (2 * row + 1) + 0.5);
            }
            assertThat(predictor.outputs(new double[] {0, 0, 7}, new double[] {1, 2})).containsExactly(7);
            assertThat(predictor.outputs(new double[] {0, 0, 7}, new double[0])).isEmpty();
        }
    }

    @Test
    void halfARowIsRefused() {
        try (Predictor predictor = new Predictor(LINEAR, InputShape.of(2), 1, Precision.DOUBLE)) {
            assertThatThrownBy(() -> predictor.outputs(new double[3], new double[5])).hasMessageContaining("whole rows of 2");
        }
    }

    @Test
    void metricsOfNumbersAreInTheTargetsOwnUnits() {
        Prepared diabetes = Samples.prepared("diabetes");
        Examples rows = diabetes.validation();
        double[] meanOfTraining = new double[rows.count()];
        RegressionMetrics metrics = (RegressionMetrics) Evaluation.of(meanOfTraining, 1, rows, diabetes.preprocessing(),
                Loss.MSE).metrics();
        TargetStep step = diabetes.preprocessing().target();
        double scale = step.decode(1, Double.NaN) - step.decode(0, Double.NaN);
        assertThat(scale).isBetween(50.0, 100.0);
        double squares = 0;
        for (double target : rows.targets()) {
            squares += target * target * scale * scale / rows.count();
        }
        assertThat(metrics.mse()).isEqualTo(squares, within(1e-8 * squares));
    }

    @Test
    void rowsWithoutALabelAreLeftOutAndCounted() {
        Prepared iris = Samples.iris();
        Examples all = iris.validation();
        double[] targets = all.targets().clone();
        targets[0] = Double.NaN;
        Examples some = new Examples(all.count(), all.inputShape(), all.inputs(), targets, all.sourceRows(), all.levels());
        try (Predictor predictor = new Predictor(Samples.IRIS_MODEL, Samples.IRIS_SHAPE, 3, Precision.FLOAT)) {
            double[] raw = predictor.outputs(Samples.irisStart(1), some.inputs());
            Evaluation evaluation = Evaluation.of(raw, 3, some, iris.preprocessing(), Loss.CROSS_ENTROPY);
            assertThat(evaluation.unlabelled()).isEqualTo(1);
            ClassificationMetrics metrics = (ClassificationMetrics) evaluation.metrics();
            assertThat(metrics.rows()).isEqualTo(all.count() - 1);
            assertThat(metrics.confusion().classes()).isEqualTo(3);
        }
    }
}

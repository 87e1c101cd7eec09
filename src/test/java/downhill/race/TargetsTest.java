package downhill.race;

import static org.assertj.core.api.Assertions.assertThat;

import downhill.data.Examples;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Classes to outputs and back. */
class TargetsTest {
    private static Examples examples(double... targets) {
        int count = targets.length;
        return new Examples(count, new int[] {1}, new double[count], targets, new int[count], new double[0]);
    }

    @Test
    void classesWithOutputsOfTheirOwnAreOneHotAndComeBack() {
        for (int outputs = 2; outputs < 9; outputs++) {
            int classes = outputs;
            double[] targets = new Random(outputs).doubles(50).map(value -> Math.floor(value * classes)).toArray();
            double[] encoded = Targets.encode(examples(targets), outputs).all();
            assertThat(encoded).hasSize(targets.length * outputs);
            for (int row = 0; row < targets.length; row++) {
                for (int k = 0; k < outputs; k++) {
                    assertThat(encoded[row * outputs + k]).isEqualTo(k == targets[row] ? 1 : 0);
                }
                assertThat(Targets.predictedClass(encoded, row * outputs, outputs, 0.5)).isEqualTo((int) targets[row]);
            }
        }
    }

    @Test
    void aSingleOutputIsTheTargetItself() {
        double[] targets = {0, 1, 1, -3.5};
        assertThat(Targets.encode(examples(targets), 1).all()).isEqualTo(targets);
    }

    @Test
    void aSingleOutputIsTheSecondClassAboveItsThreshold() {
        double[] outputs = {0.4, 0.5, 0.6, -1, 0, 1e-9, Double.NaN};
        int[] half = {0, 0, 1, 0, 0, 0, 0};
        int[] zero = {1, 1, 1, 0, 0, 1, 0};
        for (int i = 0; i < outputs.length; i++) {
            assertThat(Targets.predictedClass(outputs, i, 1, 0.5)).as("%s above 0.5", outputs[i]).isEqualTo(half[i]);
            assertThat(Targets.predictedClass(outputs, i, 1, 0)).as("%s above 0", outputs[i]).isEqualTo(zero[i]);
        }
    }

    @Test
    void ofEqualOutputsTheFirstIsThePrediction() {
        assertThat(Targets.predictedClass(new double[] {9, 1, 3, 3, 2}, 1, 4, 0.5)).isEqualTo(1);
        assertThat(Targets.predictedClass(new double[] {2, 2, 2}, 0, 3, 0.5)).isZero();
    }
}

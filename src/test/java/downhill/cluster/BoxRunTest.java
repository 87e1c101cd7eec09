package downhill.cluster;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.Objects;
import org.junit.jupiter.api.Test;

class BoxRunTest {
    private static BoxRun.Step after(int steps, int workers, Faults faults) {
        try (BoxRun box = new BoxRun(workers)) {
            box.faults(faults);
            BoxRun.Step last = null;
            for (int i = 0; i < steps; i++) {
                last = box.step(1);
            }
            return last;
        }
    }

    @Test
    void theMeanOfTheWorkersIsTheGradientOfOneMachine() {
        for (int workers : new int[] {2, 5, 8}) {
            BoxRun.Step step = after(2, workers, Faults.NONE);
            assertThat(step.gradients()).hasSize(workers).doesNotContainNull();
            assertThat(Arrays.stream(step.rows()).sum()).isEqualTo(workers * (double) BoxRun.ROWS);
            for (int i = 0; i < 2; i++) {
                int at = i;
                double sum = 0;
                for (int worker = 0; worker < workers; worker++) {
                    sum += step.rows()[worker] * step.gradients().get(worker)[at];
                }
                assertThat(step.mean()[i]).isCloseTo(step.whole()[i], within(1e-12))
                        .isCloseTo(sum / (workers * BoxRun.ROWS), within(1e-12));
            }
        }
    }

    @Test
    void averagedSeldomTheyGoTheirOwnWays() {
        try (BoxRun box = new BoxRun(4); BoxRun slow = new BoxRun(4)) {
            BoxRun.Step first = box.step(8);
            assertThat(Arrays.stream(first.rows()).sum()).isEqualTo(8 * 4 * (double) BoxRun.ROWS);
            assertThat(first.mean()).isNotEqualTo(first.whole());
            BoxRun.Step second = box.step(1);
            BoxRun.Step ninth = slow.step(1);
            for (int i = 0; i < 8; i++) {
                ninth = slow.step(1);
            }
            assertThat(second.parameters()[0]).isCloseTo(ninth.parameters()[0], within(0.2)).isNotEqualTo(ninth.parameters()[0]);
        }
    }

    @Test
    void theyLearn() {
        assertThat(after(30, 2, Faults.NONE).loss()).isLessThan(after(1, 2, Faults.NONE).loss() / 3);
    }

    @Test
    void whatIsLostIsMissingFromTheMean() {
        BoxRun.Step step = after(1, 4, new Faults(0, 1, 7));
        assertThat(step.gradients().stream().filter(Objects::nonNull)).as("the first one's counts where all are lost").hasSize(1);
        assertThat(step.mean()).isEqualTo(step.gradients().get(0));
        assertThat(step.mean()).isNotEqualTo(step.whole());
    }

    @Test
    void whatIsLateIsOfEarlierParameters() {
        assertThat(after(3, 2, new Faults(4, 0, 7)).mean()).isNotEqualTo(after(3, 2, Faults.NONE).mean());
        assertThat(after(1, 2, new Faults(4, 0, 7)).mean()).isEqualTo(after(1, 2, Faults.NONE).mean());
    }
}

package downhill.study.automl;

import static org.assertj.core.api.Assertions.assertThat;

import downhill.study.trial.Trial;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class StagedPrunerTest {
    private static final StagedPruner PRUNER = new StagedPruner(List.of(2, 3));

    private static Trial at(int number, long step, double value, boolean before) {
        Trial trial = Trial.begun(number, Map.of(), 0, 0);
        return (before ? trial.reporting(step / 3, value) : trial).reporting(step, value);
    }

    @Test
    void whatIsTriedFirstComesToItsEnd() {
        assertThat(PRUNER.together(0, 6, 1000)).isEqualTo(2);
        assertThat(PRUNER.together(1, 6, 1000)).isEqualTo(3);
        assertThat(PRUNER.together(2, 6, 1000)).isEqualTo(6);
        assertThat(PRUNER.rungs(0, 1000)).isEmpty();
        assertThat(PRUNER.rungs(1, 1000)).isEmpty();
        assertThat(PRUNER.rungs(7, 1000)).containsExactly(100L, 300L);
        assertThat(PRUNER.rungs(7, 9)).as("no rung before the first step").containsExactly(2L);
    }

    @Test
    void theBestHalfGoesOnAtTheFirstRungAndTheBestThirdAtTheSecondOfAllThatEverCameThere() {
        List<Trial> others = List.of(at(0, 100, 5, false), at(1, 100, 1, false));
        List<Trial> racing = IntStream.range(2, 6).mapToObj(i -> at(i, 100, i, false)).toList();
        assertThat(PRUNER.losers(100, racing, others)).as("1, 2 and 3 stay").containsExactlyInAnyOrder(4, 5);
        List<Trial> later = IntStream.range(2, 6).mapToObj(i -> at(i, 300, i, true)).toList();
        assertThat(PRUNER.losers(300, later, List.of(at(0, 300, 5, true), at(1, 300, 1, true)))).as("1 and 2 stay")
                .containsExactlyInAnyOrder(3, 4, 5);
        assertThat(PRUNER.losers(100, racing, List.of())).as("2 and 3 stay").containsExactlyInAnyOrder(4, 5);
    }

    /** Of equals the first stays, so that the same is decided each time. */
    @Test
    void ofEqualsTheFirstStays() {
        List<Trial> racing = IntStream.range(0, 4).mapToObj(i -> at(i, 100, 1, false)).toList();
        assertThat(PRUNER.losers(100, racing, List.of())).containsExactlyInAnyOrder(2, 3);
    }
}

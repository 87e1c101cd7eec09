package downhill.ui.tune;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import downhill.study.trial.Trial;
import downhill.study.trial.TrialState;
import downhill.ui.chart.UnitAxis;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class TrialAxisTest {
    private static List<Trial> trials(double... losses) {
        List<Trial> trials = new ArrayList<>();
        for (double loss : losses) {
            Trial begun = Trial.begun(trials.size(), Map.of(), 0, 0);
            trials.add(Double.isFinite(loss) ? begun.ended(TrialState.COMPLETE, loss) : begun.ended(TrialState.FAILED, loss));
        }
        return trials;
    }

    private static TrialAxis axis(double... losses) {
        return TrialAxis.loss(trials(losses), "loss");
    }

    /** A best of exactly 0 made all others stand in one place of an axis of equal differences. */
    @Test
    void lossesThatSpanDecadesStandByEqualRatiosThoughOneIsNothing() {
        TrialAxis axis = axis(0, 1e-4, 1e-2, 1);
        assertThat(axis.log()).isTrue();
        assertThat(axis.height(1e-4)).isZero();
        assertThat(axis.height(1e-2)).isCloseTo(0.5, within(1e-12));
        assertThat(axis.height(0)).as("nothing stands at the lower end").isZero();
        assertThat(axis.shown().marks()).extracting(UnitAxis.Mark::label).hasSizeGreaterThanOrEqualTo(3).doesNotHaveDuplicates();
    }

    @Test
    void lossesOfOneDecadeStandByEqualDifferences() {
        TrialAxis axis = axis(0.4, 0.5, 0.9);
        assertThat(axis.log()).isFalse();
        assertThat(axis.height(0.65)).isCloseTo(0.5, within(1e-12));
        assertThat(axis.shown().marks()).hasSizeGreaterThanOrEqualTo(3);
    }

    @Test
    void lossesBelowNothingHaveAnAxisToo() {
        assertThat(axis(-3, -1, 1).log()).isFalse();
        assertThat(axis(-3, -1, 1).height(-3)).isZero();
        assertThat(axis(0, 0).height(0)).isZero();
        assertThat(axis().shown().marks()).isNotEmpty();
        assertThat(axis(Double.NaN).height(Double.NaN)).isNaN();
    }

    @Test
    void whatIsTooSmallToBeToldApartDoesNotTakeTheAxis() {
        TrialAxis axis = axis(1e-300, 1e-3, 1);
        assertThat(axis.low()).isEqualTo(1e-12);
        assertThat(axis.height(1e-300)).isZero();
        assertThat(axis.height(1e-3)).isCloseTo(0.75, within(1e-12));
    }

    @Test
    void moreNumbersHaveRoom() {
        TrialAxis axis = TrialAxis.loss(trials(0.01, 0.02), "loss", 0.001, 3);
        assertThat(axis.low()).isEqualTo(0.001);
        assertThat(axis.high()).isEqualTo(3);
        assertThat(axis.log()).isTrue();
    }
}

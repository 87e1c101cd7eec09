package downhill.ui.screen.tune;

import static org.assertj.core.api.Assertions.assertThat;

import downhill.study.trial.Trial;
import downhill.study.trial.TrialScores;
import java.util.Arrays;
import java.util.Map;
import org.junit.jupiter.api.Test;

class FoldNoiseTest {
    private static Trial trial(int number, Double... folds) {
        return Trial.begun(number, Map.of(), 0, 0).scored(new TrialScores(Arrays.asList(folds), Double.NaN));
    }

    /** Differences 0.2, −0.1, 0.2: mean 0.1, standard error 0.1. */
    @Test
    void aDifferenceWithinTwiceItsErrorIsNone() {
        assertThat(FoldNoise.isLevel(trial(0, 0.3, 0.2, 0.5), trial(1, 0.1, 0.3, 0.3))).isTrue();
    }

    /** Differences 0.2, 0.1, 0.2: mean 0.167, standard error 0.033. */
    @Test
    void aDifferenceThatAllFoldsShowIsOne() {
        assertThat(FoldNoise.isLevel(trial(0, 0.3, 0.4, 0.5), trial(1, 0.1, 0.3, 0.3))).isFalse();
    }

    @Test
    void oneSplitTellsNothing() {
        assertThat(FoldNoise.isLevel(trial(0), trial(1))).isFalse();
        assertThat(FoldNoise.isLevel(trial(0, 0.1, 0.2), trial(1, 0.1, 0.2, 0.3))).isFalse();
    }
}

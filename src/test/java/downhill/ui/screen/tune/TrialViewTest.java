package downhill.ui.screen.tune;

import static org.assertj.core.api.Assertions.assertThat;

import downhill.study.trial.Trial;
import downhill.study.trial.TrialScores;
import downhill.study.trial.TrialState;
import downhill.ui.i18n.Language;
import downhill.ui.i18n.Messages;
import downhill.ui.tune.TuneStand;
import downhill.ui.tune.TuneState;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is said under a trial that is chosen. */
class TrialViewTest {
    @AfterEach
    void speakEnglish() {
        Messages.languageProperty().set(Language.ENGLISH);
    }

    private static String outcome(String measure, TrialScores scores) {
        Trial trial = new Trial(7, TrialState.COMPLETE, Map.of(), 0.2, new TreeMap<>(), 0, 0, scores);
        return TrialView.outcome(trial, new TuneStand(TuneState.DONE, List.of(trial), null, 8, 200, null, 1, 9, measure, null));
    }

    @Test
    void oneSplitIsJudgedByItsValidationLoss() {
        assertThat(outcome("loss", TrialScores.NONE)).isEqualTo("Validation loss 0.2000 after all 200 steps.");
    }

    /** No validation loss comes into it: what counts is the mean of a metric over the rows held out. */
    @ParameterizedTest
    @CsvSource({"logLoss, Log loss", "rmse, RMSE"})
    void foldsAreNamedWithTheirMeanAndSpread(String measure, String words) {
        TrialScores folds = new TrialScores(List.of(0.1, 0.2, 0.3), Double.NaN);
        assertThat(outcome(measure, folds)).isEqualTo(words + " 0.2000 ± 0.10, mean of 3 folds, after all 200 steps.");
        Messages.languageProperty().set(Language.CHINESE);
        assertThat(outcome(measure, folds)).contains("3 折").doesNotContain("验证损失");
    }
}

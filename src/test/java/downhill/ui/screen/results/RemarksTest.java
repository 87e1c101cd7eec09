package downhill.ui.screen.results;

import static org.assertj.core.api.Assertions.assertThat;

import downhill.race.ContenderSpec;
import downhill.race.Outcome;
import downhill.race.RaceSnapshot.Standing;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class RemarksTest {
    @Test
    void whoLeadsIsSaidByValidationLoss() {
        assertThat(Remarks.of(List.of(row("A", 0.1, 0.9), row("B", 0.5, 0.4)))).isEqualTo("B leads by validation loss, A is next.");
    }

    @Test
    void onASurfaceWhichHasNoValidationRowsItIsSaidByLoss() {
        assertThat(Remarks.of(List.of(row("A", 0.1, Double.NaN), row("B", 0.5, Double.NaN)))).isEqualTo("A leads by loss, B is next.");
    }

    @Test
    void whatIsALevelOfSeveralSeedsOrOfDifferentNumbersOfThemIsSaidSo() {
        assertThat(Remarks.of(List.of(row("A", 5, 0.1, 1), row("B", 5, 0.1, 1)))).isEqualTo("A and B are level on this seed.");
        assertThat(Remarks.of(List.of(row("A", 5, 0.1, 5), row("B", 5, 0.1, 5)))).isEqualTo("A and B are level over 5 seeds.");
        assertThat(Remarks.of(List.of(row("A", 5, 0.1, 5), row("B", 5, 0.1, 1)))).startsWith("A and B are level. ").contains("differ (5 and 1)");
        assertThat(Remarks.of(List.of(row("A", 5, 0.1, 1), row("B", 5, 0.9, 3)))).startsWith("A leads by validation loss, B is next. ").contains("differ (1 and 3)");
        assertThat(Remarks.of(List.of(row("A", 5, 0.1, 3), row("B", 5, 0.9, 3)))).isEqualTo("A leads by validation loss, B is next.");
    }

    private static ResultRow row(String name, double loss, double validation, int seeds) {
        ResultRow one = row(name, loss, validation);
        ContenderSpec spec = one.contender();
        ContenderSpec several = new ContenderSpec(spec.id(), spec.name(), spec.ruleId(), spec.ruleText(), spec.hyperparameters(), spec.schedule(),
                spec.batchSize(), spec.penalty(), spec.clipping(), spec.weightDecay(), seeds, spec.style(), spec.muted(), spec.changes(), spec.fork());
        return new ResultRow(several, one.standing(), false, 100, Double.NaN, Double.NaN);
    }

    private static ResultRow row(String name, double loss, double validation) {
        Standing standing = new Standing(name, Outcome.RUNNING, 9, loss, validation, "none", Double.NaN, 0.1, 100, 0, Double.NaN, "");
        return new ResultRow(ContenderSpec.of(name, name, "sgd", Map.of(), 0), standing, false, 100, Double.NaN, Double.NaN);
    }
}

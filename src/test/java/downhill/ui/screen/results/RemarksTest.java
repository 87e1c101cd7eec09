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

    private static ResultRow row(String name, double loss, double validation) {
        Standing standing = new Standing(name, Outcome.RUNNING, 9, loss, validation, "none", Double.NaN, 0.1, 100, 0, Double.NaN, "");
        return new ResultRow(ContenderSpec.of(name, name, "sgd", Map.of(), 0), standing, false, 100, Double.NaN, Double.NaN);
    }
}

package downhill.ui.screen.results;

import static org.assertj.core.api.Assertions.assertThat;

import downhill.analysis.diagnosis.BestValidation;
import downhill.analysis.diagnosis.Overfitting;
import downhill.race.Outcome;
import downhill.race.RaceSnapshot.Standing;
import downhill.race.document.ContenderSpec;
import downhill.ui.i18n.Language;
import downhill.ui.i18n.Messages;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class RemarksTest {
    private static String said(ResultRow... rows) {
        return Remarks.of(List.of(rows), 30);
    }

    @Test
    void whoLeadsIsSaidByValidationLossAndOfWhat() {
        assertThat(said(row("A", 0.1, 0.9), row("B", 0.5, 0.4)))
                .isEqualTo("B leads by validation loss, A is next on this seed and these 30 rows.");
    }

    @Test
    void onASurfaceWhichHasNoValidationRowsItIsSaidByLoss() {
        assertThat(said(row("A", 0.1, Double.NaN), row("B", 0.5, Double.NaN))).isEqualTo("A leads by loss, B is next on this seed.");
    }

    @Test
    void whatIsALevelOfSeveralSeedsOrOfDifferentNumbersOfThemIsSaidSo() {
        assertThat(said(row("A", 5, 0.1, 1), row("B", 5, 0.1, 1))).isEqualTo("A and B are level on this seed and these 30 rows.");
        assertThat(said(row("A", 5, 0.1, 5), row("B", 5, 0.1, 5))).isEqualTo("A and B are level over 5 seeds on these 30 rows.");
        assertThat(said(row("A", 5, 0.1, 5), row("B", 5, 0.1, 1))).startsWith("A and B are level on these 30 rows. ")
                .contains("differ (5 and 1)");
        assertThat(said(row("A", 5, 0.1, 1), row("B", 5, 0.9, 3)))
                .startsWith("A leads by validation loss, B is next on these 30 rows. ").contains("differ (1 and 3)");
        assertThat(said(row("A", 5, 0.1, 3), row("B", 5, 0.9, 3)))
                .isEqualTo("A leads by validation loss, B is next over 3 seeds on these 30 rows.");
    }

    @Test
    void whoOverfitsIsSaidBesideWhoLeads() {
        ResultRow b = overfitting(row("B", 0.1, 0.51), 340, 0.36);
        assertThat(said(row("A", 0.1, 0.3), b)).startsWith("A leads by validation loss, B is next")
                .endsWith(" B overfits since step 340: best 0.360, now 0.510.");
        assertThat(said(b)).isEqualTo("B overfits since step 340: best 0.360, now 0.510.");
        ResultRow c = overfitting(row("C", 0.1, 0.9), 1200, 0.3);
        assertThat(said(b, c, row("A", 0.1, 0.2), overfitting(row("D", 0.1, 0.4), 20, 0.3)))
                .endsWith("C overfits since step 1,200: best 0.300, now 0.900. So do: B, D.");
        assertThat(b.best()).isEqualTo("best validation 0.360 at step 340");
        assertThat(row("A", 1, 1).best()).isEmpty();
    }

    @Test
    void theSameIsSaidInChinese() {
        Messages.languageProperty().set(Language.CHINESE);
        try {
            assertThat(said(overfitting(row("B", 0.1, 0.51), 340, 0.36))).isEqualTo("B 自第 340 步起过拟合：最佳 0.360，现为 0.510。");
            assertThat(said(row("A", 0.1, 0.3), row("B", 0.1, 0.9))).isEqualTo("按验证损失，A 在此种子和这 30 行上领先，B 次之。");
        } finally {
            Messages.languageProperty().set(Language.ENGLISH);
        }
    }

    private static ResultRow overfitting(ResultRow row, long step, double loss) {
        BestValidation best = new BestValidation(step, loss);
        return row.with(new ValidationCourse(best, new Overfitting(best, row.validation())));
    }

    private static ResultRow row(String name, double loss, double validation, int seeds) {
        ResultRow one = row(name, loss, validation);
        ContenderSpec spec = one.contender();
        ContenderSpec several = new ContenderSpec(spec.id(), spec.name(), spec.ruleId(), spec.ruleText(), spec.hyperparameters(),
                spec.schedule(),
                spec.batchSize(), spec.penalty(), spec.clipping(), spec.weightDecay(), seeds, spec.style(), spec.muted(), spec.changes(),
                        spec.fork());
        return new ResultRow(several, one.standing(), false, 100, Double.NaN, Double.NaN, ValidationCourse.NONE);
    }

    private static ResultRow row(String name, double loss, double validation) {
        Standing standing = new Standing(name, Outcome.RUNNING, 9, loss, validation, "none", Double.NaN, 0.1, 100, 0, Double.NaN, null);
        return new ResultRow(ContenderSpec.of(name, name, "sgd", Map.of(), 0), standing, false, 100, Double.NaN, Double.NaN,
                ValidationCourse.NONE);
    }
}

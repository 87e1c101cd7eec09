package downhill.analysis.diagnosis;

import static downhill.analysis.diagnosis.Healing.Relief.HELPED;
import static downhill.analysis.diagnosis.Healing.Relief.NOT_KNOWN;
import static downhill.analysis.diagnosis.Healing.Relief.NO_DIFFERENCE;
import static downhill.analysis.diagnosis.Healing.Relief.WORSE;
import static org.assertj.core.api.Assertions.assertThat;

import downhill.race.history.Curve;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** What is said to have come of a remedy. */
class HealingTest {
    private static final double NONE = Double.NaN;

    private static Healing.Relief relief(double was, double is) {
        return Healing.of(Yardstick.BEST_LOSS, new Health(was, was, false), new Health(is, is, false)).relief();
    }

    @ParameterizedTest
    @CsvSource({"1, 0.989, HELPED", "1, 0.991, NO_DIFFERENCE", "1, 1, NO_DIFFERENCE", "1, 1.009, NO_DIFFERENCE", "1, 1.011, WORSE",
        "0, 0, NO_DIFFERENCE", "0, 1e-9, WORSE", "1e-9, 0, HELPED", "-2, -2.03, HELPED", "-2, -2.01, NO_DIFFERENCE", "-2, -1.97, WORSE",
        "NaN, 1, NOT_KNOWN", "1, NaN, NOT_KNOWN", "NaN, NaN, NOT_KNOWN", "Infinity, Infinity, NOT_KNOWN", "1, Infinity, WORSE"})
    void aHundredthOfTheLossBeforeMakesTheDifference(double was, double is, Healing.Relief relief) {
        assertThat(relief(was, is)).isEqualTo(relief);
    }

    /** Whatever the losses say, of which one may be the last before it went. */
    @ParameterizedTest
    @EnumSource(Yardstick.class)
    void whoDivergesNoMoreWasHelpedAndWhoDoesNowWasNot(Yardstick kind) {
        Health gone = new Health(0.1, NONE, true);
        Health stays = new Health(0.5, 0.6, false);
        assertThat(Healing.of(kind, gone, stays).relief()).isEqualTo(HELPED);
        assertThat(Healing.of(kind, stays, gone).relief()).isEqualTo(WORSE);
    }

    @Test
    void twoThatDivergedAreComparedByWhatThereIs() {
        Health soon = new Health(0.9, NONE, true);
        assertThat(Healing.of(Yardstick.BEST_LOSS, soon, new Health(0.4, NONE, true)).relief()).isEqualTo(HELPED);
        assertThat(Healing.of(Yardstick.LOSS_AT_END, soon, new Health(0.4, NONE, true)).relief()).isEqualTo(NOT_KNOWN);
    }

    @ParameterizedTest
    @EnumSource(Ailment.class)
    void onlyOverfittingIsJudgedByTheEnd(Ailment kind) {
        Yardstick by = Yardstick.of(kind, "learningRate=0.1", true);
        Healing healing = Healing.of(by, new Health(0.3, 0.9, false), new Health(0.4, 0.5, false));
        boolean over = kind == Ailment.OVERFITTING;
        assertThat(healing).isEqualTo(over ? new Healing(HELPED, Yardstick.LOSS_AT_END, 0.9, 0.5)
                : new Healing(WORSE, Yardstick.BEST_LOSS, 0.3, 0.4));
    }

    /** Weights of classes make another loss, and scaling one of another unit where numbers are predicted: those are not compared. */
    @ParameterizedTest
    @CsvSource({"--class-weights balanced, true, BALANCED_ACCURACY", "--scaling standard, false, R2", "--scaling standard, true, BEST_LOSS",
        "--patience 10, true, BEST_LOSS", "batch=64, false, BEST_LOSS"})
    void whatTheRemedyChangesOfTheLossIsNotWhatItIsJudgedBy(String setting, boolean classes, Yardstick by) {
        assertThat(Yardstick.of(Ailment.UNDERFITTING, setting, classes)).isEqualTo(by);
    }

    @ParameterizedTest
    @CsvSource({"0.5, 0.6, HELPED", "0.5, 0.509, NO_DIFFERENCE", "0.6, 0.5, WORSE", "NaN, 0.5, NOT_KNOWN"})
    void ofScoresMoreIsBetterAndAHundredthIsNoDifference(double was, double is, Healing.Relief relief) {
        Health before = new Health(0.1, 0.1, false).scored(was);
        assertThat(Healing.of(Yardstick.BALANCED_ACCURACY, before, new Health(9, 9, false).scored(is)).relief()).isEqualTo(relief);
    }

    @Test
    void theBestOfAllHasTheLeastLossAndTheGreatestScore() {
        Health all = Health.ofAll(List.of(new Health(0.3, 0.9, false).scored(0.5), new Health(0.4, 0.5, true).scored(0.7)));
        assertThat(all).isEqualTo(new Health(0.3, 0.5, true, 0.7));
        assertThat(Health.ofAll(List.of()).score()).isNaN();
        assertThat(Health.of(all.kept())).isEqualTo(all);
    }

    @Test
    void theHealthOfTheValidatedIsThatOfTheirValidations() {
        Curve course = Ward.validation(t -> 0.5 + Math.abs(t - 0.5));
        assertThat(Health.of(new Patient(Ward.SPEC, false, Ward.training(0.1, 0.1), course, 0.7))).isEqualTo(new Health(0.5, 0.7, false));
        Curve lost = new Curve(new double[] {0, 20, 40}, new double[] {1, 0.6, NONE});
        assertThat(Health.of(new Patient(Ward.SPEC, true, Curve.EMPTY, lost, NONE))).as("best of what was a number")
                .isEqualTo(new Health(0.6, NONE, true));
    }

    @Test
    void withoutValidationsItIsTheLevelOfTheTrainingLossNotItsLuckiestBatch() {
        Curve course = Ward.training(t -> t == 0.5 ? 0 : 0.2 + Math.abs(t - 0.5));
        Health health = Health.of(Ward.patient(course, Curve.EMPTY));
        assertThat(health.best()).isBetween(0.22, 0.26);
        assertThat(health.now()).isBetween(0.55, 0.6);
        assertThat(Health.of(Ward.patient(course.upTo(20), Curve.EMPTY))).isEqualTo(new Health(NONE, NONE, false));
        assertThat(relief(NONE, health.best())).isEqualTo(NOT_KNOWN);
        assertThat(relief(health.best(), health.best())).isEqualTo(NO_DIFFERENCE);
    }

    @Test
    void theFirstOfBestValidationsThatAreAlikeCountsAndNoneWhereNoneIsANumber() {
        Curve alike = new Curve(new double[] {0, 20, 40, 60}, new double[] {NONE, 0.4, 0.4, 0.5});
        assertThat(BestValidation.of(alike)).contains(new BestValidation(20, 0.4));
        assertThat(BestValidation.of(new Curve(new double[] {0, 20}, new double[] {NONE, Double.POSITIVE_INFINITY}))).isEmpty();
        assertThat(BestValidation.of(Curve.EMPTY)).isEmpty();
    }
}

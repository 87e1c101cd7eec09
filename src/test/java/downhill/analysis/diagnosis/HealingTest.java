package downhill.analysis.diagnosis;

import static downhill.analysis.diagnosis.Healing.Relief.HELPED;
import static downhill.analysis.diagnosis.Healing.Relief.NOT_KNOWN;
import static downhill.analysis.diagnosis.Healing.Relief.NO_DIFFERENCE;
import static downhill.analysis.diagnosis.Healing.Relief.WORSE;
import static org.assertj.core.api.Assertions.assertThat;

import downhill.race.history.Curve;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** What is said to have come of a remedy. */
class HealingTest {
    private static final double NONE = Double.NaN;

    private static Healing.Relief relief(double was, double is) {
        return Healing.of(Ailment.UNDERFITTING, new Health(was, was, false), new Health(is, is, false)).relief();
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
    @EnumSource(Ailment.class)
    void whoDivergesNoMoreWasHelpedAndWhoDoesNowWasNot(Ailment kind) {
        Health gone = new Health(0.1, NONE, true);
        Health stays = new Health(0.5, 0.6, false);
        assertThat(Healing.of(kind, gone, stays).relief()).isEqualTo(HELPED);
        assertThat(Healing.of(kind, stays, gone).relief()).isEqualTo(WORSE);
    }

    @Test
    void twoThatDivergedAreComparedByWhatThereIs() {
        Health soon = new Health(0.9, NONE, true);
        assertThat(Healing.of(Ailment.DIVERGING, soon, new Health(0.4, NONE, true)).relief()).isEqualTo(HELPED);
        assertThat(Healing.of(Ailment.OVERFITTING, soon, new Health(0.4, NONE, true)).relief()).isEqualTo(NOT_KNOWN);
    }

    @ParameterizedTest
    @EnumSource(Ailment.class)
    void onlyOverfittingIsJudgedByTheEnd(Ailment kind) {
        Healing healing = Healing.of(kind, new Health(0.3, 0.9, false), new Health(0.4, 0.5, false));
        boolean over = kind == Ailment.OVERFITTING;
        assertThat(healing).isEqualTo(over ? new Healing(HELPED, 0.9, 0.5, true) : new Healing(WORSE, 0.3, 0.4, false));
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

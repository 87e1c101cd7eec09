package downhill.analysis.diagnosis;

import static org.assertj.core.api.Assertions.assertThat;

import downhill.race.history.Curve;
import java.util.Arrays;
import java.util.Random;
import java.util.function.DoubleUnaryOperator;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Made-up curves of each kind, over 1,000 steps with a validation every 20. */
class OverfittingTest {
    private static final int STEPS = 1000;
    private static final int EVERY = 20;
    private static final DoubleUnaryOperator FALLING = t -> Math.exp(-4 * t);
    /** Falls to 0.36 at step 340 and rises to 0.51. */
    private static final DoubleUnaryOperator RISING = t -> t < 0.34 ? 0.36 + (0.34 - t) : 0.36 + 0.15 * (t - 0.34) / 0.66;

    private static Curve curve(int every, DoubleUnaryOperator value) {
        double[] steps = IntStream.rangeClosed(0, STEPS / every).mapToDouble(i -> (double) i * every).toArray();
        return new Curve(steps, Arrays.stream(steps).map(step -> value.applyAsDouble(step / STEPS)).toArray());
    }

    private static DoubleUnaryOperator noisy(DoubleUnaryOperator value, double deviation, long seed) {
        Random noise = new Random(seed);
        return t -> value.applyAsDouble(t) + deviation * noise.nextGaussian();
    }

    private static boolean overfits(DoubleUnaryOperator validation, DoubleUnaryOperator training) {
        return overfits(curve(EVERY, validation), training);
    }

    private static boolean overfits(Curve validation, DoubleUnaryOperator training) {
        double last = validation.size() == 0 ? Double.NaN : validation.y()[validation.size() - 1];
        return Overfitting.of(validation, curve(1, training), last).isPresent();
    }

    @Test
    void aRiseForLongWhileTrainingFallsIsSaidWithItsBestAndNow() {
        Overfitting found = Overfitting.of(curve(EVERY, RISING), curve(1, noisy(FALLING, 0.05, 1)), 0.51).orElseThrow();
        assertThat(found).isEqualTo(new Overfitting(new BestValidation(340, 0.36), 0.51));
    }

    @Test
    void aRiseThroughNoiseIsSaidAndNoiseAloneIsNotAtAnyStep() {
        for (int seed = 0; seed < 40; seed++) {
            assertThat(overfits(noisy(RISING, 0.01, seed), FALLING)).as("risen, seed %d", seed).isTrue();
            Curve plateau = curve(EVERY, noisy(t -> Math.max(0.4, 1 - 3 * t), 0.05, seed));
            for (int step = 0; step <= STEPS; step += EVERY) {
                assertThat(overfits(plateau.upTo(step), FALLING)).as("plateau, seed %d, step %d", seed, step).isFalse();
            }
        }
    }

    @Test
    void aPlateauAFallAndARiseThatIsLittleAreNotOverfitting() {
        assertThat(overfits(t -> 0.4, FALLING)).isFalse();
        assertThat(overfits(FALLING, FALLING)).isFalse();
        assertThat(overfits(t -> t < 0.3 ? 1 - t : 0.7 + 0.03 * (t - 0.3), FALLING)).as("by 3 %").isFalse();
        assertThat(overfits(t -> t < 0.3 ? 1 - t : 1e-8 * t, FALLING)).as("rounding").isFalse();
    }

    @Test
    void whatHasRecoveredOrHasOnlyJustRisenIsNotOverfitting() {
        assertThat(overfits(t -> 0.4 + (t < 0.3 ? 0.3 - t : Math.max(0, 0.3 * Math.sin(Math.PI * (t - 0.3) / 0.5))), FALLING))
                .as("there and back").isFalse();
        assertThat(overfits(t -> t < 0.9 ? 1 - t : 0.1 + 3 * (t - 0.9), FALLING)).as("for the last tenth").isFalse();
        assertThat(overfits(t -> t < 0.97 ? 0.4 - 0.1 * Math.min(t, 0.3) : 5, FALLING)).as("one spike at the end").isFalse();
    }

    @Test
    void whereTrainingRisesTooTheStepsAreTooLarge() {
        assertThat(overfits(RISING, RISING)).isFalse();
        assertThat(overfits(RISING, t -> 0.3)).as("at rest").isTrue();
    }

    @Test
    void whatIsDivergedUnbornOrHardlyValidatedIsNot() {
        assertThat(overfits(t -> t < 0.5 ? 1 - t : t < 0.9 ? t : Double.POSITIVE_INFINITY, FALLING)).isFalse();
        assertThat(Overfitting.of(curve(EVERY, RISING), curve(1, FALLING), Double.NaN)).as("has no validation loss now").isEmpty();
        assertThat(overfits(Curve.EMPTY, FALLING)).isFalse();
        assertThat(overfits(new Curve(new double[] {0}, new double[] {1}), FALLING)).isFalse();
        assertThat(overfits(curve(STEPS / 4, RISING), FALLING)).as("five in all").isFalse();
        assertThat(Overfitting.of(curve(EVERY, RISING), Curve.EMPTY, 0.51)).as("no training loss is known").isEmpty();
    }

    @Test
    void whatAnswersWithItsBestIsNot() {
        assertThat(Overfitting.of(curve(EVERY, RISING), curve(1, FALLING), 0.36)).isEmpty();
    }

    @Test
    void theBestIsTheFirstOfTheLowestAndPassesOverWhatIsNoNumber() {
        assertThat(BestValidation.of(Curve.EMPTY)).isEmpty();
        assertThat(BestValidation.of(new Curve(new double[] {0, 1}, new double[] {Double.NaN, Double.POSITIVE_INFINITY}))).isEmpty();
        Curve some = new Curve(new double[] {0, 10, 20, 30, 40}, new double[] {Double.NaN, 3, 2, 2, 9});
        assertThat(BestValidation.of(some)).contains(new BestValidation(20, 2));
        assertThat(BestValidation.of(some.upTo(19))).contains(new BestValidation(10, 3));
        assertThat(some.upTo(20).size()).isEqualTo(3);
    }
}

package downhill.analysis.diagnosis;

import static org.assertj.core.api.Assertions.assertThat;

import downhill.race.history.Curve;
import java.util.Comparator;
import java.util.Random;
import java.util.function.DoubleUnaryOperator;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Courses that trainings that are well take too, each with noise of batches: nothing is found. And the same with a fault: it is. */
class HealthyCurvesTest {
    private static final int SEEDS = 20;
    private static final DoubleUnaryOperator FALL = t -> 0.08 + Math.exp(-14 * t);

    private static Arguments course(String name, DoubleUnaryOperator loss) {
        return Arguments.of(name, loss);
    }

    static Arguments[] courses() {
        return new Arguments[] {course("quick", t -> 0.05 + Math.exp(-40 * t)), course("even", FALL),
            course("late learner", t -> 0.06 + 1.04 / (1 + Math.exp(30 * (t - 0.4)))),
            course("warm-up that rises at first", t -> 0.1 + (1 + 3 * t) * Math.exp(-9 * t * t)),
            course("plateau well above nought", t -> 0.4 + 0.6 * Math.exp(-20 * t)),
            course("two plateaus", t -> 0.1 + 0.7 / (1 + Math.exp(80 * (t - 0.15))) + 0.2 / (1 + Math.exp(80 * (t - 0.55)))),
            course("warm restarts", t -> 0.1 + 0.9 * Math.exp(-14 * t) + 0.08 * (1 - 3 * t % 1) * Math.exp(-2 * t)),
            course("of a power", t -> 1 / (1 + 60 * t)), course("down to nothing", t -> Math.exp(-40 * t))};
    }

    private static DoubleUnaryOperator noisy(DoubleUnaryOperator loss, double part, long seed) {
        Random noise = new Random(seed);
        return t -> loss.applyAsDouble(t) * (1 + part * noise.nextGaussian());
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("courses")
    void aHealthyCourseIsLeftAlone(String name, DoubleUnaryOperator loss) {
        for (int seed = 0; seed < SEEDS; seed++) {
            Curve training = Ward.training(noisy(loss, 0.15, seed));
            Curve validation = Ward.validation(noisy(loss, 0.01, 100 + seed));
            assertThat(Ward.findings(Ward.patient(training, validation))).as("seed %d", seed).isEmpty();
            assertThat(Ward.findings(Ward.patient(training, Curve.EMPTY))).as("not validated, seed %d", seed).isEmpty();
        }
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("courses")
    void theSameIsFoundOnceItRisesAgain(String name, DoubleUnaryOperator loss) {
        for (int seed = 0; seed < SEEDS; seed++) {
            DoubleUnaryOperator risen = noisy(loss, 0.05, seed);
            Curve training = Ward.training(t -> risen.applyAsDouble(t) + (t < 0.75 ? 0 : 0.5));
            assertThat(Ward.kinds(Ward.patient(training, Curve.EMPTY))).as("seed %d", seed).containsExactly(Ailment.RATE_TOO_LARGE);
        }
    }

    /** One bad batch is no fault, however bad. */
    @Test
    void aSpikeIsNoRise() {
        Curve spiked = Ward.training(t -> FALL.applyAsDouble(t) + (t == 0.5 ? 3 : 0));
        Curve late = Ward.training(t -> FALL.applyAsDouble(t) + (t == 0.9 ? 3 : 0));
        assertThat(Ward.kinds(Ward.patient(spiked, Curve.EMPTY))).isEmpty();
        assertThat(Ward.kinds(Ward.patient(late, Curve.EMPTY))).isEmpty();
    }

    /** As a race under way is seen, from its first steps on; a fall that is steady so far is not yet called slow. */
    @Test
    void aHealthyRaceIsLeftAloneAtEachOfItsSteps() {
        Curve training = Ward.training(noisy(FALL, 0.1, 3));
        Curve validation = Ward.validation(noisy(FALL, 0.005, 4));
        for (int step = 0; step < Ward.POINTS; step += 10) {
            Patient seen = Ward.under(Ward.patient(training.upTo(step), validation.upTo(step)), (step + 1.0) / Ward.POINTS);
            assertThat(Ward.findings(seen)).as("step %d", step).isEmpty();
        }
    }

    /** Losses may be below 0, as a likelihood of densities is: parts of the first are of its size. */
    @Test
    void aLossBelowNoughtIsJudgedByItsSize() {
        assertThat(Ward.kinds(Ward.patient(Ward.training(t -> -2 - Math.min(1, 8 * t)), Curve.EMPTY))).isEmpty();
        assertThat(Ward.kinds(Ward.patient(Ward.training(t -> t < 0.7 ? -2 - Math.min(1, 8 * t) : -2.5), Curve.EMPTY)))
                .containsExactly(Ailment.RATE_TOO_LARGE);
    }

    /** What is judged in the window, of all points, and of those that a long race keeps, the least and the largest of each stretch. */
    @Test
    void thinnedCurvesAreJudgedAsTheWhole() {
        for (DoubleUnaryOperator loss : new DoubleUnaryOperator[] {noisy(FALL, 0.1, 5), noisy(t -> 0.9 - 0.5 * t, 0.03, 6),
            noisy(t -> 0.3 + Math.abs(0.5 - t), 0.03, 7)}) {
            Curve whole = Ward.training(loss);
            Curve thin = thinned(whole);
            assertThat(thin.size()).isEqualTo(whole.size() / 2);
            assertThat(Ward.kinds(Ward.patient(thin, Curve.EMPTY))).isEqualTo(Ward.kinds(Ward.patient(whole, Curve.EMPTY)));
        }
    }

    private static Curve thinned(Curve whole) {
        int[] kept = IntStream.range(0, whole.size() / 4).flatMap(stretch -> IntStream.of(extreme(whole, 4 * stretch, 1),
                extreme(whole, 4 * stretch, -1)).sorted()).toArray();
        return new Curve(IntStream.of(kept).mapToDouble(i -> whole.x()[i]).toArray(), IntStream.of(kept).mapToDouble(i -> whole.y()[i])
                .toArray());
    }

    private static int extreme(Curve curve, int from, int sign) {
        return IntStream.range(from, from + 4).boxed().max(Comparator.comparingDouble(i -> sign * curve.y()[i])).orElseThrow();
    }
}

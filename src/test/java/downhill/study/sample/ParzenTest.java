package downhill.study.sample;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.HashSet;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** The mixture that the Parzen estimator compares, and the random numbers it is drawn with. */
class ParzenTest {
    private static double[] ones(int count) {
        double[] ones = new double[count];
        Arrays.fill(ones, 1);
        return ones;
    }

    /** One over the middle with a width of 1: exp(−z²/2) over the part within the ends, Φ(0.5) − Φ(−0.5) = 0.3829249. */
    @Test
    void withoutPointsItIsTheMiddleAlone() {
        Parzen none = new Parzen(new double[0], new double[0]);
        assertThat(none.log(0.5)).isCloseTo(Math.log(1 / 0.38292492254802624), within(1e-12));
        assertThat(none.log(1)).isCloseTo(Math.log(Math.exp(-0.125) / 0.38292492254802624), within(1e-12));
    }

    @Test
    void itIsHighWherePointsAreAndTheSameFromTheOtherEnd() {
        double[] points = {0.1, 0.15, 0.2, 0.9};
        Parzen here = new Parzen(points, ones(4));
        Parzen turned = new Parzen(Arrays.stream(points).map(x -> 1 - x).toArray(), ones(4));
        assertThat(here.log(0.15)).isGreaterThan(here.log(0.5)).isGreaterThan(here.log(0.7));
        IntStream.rangeClosed(0, 20).mapToDouble(i -> i / 20.0)
                .forEach(x -> assertThat(turned.log(1 - x)).isCloseTo(here.log(x), within(1e-9)));
    }

    /** Points one upon the other, at the ends, or with no weight at all. */
    @Test
    void whatIsDrawnLiesBetweenTheEnds() {
        double[] many = IntStream.range(0, 300).mapToDouble(i -> i / 299.0).toArray();
        for (double[] points : new double[][] {{}, {0}, {1, 1, 1}, {0, 0, 1}, {0.5, 0.5}, many}) {
            Parzen mixture = new Parzen(points, points.length == 2 ? new double[2] : ones(points.length));
            SplittableRandom random = new SplittableRandom(5);
            for (int i = 0; i < 300; i++) {
                assertThat(mixture.draw(random)).isBetween(0.0, 1.0);
            }
            assertThat(Double.isFinite(mixture.log(0))).isTrue();
        }
    }

    /** Most of what is drawn lies about what was good. */
    @Test
    void whatIsDrawnIsWhereThePointsAre() {
        Parzen mixture = new Parzen(new double[] {0.8, 0.81, 0.79, 0.8, 0.8, 0.82, 0.78, 0.8, 0.8}, ones(9));
        SplittableRandom random = new SplittableRandom(5);
        long near = IntStream.range(0, 1000).filter(i -> Math.abs(mixture.draw(random) - 0.8) < 0.2).count();
        assertThat(near).isGreaterThan(600);
    }

    @Test
    void eachTrialHasNumbersOfItsOwn() {
        Set<Long> first = new HashSet<>();
        for (long seed = 0; seed < 40; seed++) {
            for (int number = 0; number < 40; number++) {
                first.add(Draws.of(seed, number).nextLong());
            }
        }
        assertThat(first).hasSize(1600);
        SplittableRandom random = Draws.of(1, 2);
        double[] drawn = IntStream.range(0, 20_000).mapToDouble(i -> Draws.gaussian(random)).toArray();
        assertThat(Arrays.stream(drawn).average().orElseThrow()).isCloseTo(0, within(0.03));
        assertThat(Arrays.stream(drawn).map(x -> x * x).average().orElseThrow()).isCloseTo(1, within(0.04));
        assertThat(Arrays.stream(drawn).map(x -> x * x * x * x).average().orElseThrow()).as("normal").isCloseTo(3, within(0.25));
    }
}

package downhill.race;

import static org.assertj.core.api.Assertions.assertThat;

import downhill.race.document.TrainingSpec.EarlyStopping;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What early stopping remembers, beside a look through all validations anew. */
class BestSoFarTest {
    private static final double[][] NOW = {{1, 2}};

    /** Index of the latest validation that fell by more than the gain below the best before it, or −1. */
    private static int best(double[] losses, int count, double gain) {
        int best = -1;
        for (int i = 0; i < count; i++) {
            boolean first = best < 0 && !Double.isNaN(losses[i]);
            if (first || best >= 0 && losses[best] - losses[i] > gain * Math.abs(losses[best])) {
                best = i;
            }
        }
        return best;
    }

    @ParameterizedTest
    @ValueSource(doubles = {0, 0.125, 0.5})
    void theBestAndTheValidationsSinceAreThoseOfAllThatWere(double gain) {
        for (long seed = 0; seed < 10; seed++) {
            Random random = new Random(seed);
            double[] losses = random.doubles(30)
                    .map(value -> random.nextInt(6) == 0 ? Double.NaN : Math.rint(value * 64) / 8 - 1).toArray();
            EarlyStopping rule = new EarlyStopping(1 + random.nextInt(5), gain, false);
            BestSoFar now = BestSoFar.NOTHING;
            for (int i = 0; i < losses.length; i++) {
                now = now.after(10L * i, losses[i], rule, () -> NOW);
                int best = best(losses, i + 1, gain);
                assertThat(now.step()).as("seed %d, validation %d", seed, i).isEqualTo(best < 0 ? -1 : 10L * best);
                assertThat(now.loss()).isEqualTo(best < 0 ? Double.POSITIVE_INFINITY : losses[best]);
                assertThat(now.bad()).isEqualTo(i - best);
                assertThat(now.exhausted(rule)).isEqualTo(i - best >= rule.patience());
            }
            assertThat(now.parameters()).as("not asked for").isNull();
        }
    }

    @Test
    void parametersAreThoseOfTheBestWhereTheyAreAskedFor() {
        EarlyStopping rule = new EarlyStopping(2, 0, true);
        double[][] first = {{1}};
        double[][] second = {{2}};
        BestSoFar best = BestSoFar.NOTHING.after(0, 5, rule, () -> first);
        assertThat(best.parameters()).isSameAs(first);
        best = best.after(1, 6, rule, () -> second);
        assertThat(best.parameters()).as("a worse one changes nothing").isSameAs(first);
        best = best.after(2, 4, rule, () -> second);
        assertThat(best.parameters()).isSameAs(second);
    }

    /** A first loss of infinity is a validation too: whatever comes then is better. */
    @Test
    void anInfiniteLossIsTheFirstAndTheWorst() {
        EarlyStopping rule = new EarlyStopping(3, 0, false);
        BestSoFar best = BestSoFar.NOTHING.after(7, Double.POSITIVE_INFINITY, rule, () -> NOW);
        assertThat(best.step()).isEqualTo(7);
        assertThat(best.after(8, 1e300, rule, () -> NOW).step()).isEqualTo(8);
    }
}

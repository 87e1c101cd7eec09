package downhill.analysis.curve;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import downhill.analysis.score.ContenderAnswers;
import downhill.analysis.score.HeldOut;
import java.util.Arrays;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Calibration and costs of thresholds against what they are defined to be. */
class CalibrationLawsTest {
    /** Of n rows with p the share that comes true is p but for chance: the error is small; said with half of it, it is half of it. */
    @Test
    void whatIsSaidAsOftenAsItComesTrueHasNoError() {
        Random random = new Random(4);
        double[] said = new double[20_000];
        boolean[] positive = new boolean[said.length];
        for (int i = 0; i < said.length; i++) {
            said[i] = random.nextDouble();
            positive[i] = random.nextDouble() < said[i];
        }
        Calibration right = Calibration.ofClass(MadeAnswers.of(MadeAnswers.run(0, said, positive)), 1, 10);
        assertThat(right.errors()[0]).isLessThan(0.015);
        assertThat(right.observed()).containsExactly(right.bins().x(), within(0.04));
        double[] half = Arrays.stream(said).map(p -> p / 2).toArray();
        Calibration timid = Calibration.ofClass(MadeAnswers.of(MadeAnswers.run(0, half, positive)), 1, 10);
        assertThat(timid.errors()[0]).isCloseTo(0.25, within(0.01));
        assertThat(Arrays.stream(timid.observed()).skip(5)).as("nothing is said above one half").containsOnly(Double.NaN);
        assertThat(Arrays.stream(timid.counts()).skip(5)).containsOnly(0);
    }

    /** Each bin without its lower end and with its upper one, the first with both. */
    @Test
    void aProbabilityOnABoundIsOfTheBinBelow() {
        double[] said = {0, 0.1, 0.2, 0.30000000000000004, 0.3, 0.7, 1};
        boolean[] positive = {false, true, false, true, false, true, true};
        Calibration found = Calibration.ofClass(MadeAnswers.of(MadeAnswers.run(0, said, positive)), 1, 10);
        assertThat(found.counts()).containsExactly(2, 1, 2, 0, 0, 0, 1, 0, 0, 1);
        assertThat(found.observed()[0]).isEqualTo(0.5);
        assertThat(Calibration.ofClass(MadeAnswers.of(MadeAnswers.run(0, said, positive)), 1, 1).counts()).containsExactly(7);
    }

    /** The error of all bins in one is how far the mean of what is said is from the share. */
    @Test
    void theErrorIsAtLeastThatOfTheMeans() {
        for (int seed = 0; seed < 40; seed++) {
            Random random = new Random(seed);
            double[] said = MadeAnswers.probabilities(random, 50);
            double[] weights = random.doubles(50, 0.1, 2).toArray();
            ContenderAnswers answers = MadeAnswers.of(MadeAnswers.run(0, said, MadeAnswers.kinds(random, 50), weights));
            double ten = Calibration.ofClass(answers, 1, 10).errors()[0];
            double one = Calibration.ofClass(answers, 1, 1).errors()[0];
            assertThat(ten).isBetween(one - 1e-12, 1.0);
            assertThat(Calibration.ofClass(answers, 0, 1).errors()[0]).as("of the other class the same").isCloseTo(one, within(1e-12));
        }
    }

    @Test
    void anAnswerThatIsNoNumberHasNoErrorAndLeavesTheOthers() {
        double[] said = {0.9, Double.NaN};
        boolean[] positive = {true, false};
        ContenderAnswers both = MadeAnswers.of(MadeAnswers.run(0, said, positive),
                MadeAnswers.run(1, new double[] {0.8}, new boolean[] {true}));
        assertThat(Calibration.ofAnswers(both, 10).errors()).containsExactly(new double[] {0.2}, within(1e-12));
        assertThat(Calibration.ofClass(both, 1, 10).errors()).containsExactly(new double[] {0.2}, within(1e-12));
        assertThat(Calibration.ofAnswers(MadeAnswers.of(), 10).bins().mean()).containsOnly(Double.NaN);
    }

    /** Of calibrated answers it is best to take what has p above alarm / (missing + alarm) (Elkan 2001). */
    @Test
    void theBestThresholdOfCalibratedAnswersIsThatOfTheCosts() {
        Random random = new Random(8);
        double[] said = random.doubles(4000).toArray();
        boolean[] positive = new boolean[said.length];
        for (int i = 0; i < said.length; i++) {
            positive[i] = random.nextDouble() < said[i];
        }
        ContenderAnswers answers = MadeAnswers.of(MadeAnswers.run(0, said, positive));
        for (double missing : new double[] {1, 3, 9}) {
            Thresholds found = Thresholds.of(answers, 1, missing, 1);
            double best = 1 / (missing + 1);
            assertThat(found.threshold()).as("missing %s", missing).isCloseTo(best, within(0.06));
            assertThat(found.cost().mean()[found.best()]).isLessThanOrEqualTo(found.cost().mean()[(int) Math.round(100 * best)]);
        }
    }

    @Test
    void whatIsTakenFallsAsTheThresholdRises() {
        Random random = new Random(2);
        ContenderAnswers answers = MadeAnswers.of(MadeAnswers.run(0, MadeAnswers.probabilities(random, 60), MadeAnswers.kinds(random, 60)),
                MadeAnswers.run(1, MadeAnswers.probabilities(random, 20), MadeAnswers.kinds(random, 20)));
        Thresholds found = Thresholds.of(answers, 1, 1, 0);
        for (int i = 1; i <= 100; i++) {
            assertThat(found.recall()[i]).isLessThanOrEqualTo(found.recall()[i - 1]);
            assertThat(found.falseRate()[i]).isLessThanOrEqualTo(found.falseRate()[i - 1]);
        }
        assertThat(found.cost().mean()[0]).as("an alarm costs nothing: take all").isZero();
        assertThat(found.cost().mean()[found.best()]).isZero();
        assertThat(Thresholds.of(answers, 1, 0, 0).threshold()).as("of equals that at one half").isEqualTo(0.5);
        assertThat(Thresholds.of(MadeAnswers.of(), 1, 1, 1).threshold()).as("nothing is known").isEqualTo(0.5);
    }

    /** By hand: in each fold the threshold that is best for the others, of which no row of its own has been asked. */
    @Test
    void theCostOfAThresholdThatOtherFoldsChoseIsNoLessThanThatOfItsOwn() {
        Random random = new Random(5);
        for (int trial = 0; trial < 20; trial++) {
            HeldOut[] runs = new HeldOut[4];
            for (int fold = 0; fold < runs.length; fold++) {
                runs[fold] = MadeAnswers.run(fold, MadeAnswers.probabilities(random, 12), MadeAnswers.kinds(random, 12));
            }
            Thresholds all = Thresholds.of(MadeAnswers.of(runs), 1, 3, 1);
            double sum = 0;
            for (int fold = 0; fold < runs.length; fold++) {
                int own = fold;
                HeldOut[] others = IntStream.range(0, runs.length).filter(each -> each != own).mapToObj(each -> runs[each])
                        .toArray(HeldOut[]::new);
                sum += all.cost().each()[fold][Thresholds.of(MadeAnswers.of(others), 1, 3, 1).best()];
            }
            assertThat(all.outer()).isCloseTo(sum / runs.length, within(1e-12));
            assertThat(all.outer()).isGreaterThanOrEqualTo(all.cost().mean()[all.best()] - 1e-12);
        }
        Thresholds one = Thresholds.of(MadeAnswers.of(MadeAnswers.run(0, new double[] {0.9, 0.2}, new boolean[] {true, false})), 1, 1, 1);
        assertThat(one.outer()).as("no other folds").isNaN();
        assertThat(one.said("A", "yes").orElseThrow().toString()).contains("from probability 0.5 on costs 0 a row", "100 %", "0 %")
                .doesNotContain("other folds");
        assertThat(Thresholds.of(MadeAnswers.of(), 1, 1, 1).said("A", "yes")).isEmpty();
    }

    @Test
    void whereNothingIsTakenThereIsNoPrecision() {
        Thresholds found = Thresholds.of(MadeAnswers.of(MadeAnswers.run(0, new double[] {0.4, 0.2}, new boolean[] {true, false})), 1, 1, 1);
        assertThat(found.precision()[40]).isEqualTo(1);
        assertThat(found.precision()[20]).isEqualTo(0.5);
        assertThat(found.precision()[41]).isNaN();
        assertThat(found.threshold()).as("the nearest to one half of those that err with nobody").isEqualTo(0.4);
    }
}

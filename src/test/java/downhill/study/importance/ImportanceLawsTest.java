package downhill.study.importance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import downhill.study.sample.RandomSampler;
import downhill.study.space.SearchSpace;
import downhill.study.space.VaryText;
import downhill.study.trial.Trial;
import downhill.study.trial.TrialState;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Shares of knobs whatever the losses are. */
class ImportanceLawsTest {
    private static final SearchSpace SPACE = new SearchSpace(Stream.of("x=0..1", "y=0..1", "kind=a,b", "z=0..1:if:kind=b")
            .map(VaryText::read).toList());

    private static List<Trial> trials(int count, double factor, double more) {
        RandomSampler sampler = new RandomSampler(7);
        return IntStream.range(0, count).mapToObj(i -> {
            Map<String, Object> values = sampler.next(SPACE, List.of(), i);
            double loss = 2 * (Double) values.get("x") + (Double) values.getOrDefault("z", 0.5) + 0.1 * (Double) values.get("y");
            return Trial.begun(i, values, 0, 0).ended(TrialState.COMPLETE, factor * loss + more);
        }).toList();
    }

    @Test
    void theUnitOfALossDoesNotMatter() {
        for (int count : new int[] {20, 60}) {
            Map<String, Double> one = Importance.of(SPACE, trials(count, 1, 0)).shares();
            Map<String, Double> other = Importance.of(SPACE, trials(count, 128, 0)).shares();
            Map<String, Double> moved = Importance.of(SPACE, trials(count, 1, 5)).shares();
            assertThat(one).containsOnlyKeys("x", "y", "kind", "z");
            one.forEach((knob, share) -> {
                assertThat(other.get(knob)).isCloseTo(share, within(1e-9));
                assertThat(moved.get(knob)).as("rounding may cut elsewhere").isCloseTo(share, within(0.01));
                assertThat(share).isBetween(0.0, 1.0);
            });
            assertThat(one.get("x")).as("of %s trials", count).isGreaterThan(one.get("y"));
        }
    }

    /** Trials that failed, were given up or are of another space change nothing. */
    @Test
    void onlyCompleteTrialsOfTheSpaceCount() {
        List<Trial> all = new ArrayList<>(trials(40, 1, 0));
        Map<String, Double> before = Importance.of(SPACE, all).shares();
        Map<String, Object> values = all.get(0).values();
        all.add(Trial.begun(90, values, 0, 0).ended(TrialState.FAILED, Double.NaN));
        all.add(Trial.begun(91, values, 0, 0).reporting(5, 1e9).ended(TrialState.PRUNED, Double.NaN));
        all.add(Trial.begun(92, Map.of("x", 0.5), 0, 0).ended(TrialState.COMPLETE, 1e9));
        all.add(Trial.begun(93, values, 0, 0));
        assertThat(Importance.of(SPACE, all).shares()).isEqualTo(before);
        assertThat(Importance.of(SPACE, all.subList(0, 3)).shares()).isEmpty();
        assertThat(Importance.of(SPACE, all.subList(0, 31)).few()).isTrue();
        assertThat(Importance.of(SPACE, all.subList(0, 32)).few()).isFalse();
    }

    /** A quarter of the square is 4 higher: means of each half 2 and 0 (of both dimensions), variance 3, main effects 1 each. */
    @Test
    void aTreeOfAStepIsTheStep() {
        double[][] points = {{0.25, 0.25}, {0.25, 0.75}, {0.75, 0.25}, {0.75, 0.75}};
        double[] effects = new Tree(points, new double[] {0, 0, 0, 4}).mainEffects();
        assertThat(effects).containsExactly(new double[] {1 / 3.0, 1 / 3.0}, within(1e-12));
        assertThat(new Tree(points, new double[] {1, 1, 3, 3}).mainEffects()).containsExactly(new double[] {1, 0}, within(1e-12));
        assertThat(new Tree(points, new double[] {1, 1, 1, 1}).mainEffects()).as("there is nothing to explain").containsOnly(0);
    }

    /** No number lies between neighbours: a cut there must still leave something on both sides. */
    @Test
    void placesThatAreNeighboursCanBeCut() {
        for (double place : new double[] {0.1, 0.3, 0.5, 0.7, 1.0}) {
            for (double start : new double[] {place, Math.nextDown(place), Math.nextDown(Math.nextDown(place))}) {
                double[][] points = {{Math.nextDown(start)}, {start}};
                assertThat(new Tree(points, new double[] {0, 1}).mainEffects()[0]).isBetween(0.0, 1 + 1e-9);
            }
        }
    }

    /** The order in which trials stand is of no account where each has its own loss and all are drawn alike. */
    @Test
    void ofFewTrialsTheOrderIsOfNoAccount() {
        List<Trial> all = new ArrayList<>(trials(20, 1, 0));
        double[] before = Importance.of(SPACE, all).shares().values().stream().mapToDouble(each -> each).toArray();
        Collections.shuffle(all, new Random(3));
        double[] after = Importance.of(SPACE, all).shares().values().stream().mapToDouble(each -> each).toArray();
        assertThat(after).containsExactly(before, within(1e-9));
        assertThat(Arrays.stream(after).sum()).isCloseTo(1, within(1e-12));
    }
}

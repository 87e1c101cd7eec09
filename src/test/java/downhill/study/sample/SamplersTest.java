package downhill.study.sample;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import downhill.study.space.SearchSpace;
import downhill.study.space.VaryText;
import downhill.study.trial.Trial;
import downhill.study.trial.TrialState;
import downhill.words.RefusedException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.LongFunction;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class SamplersTest {
    private static final SearchSpace MIXED = space("rate=1e-5..1:log", "optimizer=adam,momentum,sgd",
            "momentum=0.5..0.99:if:optimizer=momentum", "batch=8..64:int:log", "drop=0..0.5:step=0.1");
    private static final List<LongFunction<Sampler>> ALL = List.of(RandomSampler::new, SobolSampler::new, GridSampler::new,
            TpeSampler::new, CmaesSampler::new);

    private static SearchSpace space(String... knobs) {
        return new SearchSpace(Stream.of(knobs).map(VaryText::read).toList());
    }

    /** A study without races: trials that were chosen together end together. */
    static List<Trial> study(Sampler sampler, SearchSpace space, int count, ToDoubleFunction<Map<String, Object>> loss) {
        List<Trial> trials = new ArrayList<>();
        while (trials.size() < count) {
            List<Trial> before = List.copyOf(trials);
            int together = Math.min(sampler.together(space), count - trials.size());
            for (int i = 0; i < together; i++) {
                int number = before.size() + i;
                Map<String, Object> values = sampler.next(space, before, number);
                Trial trial = Trial.begun(number, values, before.size(), 0);
                double came = loss.applyAsDouble(values);
                trials.add(Double.isFinite(came) ? trial.ended(TrialState.COMPLETE, came) : trial.ended(TrialState.FAILED, Double.NaN));
            }
        }
        return trials;
    }

    private static double rough(Map<String, Object> values) {
        double rate = Math.log10((Double) values.get("rate"));
        return rate > -0.5 ? Double.NaN : Math.abs(rate + 2) + (values.get("optimizer").equals("sgd") ? 1 : 0);
    }

    @Test
    void everyTrialIsAPointOfTheSpaceAndRepeatsFromItsSeed() {
        for (LongFunction<Sampler> each : ALL) {
            List<Trial> trials = study(each.apply(3), MIXED, 60, SamplersTest::rough);
            assertThat(trials).allSatisfy(trial -> assertThat(MIXED.holds(trial.values())).as("%s: %s", each.apply(3), trial).isTrue());
            assertThat(study(each.apply(3), MIXED, 60, SamplersTest::rough)).isEqualTo(trials);
            assertThat(study(each.apply(4), MIXED, 60, SamplersTest::rough)).as("another seed").isNotEqualTo(trials);
            assertThat(trials.stream().map(Trial::values).distinct().count()).as("hardly a point twice").isGreaterThan(55);
        }
    }

    /** What a study that was interrupted asks again is what it had been told. */
    @Test
    void aTrialDependsOnThoseBeforeItsGenerationAlone() {
        for (LongFunction<Sampler> each : ALL) {
            List<Trial> trials = study(each.apply(5), MIXED, 40, SamplersTest::rough);
            for (Trial trial : trials) {
                assertThat(each.apply(5).next(MIXED, trials.subList(0, trial.generation()), trial.number())).isEqualTo(trial.values());
            }
        }
    }

    @Test
    void aGridHasEachPointOnceAndNothingForWhatDoesNotMatter() {
        SearchSpace space = space("a=x,y", "b=1..3:int:if:a=y", "c=0..1:step=0.25", "d=1e-4..1:log");
        Sampler grid = new GridSampler(1);
        int most = grid.most(space).orElseThrow();
        assertThat(most).isEqualTo((1 + 3) * 5 * GridSampler.POINTS);
        Set<Map<String, Object>> points = new HashSet<>();
        IntStream.range(0, most).forEach(i -> points.add(grid.next(space, List.of(), i)));
        assertThat(points).hasSize(most).allMatch(space::holds);
        assertThat(points.stream().map(point -> (Double) point.get("d")).distinct().sorted().map(each -> Math.round(Math.log10(each))))
                .containsExactly(-4L, -3L, -2L, -1L, 0L);
        SearchSpace large = space("a=1..9999:step=0.5", "b=1..9999:step=0.5");
        assertThatThrownBy(() -> grid.check(large)).isInstanceOf(RefusedException.class).hasMessageContaining("100");
    }

    @Test
    void sobolFillsEveryElementaryIntervalWhateverTheSeed() {
        for (long seed = 0; seed < 5; seed++) {
            SobolSampler sobol = new SobolSampler(seed);
            for (int d = 0; d < 6; d++) {
                int[] hits = new int[64];
                for (int i = 0; i < 64; i++) {
                    hits[(int) (sobol.point(6, i)[d] * 64)]++;
                }
                assertThat(hits).as("seed %d, dimension %d", seed, d).containsOnly(1);
            }
            int[] squares = new int[64];
            for (int i = 0; i < 64; i++) {
                double[] point = sobol.point(2, i);
                squares[(int) (point[0] * 8) * 8 + (int) (point[1] * 8)]++;
            }
            assertThat(squares).as("a (0, 6, 2)-net").containsOnly(1);
        }
    }

    /** Hartmann's function of six numbers, a valley in which the optimizer decides, and a ridge of rate and momentum. */
    @Test
    void tpeBeatsRandomSearchInTheMedianOfTwentyStudies() {
        assertThat(wins(space(IntStream.range(0, 6).mapToObj(i -> "x" + i + "=0..1").toArray(String[]::new)), SamplersTest::hartmann))
                .isGreaterThan(0);
        assertThat(wins(MIXED, SamplersTest::valley)).isGreaterThan(0);
        assertThat(wins(space("rate=1e-5..1:log", "momentum=0..0.99", "width=1..64:int:log"), values -> {
            double effective = Math.log10((Double) values.get("rate") / (1 - (Double) values.get("momentum")));
            return Math.pow(effective + 1, 2) + 3.0 / (Long) values.get("width") + (Double) values.get("momentum") * 0.1;
        })).isGreaterThan(0);
    }

    /** By how much the median of random search is worse. */
    private static double wins(SearchSpace space, ToDoubleFunction<Map<String, Object>> loss) {
        return median(RandomSampler::new, space, loss) - median(TpeSampler::new, space, loss);
    }

    private static double median(LongFunction<Sampler> sampler, SearchSpace space, ToDoubleFunction<Map<String, Object>> loss) {
        double[] best = IntStream.range(0, 20).mapToDouble(seed -> study(sampler.apply(seed), space, 64, loss).stream()
                .filter(trial -> trial.state() == TrialState.COMPLETE).mapToDouble(Trial::loss).min().orElseThrow()).sorted().toArray();
        return (best[9] + best[10]) / 2;
    }

    private static double valley(Map<String, Object> values) {
        double rate = Math.log10((Double) values.get("rate"));
        double best = values.get("optimizer").equals("adam") ? -3 : values.get("optimizer").equals("sgd") ? -1 : -1.5;
        double reach = values.get("optimizer").equals("momentum") ? Math.abs((Double) values.get("momentum") - 0.9) : 0.4;
        return Math.abs(rate - best) + 2 * reach + Math.abs((Double) values.get("drop") - 0.1)
                + Math.abs(Math.log((Long) values.get("batch")) - 3) / 4;
    }

    private static final double[][] A = {{10, 3, 17, 3.5, 1.7, 8}, {0.05, 10, 17, 0.1, 8, 14}, {3, 3.5, 1.7, 10, 17, 8},
        {17, 8, 0.05, 10, 0.1, 14}};
    private static final double[][] P = {{1312, 1696, 5569, 124, 8283, 5886}, {2329, 4135, 8307, 3736, 1004, 9991},
        {2348, 1451, 3522, 2883, 3047, 6650}, {4047, 8828, 8732, 5743, 1091, 381}};
    private static final double[] ALPHA = {1, 1.2, 3, 3.2};

    private static double hartmann(Map<String, Object> values) {
        double sum = 0;
        for (int i = 0; i < 4; i++) {
            double inner = 0;
            for (int j = 0; j < 6; j++) {
                inner += A[i][j] * Math.pow((Double) values.get("x" + j) - P[i][j] * 1e-4, 2);
            }
            sum -= ALPHA[i] * Math.exp(-inner);
        }
        return sum;
    }

    @Test
    void tpePrefersTheChoiceThatDoesBetter() {
        List<Trial> trials = study(new TpeSampler(1), MIXED, 80, SamplersTest::rough);
        long poor = trials.subList(40, 80).stream().filter(trial -> trial.values().get("optimizer").equals("sgd")).count();
        long diverged = trials.subList(40, 80).stream().filter(trial -> trial.state() == TrialState.FAILED).count();
        assertThat(poor).as("of 40, the third that is worse by 1").isLessThan(8);
        assertThat(diverged).as("of 40, a tenth at random").isLessThan(3);
    }

    @Test
    void cmaesNeedsANumber() {
        assertThatThrownBy(() -> new CmaesSampler(1).check(space("a=x,y"))).isInstanceOf(RefusedException.class)
                .hasMessageContaining("numbers");
        assertThat(Arrays.asList(new CmaesSampler(1).together(MIXED))).containsExactly(4 + (int) (3 * Math.log(4)));
    }
}

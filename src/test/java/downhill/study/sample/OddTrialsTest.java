package downhill.study.sample;

import static org.assertj.core.api.Assertions.assertThat;

import downhill.study.importance.Importance;
import downhill.study.space.SearchSpace;
import downhill.study.space.VaryText;
import downhill.study.stop.HalvingPruner;
import downhill.study.stop.HyperbandPruner;
import downhill.study.stop.MedianPruner;
import downhill.study.stop.NoPruner;
import downhill.study.stop.Pruner;
import downhill.study.trial.Trial;
import downhill.study.trial.TrialState;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.IntFunction;
import java.util.function.LongFunction;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Trials such as other programs add to a study, and spaces at their limits: samplers, pruners and importance go on. */
class OddTrialsTest {
    private static final SearchSpace SPACE = space("rate=1e-5..1:log", "optimizer=adam,momentum,sgd",
            "momentum=0.5..0.99:if:optimizer=momentum", "batch=8..64:int:log");
    private static final List<LongFunction<Sampler>> SAMPLERS = List.of(RandomSampler::new, SobolSampler::new, GridSampler::new,
            TpeSampler::new, CmaesSampler::new);
    private static final Map<String, Object> POINT = Map.of("rate", 0.01, "optimizer", "sgd", "batch", 16L);

    private static SearchSpace space(String... knobs) {
        return new SearchSpace(Stream.of(knobs).map(VaryText::read).toList());
    }

    /** As Optuna 3.1.0 lets them be: losses without an end, values of another space or of none, reports before the first step. */
    private static final List<IntFunction<Trial>> ODD = List.of(
            number -> complete(number, POINT, Double.POSITIVE_INFINITY),
            number -> complete(number, POINT, Double.NEGATIVE_INFINITY),
            number -> complete(number, Map.of("batch", 16L), 0.5),
            number -> complete(number, Map.of("rate", 0.01, "optimizer", "sgd", "batch", 16L, "other", 3.0), 0.5),
            number -> complete(number, Map.of("rate", 5.0, "optimizer", "sgd", "batch", 16L), 0.1),
            number -> complete(number, Map.of("rate", "fast", "optimizer", "sgd", "batch", 16L), 0.1),
            number -> complete(number, Map.of("rate", 0.01, "optimizer", "unheard", "batch", 16L), 0.1),
            number -> complete(number, Map.of(), 0.2),
            number -> begun(number, POINT).ended(TrialState.FAILED, Double.NaN),
            number -> begun(number, POINT).ended(TrialState.PRUNED, Double.NaN),
            number -> begun(number, POINT).reporting(-1, Double.NaN).ended(TrialState.PRUNED, Double.NaN),
            number -> begun(number, POINT).reporting(9, Double.POSITIVE_INFINITY).ended(TrialState.PRUNED, Double.NaN));

    private static Trial begun(int number, Map<String, Object> values) {
        return Trial.begun(number, values, -1, 0);
    }

    private static Trial complete(int number, Map<String, Object> values, double loss) {
        return begun(number, values).reporting(9, loss).ended(TrialState.COMPLETE, loss);
    }

    /** Own trials and odd ones by turns. */
    private static List<Trial> mixed(Sampler sampler, int count) {
        List<Trial> trials = new ArrayList<>();
        for (int number = 0; number < count; number++) {
            List<Trial> before = List.copyOf(trials);
            trials.add(number % 2 == 1 ? ODD.get(number / 2 % ODD.size()).apply(number)
                    : complete(number, sampler.next(SPACE, before, number),
                    number % 7 * 0.3));
        }
        return trials;
    }

    @Test
    void everySamplerGoesOnWithPointsOfItsSpace() {
        for (LongFunction<Sampler> each : SAMPLERS) {
            List<Trial> trials = mixed(each.apply(3), 60);
            for (int number = 60; number < 80; number++) {
                Map<String, Object> next = each.apply(3).next(SPACE, trials, number);
                assertThat(SPACE.holds(next)).as("%s: %s", each.apply(3), next).isTrue();
            }
        }
    }

    @Test
    void pruningAndImportanceGoByWhatIsANumber() {
        List<Trial> trials = mixed(new RandomSampler(5), 120);
        List<Trial> racing = List.of(Trial.begun(120, POINT, 120, 0).reporting(9, 0.05), Trial.begun(121, POINT, 120, 0).reporting(9, 50));
        for (Pruner pruner : List.of(new NoPruner(), new MedianPruner(), new HalvingPruner(), new HyperbandPruner())) {
            assertThat(pruner.losers(9, racing, trials)).as("%s", pruner).doesNotContain(120).isSubsetOf(121);
        }
        Importance found = Importance.of(SPACE, trials);
        assertThat(found.few()).isFalse();
        assertThat(found.shares().keySet()).hasSize(4);
        assertThat(found.shares().values().stream().mapToDouble(share -> share).sum()).isBetween(0.999, 1.001);
    }

    /** A study in which nothing has come to its end, or all to the same, is searched like any other. */
    @Test
    void whereTrialsTellNothingSamplersGoOn() {
        for (LongFunction<Sampler> each : SAMPLERS) {
            for (IntFunction<Trial> all : List.<IntFunction<Trial>>of(ODD.get(8), ODD.get(9), ODD.get(0),
                    number -> complete(number, POINT, 1))) {
                List<Trial> trials = IntStream.range(0, 30).mapToObj(all).toList();
                assertThat(SPACE.holds(each.apply(1).next(SPACE, trials, 30))).as("%s after %s", each.apply(1), trials.get(0)).isTrue();
            }
        }
    }

    /** One value, two neighbours, a condition on a condition, whole numbers up to the greatest there are. */
    @Test
    void spacesAtTheirLimitsAreSearched() {
        SearchSpace odd = space("only=a", "near=1..1.0000000000000002", "huge=1..9007199254740992:int:log", "wide=1e-300..1e300:log",
                "first=a,b", "second=a,b:if:first=b", "third=0..1:if:second=b", "steps=0..0.3:step=0.1");
        for (LongFunction<Sampler> each : SAMPLERS) {
            List<Trial> trials = SamplersTest.study(each.apply(2), odd, 60, values -> Math.log((Double) values.get("wide")));
            assertThat(trials).as("%s", each.apply(2)).allSatisfy(trial -> assertThat(odd.holds(trial.values())).as("%s", trial).isTrue());
            assertThat(trials).anyMatch(trial -> trial.values().containsKey("third"));
        }
    }
}

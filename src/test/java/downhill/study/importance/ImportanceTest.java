package downhill.study.importance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import downhill.study.sample.RandomSampler;
import downhill.study.space.SearchSpace;
import downhill.study.space.VaryText;
import downhill.study.trial.Trial;
import downhill.study.trial.TrialState;
import java.util.List;
import java.util.Map;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class ImportanceTest {
    private static final SearchSpace SPACE = new SearchSpace(Stream.of("x=0..1", "y=0..1", "z=0..1", "c=a,b").map(VaryText::read).toList());

    private static Importance of(int trials, ToDoubleFunction<Map<String, Object>> loss) {
        RandomSampler sampler = new RandomSampler(2);
        return Importance.of(SPACE, IntStream.range(0, trials).mapToObj(i -> {
            Trial trial = Trial.begun(i, sampler.next(SPACE, List.of(), i), 0, 0);
            return trial.ended(TrialState.COMPLETE, loss.applyAsDouble(trial.values()));
        }).toList());
    }

    private static double at(Map<String, Object> values, String knob) {
        return (Double) values.get(knob);
    }

    /** Of 4x + 2y + 1[c = b] the variances are 16/12, 4/12 and 1/4: shares 0.696, 0.174 and 0.130. */
    @Test
    void sharesOfAdditiveEffectsAreThoseOfTheirVariances() {
        Importance found = of(400, values -> 4 * at(values, "x") + 2 * at(values, "y") + (values.get("c").equals("b") ? 1 : 0));
        assertThat(found.few()).isFalse();
        assertThat(found.shares()).containsOnlyKeys("x", "y", "z", "c");
        assertThat(found.shares().get("x")).isCloseTo(0.696, within(0.06));
        assertThat(found.shares().get("y")).isCloseTo(0.174, within(0.05));
        assertThat(found.shares().get("c")).isCloseTo(0.130, within(0.05));
        assertThat(found.shares().get("z")).isLessThan(0.02);
        assertThat(found.shares().values().stream().mapToDouble(each -> each).sum()).isCloseTo(1, within(1e-12));
    }

    @Test
    void ofFewTrialsTheKnobThatDecidesIsToldToo() {
        Importance found = of(24, values -> Math.abs(at(values, "x") - 0.2) + 0.01 * at(values, "y"));
        assertThat(found.few()).isTrue();
        assertThat(found.shares().get("x")).isEqualTo(found.shares().values().stream().mapToDouble(each -> each).max().orElseThrow());
    }

    @Test
    void whereNothingCanBeSaidNothingIs() {
        assertThat(of(3, values -> at(values, "x")).shares()).isEmpty();
        assertThat(of(50, values -> 1).shares()).as("all the same").isEmpty();
    }
}

package downhill.study.space;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Texts of knobs and back, and points of spaces whatever the order of their knobs. */
class SpaceLawsTest {
    /** A study that is opened again is compared with what is asked for: its text must give the very same knob. */
    @ParameterizedTest
    @ValueSource(strings = {"a=1e-5..1:log", "a=-3..7", "a=0..1:step=0.1", "a=2..9:int", "a=1..1000:int:log", "a=4..64:int:step=4",
        "a=x,y,z", "a=8,16-16,64", "a=0.5,1.0", "a=1e3,2", "a=-0.25,.5", "a=1e-300..1e300:log", "a=yes,no", "a=+3,4",
        "a=constant,linear-warmup:steps=100,then=cosine", "a=0.2..0.3:step=0.1", "a=1,2:if:b=x,y:if:c=3,0.5", "a=1_000,2"})
    void theTextOfAKnobIsReadAsTheSame(String text) {
        Knob knob = VaryText.read(text);
        assertThat(VaryText.read(VaryText.text(knob))).isEqualTo(knob);
    }

    private static List<Knob> knobs() {
        return new ArrayList<>(Stream.of("model=linear,mlp,gru", "width=8..64:int:if:model=gru", "hidden=8,16:if:model=mlp",
                "act=relu,tanh:if:model=mlp", "slope=0.1..0.3:if:act=relu", "rate=1e-3..1:log").map(VaryText::read).toList());
    }

    /** However they are written down, what a knob hangs on is chosen before it. */
    @Test
    void pointsAreTheSameWhateverTheOrder() {
        for (int seed = 0; seed < 50; seed++) {
            List<Knob> shuffled = knobs();
            Collections.shuffle(shuffled, new Random(seed));
            SearchSpace space = new SearchSpace(shuffled);
            Random random = new Random(seed);
            Map<String, Double> units = new HashMap<>();
            knobs().forEach(knob -> units.put(knob.name(), random.nextDouble()));
            Map<String, Object> point = space.values(knob -> units.get(knob.name()));
            assertThat(point).isEqualTo(new SearchSpace(knobs()).values(knob -> units.get(knob.name())));
            assertThat(space.holds(point)).isTrue();
            assertThat(point.containsKey("slope")).as("two steps down").isEqualTo("mlp".equals(point.get("model"))
                    && "relu".equals(point.get("act")));
        }
    }

    /** One value more, one less, or one that is out of range is no point. */
    @Test
    void whatIsNoPointIsTold() {
        SearchSpace space = new SearchSpace(knobs());
        Map<String, Object> point = Map.of("model", "gru", "width", 16L, "rate", 0.1);
        assertThat(space.holds(point)).isTrue();
        for (Map.Entry<String, Object> wrong : Map.<String, Object>of("hidden", 8L, "width", 65L, "rate", 2.0, "model", "cnn", "other", 1L)
                .entrySet()) {
            Map<String, Object> changed = new HashMap<>(point);
            changed.put(wrong.getKey(), wrong.getValue());
            assertThat(space.holds(changed)).as("%s", wrong).isFalse();
        }
        assertThat(space.holds(Map.of("model", "gru", "rate", 0.1))).isFalse();
        assertThat(space.holds(Map.of("model", "gru", "width", 16.5, "rate", 0.1))).as("a whole number").isFalse();
        assertThat(space.holds(Map.of("model", "gru", "width", "16", "rate", 0.1))).as("a text").isFalse();
    }

    @Test
    void theEndsOfARangeAreReachedToTheBitAndNothingLiesBeyond() {
        for (String text : List.of("a=1e-5..1:log", "a=0.1..0.7", "a=3..10:int:log", "a=1e-300..1e300:log", "a=-0.3..0.9:step=0.3")) {
            NumberRange range = (NumberRange) VaryText.read(text).extent();
            assertThat(((Number) range.at(0)).doubleValue()).as(text).isEqualTo(range.low());
            assertThat(((Number) range.at(1)).doubleValue()).as(text).isEqualTo(range.high());
            for (double unit : new double[] {-1, -1e-300, Math.nextDown(1.0), 1.5}) {
                assertThat(range.holds(range.at(unit))).as("%s at %s", text, unit).isTrue();
            }
            assertThat(range.unit((Object) range.low())).isBetween(0.0, 0.5);
        }
    }
}

package downhill.study.space;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import downhill.words.RefusedException;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SpaceTest {
    private static final Random RANDOM = new Random(7);

    private static Stream<Extent> ranges() {
        return Stream.of("a=1e-5..1:log", "a=-3..7", "a=0..1:step=0.1", "a=2..9:int", "a=1..1000:int:log", "a=4..64:int:step=4", "a=x,y,z",
                "a=16,32,16-16", "a=0.5..0.75").map(VaryText::read).map(Knob::extent);
    }

    @Test
    void everyPlaceIsAValueAndEveryValueHasItsPlace() {
        assertThat(ranges()).allSatisfy(extent -> {
            for (int i = 0; i < 500; i++) {
                Object value = extent.at(i < 2 ? i : RANDOM.nextDouble());
                assertThat(extent.holds(value)).as("%s holds %s", extent, value).isTrue();
                double unit = extent.unit(value);
                assertThat(unit).isBetween(0.0, 1.0);
                Object again = extent.at(unit);
                if (value instanceof Double number) {
                    assertThat((Double) again).isCloseTo(number, org.assertj.core.data.Percentage.withPercentage(1e-6));
                } else {
                    assertThat(again).isEqualTo(value);
                }
            }
        });
    }

    /** A value at an end that came half as often as the others would never be found. */
    @Test
    void countableValuesHaveEqualParts() {
        for (String text : List.of("a=2..9:int", "a=0..1:step=0.1", "a=x,y,z")) {
            Extent extent = VaryText.read(text).extent();
            int count = extent.count().orElseThrow();
            for (int i = 0; i < count; i++) {
                assertThat(extent.at((i + 0.01) / count)).as(text).isEqualTo(extent.at((i + 0.99) / count));
            }
            assertThat(java.util.stream.IntStream.range(0, count).mapToObj(i -> extent.at((i + 0.5) / count)).distinct()).hasSize(count);
        }
    }

    @Test
    void stepsEndWhereTheLastOneIs() {
        assertThat(new NumberRange(0, 1, false, 0.3, false).high()).isEqualTo(0.8999999999999999);
        assertThat(new NumberRange(0, 1, false, 0.1, false).count()).hasValue(11);
        assertThat(VaryText.read("a=1..10:int:step=4").extent().at(1)).isEqualTo(9L);
    }

    @Test
    void aKnobHasAValueOnlyWhereItMatters() {
        SearchSpace space = new SearchSpace(List.of(VaryText.read("momentum=0.5..0.9:if:optimizer=momentum,nesterov"),
                VaryText.read("optimizer=adam,momentum,nesterov")));
        assertThat(space.knobs().get(0).name()).as("what decides comes first").isEqualTo("optimizer");
        assertThat(space.values(knob -> 0.0)).containsOnlyKeys("optimizer");
        assertThat(space.values(knob -> 0.99)).containsOnlyKeys("optimizer", "momentum");
        assertThat(space.holds(Map.of("optimizer", "adam"))).isTrue();
        assertThat(space.holds(Map.of("optimizer", "adam", "momentum", 0.6))).isFalse();
        assertThat(space.holds(Map.of("optimizer", "momentum"))).isFalse();
        assertThat(space.holds(Map.of("optimizer", "momentum", "momentum", 0.4))).isFalse();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "learningRate|KEY=LOW..HIGH", "=3|KEY=LOW..HIGH", "a=|KEY=LOW..HIGH", "a=1..0|first number must be below", "a=0..1:log|above 0",
        "a=1..9:logg|\"logg\" is none", "a=1..x|\"x\" is not a number", "a=1..9:step=x|\"x\" is not a number", "a=1..9:step=20|the step",
        "a=1..2.5:int|whole numbers", "a=1..4:log:step=0.5|no steps", "a=x,x|stands twice", "a=x,,y|missing", "a=1..3:if:b|KEY=LOW..HIGH",
        "a=1..1e999|not a number"})
    void whatIsNoKnobIsRefusedInOneSentenceThatNamesIt(String text, String why) {
        assertThatThrownBy(() -> VaryText.read(text)).isInstanceOf(RefusedException.class).hasMessageContaining(why)
                .satisfies(e -> assertThat(e.getMessage()).contains(text).doesNotContain("\n"));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "a=1..2;a=3..4|a is searched over twice", "a=1..2:if:b=x|b is not searched over", "a=1..2:if:b=x;b=y,z|b is x",
        "a=x,y:if:b=x;b=x,y:if:a=x|a, b"})
    void knobsThatDoNotGoTogetherAreRefused(String texts, String why) {
        List<Knob> knobs = Stream.of(texts.split(";")).map(VaryText::read).toList();
        assertThatThrownBy(() -> new SearchSpace(knobs)).isInstanceOf(RefusedException.class).hasMessageContaining(why);
        assertThatThrownBy(() -> new SearchSpace(List.of())).isInstanceOf(RefusedException.class).hasMessageContaining("nothing to search over");
    }

    @Test
    void schedulesWithNumbersAreOneValueEach() {
        assertThat(((Choices) VaryText.read("schedule=constant,cosine:final=0.1,linear-warmup:steps=100,then=cosine").extent()).values())
                .containsExactly("constant", "cosine:final=0.1", "linear-warmup:steps=100,then=cosine");
    }
}

package downhill.study.map;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import downhill.study.space.NumberRange;
import downhill.study.space.VaryText;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Values along the axes of a map, parts of it, and what is best on it. */
class MapAxisTest {
    private static final double NONE = Double.NaN;

    private static MapAxis axis(String text, int count) {
        return MapAxis.of(VaryText.read(text), count);
    }

    @ParameterizedTest
    @ValueSource(strings = {"a=1e-5..1:log", "a=-3..7", "a=0..1:step=0.1", "a=2..9:int", "a=1..1000:int:log", "a=4..64:int:step=4",
        "a=x,y,z", "a=0.1..0.7:step=0.2", "a=0.2..0.3:step=0.1"})
    void valuesRiseFromEndToEndAndAreOfTheKnob(String text) {
        for (int count : new int[] {2, 3, 17, 64}) {
            MapAxis axis = axis(text, count);
            assertThat(axis.values()).doesNotHaveDuplicates().allMatch(axis.knob().extent()::holds);
            assertThat(axis.values().get(0)).isEqualTo(axis.knob().extent().at(0));
            if (axis.knob().extent() instanceof NumberRange range) {
                assertThat(axis.values()).hasSizeLessThanOrEqualTo(count);
                assertThat(((Number) axis.values().get(axis.values().size() - 1)).doubleValue()).isEqualTo(range.high());
                assertThat(axis.values().stream().map(each -> ((Number) each).doubleValue()).toList()).isSorted();
            }
        }
    }

    /** Any two of its values, in either order, and one of them with its neighbours. */
    @ParameterizedTest
    @ValueSource(strings = {"a=1e-5..1:log", "a=-3..7", "a=0..1:step=0.1", "a=2..9:int", "a=1..1000:int:log", "a=x,y,z",
        "a=0.1..0.7:step=0.2"})
    void everyPartOfItCanBeLookedAt(String text) {
        MapAxis axis = axis(text, 9);
        for (int from = 0; from < axis.values().size(); from++) {
            for (int to = 0; to < axis.values().size(); to++) {
                MapAxis part = axis.zoomed(from, to, 9);
                int widen = from == to ? 1 : 0;
                Object first = axis.values().get(Math.max(0, Math.min(from, to) - widen));
                Object last = axis.values().get(Math.min(axis.values().size() - 1, Math.max(from, to) + widen));
                assertSame(part.values().get(0), first);
                assertSame(part.values().get(part.values().size() - 1), last);
                assertThat(axis.zoomed(to, from, 9)).isEqualTo(part);
            }
        }
    }

    private static void assertSame(Object found, Object expected) {
        if (expected instanceof Double number) {
            assertThat((Double) found).isCloseTo(number, within(1e-12));
        } else {
            assertThat(found).isEqualTo(expected);
        }
    }

    @Test
    void ofOneValueThereIsNoPart() {
        MapAxis one = new MapAxis(VaryText.read("a=x"), List.of("x"));
        assertThat(one.zoomed(0, 0, 5)).isSameAs(one);
    }

    /** Two rows of three: one diverged, one ended where it began, one is the best. */
    @Test
    void theBestIsTheLeastThatIsANumber() {
        MapAxis across = axis("rate=0.1,0.2,0.3", 3);
        MapAxis up = axis("batch=16,32", 2);
        double[][] start = {{1, 1, 1}, {1, 1, 1}};
        TrainabilityMap map = new TrainabilityMap(across, up, 9, start,
                new double[][] {{NONE, 1, 0.4}, {0.2, Double.POSITIVE_INFINITY, 0.2}},
                new double[2][3], runs(2, 3));
        assertThat(map.best()).contains(new TrainabilityMap.Place(1, 0));
        assertThat(map.values(1, 0)).isEqualTo(Map.of("rate", 0.1, "batch", 32L));
        assertThat(map.end(0, 0)).isEqualTo(TrainabilityMap.End.DIVERGED);
        assertThat(map.end(0, 1)).as("not below its start").isEqualTo(TrainabilityMap.End.IDLE);
        assertThat(map.end(0, 2)).isEqualTo(TrainabilityMap.End.LEARNED);
        assertThat(map.count(TrainabilityMap.End.DIVERGED)).isEqualTo(2);
        assertThat(new TrainabilityMap(across, up, 9, start, new double[][] {{NONE, NONE, NONE}, {NONE, NONE, NONE}}, new double[2][3],
                runs(2, 3)).best()).isEmpty();
    }

    private static boolean[][] runs(int rows, int columns) {
        boolean[][] all = new boolean[rows][columns];
        for (boolean[] row : all) {
            Arrays.fill(row, true);
        }
        return all;
    }
}

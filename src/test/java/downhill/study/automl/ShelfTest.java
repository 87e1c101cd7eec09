package downhill.study.automl;

import static org.assertj.core.api.Assertions.assertThat;

import downhill.analysis.ensemble.Merit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** Which trials are kept for the end. */
class ShelfTest {
    private static Shelf.Kept one(int number, String family, double loss) {
        return new Shelf.Kept(number, family, null, new Merit(loss, 0));
    }

    private static List<Integer> numbers(Shelf shelf, int most) {
        return shelf.finalists(most).stream().map(Shelf.Kept::number).toList();
    }

    /** In whatever order they come: the best of all, the best of each family, and the earlier of equals. */
    @Test
    void theBestOfAllAndTheBestOfEachFamilyAreFinalists() {
        for (int seed = 0; seed < 40; seed++) {
            Random random = new Random(seed);
            Shelf shelf = new Shelf();
            List<Shelf.Kept> all = new ArrayList<>();
            for (int i = 0; i < 120; i++) {
                int kind = random.nextInt(4);
                all.add(one(i, "abcd".substring(kind, kind + 1), random.nextInt(50) + 40 * kind));
                shelf.keep(all.get(i));
            }
            all.sort(Comparator.<Shelf.Kept>comparingDouble(each -> each.quality().first()).thenComparing(Shelf.Kept::number));
            List<Integer> best = all.stream().limit(8).map(Shelf.Kept::number).toList();
            assertThat(numbers(shelf, 8)).startsWith(best.toArray(Integer[]::new)).doesNotHaveDuplicates();
            Map<String, Integer> first = all.stream().collect(Collectors.toMap(Shelf.Kept::family, Shelf.Kept::number, (a, b) -> a));
            assertThat(numbers(shelf, 8)).as("none of a family is lost to another").containsAll(first.values());
            assertThat(numbers(shelf, 0)).containsExactlyInAnyOrderElementsOf(first.values());
        }
    }

    @Test
    void whatIsNoNumberIsBehindAllOthers() {
        Shelf shelf = new Shelf();
        shelf.keep(one(0, "a", Double.POSITIVE_INFINITY));
        shelf.keep(one(1, "a", 0.5));
        shelf.keep(one(2, "a", 0.5));
        assertThat(numbers(shelf, 3)).containsExactly(1, 2, 0);
        assertThat(new Shelf().finalists(5)).isEmpty();
    }

    @Test
    void whatATrialCostAddsUp() {
        Shelf shelf = new Shelf();
        shelf.spent(3, 0.5);
        shelf.spent(3, 0.25);
        assertThat(shelf.seconds(3)).isEqualTo(0.75);
        assertThat(shelf.seconds(4)).isZero();
    }
}

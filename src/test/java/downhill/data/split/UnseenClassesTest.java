package downhill.data.split;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

/** Nobody can tell a class of which no row was learned from: where one is held out so, it is said. */
class UnseenClassesTest {
    private static final int[] ROWS = {2, 3, 5, 8, 9, 11};

    private static List<String> told(int[] classes, Fold... folds) {
        return UnseenClasses.told(List.of(folds), ROWS, classes, List.of("one", "other", "never")).stream().map(Object::toString).toList();
    }

    @Test
    void aClassThatIsHeldOutAndNotLearnedIsToldWithTheNumberOfFolds() {
        Fold first = new Fold(0, 0, new int[] {5, 8, 9, 11}, new int[] {2, 3});
        Fold second = new Fold(0, 1, new int[] {2, 3, 5, 8}, new int[] {9, 11});
        List<String> told = told(new int[] {1, 1, 0, 0, 0, 0}, first, second);
        assertThat(told).hasSize(1);
        assertThat(told.get(0)).contains("\"other\"").contains("1 of 2 folds");
        assertThat(told(new int[] {1, 1, 0, 0, 2, 2}, first, second)).hasSize(2);
    }

    @Test
    void nothingIsToldWhereEveryClassIsLearnedOrNotHeldOut() {
        Fold first = new Fold(0, 0, new int[] {5, 8, 9, 11}, new int[] {2, 3});
        assertThat(told(new int[] {1, 0, 1, 0, 1, 0}, first)).isEmpty();
        assertThat(told(new int[] {0, 0, 0, 0, 1, -1}, first)).as("learned and never asked about").isEmpty();
    }
}

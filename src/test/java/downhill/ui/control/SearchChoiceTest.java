package downhill.ui.control;

import static org.assertj.core.api.Assertions.assertThat;

import downhill.ui.fx.FxTest;
import java.util.List;
import org.junit.jupiter.api.Test;

class SearchChoiceTest extends FxTest {
    private static final List<String> NAMES = List.of("dense1.weight[petal_length, 3]", "dense1.weight[petal_width, 3]", "dense1.bias[3]");

    @Test
    void allWordsTypedMustOccurInAnyOrderAndCase() {
        assertThat(SearchChoice.matches(NAMES, "3 PETAL")).containsExactly(0, 1);
        assertThat(SearchChoice.matches(NAMES, "width")).containsExactly(1);
        assertThat(SearchChoice.matches(NAMES, "dense1.bias[3]")).containsExactly(2);
    }

    @Test
    void nothingTypedFitsEverythingAndNonsenseNothing() {
        assertThat(SearchChoice.matches(NAMES, "  ")).containsExactly(0, 1, 2);
        assertThat(SearchChoice.matches(NAMES, "conv")).isEmpty();
    }
}

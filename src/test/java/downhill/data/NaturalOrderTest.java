package downhill.data;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.junit.jupiter.api.Test;

class NaturalOrderTest {
    private static final String[] PIECES = {"-", "0", "1", "2", "9", "10", "007", ".", "a", "b", "_", " ", "é", "一", "x1"};

    @ParameterizedTest
    @ValueSource(strings = {"-10|-5|-0.5|0|3|10|200", "-1|1", "1|1.5|2|10", "class_2|class_10|class_10a|class_11", "2x|10x", "x01y|x1z|x2",
        "5|-7x|a", "no|yes", "a|a1|a1b|a2", "1|01a", "9223372036854775807|9223372036854775808"})
    void labelsStandAsAPersonWouldWriteThem(String ordered) {
        List<String> expected = List.of(ordered.split("\\|"));
        for (int seed = 0; seed < 20; seed++) {
            List<String> shuffled = new ArrayList<>(expected);
            Collections.shuffle(shuffled, new Random(seed));
            shuffled.sort(NaturalOrder.INSTANCE);
            assertThat(shuffled).isEqualTo(expected);
        }
    }

    /** Else sorting many labels may fail, and the same classes may stand in another order. */
    @Test
    void itIsATotalOrder() {
        List<String> labels = new ArrayList<>();
        Random random = new Random(1);
        for (int i = 0; i < 120; i++) {
            StringBuilder label = new StringBuilder();
            for (int n = 1 + random.nextInt(4); n > 0; n--) {
                label.append(PIECES[random.nextInt(PIECES.length)]);
            }
            labels.add(label.toString());
        }
        labels.addAll(Arrays.asList("", "-10", "-5", "-7x", "01", "1", "1.0"));
        for (String a : labels) {
            for (String b : labels) {
                int order = NaturalOrder.INSTANCE.compare(a, b);
                assertThat(Integer.signum(order)).as(a + " and " + b).isEqualTo(-Integer.signum(NaturalOrder.INSTANCE.compare(b, a)));
                assertThat(order == 0).isEqualTo(a.equals(b));
                if (order < 0) {
                    labels.stream().filter(c -> NaturalOrder.INSTANCE.compare(b, c) < 0).forEach(c ->
                            assertThat(NaturalOrder.INSTANCE.compare(a, c)).as(a + " < " + b + " < " + c).isNegative());
                }
            }
        }
    }
}

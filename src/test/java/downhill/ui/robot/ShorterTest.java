package downhill.ui.robot;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What is left out of a script is what it does not need. */
class ShorterTest {
    private static final List<Integer> LONG = IntStream.range(0, 300).boxed().toList();

    @Test
    void onlyWhatIsNeededStays() {
        assertThat(Shorter.of(LONG, some -> some.containsAll(List.of(17, 18, 250)), () -> true)).containsExactly(17, 18, 250);
        assertThat(Shorter.of(LONG, some -> some.contains(0), () -> true)).containsExactly(0);
        assertThat(Shorter.of(LONG, some -> some.size() >= 7, () -> true)).hasSize(7);
        assertThat(Shorter.of(LONG, some -> true, () -> true)).isEmpty();
    }

    @Test
    void itEndsWhenTimeIsOver() {
        int[] left = {3};
        assertThat(Shorter.of(LONG, some -> some.contains(0), () -> left[0]-- > 0)).contains(0);
    }

    @Test
    void aScriptIsReadAsItWasWritten() {
        Script script = new Script(Start.DEMO, 1100, 700, downhill.ui.i18n.Language.CHINESE,
                List.of(Deed.of("type", "a\tb", "\\n\n\\t", ""), Deed.of("rest"), Deed.of("size", 1100, 700)));
        assertThat(Script.of(script.lines())).isEqualTo(script);
    }
}

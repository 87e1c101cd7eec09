package downhill.data;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class VisibleTest {
    @Test
    void whatSteersIsShownByItsCodePointAndNothingElseIsTouched() {
        assertThat(Visible.line("E\u001b[31mvil\u202Etxt\u009bx\n")).isEqualTo("E[U+001B][31mvil[U+202E]txt[U+009B]x[U+000A]");
        assertThat(Visible.text("a\tb\r\nc\rd\n")).as("a return without a line feed writes over the line")
                .isEqualTo("a\tb\r\nc[U+000D]d\n");
        assertThat(Visible.line("\ud83dx\ude00")).isEqualTo("[U+D83D]x[U+DE00]");
        assertThat(Visible.line("\udb40\udc41")).isEqualTo("[U+E0041]");
        assertThat(Visible.line(null)).isNull();
        String plain = "θ ← θ − η·g, 数据, ñ, 👩‍🔬, می‌خواهم, <&>\"'\\[U+0041]";
        assertThat(Visible.line(plain)).isSameAs(plain);
    }

    /** By Unicode's own classes, whatever the list in the program. */
    @Test
    void noControlNorDirectionNorLineSeparatorNorHalfPairOfAllUnicodeStays() {
        String all = IntStream.rangeClosed(0, Character.MAX_CODE_POINT).filter(VisibleTest::isHostile)
                .collect(StringBuilder::new, (text, point) ->
                text.appendCodePoint(point).append(' '), StringBuilder::append).toString();
        assertThat(Visible.line(all).codePoints().filter(VisibleTest::isHostile)).isEmpty();
        assertThat(Visible.line(all).chars()).allMatch(c -> c < 128);
    }

    private static boolean isHostile(int point) {
        int type = Character.getType(point);
        int direction = Character.getDirectionality(point);
        boolean turns = direction >= Character.DIRECTIONALITY_LEFT_TO_RIGHT_EMBEDDING
                && direction <= Character.DIRECTIONALITY_POP_DIRECTIONAL_FORMAT
                || direction >= Character.DIRECTIONALITY_LEFT_TO_RIGHT_ISOLATE
                        && direction <= Character.DIRECTIONALITY_POP_DIRECTIONAL_ISOLATE;
        return type == Character.CONTROL || type == Character.LINE_SEPARATOR || type == Character.PARAGRAPH_SEPARATOR
                || type == Character.SURROGATE
                || turns || point == 0xFFFE || point == 0xFFFF;
    }
}

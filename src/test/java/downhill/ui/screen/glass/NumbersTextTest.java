package downhill.ui.screen.glass;

import static org.assertj.core.api.Assertions.assertThat;

import downhill.ui.fx.FxTest;
import java.text.BreakIterator;
import java.util.ArrayList;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.text.Text;
import javafx.scene.text.TextFlow;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Where lines of the glass box may be broken. */
class NumbersTextTest extends FxTest {
    @ParameterizedTest
    @ValueSource(strings = {"4.685·10⁻⁶", "−7.937·10⁻⁵", "0.68173", "12,345.5", "1.5·10³⁸"})
    void aNumberIsNeverBroken(String number) {
        assertThat(pieces("m = " + number + " next")).contains(number);
    }

    @Test
    void aLineMayStillBeBrokenBetweenFactors() {
        assertThat(pieces("0.9·(−8.532·10⁻⁵) + 0.1")).hasSizeGreaterThan(2);
    }

    /** From step to step the numbers alone are new, and nothing is dressed again. */
    @Test
    void aLineThatLooksAlikeTakesTheNumbersOfTheNextStep() {
        TextFlow line = onFx(() -> new NumbersText().symbol("m").plain(" ← ").live("0.5").flow());
        List<Node> texts = onFx(() -> List.copyOf(line.getChildren()));
        assertThat(onFx(() -> new NumbersText().symbol("v").plain(" ← ").live("1.25").into(line))).isTrue();
        assertThat(onFx(() -> List.copyOf(line.getChildren()))).isEqualTo(texts);
        assertThat(texts.stream().map(text -> ((Text) text).getText().replace("\ufeff", ""))).containsExactly("v", " ← ", "1.25");
        assertThat(onFx(line::getAccessibleText)).isEqualTo("v ← 1.25");
    }

    @Test
    void aLineThatLooksOtherwiseIsLeftAlone() {
        TextFlow line = onFx(() -> new NumbersText().symbol("m").plain(" ← ").live("0.5").flow());
        assertThat(onFx(() -> new NumbersText().symbol("m").plain(" ← ").strong("0.7").into(line))).isFalse();
        assertThat(onFx(() -> new NumbersText().symbol("m").plain(" ← ").into(line))).isFalse();
        assertThat(onFx(() -> new NumbersText().symbol("m").into(new Text("m")))).isFalse();
        assertThat(onFx(line::getAccessibleText)).isEqualTo("m ← 0.5");
    }

    private static List<String> pieces(String words) {
        String shown = NumbersText.unbroken(words);
        BreakIterator breaks = BreakIterator.getLineInstance();
        breaks.setText(shown);
        List<String> pieces = new ArrayList<>();
        for (int from = breaks.first(), to = breaks.next(); to != BreakIterator.DONE; from = to, to = breaks.next()) {
            pieces.add(shown.substring(from, to).replace("\ufeff", "").strip());
        }
        return pieces;
    }
}

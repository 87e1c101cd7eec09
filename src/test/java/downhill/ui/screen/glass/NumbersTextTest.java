package downhill.ui.screen.glass;

import static org.assertj.core.api.Assertions.assertThat;

import java.text.BreakIterator;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Where lines of the glass box may be broken. */
class NumbersTextTest {
    @ParameterizedTest
    @ValueSource(strings = {"4.685·10⁻⁶", "−7.937·10⁻⁵", "0.68173", "12,345.5", "1.5·10³⁸"})
    void aNumberIsNeverBroken(String number) {
        assertThat(pieces("m = " + number + " next")).contains(number);
    }

    @Test
    void aLineMayStillBeBrokenBetweenFactors() {
        assertThat(pieces("0.9·(−8.532·10⁻⁵) + 0.1")).hasSizeGreaterThan(2);
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

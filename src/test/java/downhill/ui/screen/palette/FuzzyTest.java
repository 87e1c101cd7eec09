package downhill.ui.screen.palette;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

/** What a person types finds what it means. */
class FuzzyTest {
    private static int score(String query, String text) {
        return Fuzzy.match(query, text).map(Fuzzy.Match::score).orElse(Integer.MIN_VALUE);
    }

    @Test
    void lettersInOrderFitAndOthersDoNot() {
        assertThat(Fuzzy.match("opn", "Open…")).isPresent();
        assertThat(Fuzzy.match("npo", "Open…")).isEmpty();
        assertThat(Fuzzy.match("openn", "Open…")).isEmpty();
        assertThat(Fuzzy.match("", "anything")).hasValueSatisfying(match -> assertThat(match.score()).isZero());
        assertThat(Fuzzy.match("  ", "")).isPresent();
        assertThat(Fuzzy.match("x", "")).isEmpty();
    }

    @Test
    void everyWordTypedIsFoundInAnyOrderAndCase() {
        assertThat(Fuzzy.match("AS save", "Save as…")).isPresent();
        assertThat(Fuzzy.match("save model", "Save as…")).isEmpty();
    }

    @Test
    void thePlacesOfTheLettersAreTold() {
        assertThat(Fuzzy.match("sa", "Save as…").orElseThrow().at().toString()).isEqualTo("{0, 1}");
        assertThat(Fuzzy.match("fh", "Fork here…").orElseThrow().at().toString()).as("beginnings of words").isEqualTo("{0, 5}");
        assertThat(Fuzzy.match("演示", "打开演示实验").orElseThrow().at().toString()).isEqualTo("{2, 3}");
    }

    @Test
    void beginningsOfWordsAndLettersSideBySideCountMost() {
        for (List<String> pair : List.of(List.of("fo", "Fork here…", "Validation of loss"), List.of("la", "Language", "Dataflat"),
                List.of("log", "Log scale", "Show all losses by group"), List.of("ea", "Earlier", "Reset all"))) {
            assertThat(score(pair.get(0), pair.get(1))).as(pair.toString()).isGreaterThan(score(pair.get(0), pair.get(2)));
        }
    }
}

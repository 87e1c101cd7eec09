package downhill.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Whatever is wrong with a document's JSON is said in words of our own: where, what was expected, and what stands there. */
class JsonFaultTest {
    private static final String LIBRARY = "(?is).*(source:|redacted|marker|token|start_|code \\d|ctrl-char|bytearray|jackson).*";

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '^', value = {
        "{`a`: sixty}|1|7|a value was expected, but `sixty` stands there",
        "{`a`: 1|1|8|a comma or } was expected, but the file ends",
        "{`a`: [1, 2|1|12|a comma or ] was expected, but the file ends",
        "{`a`: [1, 2}|1|12|a comma or ] was expected, but `}` stands there",
        "{`a`: 1 `b`: 2}|1|9|a comma or } was expected, but `\"` stands there",
        "{`a` 1}|1|6|a colon was expected, but `1` stands there",
        "{`a`: 1,}|1|9|a name in quotes was expected, but `}` stands there",
        "{a: 1}|1|2|a name in quotes or } was expected, but `a` stands there",
        "{`a`: [1,]}|1|10|a value was expected, but `]` stands there",
        "{`a`: 'x'}|1|7|a value was expected, but `'` stands there",
        "{`a`: 01}|1|7|a number such as 0.5 was expected, but `01` stands there",
        "{`a`: 1.}|1|7|a number such as 0.5 was expected, but `1.` stands there",
        "{`a`: NaN}|1|7|a value was expected, but `NaN` stands there",
        "{`a`: `x|1|9|a closing quote was expected, but the file ends",
        "{`a`: `x~y`}|1|9|a closing quote was expected, but a line break stands there",
        "{`a`:~  `b\\q`}|2|6|an escape such as \\n or \\u00e9 was expected, but `q` stands there",
        "{`a`: 1,~ `a`: 2}|2|2|the name `a` stands twice in one object",
        "{`a`: 1}~]|2|1|the end of the file was expected, but `]` stands there",
        "{`é`: `数据` x}|1|12|a comma or } was expected, but `x` stands there",
        "<html>|1|1|a value was expected, but `<` stands there"})
    void isToldWithItsPlace(String text, int line, int column, String reason) {
        byte[] bytes = text.replace('`', '"').replace('~', '\n').getBytes(StandardCharsets.UTF_8);
        assertThatThrownBy(() -> Json.parse(bytes, "my.json")).isInstanceOf(MalformedException.class)
                .hasMessage("my.json, line %d, column %d, is not readable JSON: %s.", line, column, reason.replace('`', '"'));
    }

    @Test
    void bytesThatAreNoTextAreToldAsWhatTheyAre() {
        byte[] bytes = "{\"a\":\n \"é\"}".getBytes(StandardCharsets.ISO_8859_1);
        assertThatThrownBy(() -> Json.parse(bytes, "my.json"))
                .hasMessage("my.json, line 2, column 3, is not readable JSON: text in UTF-8 was expected, but the byte 0xE9 stands there.");
    }

    /** The two readers agree about what is JSON, so that the place is always known. */
    @Test
    void noDamageIsToldInTheWordsOfTheLibraryOrWithoutAPlace() {
        String whole = "{\n  \"format\" : \"x\",\n  \"list\" : [ 1, -2.5e3, true, null, { \"k\" : \"\\u00e9\" } ],\n  \"é\" : 0.1\n}";
        String[] pieces = {"", "0", "-", "1e", "nul", "\"", "{", "}", "[", "]", ",", ":", "\\", "\u0000", "\n", "'", "//", "\u4e2d",
                "+1", ".5"};
        int refused = 0;
        for (int seed = 0; seed < 5000; seed++) {
            Random random = new Random(seed);
            int at = random.nextInt(whole.length());
            String text = new StringBuilder(whole).replace(at, Math.min(whole.length(), at + random.nextInt(4)),
                    pieces[random.nextInt(pieces.length)]).toString();
            try {
                Json.parse(text.getBytes(StandardCharsets.UTF_8), "my.json");
            } catch (MalformedException e) {
                refused++;
                assertThat(e.getMessage()).as(text).matches("my\\.json, line \\d+, column \\d+, is not readable JSON: .+\\.")
                        .doesNotMatch(LIBRARY);
            }
        }
        assertThat(refused).isGreaterThan(2500);
    }
}

package downhill.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A value's line, so that a message can name it. */
class JsonPlaceTest {
    private static final String DOCUMENT = """
            {
              "experiment": {
                "title": "two\\nlines",
                "contenders": [
                  {"id": "a", "η": 1},
                  {
                    "id": "b",
                    "a/b": [1,
                            2]
                  }
                ]
              }
            }
            """;

    @ParameterizedTest
    @CsvSource({"experiment, 2", "experiment.title, 3", "experiment.contenders, 4", "experiment.contenders[0].id, 5",
            "experiment.contenders[0].η, 5",
        "experiment.contenders[1].id, 7", "experiment.contenders[1].a/b[1], 9"})
    void aPathHasItsLine(String path, int line) {
        assertThat(JsonPlace.of(DOCUMENT.getBytes(StandardCharsets.UTF_8), path)).isEqualTo(line);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "experiment.nothing", "experiment.contenders[2]", "title"})
    void whatIsNotThereHasNone(String path) {
        assertThat(JsonPlace.of(DOCUMENT.getBytes(StandardCharsets.UTF_8), path)).isZero();
    }

    @Test
    void aTextThatIsNoJsonHasNone() {
        assertThat(JsonPlace.of("{\"a\": ".getBytes(StandardCharsets.UTF_8), "b")).isZero();
    }

    /** Documents written line by line, each value's line known. */
    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5})
    void everyValueIsFoundInItsLine(long seed) {
        StringBuilder text = new StringBuilder();
        Map<String, Integer> lines = new LinkedHashMap<>();
        write(text, "", lines, new Random(seed), 4);
        byte[] bytes = text.toString().getBytes(StandardCharsets.UTF_8);
        lines.forEach((path, line) -> assertThat(JsonPlace.of(bytes, path)).as("%s in%n%s", path, text).isEqualTo(line));
        assertThat(lines).hasSizeGreaterThan(2);
    }

    private static void write(StringBuilder text, String path, Map<String, Integer> lines, Random random, int depth) {
        if (!path.isEmpty()) {
            lines.put(path, (int) text.chars().filter(c -> c == '\n').count() + 1);
        }
        boolean list = !path.isEmpty() && random.nextBoolean();
        if (depth == 0 || !path.isEmpty() && random.nextInt(4) == 0) {
            text.append(random.nextInt(100));
            return;
        }
        text.append(list ? "[" : "{");
        for (int i = 0; i < 3; i++) {
            text.append(i > 0 ? "," : "").append("\n".repeat(1 + random.nextInt(2))).append(list ? "" : "\"k" + i + "\": ");
            String inner = list ? path + "[" + i + "]" : path.isEmpty() ? "k" + i : path + ".k" + i;
            write(text, inner, lines, random, depth - 1);
        }
        text.append("\n").append(list ? "]" : "}");
    }
}

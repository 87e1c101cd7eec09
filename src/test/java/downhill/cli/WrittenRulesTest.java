package downhill.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Rules whose lines hand values on, beside the losses that come of following them line by line (reference/rules/losses.json). */
class WrittenRulesTest {
    private static final String FOLDER = "/reference/rules/";

    @TempDir
    private Path folder;

    @ParameterizedTest
    @CsvSource({"a00-z-is-theta", "a02-heavy-ball-by-places", "a04-copy-state", "a06-swap", "a07-delay2", "a09-same-expression",
            "a11-both-constant", "a17-adam-hat-theta"})
    void theLossesAreThoseOfItsLines(String name) throws IOException {
        Cli result = Cli.run("compare", copied("lin.csv"), "--target", "y", "--model", "linear", "--validation", "0",
                "--initializer", "zeros", "--batch", "0", "--steps", "25", "--precision", "double",
                "--optimizer", copied(name + ".rule"), "--out", folder.resolve("out"));
        assertThat(result.code()).as(result.err()).isZero();
        JsonNode losses = JsonMapper.shared().readTree(Files.readString(copied("losses.json"))).get(name + ".rule");
        List<String> rows = Files.readAllLines(folder.resolve("out/history.csv"));
        int column = List.of(rows.get(0).split(",")).indexOf("train_loss");
        for (int step = 0; step < losses.size(); step++) {
            double expected = losses.get(step).doubleValue();
            double got = Double.parseDouble(rows.get(1 + step).split(",")[column]);
            assertThat(got).as("loss %d", step).isCloseTo(expected, Offset.offset(1e-9 * expected));
        }
    }

    private Path copied(String name) throws IOException {
        Path file = folder.resolve(name);
        try (InputStream in = WrittenRulesTest.class.getResourceAsStream(FOLDER + name)) {
            Files.write(file, in.readAllBytes());
        }
        return file;
    }
}

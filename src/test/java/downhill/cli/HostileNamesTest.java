package downhill.cli;

import static org.assertj.core.api.Assertions.assertThat;

import downhill.data.Visible;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Names of files, columns, classes, contenders and rules that would steer the terminal are shown by code points, whoever prints them. */
class HostileNamesTest {
    private static final String STEER = "\u009b31m\u202Etxt.exe\u2066";

    @TempDir
    private Path folder;
    private Path table;

    @BeforeEach
    void write() throws IOException {
        table = Files.writeString(folder.resolve("t\u001b[2J\u202Evsc.csv"),
                "a\u001b[31m" + STEER + ",b,kind" + STEER + "\n" + IntStream.range(0, 40)
                .mapToObj(i -> i * 7 % 13 + "," + i * i % 11 + "," + (i % 2 == 0 ? "red" : "blue" + STEER))
                        .reduce("", (all, row) -> all + row + "\n"));
    }

    private static Cli harmless(Object... call) {
        Cli said = Cli.run(call);
        assertThat(Visible.text(said.out())).as("standard output of " + call[0]).isEqualTo(said.out());
        assertThat(Visible.text(said.err())).as("standard error of " + call[0]).isEqualTo(said.err());
        return said;
    }

    private Path rule() throws IOException {
        return Files.writeString(folder.resolve("evil.rule"),
                "id: evil\nname: E" + STEER + "\u001b]0;pwned\u0007" + "vil\nsource: me" + STEER + "\nnote: x" + STEER
                + "y\n\nhyperparameters:\n  η  learningRate  0.1  in [1e-5, 1] log\n\nupdate:\n  θ ← θ − η·g\n");
    }

    @Test
    void inspectionsAreHarmlessInWordsAndAsJson() {
        assertThat(harmless("inspect", table).out()).contains("[U+202E]");
        Cli json = harmless("inspect", table, "--json");
        assertThat(Cli.json(json.out()).toString()).as("what JSON says is the name itself").contains("\u009b31m\u202Etxt.exe\u2066");
    }

    @Test
    void racesRulesScoresAndRefusalsAreHarmless() throws IOException {
        Path out = folder.resolve("out");
        Cli compared = harmless("compare", table, "--optimizers", "adam," + rule(), "--steps", "5", "--out", out, "--progress");
        assertThat(compared.code()).as(compared.err()).isEqualTo(0);
        assertThat(compared.out()).contains("E[U+009B]31m[U+202E]");
        Path model = out.resolve("model-adam.downhill-model");
        harmless("predict", model, table, "--out", folder.resolve("p.csv"));
        harmless("evaluate", model, table);
        harmless("rules", rule());
        harmless("compare", folder.resolve("gone" + STEER.replace('/', '-') + ".csv"), "--steps", "5");
        harmless("compare", table, "--target", "no" + STEER);
        harmless("no" + STEER);
        harmless("compare", table, "--steps", STEER);
        Path document = out.resolve("experiment.json");
        Path hostile = Files.writeString(out.resolve("hostile.json"),
                Files.readString(document).replace("\"name\" : \"Adam\"", "\"name\" : \"A\\u001b[31m\\ndam\\u202e\""));
        Cli trained = harmless("train", hostile, "--out", folder.resolve("again"));
        assertThat(trained.code()).as(trained.err()).isEqualTo(0);
        assertThat(trained.out()).contains("A[U+001B][31m[U+000A]dam[U+202E]");
        harmless("train", Files.writeString(out.resolve("gone.json"), Files.readString(document).replace(".csv", "\\u009b\\u202e.csv")),
                "--out", folder.resolve("none"));
    }

    @Test
    void documentsWithSuchNamesAreReadAsTheyWereWritten() throws IOException {
        Path out = folder.resolve("out");
        assertThat(Cli.run("compare", table, "--optimizers", "adam", "--steps", "5", "--out", out).code()).isEqualTo(0);
        String document = Files.readString(out.resolve("experiment.json"));
        assertThat(Visible.text(document)).isEqualTo(document);
        Path scores = folder.resolve("p.csv");
        assertThat(Cli.run("predict", out.resolve("model-adam.downhill-model"), table, "--out", scores).code()).isEqualTo(0);
        assertThat(Files.readString(scores)).as("a class is what it is in the table").contains("blue\u009b31m\u202Etxt.exe\u2066");
    }
}

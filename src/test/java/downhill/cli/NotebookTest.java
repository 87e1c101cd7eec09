package downhill.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import downhill.export.PythonWithTorch;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** A race as a notebook: what Jupyter asks of a file, and what its cells say when they are run. */
class NotebookTest {
    private static final String DIFFERENCE = ": difference ";

    @TempDir
    private Path folder;

    private Path document(Object... settings) {
        Path out = folder.resolve("race");
        Object[] call = new Object[settings.length + 7];
        System.arraycopy(new Object[] {"compare", settings[0], "--precision", "double", "--out", out, "--steps"}, 0, call, 0, 7);
        call[7] = 55;
        System.arraycopy(settings, 1, call, 8, settings.length - 1);
        Cli cli = Cli.run(call);
        assertThat(out.resolve("experiment.json")).as(cli.err()).isRegularFile();
        return out.resolve("experiment.json");
    }

    private JsonNode notebook(Path document) throws IOException {
        Path file = folder.resolve("race.ipynb");
        Cli cli = Cli.run("export", document, "--out", file);
        assertThat(cli.code()).as(cli.err()).isZero();
        return Cli.json(Files.readString(file));
    }

    private static String source(JsonNode cell) {
        return StreamSupport.stream(cell.get("source").spliterator(), false).map(JsonNode::stringValue).collect(Collectors.joining());
    }

    private static String sources(JsonNode notebook, String type) {
        return StreamSupport.stream(notebook.get("cells").spliterator(), false)
                .filter(cell -> cell.get("cell_type").stringValue().equals(type)).map(NotebookTest::source)
                .collect(Collectors.joining("\n\n"));
    }

    private Path table() throws IOException {
        String lines = IntStream.range(0, 45).mapToObj(i -> (i % 9 == 4 ? "" : i % 7 + ".5") + "," + List.of("red", "\"a \"\"b\"\", c\\\\n\"",
                "绿\u202Ex", "").get(i % 4) + "," + (i % 2 == 0) + ",2024-0" + (1 + i % 9) + "-03," + (i % 7 - i % 3 + 0.25)).collect(
                        Collectors.joining("\n"));
        return Files.writeString(folder.resolve("t.csv"), "size,\"kind \"\"of\"\" <it>\",sold,day,y\n" + lines + "\n");
    }

    /** Columns of every kind, penalties, a schedule and batches; then a series from its windows. */
    @Test
    void aRaceIsRepeatedInPyTorch() throws Exception {
        assumeTrue(PythonWithTorch.isAtHand(), "no PyTorch is at hand");
        String first = sources(notebook(document(table(), "--target", "y", "--model", "mlp", "--hidden", "5", "--optimizer",
                "adam:name=a \"b\" \\", "--optimizer", "sgd:learningRate=0.05", "--optimizer", "muon",
                "--optimizer", "sam", "--optimizer", "ali-g", "--optimizer", "sophia-h:learningRate=0.002", "--optimizer", "shampoo",
                "--schedule", "cosine", "--l1", "0.01",
                "--l2", "0.02", "--clip-norm", "0.5", "--batch", "8")), "code");
        String second = sources(notebook(document("air-passengers", "--optimizers", "nadam,lbfgs", "--batch", "16")), "code");
        List<String> said = PythonWithTorch.run(folder, first + "\n\n" + second).stream().filter(line -> line.contains(DIFFERENCE)).toList();
        assertThat(said).hasSize(8);
        for (String line : said) {
            String number = line.substring(line.indexOf(DIFFERENCE) + DIFFERENCE.length()).split(" ")[0];
            assertThat(PythonWithTorch.number(number)).as(line).isLessThan(1e-9);
        }
    }

    /** What the schema of nbformat 4.5 asks for. */
    @Test
    void jupyterCanReadIt() throws IOException {
        Path document = document("iris", "--optimizers", "adam,lbfgs", "--dropout", "0.1", "--model", "mlp", "--relabel", "20");
        whatIsNoRaceIsRefused(document);
        JsonNode notebook = notebook(document);
        assertThat(Cli.names(notebook)).containsExactlyInAnyOrder("metadata", "nbformat", "nbformat_minor", "cells");
        assertThat(notebook.get("nbformat").intValue()).isEqualTo(4);
        assertThat(notebook.get("nbformat_minor").intValue()).isEqualTo(5);
        assertThat(notebook.get("metadata").get("kernelspec").get("name").stringValue()).isEqualTo("python3");
        assertThat(notebook.get("metadata").get("kernelspec").get("display_name").isString()).isTrue();
        assertThat(notebook.get("metadata").get("language_info").get("name").stringValue()).isEqualTo("python");
        Set<String> ids = new HashSet<>();
        for (JsonNode cell : notebook.get("cells")) {
            assertThat(cell.get("id").stringValue()).matches("[a-zA-Z0-9-_]{1,64}").satisfies(id -> assertThat(ids.add(id)).isTrue());
            boolean code = cell.get("cell_type").stringValue().equals("code");
            assertThat(Cli.names(cell)).containsExactlyInAnyOrderElementsOf(code
                    ? List.of("cell_type", "id", "metadata", "source", "execution_count", "outputs")
                    : List.of("cell_type", "id", "metadata", "source"));
            assertThat(cell.get("metadata").isObject()).isTrue();
            assertThat(source(cell)).isNotBlank();
            assertThat(!code || cell.get("execution_count").isNull() && cell.get("outputs").isEmpty()).isTrue();
        }
        assertThat(sources(notebook, "markdown")).contains("is a method and not formulas", "dropout and noise on the rows",
                "targets shuffled among the rows", "agree to rounding");
    }

    private void whatIsNoRaceIsRefused(Path document) {
        for (Object[] call : List.of(new Object[] {"export",
            folder.resolve("race/model-adam.downhill-model"), "--out", folder.resolve("m.ipynb")}, new Object[] {"export", document, "--contender", "Adam", "--out", folder.resolve("m.ipynb")},
                new Object[] {"export", document, "--check", "iris", "--out", folder.resolve("m.ipynb")})) {
            Cli cli = Cli.run(call);
            assertThat(cli.code()).isEqualTo(2);
            assertThat(cli.err()).contains("repeats").hasLineCount(1);
        }
        Cli none = Cli.run("export", folder.resolve("gone.json"), "--out", folder.resolve("m.ipynb"));
        assertThat(none.err()).contains("gone.json").doesNotContain("trained model").hasLineCount(1);
        assertThat(folder.resolve("m.ipynb")).doesNotExist();
    }
}

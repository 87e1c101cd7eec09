package downhill.cli;

import static org.assertj.core.api.Assertions.assertThat;

import downhill.export.ExportFormat;
import downhill.export.MadeRows;
import downhill.export.StoredRow;
import downhill.export.StoredRows;
import downhill.model.TrainedEnsemble;
import downhill.model.TrainedModel;
import downhill.store.ExportProof;
import downhill.store.ExportStore;
import downhill.store.ModelStore;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Trained models in the form of other programs, from the command line. */
class ExportTest {
    @TempDir
    private static Path shared;
    private static Path flowers;
    private static Path series;

    @TempDir
    private Path folder;

    @BeforeAll
    static void train() {
        Cli.run("compare", "iris", "--optimizers", "adam", "--steps", "30", "--out", shared.resolve("iris"));
        flowers = shared.resolve("iris/model-adam.downhill-model");
        Cli.run("compare", "air-passengers", "--optimizers", "adam", "--steps", "5", "--out", shared.resolve("air"));
        series = shared.resolve("air/model-adam.downhill-model");
    }

    @Test
    void eachFormAnswersTheRowsOfAFileAsTheProgramDoes() {
        for (Path model : List.of(flowers, series)) {
            String rows = model == flowers ? "iris" : "air-passengers";
            for (String name : model == flowers ? List.of("model.onnx", "Model.java", "model.py", "page.html")
                    : List.of("series.onnx", "series.html")) {
                Cli cli = Cli.run("export", model, "--out", folder.resolve(name), "--check", rows);
                assertThat(cli.err()).isEmpty();
                assertThat(cli.code()).as(cli.out()).isZero();
                assertThat(cli.out()).contains("with 20 stored rows")
                        .containsPattern("the largest relative difference|Not asked again here");
                assertThat(folder.resolve(name)).isRegularFile();
            }
        }
    }

    @Test
    void aRuleIsPrintedAsAClass() {
        Cli cli = Cli.run("rules", "adam", "--as", "pytorch");
        assertThat(cli.code()).isZero();
        assertThat(cli.out()).startsWith("import torch\n").contains("class Adam(torch.optim.Optimizer):");
        refused("Say which rule", "rules", "--as", "pytorch");
        refused("L-BFGS", "rules", "lbfgs", "--as", "pytorch");
        refused("tensorflow", "rules", "adam", "--as", "tensorflow");
    }

    @Test
    void rowsAreMadeUpWhereNoneAreGivenAndThatIsSaid() {
        Cli cli = Cli.run("export", flowers, "--format", "onnx", "--out", folder.resolve("flowers.bin"));
        assertThat(cli.code()).as(cli.err()).isZero();
        assertThat(cli.out()).contains("made up").doesNotContain("Asked again");
    }

    @Test
    void severalThatAnswerAsOneAreWrittenAsOne() throws IOException {
        TrainedModel one = ModelStore.read(flowers);
        Path both = folder.resolve("both.downhill-model");
        ModelStore.write(both, new TrainedEnsemble("both",
                List.of(new TrainedEnsemble.Member(0.5, one), new TrainedEnsemble.Member(0.5, one))));
        Path many = folder.resolve("many.csv");
        List<String> lines = new ArrayList<>(List.of("sepal_length,sepal_width,petal_length,petal_width,species"));
        lines.addAll(Collections.nCopies(2100, "5.1,3.5,1.4,0.2,setosa"));
        lines.add("what none of the rows that are stored needs,3.5,1.4,0.2,setosa");
        Files.write(many, lines);
        Cli cli = Cli.run("export", both, "--out", folder.resolve("both.onnx"), "--check", many);
        assertThat(cli.code()).as(cli.err() + cli.out()).isZero();
        assertThat(cli.out()).contains("20 stored rows").contains("the largest relative difference");
        assertThat(cli.err()).as("the file is read only as far as is needed").doesNotContain("what none");
        assertThat(Files.size(folder.resolve("both.onnx"))).isGreaterThan(1000);
    }

    @Test
    void whatCannotBeWrittenSoIsRefusedInASentence() throws IOException {
        refused("none of them", "export", flowers, "--out", folder.resolve("model.txt"));
        refused("has to end in .java", "export", flowers, "--format", "java", "--out", folder.resolve("model.txt"));
        refused("cannot be the name of a Java class", "export", flowers, "--out", folder.resolve("my-model.java"));
        refused("lite", "export", flowers, "--format", "lite", "--out", folder.resolve("model.onnx"));
        Path mine = Files.writeString(folder.resolve("mine.html"), "<p>not Downhill's</p>");
        refused("mine.html", "export", flowers, "--out", mine);
        assertThat(mine).hasContent("<p>not Downhill's</p>");
        refused("is to be read", "export", flowers, "--format", "onnx", "--out", flowers);
        Path other = Files.writeString(folder.resolve("other.csv"), "a,b\n1,2\n");
        refused("other.csv", "export", flowers, "--out", folder.resolve("model.onnx"), "--check", other);
        assertThat(folder.resolve("model.onnx")).doesNotExist();
    }

    private static void refused(String why, Object... call) {
        Cli cli = Cli.run(call);
        assertThat(cli.code()).as(cli.out()).isEqualTo(2);
        assertThat(cli.err()).contains(why);
        assertThat(cli.err().strip().lines()).hasSizeLessThan(4);
    }

    @Test
    void aFileThatAnswersOtherwiseIsFoundOut() throws IOException {
        TrainedEnsemble model = ModelStore.readAny(flowers);
        List<StoredRow> rows = StoredRows.of(model, MadeRows.of(model.preprocessing()));
        StoredRow first = rows.get(0);
        List<Double> wrong = first.answer().stream().map(share -> share + 1e-4).toList();
        Path file = folder.resolve("model.onnx");
        Files.write(file, ExportStore.content(ExportFormat.ONNX, model, rows, "model"));
        assertThat(ExportProof.of(ExportFormat.ONNX, ExportFormat.ONNX.bound(), file, rows).good()).isTrue();
        assertThat(ExportProof.of(ExportFormat.ONNX, ExportFormat.ONNX.bound(), file, List.of(new StoredRow(first.rows(), wrong))).good())
                .isFalse();
        List<Double> none = first.answer().stream().map(share -> Double.NaN).toList();
        List<StoredRow> unanswered = List.of(new StoredRow(first.rows(), none), rows.get(1));
        assertThat(ExportProof.of(ExportFormat.ONNX, ExportFormat.ONNX.bound(), file, unanswered).good())
                .as("no answer, and a right one after it").isFalse();
        for (String name : List.of("Gap.java", "gap.html")) {
            ExportFormat format = ExportFormat.of(name).orElseThrow();
            Files.write(folder.resolve(name), ExportStore.content(format, model, unanswered, "Gap"));
            ExportProof proof = ExportProof.of(format, format.bound(), folder.resolve(name), unanswered);
            assertThat(proof.good() && !proof.said().toString().startsWith("Not asked again")).as(name).isFalse();
        }
        Path source = folder.resolve("Model.java");
        Files.write(source, ExportStore.content(ExportFormat.JAVA, model, List.of(new StoredRow(first.rows(), wrong)), "Model"));
        assertThat(ExportProof.of(ExportFormat.JAVA, ExportFormat.JAVA.bound(), source, rows).good()).isFalse();
    }
}

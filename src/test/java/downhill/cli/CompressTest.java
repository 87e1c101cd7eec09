package downhill.cli;

import static org.assertj.core.api.Assertions.assertThat;

import downhill.store.ModelStore;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** {@code downhill compress}. */
class CompressTest {
    @TempDir
    private static Path shared;
    private static Path flowers;

    @TempDir
    private Path folder;

    @BeforeAll
    static void train() {
        Cli.run("compare", "iris", "--optimizers", "adam", "--hidden", "12", "--steps", "150", "--out", shared.resolve("iris"));
        flowers = shared.resolve("iris/model-adam.downhill-model");
    }

    private static JsonNode json(Cli cli) {
        assertThat(cli.code()).as(cli.err()).isZero();
        return JsonMapper.builder().build().readTree(cli.out()).get("variants");
    }

    /** The original first, each with its file, which every command reads. */
    @Test
    void everyFormIsToldAndIsAModelOfItsOwn() throws IOException {
        Path out = folder.resolve("small");
        JsonNode forms = json(Cli.run("compress", flowers, "iris", "--quantise", "int8,int8-static,int4,binary", "--prune", "0.5",
                "--finetune", "20", "--distil", "mlp:3", "--distil", "tree:4", "--steps", "60", "--combine", "--json", "--out", out));
        List<String> names = new ArrayList<>();
        for (JsonNode form : forms) {
            assertThat(form.propertyNames()).containsExactly("name", "bytes", "parameters", "nonZero", "microsecondsBatch1",
                    "microsecondsBatch256", "metric", "value", "low", "high", "file");
            names.add(form.get("name").stringValue());
            Path file = Path.of(form.get("file").stringValue());
            assertThat(Files.size(file)).isEqualTo(form.get("bytes").longValue());
            assertThat(ModelStore.read(file).parameters()).hasSize(form.get("parameters").intValue());
            assertThat(form.get("metric").stringValue()).isEqualTo("accuracy");
            assertThat(form.get("value").doubleValue()).isBetween(form.get("low").doubleValue(), form.get("high").doubleValue());
            assertThat(form.get("microsecondsBatch1").doubleValue()).isPositive();
        }
        assertThat(names).startsWith("original", "int8", "int8-static", "int4", "binary", "pruned 50%", "pruned 50% int8").contains("mlp:3",
                "tree:4 binary").hasSize(20);
        assertThat(forms.get(0).get("parameters").intValue()).isEqualTo(5 * 12 + 13 * 3);
        assertThat(forms.get(5).get("nonZero").intValue()).isEqualTo(5 * 12 + 13 * 3 - 42);
        assertThat(forms.get(1).get("bytes").longValue()).isLessThan(forms.get(0).get("bytes").longValue());
        assertThat(Files.readString(out.resolve("variants.csv"))).startsWith("name,bytes,parameters,nonZero").contains("\nint8-static,");
        assertThat(List.of(out.resolve("size.png"), out.resolve("time.png"))).allMatch(Files::isRegularFile);
        readByAll(Path.of(forms.get(2).get("file").stringValue()));
    }

    private void readByAll(Path model) {
        Cli measured = Cli.run("evaluate", model, "iris", "--json");
        assertThat(measured.code()).as(measured.err()).isZero();
        assertThat(Cli.run("predict", model, "iris", "--out", folder.resolve("said.csv")).code()).isZero();
        assertThat(Cli.run("explain", model, "iris", "--method", "permutation", "--json").code()).isZero();
        for (String name : List.of("small.onnx", "small.html")) {
            Cli written = Cli.run("export", model, "--out", folder.resolve(name), "--check", "iris");
            assertThat(written.code()).as(written.out() + written.err()).isZero();
        }
        assertThat(Cli.run("export", model, "--out", folder.resolve("Small.java")).code()).isZero();
    }

    @Test
    void whereNothingIsAskedForThereIsAUsualChoiceAndNothingStays() {
        Cli cli = Cli.run("compress", flowers, "iris");
        assertThat(cli.code()).as(cli.err()).isZero();
        assertThat(cli.out()).contains("original", "int8-static", "pruned 90%", "No other is as small");
        assertThat(cli.err()).contains("judge");
    }

    /** Of a model's file its beginning is known, of an experiment every step. */
    @Test
    void ticketsArePutBackToAnyStep() {
        JsonNode file = json(Cli.run("compress", flowers, "iris", "--prune", "0.5", "--ticket", "0", "--steps", "30", "--json"));
        assertThat(file).extracting(each -> each.get("name").stringValue()).containsExactly("original", "pruned 50%", "ticket 50%",
                "ticket 50% at random", "ticket 50% from a fresh start");
        assertThat(file.get(2).get("nonZero").intValue()).isLessThanOrEqualTo(file.get(1).get("nonZero").intValue());
        Path race = shared.resolve("iris/experiment.json");
        Cli early = Cli.run("compress", race, "iris", "--prune", "0.5", "--ticket", "20", "--steps", "30", "--json");
        assertThat(json(early)).hasSize(5);
        assertThat(early.err()).contains("put back to where it was after 20 updates").containsOnlyOnce("Explained is Adam");
        refused("step 0 is known", "compress", flowers, "iris", "--prune", "0.5", "--ticket", "20");
        refused("--prune", "compress", flowers, "iris", "--ticket", "0");
    }

    /** What is read is not written over. */
    @Test
    void theModelItselfStays() throws IOException {
        Path own = folder.resolve("original.downhill-model");
        Files.copy(flowers, own);
        refused("original.downhill-model", "compress", own, "iris", "--quantise", "int8", "--out", folder);
        assertThat(Files.readAllBytes(own)).isEqualTo(Files.readAllBytes(flowers));
    }

    @Test
    void rowsOfTheirOwnJudgeAndCalibrate() throws IOException {
        Path some = folder.resolve("some.csv");
        Files.writeString(some, """
                sepal_length,sepal_width,petal_length,petal_width,species
                5.1,3.5,1.4,0.2,setosa
                6.4,3.2,4.5,1.5,versicolor
                6.3,3.3,6.0,2.5,virginica
                """);
        Cli cli = Cli.run("compress", flowers, "iris", "--quantise", "int8-static", "--calibrate", some, "--test", some, "--json");
        assertThat(json(cli)).hasSize(2);
        assertThat(cli.err()).contains("150 rows are learned from, 3 judge");
    }

    private void refused(String why, Object... arguments) {
        Cli cli = Cli.run(arguments);
        assertThat(cli.code()).as(cli.out()).isEqualTo(2);
        assertThat(cli.err().lines().filter(line -> !line.isBlank()).count()).as(cli.err()).isLessThanOrEqualTo(2);
        assertThat(cli.err()).contains(why);
    }

    @Test
    void whatCannotBeIsSaidInOneSentence() throws IOException {
        refused("above 0 and below 1", "compress", flowers, "iris", "--prune", "1.5");
        refused("no form of whole numbers", "compress", flowers, "iris", "--quantise", "int3");
        refused("is no student", "compress", flowers, "iris", "--distil", "forest");
        refused("at least 1", "compress", flowers, "iris", "--distil", "linear", "--temperature", "0.1");
        refused("--finetune STEPS", "compress", flowers, "iris", "--quantise", "int8", "--aware");
        refused("--finetune STEPS", "compress", flowers, "iris", "--prune", "0.5", "--stages", "3");
        refused("rmse", "compress", flowers, "iris", "--metric", "rmse");
        refused("no such file", "compress", folder.resolve("none.downhill-model"), "iris");
        Path other = folder.resolve("other.csv");
        Files.writeString(other, "a,b\n1,2\n");
        refused("sepal_length", "compress", flowers, "iris", "--quantise", "int8-static", "--calibrate", other);
        Path out = folder.resolve("small");
        Cli.run("compress", flowers, "iris", "--quantise", "int8", "--out", out);
        refused("quantised already", "compress", out.resolve("int8.downhill-model"), "iris");
        Path file = folder.resolve("taken");
        Files.writeString(file, "mine");
        refused("taken", "compress", flowers, "iris", "--out", file);
    }
}

package downhill.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** Columns made of others that earn their place, and what becomes of them. */
class ExplainFeaturesTest {
    @TempDir
    private Path folder;

    private Path experiment(String name, boolean planted) throws IOException {
        Random random = new Random(7);
        List<String> lines = new ArrayList<>(List.of("a,b,c,d,y"));
        for (int i = 0; i < 160; i++) {
            double[] v = random.doubles(4, 1, 9).toArray();
            double y = planted ? v[0] * v[1] + v[2] : v[0] - v[2];
            lines.add(v[0] + "," + v[1] + "," + v[2] + "," + v[3] + "," + (y + random.nextGaussian()));
        }
        Path csv = Files.write(folder.resolve(name + ".csv"), lines);
        Cli done = Cli.run("compare", csv, "--target", "y", "--model", "linear", "--optimizers", "adam:learningRate=0.05", "--steps", "150",
                "--out", folder.resolve(name));
        assertThat(done.code()).as(done.err()).isZero();
        return folder.resolve(name).resolve("experiment.json");
    }

    private static JsonNode json(Cli cli) {
        assertThat(cli.code()).as(cli.err()).isZero();
        return Cli.json(cli.out());
    }

    /** From the suggestion to the document, the model, its prediction, its explanation and its exports. */
    @Test
    void aPlantedProductEarnsItsPlaceAndGoesWithTheModel() throws IOException {
        Path experiment = experiment("planted", true);
        assertThat(Files.readString(experiment)).as("documents without made columns are as they were").doesNotContain("\"made\"");
        Path out = folder.resolve("made");
        Cli cli = Cli.run("explain", experiment, "--method", "features", "--out", out, "--json");
        JsonNode root = json(cli);
        assertThat(Cli.names(root)).containsExactly("metric", "folds", "suggested", "before", "after", "kept", "tried");
        assertThat(root.get("kept")).extracting(each -> each.get("name").asString()).containsExactly("a × b");
        assertThat(root.get("after").asDouble()).isLessThan(root.get("before").asDouble() / 2);
        assertThat(root.get("folds").asInt()).isEqualTo(10);
        assertThat(StreamSupport.stream(root.get("tried").spliterator(), false).filter(each -> each.get("kept").asBoolean())).hasSize(1);
        assertThat(cli.err()).contains("Earned it: a × b", root.get("suggested").asInt() + " suggestions", "features.json");
        Path race = folder.resolve("race");
        Cli trained = Cli.run("train", out.resolve("features.json"), "--out", race);
        assertThat(trained.code()).as(trained.err()).isZero();
        Path model = race.resolve("model-adam.downhill-model");
        Path csv = folder.resolve("planted.csv");
        JsonNode scores = Cli.json(Cli.run("evaluate", model, csv, "--json").out());
        assertThat(scores.findValue("r2").asDouble()).isGreaterThan(0.98);
        JsonNode shap = json(Cli.run("explain", model, csv, "--method", "shap", "--interactions", "--rows", "3", "--json"));
        assertThat(shap.get("features")).extracting(JsonNode::asString).containsExactly("a", "b", "c", "d");
        double sum = shap.get("base").asDouble();
        for (JsonNode value : shap.get("rows").get(0).get("values")) {
            sum += value.asDouble();
        }
        assertThat(sum).isCloseTo(shap.get("rows").get(0).get("prediction").asDouble(), within(1e-8));
        assertThat(Cli.run("predict", model, csv, "--out", folder.resolve("said.csv")).code()).isZero();
        Cli exported = Cli.run("export", model, "--out", folder.resolve("model.onnx"), "--check", csv);
        assertThat(exported.code()).as(exported.err()).isZero();
        Path lacking = Files.writeString(folder.resolve("lacking.csv"), "a,c,d\n1,2,3\n");
        Cli refused = Cli.run("predict", model, lacking, "--out", folder.resolve("none.csv"));
        assertThat(refused.code()).isEqualTo(2);
        assertThat(refused.err().strip()).contains("\"b\"").doesNotContain("Exception");
        JsonNode without = json(Cli.run("explain", out.resolve("features.json"), "--method", "drop", "--feature", "a,d", "--json"));
        assertThat(without.get("features").get(0).get("low").asDouble()).as("with a goes the product").isGreaterThan(5);
        assertThat(without.get("features").get(1).get("mean").asDouble()).isCloseTo(0, within(1.0));
        Cli again = Cli.run("explain", out.resolve("features.json"), "--method", "features", "--json");
        assertThat(json(again).get("kept")).as("what is there is not suggested again").isEmpty();
    }

    @Test
    void noiseEarnsNothing() throws IOException {
        Cli cli = Cli.run("explain", experiment("noise", false), "--method", "features", "--json");
        JsonNode root = json(cli);
        assertThat(root.get("kept")).isEmpty();
        assertThat(root.get("before").asDouble()).isEqualTo(root.get("after").asDouble());
        assertThat(cli.err()).contains("None earned it").contains("over all " + root.get("suggested").asInt() + " suggestions");
    }

    @Test
    void whereNothingCanBeMadeThatIsSaid() throws IOException {
        Cli done = Cli.run("compare", "air-passengers", "--model", "gru", "--width", "3", "--steps", "3", "--optimizers", "adam", "--out",
                folder.resolve("air"));
        assertThat(done.code()).as(done.err()).isZero();
        Cli cli = Cli.run("explain", folder.resolve("air/experiment.json"), "--method", "features");
        assertThat(cli.code()).isEqualTo(2);
        assertThat(cli.err().strip()).contains("Nothing can be made").doesNotContain("\n");
        Cli drop = Cli.run("explain", folder.resolve("air/experiment.json"), "--method", "drop");
        assertThat(drop.code()).isEqualTo(2);
        assertThat(drop.err().strip()).contains("no other column to leave away").doesNotContain("\n");
    }
}

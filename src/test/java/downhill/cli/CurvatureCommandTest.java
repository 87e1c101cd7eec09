package downhill.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

/**
 * Where steps are large, training brings the gauge to its edge and holds it there: twenty points of a Chebyshev cubic, a tanh net of 141
 * weights, full batch (Cohen et al. 2021, 2022).
 */
class CurvatureCommandTest {
    @TempDir
    private static Path folder;
    private static Path csv;
    private static JsonNode found;

    @BeforeAll
    static void train() throws IOException {
        StringBuilder rows = new StringBuilder("x,y\n");
        for (int i = 0; i < 20; i++) {
            double x = -1 + 2 * i / 19.0;
            rows.append(String.format(Locale.ROOT, "%.10f,%.10f%n", x, 4 * x * x * x - 3 * x));
        }
        csv = Files.writeString(folder.resolve("cubic.csv"), rows.toString());
        Path race = race("edge", "--optimizer", "gradient-descent:learningRate=0.2,name=GD", "--optimizer",
                "rmsprop:learningRate=0.0005,name=RMSprop", "--optimizer", "adam:learningRate=0.001,name=Adam", "--optimizer", "lion:name=Lion",
                "--steps", "8000");
        found = curvature(race, "--moments", "16");
    }

    private static Path race(String name, String... more) {
        Path out = folder.resolve(name);
        Object[] call = Stream.concat(Stream.of("compare", csv, "--target", "y", "--model", "mlp", "--hidden",
                "10,10", "--activation", "tanh", "--batch", "0", "--validation", "0", "--scaling", "none", "--precision", "double", "--out", out),
                Stream.of((Object[]) more)).toArray();
        Cli done = Cli.run(call);
        assertThat(out.resolve("experiment.json")).as(done.err()).exists();
        return out.resolve("experiment.json");
    }

    private static JsonNode curvature(Path file, String... more) {
        Cli cli = Cli.run(Stream.concat(Stream.of("curvature", file, "--json"),
                Stream.of((Object[]) more)).toArray());
        assertThat(cli.code()).as(cli.err()).isZero();
        return Cli.json(cli.out()).get("contenders");
    }

    private static JsonNode of(String name) {
        for (JsonNode one : found) {
            if (one.get("name").asString().equals(name)) {
                return one.get("moments");
            }
        }
        throw new AssertionError(name);
    }

    @ParameterizedTest
    @CsvSource({"GD", "RMSprop", "Adam"})
    void theGaugeSettlesAtOne(String name) {
        JsonNode moments = of(name);
        assertThat(moments.size()).isEqualTo(16);
        double mean = 0;
        for (int i = 10; i < 16; i++) {
            double gauge = moments.get(i).get("gauge").asDouble();
            assertThat(gauge).as(name + " at step " + moments.get(i).get("step")).isCloseTo(1, within(0.2));
            mean += gauge / 6;
        }
        assertThat(mean).as(name).isCloseTo(1, within(0.1));
    }

    @Test
    void plainDescentsSharpnessIsTwoOverItsRate() {
        JsonNode last = of("GD").get(15);
        assertThat(last.get("sharpness").asDouble()).isCloseTo(2 / 0.2, within(0.3));
        assertThat(last.get("residual").asDouble()).isLessThan(1e-6);
        assertThat(of("Lion").get(15).get("gauge").isNumber()).as("a rule by signs has no such limit").isFalse();
    }

    @Test
    void howTheyMoveAndWhatLiesBetweenThemIsToldWhereItIsAskedFor() {
        Path edge = folder.resolve("edge").resolve("experiment.json");
        Cli cli = Cli.run("curvature", edge, "--json", "--contender", "GD", "--moments", "2", "--measures", "--spectrum",
                "--between", "GD@4000",
                "Adam");
        assertThat(cli.code()).as(cli.err()).isZero();
        JsonNode all = Cli.json(cli.out());
        JsonNode last = all.get("contenders").get(0).get("moments").get(1);
        JsonNode measures = last.get("measures");
        assertThat(measures.get("noise").asDouble()).isPositive();
        assertThat(measures.get("rank").asDouble()).isBetween(0.2, 1.0);
        assertThat(measures.get("ratio").asDouble()).isBetween(1e-7, 0.1);
        assertThat(measures.get("alignment").asDouble()).isBetween(-1.0, 1.0);
        assertThat(measures.get("moved").asDouble()).isPositive().isLessThan(measures.get("distance").asDouble());
        JsonNode spectrum = all.get("spectra").get("GD");
        assertThat(spectrum.get("values").get(0).asDouble()).isCloseTo(last.get("sharpness").asDouble(), within(0.5));
        assertThat(all.get("straight").get("losses").size()).isEqualTo(25);
        double straight = highest(all.get("straight"));
        assertThat(highest(all.get("curved"))).as("bent to where it is low").isLessThan(straight);
        Cli wrong = Cli.run("curvature", edge, "--between", "GD@9000", "Adam");
        assertThat(wrong.code()).isEqualTo(2);
        assertThat(wrong.err()).contains("GD@9000", "8");
    }

    private static double highest(JsonNode line) {
        double highest = 0;
        for (JsonNode loss : line.get("losses")) {
            highest = Math.max(highest, loss.asDouble());
        }
        return highest;
    }

    @Test
    void theEdgeIsPassedBeforeTheLossLeavesAllBounds() {
        Path race = race("wild", "--optimizer", "gradient-descent:learningRate=0.4,name=Wild", "--steps", "400");
        JsonNode first = curvature(race, "--moments", "8").get(0).get("moments").get(0);
        assertThat(first.get("gauge").asDouble()).isGreaterThan(1.1);
    }

    @Test
    void whatCannotBeMeasuredIsToldInOneSentence() throws IOException {
        Path file = folder.resolve("bowl.json");
        Files.writeString(file, """
                {"format": "downhill-experiment", "version": 1}""");
        assertThat(Cli.run("curvature", file).code()).as("a file that is none").isEqualTo(2);
        Cli none = Cli.run("curvature", csv);
        assertThat(none.code()).isEqualTo(2);
        assertThat(none.err().lines().toList()).hasSize(1);
        assertThat(none.err()).contains("cubic.csv", "neither a session");
        Cli moments = Cli.run("curvature", folder.resolve("edge").resolve("experiment.json"), "--moments", "0");
        assertThat(moments.code()).isEqualTo(2);
        assertThat(moments.err()).contains("--moments 0");
        Cli unknown = Cli.run("curvature", folder.resolve("edge").resolve("experiment.json"), "--contender", "Nobody");
        assertThat(unknown.code()).isEqualTo(2);
        assertThat(unknown.err()).contains("Nobody");
    }
}

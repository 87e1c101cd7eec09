package downhill.cli;

import static org.assertj.core.api.Assertions.assertThat;

import downhill.data.source.SampleData;
import java.nio.file.Path;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;

/** Every sample that comes with the program, by trials alone. Prints the figures of docs/automl.md. */
@Tag("soak")
class AutomlSamplesTest {
    @TempDir
    private Path folder;

    static Stream<String> samples() {
        return SampleData.list().stream().filter(sample -> !sample.whole()).map(SampleData::name);
    }

    @ParameterizedTest
    @MethodSource("samples")
    void everySampleIsLearnedBetterThanItsBaseline(String sample) {
        Cli cli = Cli.run("automl", sample, "--trials", sample.equals("digits") ? 20 : 60, "--json", "--out", folder);
        assertThat(cli.code()).as(cli.err()).isZero();
        JsonNode root = Cli.json(cli.out());
        JsonNode outer = root.get("outer");
        System.out.printf(Locale.ROOT, "%s %s: baseline %.4g, linear %.4g, best %.4g, delivered %.4g (%.4g to %.4g), %s, optimism %.2g%n",
                sample,
                root.get("metric").asString(), root.get("baseline").get("outer").asDouble(), linear(root), best(root),
                outer.get("score").asDouble(),
                outer.get("low").asDouble(), outer.get("high").asDouble(), root.get("ensemble").get("kind").asString(),
                outer.get("optimism").asDouble());
        assertThat(outer.get("betterThanBaseline").asBoolean()).isTrue();
        assertThat(Cli.run("evaluate", folder.resolve("model.downhill-model"), sample).code()).isZero();
    }

    private static double linear(JsonNode root) {
        return root.get("leaderboard").valueStream().filter(each -> each.get("kind").asString().matches("linear|logistic|softmax"))
                .findFirst().orElseThrow().get("outer").asDouble();
    }

    private static double best(JsonNode root) {
        return root.get("leaderboard").valueStream().filter(each -> each.has("trial")).findFirst().orElseThrow().get("outer").asDouble();
    }
}

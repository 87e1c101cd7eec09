package downhill.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** Contenders are tuned within each fold: what is held out has no part in the choosing. */
class NestedTest {
    @TempDir
    private Path folder;

    private static JsonNode json(Object... more) {
        Cli result = Cli.run(Stream.concat(Stream.of("cross-validate"), Stream.concat(Stream.of(more), Stream.of("--json"))).toArray());
        assertThat(result.code()).as(result.err()).isZero();
        return Cli.json(result.out());
    }

    /** Two classes that nothing tells of. */
    private Path shuffled(int rows) throws IOException {
        Random random = new Random(11);
        StringBuilder text = new StringBuilder("a,b,c,d,kind\n");
        for (int row = 0; row < rows; row++) {
            IntStream.range(0, 4).forEach(unused -> text.append(random.nextGaussian()).append(','));
            text.append(row % 2 == 0 ? "yes" : "no").append('\n');
        }
        return Files.writeString(folder.resolve("shuffled.csv"), text);
    }

    @Test
    void whereLabelsAreShuffledTheOuterScoreIsThatOfChance() throws IOException {
        JsonNode found = json(shuffled(120), "--target", "kind", "--model", "mlp", "--hidden", 12, "--optimizers", "adam", "--steps", 60,
                "--folds", 4, "--repeats", 3, "--nested", 8, "--vary", "all");
        double mean = found.at("/contenders/0/mean").asDouble();
        assertThat(mean).as("12 folds of 30 rows: five standard deviations of chance are 0.13").isBetween(0.37, 0.63);
        double inner = StreamSupport.stream(found.at("/protocol/tuned/chosen").spliterator(), false).mapToDouble(each ->
                each.get("inner").asDouble()).average().orElseThrow();
        assertThat(inner).as("the best of the trials is better than chance, ln 2, where it was chosen").isLessThan(Math.log(2));
    }

    @Test
    void theProtocolTellsWhatWasTunedAndTheScoresAreThoseOfTheChoices() {
        Object[] call = {"iris", "--optimizers", "sgd:learningRate=0.001,adam", "--model", "softmax", "--steps", 40, "--folds", 3};
        JsonNode plain = json(call);
        JsonNode found = json(Stream.concat(Stream.of(call), Stream.of("--nested", 6)).toArray());
        assertThat(plain.at("/protocol/tuned").asString()).isEqualTo("nothing");
        assertThat(plain.at("/protocol/ownSettings").toString()).isEqualTo("[\"SGD\"]");
        assertThat(found.at("/protocol/ownSettings").size()).isZero();
        JsonNode tuned = found.at("/protocol/tuned");
        assertThat(tuned.get("trials").asInt()).isEqualTo(6);
        assertThat(tuned.get("over").get(0).asString()).isEqualTo("learningRate");
        assertThat(tuned.get("chosen").size()).isEqualTo(2 * 3);
        assertThat(tuned.at("/chosen/0/settings/learningRate").asDouble()).isBetween(1e-5, 0.1);
        assertThat(found.at("/contenders/0/mean").asDouble()).isGreaterThan(plain.at("/contenders/0/mean").asDouble());
        assertThat(found.at("/contenders/0/scores").size()).isEqualTo(3);
        assertThat(json(Stream.concat(Stream.of(call), Stream.of("--nested", 6)).toArray()).get("contenders"))
                .as("the same call gives the same").isEqualTo(found.get("contenders"));
    }

    @Test
    void preparationCanBeTunedToo() {
        JsonNode found = json("iris", "--optimizers", "adam:learningRate=1e-6", "--model", "softmax", "--steps", 20, "--folds", 2,
                "--nested", 6, "--vary", "scaling=none,standard", "--vary", "batch=8,32", "--vary", "learningRate=0.05..0.2");
        assertThat(found.at("/protocol/tuned/chosen/0/settings").size()).as("better than hardly a step").isEqualTo(3);
    }
}

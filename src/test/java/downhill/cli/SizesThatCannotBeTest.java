package downhill.cli;

import static org.assertj.core.api.Assertions.assertThat;

import downhill.data.Room;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Sizes for which there is no memory end the command at once with what they would take, what there is and the way out. */
class SizesThatCannotBeTest {
    @TempDir
    private Path folder;

    private void assertRefused(Object... call) {
        Cli said = Cli.run(call);
        assertThat(said.code()).as(said.err()).isEqualTo(2);
        assertThat(said.err()).contains("would take about", "may use " + Room.here().text(), "-Xmx")
                .doesNotContain("Exception", "Something went wrong", "Error");
        assertThat(said.err().lines()).as(said.err()).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"iris --hidden 2147483647", "iris --hidden 65536,65536",
        "iris --hidden 2147483647,2147483647 --precision double", "sunspots --model lstm --width 1000000",
        "sunspots --model gru --width 2147483647", "sunspots --model rnn --width 2147483647",
        "sunspots --model transformer --width 2147483646", "sunspots --model transformer --width 2147483647",
        "iris --hidden 60000,6000 --batch 0"})
    void modelsOfEveryKind(String call) {
        String[] words = ("compare " + call + " --steps 3").split(" ");
        assertRefused((Object[]) words);
    }

    @Test
    void aThousandContendersOfAThousandSeeds() throws IOException {
        Path out = folder.resolve("out");
        assertThat(Cli.run("compare", "iris", "--optimizers", "sgd", "--steps", "1", "--out", out).code()).isEqualTo(0);
        String document = Files.readString(out.resolve("experiment.json"));
        String contender = document.substring(document.indexOf("\"contenders\" : [ {") + 17,
                document.indexOf("} ]", document.indexOf("\"contenders\"")) + 1);
        String many = IntStream.range(0, 1000).mapToObj(i -> contender.replaceFirst("\"id\" : \"[^\"]*\"", "\"id\" : \"x" + i + "\"")
                .replaceFirst("\"seeds\" : 1", "\"seeds\" : 1000")).reduce((a, b) -> a + ", " + b).orElseThrow();
        assertRefused("train", Files.writeString(out.resolve("many.json"), document.replace(contender, many)), "--out",
                folder.resolve("again"));
    }
}

package downhill.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

class TuneMapTest {
    @TempDir
    private Path folder;

    private static Cli map(Object... arguments) {
        Object[] all = new Object[arguments.length + 2];
        all[0] = "tune";
        all[1] = "iris";
        System.arraycopy(arguments, 0, all, 2, arguments.length);
        return Cli.run(all);
    }

    @Test
    void aMapIsATableAPictureAndAnObject() throws IOException {
        Cli cli = map("--map", "learningRate,optimizer", "--vary", "optimizer=adam,sgd", "--vary", "learning-rate=1e-3..1e200:log",
                "--size", "9x5", "--steps", 30, "--out", folder.resolve("map"), "--json");
        assertThat(cli.code()).as(cli.err()).isZero();
        JsonNode root = Cli.json(cli.out());
        assertThat(Cli.names(root)).containsExactly("x", "y", "steps", "runs", "learned", "idle", "diverged", "complete", "best");
        assertThat(root.get("x").get("key").asString()).isEqualTo("learning-rate");
        assertThat(root.get("x").get("values")).hasSize(9);
        assertThat(root.get("y").get("values").get(1).asString()).isEqualTo("sgd");
        assertThat(root.get("runs").asInt()).isEqualTo(18)
                .isEqualTo(root.get("learned").asInt() + root.get("idle").asInt() + root.get("diverged").asInt());
        assertThat(root.get("diverged").asInt()).isPositive();
        assertThat(root.get("complete").asBoolean()).isTrue();
        List<String> lines = Files.readAllLines(folder.resolve("map").resolve("map.csv"));
        assertThat(lines).hasSize(19).first().isEqualTo("learning-rate,optimizer,startLoss,finalLoss,outcome,divergedAt");
        assertThat(lines.get(18)).startsWith("1e200,sgd,").contains(",,diverged,");
        double least = lines.stream().skip(1).map(line -> line.split(",")[3]).filter(loss -> !loss.isEmpty())
                .mapToDouble(Double::parseDouble).min().orElseThrow();
        assertThat(root.get("best").get("value").asDouble()).isEqualTo(least);
        assertThat(ImageIO.read(folder.resolve("map").resolve("map.png").toFile()).getWidth()).isEqualTo(1920);
    }

    /** A pixel, typed as options of compare, is the same run: its loss is that of the last steps. */
    @Test
    void aPixelIsARunOfCompare() throws IOException {
        Cli cli = map("--map", "learningRate,beta1", "--vary", "learningRate=1e-3..0.1:log", "--vary", "beta1=0..0.9", "--size", 3,
                "--steps", 10, "--out", folder.resolve("map"));
        assertThat(cli.code()).as(cli.err()).isZero();
        assertThat(cli.out()).contains("9 runs of 10 steps").contains("Least loss").contains("map.csv and map.png are in");
        String[] pixel = Files.readAllLines(folder.resolve("map").resolve("map.csv")).get(5).split(",");
        Cli race = Cli.run("compare", "iris", "--optimizers", "adam:learningRate=" + pixel[0] + ",beta1=" + pixel[1], "--steps", 10,
                "--out", folder.resolve("race"));
        assertThat(race.code()).as(race.err()).isZero();
        List<String> history = Files.readAllLines(folder.resolve("race").resolve("history.csv"));
        List<String> head = List.of(history.get(0).split(","));
        double last = Double.parseDouble(history.stream().filter(line -> line.split(",", -1)[head.indexOf("step")].equals("9"))
                .findFirst().orElseThrow().split(",")[head.indexOf("train_loss")]);
        assertThat(Double.parseDouble(pixel[3])).isCloseTo(last, within(1e-12));
    }

    @Test
    void rangesThatNobodySaidAreSensibleAndTold() {
        Cli cli = map("--map", "learningRate,batch", "--size", 2, "--steps", 1);
        assertThat(cli.code()).as(cli.err()).isZero();
        assertThat(cli.err()).contains("learningRate=1.0E-6..1.0:log").contains("batch=8..128:log:int");
        assertThat(cli.out()).contains("--out DIR");
    }

    @Test
    void whenTimeIsOverBeforeTheFirstPictureNothingIsWritten() {
        Cli cli = map("--map", "learningRate,beta1", "--minutes", 1e-9, "--json", "--out", folder.resolve("map"));
        assertThat(cli.code()).isEqualTo(ExitCode.FELL_SHORT);
        assertThat(cli.err()).contains("before the first coarse picture");
        assertThat(cli.out()).isEmpty();
        assertThat(folder.resolve("map")).doesNotExist();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "--map learningRate | two different settings", "--map beta1,beta-1 | two different settings",
        "--map learningRate,nonsense | nonsense", "--map learningRate,hidden | --vary hidden=A,B,C",
        "--map learningRate,beta1 --size 1 | 2 to 1024", "--map learningRate,beta1 --size 9x | 2 to 1024",
        "--map learningRate,beta1 --size 2000 | 2 to 1024", "--map learningRate,beta1 --trials 9 | --trials belongs to a search",
        "--map learningRate,beta1 --folds 3 | --folds belongs to a search", "--map learningRate,beta1 --vary l2=0..1 | l2 is varied",
        "--vary learningRate=0.1..1 --size 9 | --size belongs to a map", "--vary learningRate=0.1..1 --out x | --out belongs to a map"})
    void whatCannotBeIsSaidInASentence(String options, String told) {
        Cli cli = map((Object[]) options.split(" "));
        assertThat(cli.code()).isEqualTo(2);
        assertThat(cli.err()).contains(told).doesNotContain("Exception");
        assertThat(cli.out()).isEmpty();
    }

    @Test
    void noOtherFileIsReplaced() throws IOException {
        Path table = Files.writeString(folder.resolve("map.csv"), "a,b\n1,2\n");
        Cli cli = map("--map", "learningRate,beta1", "--size", 2, "--steps", 1, "--out", folder);
        assertThat(cli.code()).isEqualTo(2);
        assertThat(cli.err()).contains("map.csv");
        assertThat(table).hasContent("a,b\n1,2\n");
    }
}

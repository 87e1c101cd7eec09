package downhill.cli;

import static org.assertj.core.api.Assertions.assertThat;

import downhill.analysis.verdict.Scored;
import downhill.analysis.verdict.Verdict;
import downhill.ui.chart.VerdictPicture;
import downhill.words.Words;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

/** The command that judges by rows held out. */
class CrossValidateTest {
    @TempDir
    private Path folder;

    private static Cli run(Object... more) {
        return Cli.run(Stream.concat(Stream.of("cross-validate"), Stream.of(more)).toArray());
    }

    private static JsonNode json(Object... more) {
        Cli result = run(Stream.concat(Stream.of(more), Stream.of("--json")).toArray());
        assertThat(result.code()).as(result.err()).isZero();
        return Cli.json(result.out());
    }

    @Test
    void theJsonIsThatOfTheManual() {
        JsonNode found = json("iris", "--optimizers", "sgd,adam", "--steps", 30, "--folds", 3, "--repeats", 2);
        assertThat(Cli.names(found)).containsExactly("metric", "folds", "repeats", "contenders", "pairs", "sentence", "protocol");
        assertThat(Cli.names(found.get("contenders").get(0))).containsExactly("name", "scores", "mean", "interquartileMean", "low", "high",
                "diverged");
        assertThat(Cli.names(found.get("pairs").get(0))).containsExactly("a", "b", "difference", "low", "high", "p", "better",
                "equivalent", "worse");
        assertThat(found.get("metric").asString()).isEqualTo("accuracy");
        assertThat(found.get("contenders").get(1).get("scores").size()).isEqualTo(6);
        JsonNode pair = found.get("pairs").get(0);
        assertThat(pair.get("better").asDouble() + pair.get("equivalent").asDouble() + pair.get("worse").asDouble()).isBetween(0.999, 1.001);
        assertThat(found.get("protocol").get("split").asString()).isEqualTo("random, stratified");
        assertThat(json("iris", "--optimizers", "sgd,adam", "--steps", 30, "--folds", 3, "--repeats", 2).get("contenders"))
                .as("the same call gives the same scores").isEqualTo(found.get("contenders"));
    }

    @Test
    void twinsAreEquivalent() {
        JsonNode found = json("iris", "--optimizers", "adam,adam:name=twin", "--steps", 20, "--folds", 4, "--margin", 0);
        assertThat(found.get("pairs").get(0).get("equivalent").asDouble()).isEqualTo(1);
        assertThat(found.get("pairs").get(0).get("p").asDouble()).isEqualTo(1);
        assertThat(found.get("sentence").asString()).contains("equivalent");
    }

    @Test
    void theFolderHoldsEveryScoreAndThePicture() throws IOException {
        Path out = folder.resolve("verdict");
        Cli result = run("iris", "--optimizers", "sgd,adam", "--steps", 20, "--folds", 3, "--seeds", 2, "--out", out);
        assertThat(result.code()).as(result.err()).isZero();
        List<String> scores = Files.readAllLines(out.resolve("scores.csv"));
        assertThat(scores.get(0)).contains("contender,repeat,fold,seed,metric,score,outcome,steps");
        assertThat(scores).hasSize(1 + 2 * 3 * 2);
        assertThat(ImageIO.read(out.resolve("verdict.png").toFile()).getWidth()).isEqualTo(1920);
        assertThat(Cli.json(Files.readString(out.resolve("verdict.json"))).get("contenders").get(0).get("scores").size()).isEqualTo(3);
        Cli again = run(out.resolve("experiment.json"), "--out", folder.resolve("again"));
        assertThat(again.code()).as(again.err()).isZero();
        assertThat(Files.readAllLines(folder.resolve("again/scores.csv"))).as("the document repeats it").isEqualTo(scores);
        assertThat(run(out.resolve("experiment.json"), "--steps", 5).err()).contains("--steps").hasLineCount(1);
    }

    @Test
    void foldsThatDivergeAreCountedAndNotDropped() {
        Cli result = run("iris", "--optimizers", "sgd:learningRate=1e30,adam", "--loss", "mse", "--steps", 60, "--folds", 3, "--json");
        assertThat(result.code()).as(result.err()).isEqualTo(1);
        JsonNode found = Cli.json(result.out());
        assertThat(found.get("contenders").get(0).get("diverged").asInt()).isEqualTo(3);
        assertThat(found.get("contenders").get(0).get("scores").get(0).isNull()).isTrue();
        assertThat(found.get("pairs").get(0).get("better").isNull()).isTrue();
        assertThat(found.get("sentence").asString()).contains("diverged on 3 of 3 folds");
    }

    @Test
    void aSeriesRollsAndGroupsStayWhole() throws IOException {
        JsonNode series = json("air-passengers", "--optimizers", "adam", "--steps", 10, "--folds", 3, "--metric", "mae");
        assertThat(series.get("protocol").get("split").asString()).isEqualTo("rolling");
        String rows = IntStream.range(0, 60).mapToObj(i -> i % 5 + "," + i % 7 + "," + 3 * (i % 7)).reduce("", (a, b) -> a + b + "\n");
        Path table = Files.writeString(folder.resolve("t.csv"), "patient,x,y\n" + rows);
        JsonNode grouped = json(table, "--target", "y", "--groups", "patient", "--optimizers", "sgd", "--steps", 10);
        assertThat(grouped.get("protocol").get("groups").asString()).isEqualTo("patient");
        assertThat(run(table, "--target", "y", "--groups", "patient", "--folds", 6, "--steps", 5).err()).contains("patient")
                .contains("5").hasLineCount(1);
    }

    @Test
    void eachRowCanBeLeftOutByItself() throws IOException {
        String rows = IntStream.range(0, 12).mapToObj(i -> i + "," + (2 * i + 1)).reduce("", (a, b) -> a + b + "\n");
        Path table = Files.writeString(folder.resolve("t.csv"), "x,y\n" + rows);
        JsonNode found = json(table, "--target", "y", "--folds", "all", "--optimizers", "sgd", "--steps", 10);
        assertThat(found.get("folds").asInt()).isEqualTo(12);
        assertThat(run(table, "--target", "y", "--folds", "all", "--metric", "r2").err()).contains("single row").hasLineCount(1);
    }

    @Test
    void aCategoryThatOneFoldAloneKnowsMakesAModelOfItsOwn() throws IOException {
        String rows = IntStream.range(0, 30).mapToObj(i -> "c" + (i == 7 ? 9 : i % 3) + "," + i % 4 + "," + i % 5)
                .reduce("", (a, b) -> a + b + "\n");
        Path table = Files.writeString(folder.resolve("t.csv"), "kind,x,y\n" + rows);
        JsonNode found = json(table, "--target", "y", "--types", "kind=category", "--optimizers", "sgd", "--steps", 10);
        assertThat(found.get("contenders").get(0).get("scores").size()).isEqualTo(5);
    }

    @ParameterizedTest
    @CsvSource({"--folds, 1", "--folds, x", "--folds, 51", "--folds, 400", "--repeats, 0", "--metric, rmse", "--metric, speed", "--margin, -1",
        "--nested, 0", "--vary, learningRate=0.1..1", "--groups, nobody", "--groups, species", "--rolling, --repeats=2", "--patience, 0"})
    void whatCannotBeDoneIsSaidInOneLine(String option, String value) {
        Cli result = run("iris", "--optimizers", "sgd", "--steps", 5, option, value);
        assertThat(result.code()).as("%s %s: %s", option, value, result.err()).isEqualTo(2);
        assertThat(result.err().lines().filter(line -> !line.startsWith("1 row equals"))).as(result.err()).hasSize(1);
        assertThat(result.out()).isEmpty();
    }

    @Test
    void noInputIsReplacedAndNothingIsWrittenWhereItIsRefused() throws IOException {
        Path table = Files.writeString(folder.resolve("scores.csv"), "x,y\n1,2\n2,3\n3,5\n4,6\n5,7\n6,8\n");
        Cli result = run(table, "--target", "y", "--folds", 2, "--steps", 5, "--out", folder);
        assertThat(result.code()).isEqualTo(2);
        assertThat(result.err()).contains("scores.csv");
        assertThat(Files.readString(table)).startsWith("x,y");
        Path out = folder.resolve("none");
        assertThat(run("iris", "--metric", "rmse", "--steps", 5, "--out", out).code()).isEqualTo(2);
        assertThat(out).doesNotExist();
    }

    @Test
    void earlyStoppingLooksAtTrainingRowsAlone() {
        Cli result = run("iris", "--optimizers", "adam", "--steps", 60, "--folds", 3, "--patience", 2, "--json");
        assertThat(result.code()).as(result.err()).isZero();
        assertThat(result.err()).contains("never at those held out");
        assertThat(Cli.json(result.out()).get("protocol").get("validationWithinTrainingRows").asBoolean()).isTrue();
    }

    @Test
    void aPercentageOfTargetsNearZeroIsWarnedOf() throws IOException {
        String rows = IntStream.range(0, 40).mapToObj(i -> i + "," + (i == 5 ? "0.001" : 100 + i)).reduce("", (a, b) -> a + b + "\n");
        Path table = Files.writeString(folder.resolve("near.csv"), "x,y\n" + rows);
        Object[] call = {table, "--target", "y", "--model", "linear", "--optimizers", "adam", "--steps", 5, "--folds", 2, "--metric"};
        assertThat(run(Stream.concat(Stream.of(call), Stream.of("mape")).toArray()).err()).contains("1 of 40 held out targets")
                .contains("mae or rmse");
        assertThat(run(Stream.concat(Stream.of(call), Stream.of("mae")).toArray()).err()).doesNotContain("held out targets");
    }

    @Test
    void thePictureSpeaksTheLanguageThatIsAskedFor() throws IOException {
        Verdict verdict = Verdict.of(List.of(new Scored("A", new double[][] {{0.9, 0.8, 0.9}}), new Scored("B", new double[][] {
            {0.9, Double.NaN, 0.7}})), true, 0.5, 0.01, 1);
        Path english = folder.resolve("english.png");
        Path chinese = folder.resolve("chinese.png");
        new VerdictPicture().write(english, "accuracy", verdict, Words.ENGLISH);
        new VerdictPicture().write(chinese, "accuracy", verdict, Words.of(Locale.SIMPLIFIED_CHINESE));
        assertThat(Files.readAllBytes(chinese)).isNotEqualTo(Files.readAllBytes(english));
    }
}

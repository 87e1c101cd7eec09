package downhill.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The curves that a cross-validation leaves. */
class CurvesRunTest {
    @TempDir
    private Path folder;

    private static Cli run(Object... more) {
        return Cli.run(Stream.concat(Stream.of("cross-validate"), Stream.of(more)).toArray());
    }

    private List<String[]> curves(Object... more) throws IOException {
        Cli result = run(Stream.concat(Stream.of(more), Stream.of("--out", folder.resolve("out"))).toArray());
        assertThat(result.code()).as(result.err()).isZero();
        return Files.readAllLines(folder.resolve("out/curves.csv")).stream().skip(1).map(line -> line.split(",", -1)).toList();
    }

    private static double mean(List<String[]> rows, String curve, String contender, String x) {
        return rows.stream().filter(row -> row[0].equals(curve) && row[1].equals(contender) && row[3].equals(x))
                .mapToDouble(row -> Double.parseDouble(row[4])).findFirst().orElseThrow();
    }

    @Test
    void ofClassesThereAreCurvesOfEachAgainstTheRest() throws IOException {
        List<String[]> rows = curves("iris", "--optimizers", "sgd,adam", "--steps", 30, "--folds", 3);
        Map<String, Long> counts = rows.stream().collect(Collectors.groupingBy(row -> row[0], Collectors.counting()));
        assertThat(counts.keySet()).containsExactlyInAnyOrder("progress", "rank", "roc", "precisionRecall", "gain", "lift", "calibration",
                "calibrationError", "cost");
        assertThat(counts.get("roc")).isEqualTo(101 * 3 * 2);
        assertThat(counts.get("calibrationError")).isEqualTo(2 * (3 + 1));
        assertThat(rows.stream().map(row -> row[2]).distinct()).containsExactlyInAnyOrder("setosa", "versicolor", "virginica", "");
        assertThat(rows).allSatisfy(row -> assertThat(Integer.parseInt(row[7])).isBetween(1, 3));
    }

    @Test
    void scoresAgainstRowsAndASettingEndWhereThePlainOnesAre() throws IOException {
        Object[] call = {"iris", "--optimizers", "sgd,adam", "--model", "softmax", "--steps", 30, "--folds", 3, "--learning-curve",
            "--validation-curve", "learningRate=0.0001,0.1", "--by", "species"};
        List<String[]> rows = curves(call);
        double plain = Cli.json(Files.readString(folder.resolve("out/verdict.json"))).at("/contenders/1/mean").asDouble();
        assertThat(mean(rows, "learning", "Adam", "100")).as("all rows").isCloseTo(plain, within(1e-12));
        assertThat(rows.stream().filter(row -> row[0].equals("learning") && row[1].equals("Adam"))).hasSize(5);
        double held = mean(rows, "validation", "SGD", "0.1");
        assertThat(held).isGreaterThan(mean(rows, "validation", "SGD", "1e-4"));
        Files.delete(folder.resolve("out/curves.csv"));
        curves("iris", "--optimizers", "sgd,adam", "--model", "softmax", "--steps", 30, "--folds", 3, "--learning-rate", "0.1");
        assertThat(Cli.json(Files.readString(folder.resolve("out/verdict.json"))).at("/contenders/0/mean").asDouble())
                .as("the value of the curve is that of a run with this setting").isCloseTo(held, within(1e-12));
        assertThat(rows.stream().filter(row -> row[0].equals("groups")).map(row -> row[3]).distinct())
                .containsExactly("setosa", "versicolor", "virginica");
    }

    @Test
    void numbersHaveScoresByGroupsToo() throws IOException {
        Path table = Files.writeString(folder.resolve("t.csv"), "x,k,y\n" + Stream.iterate(0, i -> i + 1).limit(60)
                .map(i -> i + "," + (i % 2 == 0 ? "a" : "b") + "," + (3 * i + i % 5)).collect(Collectors.joining("\n")));
        List<String[]> rows = curves(table, "--target", "y", "--optimizers", "adam", "--steps", 20, "--folds", 3, "--by", "k");
        assertThat(rows.stream().filter(row -> row[0].equals("groups")).map(row -> row[3])).containsExactly("a", "b");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "--learning-curve | --out", "--by species | --out", "--costs 1 | two numbers", "--validation-curve nothing=1,2 --out X | nothing",
        "--by nothing --out X | to tell scores by", "--validation-curve learningRate --out X | learningRate"})
    void whatCannotBeDrawnIsRefusedInOneSentence(String options, String part) {
        Cli refused = run(Stream.concat(Stream.of("iris", "--steps", 5, "--folds", 2), Stream.of(options.replace("X",
                folder.resolve("refused").toString()).split(" "))).toArray());
        assertThat(refused.code()).isEqualTo(2);
        assertThat(refused.err()).contains(part).hasLineCount(1);
        assertThat(folder.resolve("refused")).doesNotExist();
    }

    @Test
    void theWayTheBudgetAndTheGoodRegionAreTold() throws IOException {
        Object[] call = {"iris", "--optimizers", "sgd,adam", "--model", "softmax", "--steps", 40, "--folds", 3, "--repeats", 2};
        List<String[]> rows = curves(Stream.concat(Stream.of(call), Stream.of("--reach", 0.6, "--validation-curve",
                "learningRate=1e-5..1:log")).toArray());
        double last = Cli.json(Files.readString(folder.resolve("out/verdict.json"))).at("/contenders/0/mean").asDouble();
        assertThat(mean(rows, "progress", "SGD", "40")).as("the way ends at the score").isCloseTo(last, within(1e-12));
        assertThat(mean(rows, "rank", "SGD", "40") + mean(rows, "rank", "Adam", "40")).isCloseTo(3, within(1e-12));
        assertThat(mean(rows, "reached", "Adam", "40")).isBetween(0.0, 1.0);
        String[] region = rows.stream().filter(row -> row[0].equals("goodRegion") && row[1].equals("Adam")).findFirst().orElseThrow();
        assertThat(Double.parseDouble(region[3])).as("the best place is in it").isBetween(Double.parseDouble(region[5]),
                Double.parseDouble(region[6]));
        assertThat(Double.parseDouble(region[4])).isCloseTo(Math.log10(Double.parseDouble(region[6]) / Double.parseDouble(region[5])),
                within(1e-9));
        List<String[]> nested = curves(Stream.concat(Stream.of(call), Stream.of("--nested", 4)).toArray());
        assertThat(nested.stream().filter(row -> row[0].equals("bestOf") && row[1].equals("SGD")).map(row -> row[3]))
                .containsExactly("0", "1", "2", "3", "4");
        assertThat(mean(nested, "bestOf", "SGD", "4")).isLessThanOrEqualTo(mean(nested, "bestOf", "SGD", "1"));
    }
}

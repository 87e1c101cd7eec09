package downhill.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Commands on the files of a folder, by this machine's cores. */
class SpreadCommandsTest {
    @TempDir
    private static Path folder;
    private static String parts;
    private static String whole;

    @BeforeAll
    static void write() throws IOException {
        StringBuilder all = new StringBuilder("x,kind,y\n");
        StringBuilder part = new StringBuilder("x,kind,y\n");
        Files.createDirectory(folder.resolve("parts"));
        for (int i = 0; i < 60; i++) {
            String row = i % 7 + "," + (i < 11 ? "odd" : "usual") + "," + (3 * (i % 7) + i % 4) + "\n";
            all.append(row);
            part.append(row);
            if (i == 10 || i == 40 || i == 59) {
                Files.writeString(folder.resolve("parts").resolve("part-" + i + ".csv"), part);
                part.setLength(0);
                part.append("x,kind,y\n");
            }
        }
        parts = folder.resolve("parts") + "/*.csv";
        whole = Files.writeString(folder.resolve("whole.csv"), all).toString();
    }

    /** So many workers. */
    String on(int workers) {
        return "cores[" + workers + "]";
    }

    private static Cli run(String... words) {
        return Cli.run((Object[]) words);
    }

    private static double[] losses(Path out) throws IOException {
        return Files.readAllLines(out.resolve("history.csv")).stream().skip(1).map(line -> line.split(",")[3])
                .filter(each -> !each.isEmpty()).mapToDouble(Double::parseDouble).toArray();
    }

    @Test
    void whatIsTrainedOnPartsIsWhatIsTrainedOnTheWhole() throws IOException {
        String[] common = {"--target", "y", "--optimizers", "sgd", "--steps", "8", "--batch", "16", "--precision", "double"};
        Path one = folder.resolve("one");
        Path spread = folder.resolve("spread");
        assertThat(run(joined(new String[] {"compare", whole, "--out", one.toString()}, common)).code()).isZero();
        Cli done = run(joined(new String[] {"compare", parts, "--on", on(2), "--out", spread.toString()}, common));
        assertThat(done.code()).isZero();
        assertThat(done.err()).contains("3 files with 60 rows, by 2 workers").doesNotContain("Without rows");
        assertThat(losses(spread)).hasSize(8).containsExactly(losses(one), within(1e-11));
        Path again = folder.resolve("again");
        assertThat(run("train", spread.resolve("experiment.json").toString(), "--on", on(3), "--out", again.toString()).code())
                .isZero();
        assertThat(losses(again)).containsExactly(losses(one), within(1e-11));
        scored(one.resolve("model-sgd.downhill-model").toString());
    }

    private void scored(String model) throws IOException {
        Path out = folder.resolve("scored");
        Cli predicted = run("predict", model, parts, "--on", on(2), "--out", out.toString());
        assertThat(predicted.code()).isZero();
        assertThat(predicted.out()).contains("60 rows scored, 0 not");
        for (String name : List.of("part-10.csv", "part-40.csv", "part-59.csv")) {
            Path alone = folder.resolve("alone-" + name);
            run("predict", model, folder.resolve("parts").resolve(name).toString(), "--out", alone.toString());
            assertThat(Files.readString(out.resolve(name))).isEqualTo(Files.readString(alone));
        }
        assertThat(run("evaluate", model, parts, "--on", on(2)).out()).isEqualTo(run("evaluate", model, whole).out()).contains("RMSE");
    }

    @Test
    void averagedSeldomItIsAnotherRaceAndSaysSo() throws IOException {
        String[] common = {"compare", parts, "--target", "y", "--optimizers", "sgd,adam", "--steps", "4", "--batch", "16", "--precision",
            "double", "--average-every", "3"};
        Path here = folder.resolve("seldom");
        Path there = folder.resolve("seldom-there");
        assertThat(run(joined(common, "--on", "cores[2]", "--out", here.toString())).err()).contains("Averaged every 3 steps: each of 2");
        assertThat(run(joined(common, "--on", on(2), "--out", there.toString())).code()).isZero();
        String history = Files.readString(here.resolve("history.csv"));
        assertThat(Files.readString(there.resolve("history.csv"))).isEqualTo(history);
        assertThat(history).contains("SGD,3,3.0,");
        assertThat(Files.readString(here.resolve("summary.json"))).contains("Averaged every 3 steps");
        assertThat(run(common).err()).contains("--average-every is about workers");
    }

    private static String[] joined(String[] one, String... other) {
        return Stream.of(one, other).flatMap(Arrays::stream).toArray(String[]::new);
    }

    @Test
    void whatCannotBeDoneBySpreadRowsIsRefusedInASentence() {
        assertThat(run("compare", parts, "--target", "y", "--optimizers", "sgd", "--steps", "1", "--on", on(4)).err())
                .contains("Without rows: 1 workers. A file is not cut");
        assertThat(run("compare", folder + "/none/*.csv", "--on", "cores").err()).contains("No file is called like");
        assertThat(run("compare", "iris", "--on", "cores").err()).contains("spreads the rows of CSV files");
        assertThat(run("compare", parts, "--on", "nowhere").err()).contains("nowhere");
        assertThat(run("compare", parts, "--target", "y", "--seal", "0.2", "--on", "cores").err()).contains("under seal");
        assertThat(run("compare", parts, "--target", "y", "--window", "4", "--on", "cores").err()).contains("time series");
        assertThat(run("compare", parts, "--sample", "10", "--on", "cores").err()).contains("No sample");
        assertThat(run("train", "experiment.json", "--data", parts, "--out", folder + "/x").err()).contains("--on");
    }
}

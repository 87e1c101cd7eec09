package downhill.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A model of a time series that was put in order is asked about files in any order: each day has the prediction that it has in order. */
class RowOrderTest {
    private static final int DAYS = 80;
    /** More than the pieces in which files are read. */
    private static final int MANY = 5000;

    @TempDir
    private static Path shared;
    private static Path model;

    @TempDir
    private Path folder;

    @BeforeAll
    static void trainOnTheNewestFirst() throws IOException {
        Path csv = Files.writeString(shared.resolve("training.csv"), file(days(DAYS, "newest"), RowOrderTest::row));
        Cli result = Cli.run("compare", csv, "--target", "price", "--window", "4", "--model", "linear", "--optimizers", "adam",
                "--steps", "20",
                "--out", shared.resolve("run"));
        assertThat(result.err()).contains("put in the order of \"day\"");
        model = shared.resolve("run/model-adam.downhill-model");
    }

    private static String row(int day) {
        return LocalDate.of(2020, 1, 1).plusDays(day) + "," + (100 + day * 0.5 + day % 7);
    }

    private static String file(List<Integer> days, IntFunction<String> row) {
        return "day,price\n" + days.stream().map(row::apply).collect(Collectors.joining("\n")) + "\n";
    }

    private static List<Integer> days(int count, String order) {
        List<Integer> days = new ArrayList<>(IntStream.range(0, count).boxed().toList());
        switch (order) {
            case "newest" -> Collections.reverse(days);
            case "shuffled" -> Collections.shuffle(days, new Random(5));
            case "last first" -> Collections.rotate(days, 1);
            default -> { }
        }
        return days;
    }

    private record Scored(List<String> lines, String said) {
    }

    private Scored scored(String text) throws IOException {
        Path csv = Files.writeString(folder.resolve("new.csv"), text);
        Cli result = Cli.run("predict", model, csv, "--out", folder.resolve("out.csv"));
        assertThat(result.code()).as(result.err()).isZero();
        return new Scored(Files.readAllLines(folder.resolve("out.csv")), result.err());
    }

    @Test
    void everyOrderGivesThePredictionsAndTheForecastOfThatOfTheDates() throws IOException {
        for (int count : new int[] {DAYS, MANY}) {
            Scored right = scored(file(days(count, "oldest"), RowOrderTest::row));
            assertThat(right.lines()).hasSize(count + 2);
            assertThat(right.said()).doesNotContain("in the order of").doesNotContain("does not use");
            for (String order : List.of("newest", "shuffled", "last first")) {
                Scored other = scored(file(days(count, order), RowOrderTest::row));
                assertThat(other.lines()).as("%s of %d", order, count).isEqualTo(right.lines());
                assertThat(other.said()).contains("The rows were put in the order of \"day\", as those of training were; in the file "
                        + (order.equals("newest") ? "the newest come first." : "they are in another order."));
            }
        }
    }

    @Test
    void anEvaluationMeasuresTheSameInEveryOrderAndSaysSo() throws IOException {
        Path oldest = Files.writeString(folder.resolve("oldest.csv"), file(days(DAYS, "oldest"), RowOrderTest::row));
        Path newest = Files.writeString(folder.resolve("newest.csv"), file(days(DAYS, "newest"), RowOrderTest::row));
        Cli right = Cli.run("evaluate", model, oldest, "--json");
        Cli other = Cli.run("evaluate", model, newest, "--json");
        assertThat(other.out()).isEqualTo(right.out());
        assertThat(other.err()).contains("the newest come first");
    }

    @Test
    void rowsThatCannotBePutInOrderAreTakenAsTheyStandAndThatIsTold() throws IOException {
        assertThat(scored(file(days(DAYS, "newest"), day -> row(day == 9 ? 8 : day))).said())
                .contains("is not in order and holds a date twice");
        assertThat(scored(file(days(DAYS, "oldest"), day -> day == 7 ? "," + day : row(day))).said())
                .contains("\"day\" lacks a date in 1 of 80 rows");
        assertThat(scored("price\n" + "12\n13\n14\n".repeat(9)).said()).contains("The file has no column \"day\"");
    }
}

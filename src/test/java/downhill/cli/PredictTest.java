package downhill.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import downhill.analysis.predict.Scorer;
import downhill.analysis.predict.Scores;
import downhill.data.Progress;
import downhill.data.csv.CsvImport;
import downhill.model.TrainedModel;
import downhill.store.ModelStore;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Files of any size and order through a trained model. */
class PredictTest {
    @TempDir
    private static Path shared;
    private static Path flowers;
    private static Path series;

    @TempDir
    private Path folder;

    @BeforeAll
    static void train() {
        Cli.run("compare", "iris", "--optimizers", "adam", "--steps", "30", "--out", shared.resolve("iris"));
        flowers = shared.resolve("iris/model-adam.downhill-model");
        Cli.run("compare", "air-passengers", "--model", "gru", "--width", "3", "--optimizers", "adam", "--steps", "5", "--out",
                shared.resolve("air"));
        series = shared.resolve("air/model-adam.downhill-model");
    }

    private Path file(String name, String text) throws IOException {
        return Files.writeString(folder.resolve(name), text);
    }

    private List<String> scored(Path model, Path csv, Object... more) throws IOException {
        Object[] call = java.util.stream.Stream.concat(java.util.stream.Stream.of("predict", model, csv, "--out",
                folder.resolve("out.csv")),
                java.util.stream.Stream.of(more)).toArray();
        Cli result = Cli.run(call);
        assertThat(result.code()).as(result.err()).isEqualTo(0);
        return Files.readAllLines(folder.resolve("out.csv"));
    }

    @Test
    void aFileOfManyPiecesIsScoredAsOneTable() throws IOException {
        Path csv = file("many.csv", "petal_width,id,petal_length,sepal_width,sepal_length\n" + IntStream.range(0, 9000)
                .mapToObj(i -> i % 25 / 10.0 + "," + i + "," + (1 + i % 60 / 10.0) + "," + (2 + i % 7 / 4.0) + "," + (4 + i % 41 / 10.0))
                .collect(Collectors.joining("\n")));
        List<String> lines = scored(flowers, csv);
        TrainedModel model = ModelStore.read(flowers);
        try (Scorer scorer = new Scorer(model.model(), model.preprocessing(), model.outputs(), model.parameters())) {
            Scores whole = scorer.score(CsvImport.read(csv).table());
            assertThat(lines).hasSize(9001);
            for (int row = 0; row < 9000; row++) {
                assertThat(lines.get(row + 1)).endsWith("," + whole.prediction(row) + "," + whole.probabilities().of(row, 0) + ","
                        + whole.probabilities().of(row, 1) + "," + whole.probabilities().of(row, 2)).contains("," + row + ",");
            }
        }
    }

    @Test
    void aSeriesOfManyPiecesIsScoredAsOneTableAndPastItsEnd() throws IOException {
        Path csv = file("months.csv", "month,passengers\n" + IntStream.range(0, 5000).mapToObj(i -> "m" + i + ","
                + (i == 3000 ? "" : 300 + i % 12 * 9 + i % 7)).collect(Collectors.joining("\n")));
        List<String> lines = scored(series, csv);
        TrainedModel model = ModelStore.read(series);
        int horizon = model.preprocessing().sequence().horizon();
        assertThat(lines).hasSize(5001 + horizon);
        int predictions = 0;
        try (Scorer scorer = new Scorer(model.model(), model.preprocessing(), model.outputs(), model.parameters())) {
            Scores whole = scorer.score(CsvImport.read(csv).table());
            for (int i = 0; i < whole.count(); i++) {
                assertThat(lines.get(whole.row(i) + 1) + ",").contains("," + whole.prediction(i) + ",");
            }
            predictions = whole.count();
        }
        assertThat(predictions).isGreaterThan(4000);
        assertThat(lines.get(5000 + horizon)).startsWith(",,");
    }

    @Test
    void decimalCommasThatOnlyComeLateAreReadAsSuch() throws IOException {
        String start = "sepal_length;sepal_width;petal_length;petal_width\n" + "5;3;1;0\n".repeat(60_000);
        List<String> lines = scored(flowers, file("late.csv", start + "6,5;3,1;5,9;2,1\n"));
        List<String> plain = scored(flowers, file("plain.csv", "sepal_length,sepal_width,petal_length,petal_width\n6.5,3.1,5.9,2.1\n"));
        assertThat(lines).hasSize(60_002);
        assertThat(lines.get(60_001)).endsWith(plain.get(1).substring("6.5,3.1,5.9,2.1".length()));
    }

    @Test
    void cellsArePassedOnAsTheyStandAndFormulasAreNeutralisedUnlessAskedFor() throws IOException {
        Path csv = file("cells.csv", "sepal_length,sepal_width,petal_length,petal_width,note\n5.10,3.5,1.40,0.2,=1+1\n");
        assertThat(scored(flowers, csv).get(1)).startsWith("5.10,3.5,1.40,0.2,'=1+1,");
        assertThat(scored(flowers, csv, "--raw").get(1)).startsWith("5.10,3.5,1.40,0.2,=1+1,");
    }

    @Test
    void everyLineThatWasNotTakenAsItStandsIsListed() throws IOException {
        Path csv = file("odd.csv",
                "sepal_length,sepal_width,petal_length,petal_width\n5.1,3.5,1.4,0.2\n5.1,abc,1.4,0.2\n5.1\n5.1,3.5,1.4,0.2\n");
        Path list = folder.resolve("list.csv");
        Cli result = Cli.run("predict", flowers, csv, "--out", folder.resolve("out.csv"), "--problems", list);
        assertThat(result.out()).startsWith("3 rows scored, 1 not");
        assertThat(result.err()).contains("line 3, column \"sepal_width\": \"abc\" is not a number").contains("line 4: not scored");
        List<String> lines = Files.readAllLines(list);
        assertThat(lines).hasSize(3);
        assertThat(lines.get(0)).isEqualTo("line,scored,reason");
        assertThat(lines.get(1)).startsWith("3,yes,");
        assertThat(lines.get(2)).startsWith("4,no,").contains("1 cell instead of 4");
    }

    @Test
    void aColumnThatIsMissingIsNamedAndNothingIsWritten() throws IOException {
        Cli one = Cli.run("predict", flowers, file("one.csv", "sepal_length,sepal_width,petal_length,petalwidth\n1,2,3,4\n"), "--out",
                folder.resolve("never.csv"));
        assertThat(one.code()).isEqualTo(2);
        assertThat(one.err()).contains("needs the column \"petal_width\"").contains("Did you mean \"petalwidth\"?");
        assertThat(Cli.run("predict", flowers, file("two.csv", "sepal_length,sepal_width\n1,2\n"), "--out", folder.resolve("never.csv"))
                .err())
                .contains("petal_length, petal_width");
        assertThat(folder.resolve("never.csv")).doesNotExist();
    }

    @Test
    void columnsBesideTheModelsAreNamed() throws IOException {
        Path csv = file("more.csv", "x,Sepal_Length,sepal_width,petal_length,petal_width,species\n1,5.1,3.5,1.4,0.2,setosa\n");
        Cli result = Cli.run("predict", flowers, csv, "--out", folder.resolve("out.csv"));
        assertThat(result.err().strip()).isEqualTo("\"Sepal_Length\" was taken for \"sepal_length\".\nThe model does not use x.");
    }

    @Test
    void aFileThatHasBeenScoredBeforeCanBeScoredAgain() throws IOException {
        Path csv = file("first.csv", "sepal_length,sepal_width,petal_length,petal_width\n5.1,3.5,1.4,0.2\n");
        scored(flowers, csv);
        Files.move(folder.resolve("out.csv"), folder.resolve("again.csv"));
        assertThat(scored(flowers, folder.resolve("again.csv")).get(0)).contains(",prediction,").contains(",prediction 2,");
    }

    @Test
    void whatIsReadIsNeverOverwritten() throws IOException {
        Path csv = file("rows.csv", "sepal_length,sepal_width,petal_length,petal_width\n5.1,3.5,1.4,0.2\n");
        for (Path target : List.of(csv, flowers)) {
            Cli result = Cli.run("predict", flowers, csv, "--out", target);
            assertThat(result.code()).isEqualTo(2);
            assertThat(result.err()).contains("would overwrite");
        }
        assertThat(Files.readString(csv)).startsWith("sepal_length");
    }

    @Test
    void aCancelledRunLeavesNothingBehind() throws IOException {
        Path csv = file("long.csv", "sepal_length,sepal_width,petal_length,petal_width\n" + "5.1,3.5,1.4,0.2\n".repeat(20_000));
        Path out = folder.resolve("cancelled.csv");
        Progress cancelling = new Progress() {
            private double reached;

            @Override
            public void done(double fraction) {
                reached = fraction;
            }

            @Override
            public boolean cancelled() {
                return reached > 0.5;
            }
        };
        FileScoring scoring = new FileScoring(FileScoring.read(flowers), csv.toString(), new DialectOptions(), false);
        ScoredRows rows = new ScoredRows(scoring.preprocessing(), true);
        assertThatThrownBy(() -> downhill.store.AtomicFiles.write(out, file -> rows.write(file, receiver -> scoring.run(receiver,
                new ScoringNotes(null), cancelling)), false)).isInstanceOf(CancellationException.class);
        try (var files = Files.list(folder)) {
            assertThat(files.map(each -> each.getFileName().toString())).containsExactly("long.csv");
        }
    }

    @Test
    void howTheFileIsWrittenCanBeSaid() throws IOException {
        Path csv = file("own.csv", "# made by hand\nsepal_length|sepal_width|petal_length|petal_width\n5,1|3,5|1,4|n.d.\n");
        List<String> lines = scored(flowers, csv, "--delimiter", "pipe", "--decimal", "comma", "--comment", "#", "--missing-texts", "n.d.");
        assertThat(lines.get(1)).startsWith("\"5,1\",\"3,5\",\"1,4\",n.d.,");
        assertThat(lines).hasSize(2);
    }

    /** Its parameters [P] with some of them replaced. */
    private Path broken(Path model, double value, int... at) throws IOException {
        TrainedModel sound = ModelStore.read(model);
        double[] parameters = sound.parameters().clone();
        java.util.stream.IntStream.of(at).forEach(i -> parameters[i] = value);
        Path file = folder.resolve("broken.downhill-model");
        ModelStore.write(file, new TrainedModel(sound.name(), sound.model(), sound.preprocessing(), sound.outputs(), parameters,
                sound.training()));
        return file;
    }

    @Test
    void aModelOfWhatIsNoNumberScoresNoRowAndSaysWhy() throws IOException {
        Path csv = file("rows.csv", "sepal_length,sepal_width,petal_length,petal_width,species\n5,3,1,0.2,setosa\n6,3,5,2,virginica\n");
        for (double value : new double[] {Double.NaN, Double.POSITIVE_INFINITY}) {
            Path out = folder.resolve("scored.csv");
            for (Cli said : List.of(Cli.run("predict", broken(flowers, value, 0, 3), csv, "--out", out),
                    Cli.run("evaluate", broken(flowers, value, 0, 3), csv))) {
                assertThat(said.code()).isEqualTo(2);
                assertThat(said.err()).contains("broken.downhill-model scores no row: 2 of its", "are not finite numbers")
                        .doesNotContain("scored,");
                assertThat(said.out()).isEmpty();
            }
            assertThat(out).doesNotExist();
        }
    }

    /** Finite parameters, whose products are not. */
    @Test
    void aRowForWhichTheModelSaysNothingIsNotScored() throws IOException {
        Path csv = file("rows.csv", "sepal_length,sepal_width,petal_length,petal_width\n5,3,1,0.2\n6,3,5,2\n");
        int last = ModelStore.read(flowers).parameters().length - 1;
        Path out = folder.resolve("scored.csv");
        Cli said = Cli.run("predict", broken(flowers, 1e308, java.util.stream.IntStream.rangeClosed(last - 53, last).toArray()), csv,
                "--out", out);
        assertThat(said.code()).as(said.err()).isEqualTo(0);
        assertThat(said.out()).startsWith("0 rows scored, 2 not");
        assertThat(said.err()).contains("line 2: not scored. The model's output for it is not a finite number.");
        assertThat(Files.readAllLines(out)).contains("5,3,1,0.2,,,,,the model's output for it is not a finite number");
    }
}

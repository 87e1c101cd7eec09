package downhill.ui.ask;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import downhill.data.DataException;
import downhill.data.DataSource;
import downhill.data.DataSpec;
import downhill.data.Progress;
import downhill.data.SequenceSpec;
import downhill.data.Table;
import downhill.data.csv.CsvImport;
import downhill.data.csv.Imported;
import downhill.data.prepare.Preparation;
import downhill.data.prepare.Preprocessing;
import downhill.model.Architecture;
import downhill.model.Loss;
import downhill.model.ModelSpec;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is typed, and rows that are taken from a file, are read as the training file was; what cannot be read so is told at the field. */
class AskedAlikeTest {
    @TempDir
    private Path folder;

    private Path file(String name, String header, int rows, IntFunction<String> line) throws IOException {
        return Files.writeString(folder.resolve(name),
                header + "\n" + IntStream.range(0, rows).mapToObj(line).collect(Collectors.joining("\n")) + "\n");
    }

    /** Prices as 3.201,50 and days as 31.01.2024. */
    private Path training() throws IOException {
        return file("training.csv", "price;day;kind;y", 40,
                i -> String.format(Locale.ROOT, "%d.%03d,50;%02d.%02d.2024;%s;%d", 1 + i % 9, 37 * i % 1000,
                1 + i % 28, 1 + i % 12, i % 3 == 0 ? "Zürich" : i % 3 == 1 ? "New York" : "none", i));
    }

    private static Preprocessing preprocessing(Path csv, SequenceSpec sequence) {
        DataSpec spec = DataSpec.of(new DataSource.CsvFile(csv.toString(), downhill.data.ImportOptions.DEFAULT)).withSequence(sequence);
        Imported imported = CsvImport.read(csv).arranged(spec);
        return Preparation.prepare(imported.table(), spec.withTarget(sequence == null ? "y" : "v")).preprocessing();
    }

    private static ScoringModel model(Preprocessing preprocessing) {
        return ScoringModel.alone(new ModelSpec(new Architecture.Linear(), Loss.MSE), preprocessing, 1);
    }

    private static Entry entry(ScoringModel model, String column) {
        return model.entries().stream().filter(one -> one.column().equals(column)).findFirst().orElseThrow();
    }

    private static double typed(Entry entry, String text) {
        entry.textProperty().set(text);
        return entry.asColumn().number(0);
    }

    @Test
    void whatIsTypedHasTheMarksAndTheOrderOfTheTrainingFile() throws IOException {
        ScoringModel model = model(preprocessing(training(), null));
        Entry price = entry(model, "price");
        assertThat(price.problem()).as("what stands there at first: %s", price.textProperty().get()).isEmpty();
        assertThat(typed(price, "3.201")).isEqualTo(3201);
        assertThat(typed(price, "3201,5")).isEqualTo(3201.5);
        assertThat(typed(price, "3.5")).isNaN();
        assertThat(price.problem()).contains("3.5").contains("1234,5");
        Entry day = entry(model, "day");
        assertThat(day.problem()).as("what stands there at first: %s", day.textProperty().get()).isEmpty();
        assertThat(typed(day, "02.01.2024")).isEqualTo(downhill.data.Dates.days("2024-01-02"));
        assertThat(typed(day, "01.31.2024")).isNaN();
        assertThat(day.problem()).contains("01.31.2024");
        assertThat(typed(price, "none")).isNaN();
        assertThat(price.problem()).isEmpty();
        assertThat(price.remark()).contains("none").contains("missing");
    }

    @Test
    void rowsOfAFileStandInTheFieldsAsPredictReadsThem() throws IOException {
        ScoringModel model = model(preprocessing(training(), null));
        Path csv = Files.writeString(folder.resolve("new.csv"),
                "kind;extra;day;price\nZu\u0308rich;1;02.01.2024;3.201\nOslo;2;03.04.2024;12\nNew\u00a0York;3;soon;wide\n");
        GivenRows given = RowsFile.read(csv, model.preprocessing(), Progress.NONE);
        model.setGiven(given);
        assertThat(given.examples(model.preprocessing())).isEqualTo(3);
        model.take(0);
        assertThat(entry(model, "price").asColumn().number(0)).isEqualTo(3201);
        assertThat(entry(model, "day").asColumn().number(0)).isEqualTo(downhill.data.Dates.days("2024-01-02"));
        assertThat(entry(model, "kind").textProperty().get()).isEqualTo("Zürich");
        model.take(1);
        assertThat(entry(model, "kind").remark()).contains("Oslo").contains("did not occur");
        model.take(2);
        assertThat(entry(model, "kind").textProperty().get()).isEqualTo("New York");
        assertThat(entry(model, "price").problem()).contains("wide");
        assertThat(entry(model, "day").problem()).contains("soon");
        assertThat(model.isComplete()).isFalse();
    }

    @Test
    void aFileThatCannotBeReadAlikeIsRefusedOrTold() throws IOException {
        Preprocessing preprocessing = preprocessing(training(), null);
        Path lacking = Files.writeString(folder.resolve("lacking.csv"), "kind;day\nOslo;02.01.2024\n");
        assertThatThrownBy(() -> RowsFile.read(lacking, preprocessing, Progress.NONE)).isInstanceOf(DataException.class)
                .hasMessageContaining("price");
        Path other = Files.writeString(folder.resolve("points.csv"),
                "price;day;kind\n3201.25;02.01.2024;Zürich\n3202.25;02.01.2024;Zürich\n");
        GivenRows told = RowsFile.read(other, preprocessing, Progress.NONE);
        assertThat(told.remarks()).anyMatch(remark -> remark.toString().contains("decimal point"));
        ScoringModel model = model(preprocessing);
        model.setGiven(told);
        model.take(0);
        assertThat(entry(model, "price").textProperty().get()).isEqualTo("3201,25");
        assertThat(entry(model, "price").asColumn().number(0)).isEqualTo(3201.25);
    }

    @Test
    void aSeriesIsTakenInTheOrderOfItsDatesWithTheWindowBeforeWhatNobodyKnows() throws IOException {
        IntFunction<String> line = i -> java.time.LocalDate.of(2024, 3, 31).minusDays(i) + ",New York," + (100 - i);
        Preprocessing preprocessing = preprocessing(file("series.csv", "day,town,v", 40, line), new SequenceSpec(3, 1, 1));
        ScoringModel model = model(preprocessing);
        GivenRows given = RowsFile.read(file("newest.csv", "day,town,v", 6, i -> i == 1 ? line.apply(i).replaceAll("\\d+$", "")
                : line.apply(i)), preprocessing, Progress.NONE);
        model.setGiven(given);
        assertThat(given.remarks()).anyMatch(remark -> remark.toString().contains("the newest come first"));
        assertThat(given.examples(preprocessing)).isEqualTo(4);
        model.take(0);
        assertThat(entry(model, "v").textProperty().get()).isEqualTo("95; 96; 97");
        assertThat(given.actual(preprocessing, 0)).hasValue("98");
        model.take(3);
        assertThat(entry(model, "v").textProperty().get()).isEqualTo("98; ; 100");
        assertThat(entry(model, "v").problem()).isEmpty();
        assertThat(given.actual(preprocessing, 3)).isEmpty();
    }

    @Test
    void valuesOfAWindowMayHoldSpaces() throws IOException {
        Path csv = file("towns.csv", "town,v", 40, i -> (i % 2 == 0 ? "New York" : "Oslo") + "," + i % 5);
        Entry town = entry(model(preprocessing(csv, new SequenceSpec(3, 1, 1))), "town");
        town.textProperty().set("New York\nOslo\nRome");
        assertThat(town.problem()).isEmpty();
        assertThat(town.asColumn().text(0)).isEqualTo("New York");
        assertThat(town.remark()).contains("Rome");
    }

    @Test
    void aDateIsAnsweredAsADate() throws IOException {
        Path csv = file("stays.csv", "x,out", 40, i -> i + "," + java.time.LocalDate.of(2022, 3, 1).plusDays(i));
        DataSpec spec = DataSpec.of(new DataSource.CsvFile(csv.toString(), downhill.data.ImportOptions.DEFAULT)).withTarget("out");
        ScoringModel model = model(Preparation.prepare(CsvImport.read(csv).table(), spec).preprocessing());
        model.setCandidates(List.of(new AskedModel("M", 0, new double[] {1, 0}, "")));
        entry(model, "x").textProperty().set("25");
        try (downhill.analysis.predict.Scorer scorer = model.compile()) {
            assertThat(model.question().ask(scorer).get(0).prediction()).matches("2022-03-2[567]");
        }
    }

    @Test
    void theTargetOfARowIsShownAsItIs() throws IOException {
        Preprocessing preprocessing = preprocessing(training(), null);
        Table table = CsvImport.read(folder.resolve("training.csv")).table();
        assertThat(GivenRows.of(table).actual(preprocessing, 12)).hasValue("12");
    }
}

package downhill.ui.ask;

import static org.assertj.core.api.Assertions.assertThat;

import downhill.data.DataSource;
import downhill.data.DataSpec;
import downhill.data.ImportOptions;
import downhill.data.MissingStrategy;
import downhill.data.SequenceSpec;
import downhill.data.Table;
import downhill.data.csv.CsvImport;
import downhill.data.csv.Imported;
import downhill.data.prepare.Preparation;
import downhill.data.prepare.Prepared;
import downhill.model.Architecture;
import downhill.model.Loss;
import downhill.model.ModelSpec;
import downhill.ui.ask.SameRows.Part;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A row that is asked about is found among the data by its values, and it is known what the models make of it. */
class SameRowsTest {
    private static final int ROWS = 40;

    @TempDir
    private Path folder;

    /** Every twentieth row is like row 0 in all but its target; row 5 has no target, row 7 no price, and no kind but "b" for odd ones. */
    private ScoringModel model() throws IOException {
        StringBuilder text = new StringBuilder("price,kind,y\n");
        for (int i = 0; i < ROWS; i++) {
            int price = i % 20 == 0 ? 100 : 100 + i;
            text.append(i == 7 ? "" : price + ".25").append(',').append(i % 2 == 0 ? "a" : "b").append(',').append(i == 5 ? "" : i).append('\n');
        }
        Path file = Files.writeString(folder.resolve("rows.csv"), text);
        DataSpec spec = DataSpec.of(new DataSource.CsvFile(file.toString(), ImportOptions.DEFAULT)).withTarget("y")
                .withMissing(MissingStrategy.MEAN);
        Table table = CsvImport.read(file).table();
        return ScoringModel.of(new ModelSpec(new Architecture.Linear(), Loss.MSE), Preparation.prepare(table, spec), 1, table);
    }

    private static int[] like(ScoringModel model) {
        return model.rows().like(model.question().row());
    }

    @Test
    void everyRowIsFoundWithItsPart() throws IOException {
        ScoringModel model = model();
        for (int row = 0; row < ROWS; row++) {
            model.take(row);
            int wanted = row;
            assertThat(like(model)).as("row %s", row).contains(wanted);
        }
        assertThat(IntStream.range(0, ROWS).filter(row -> model.rows().part(row) == Part.NEITHER)).containsExactly(5);
        assertThat(IntStream.range(0, ROWS).filter(row -> model.rows().part(row) == Part.VALIDATION).count()).isEqualTo(8);
        assertThat(model.rows().has(Part.VALIDATION)).isTrue();
    }

    @Test
    void allThatAreAlikeAreFoundAndAMissingValueIsLikeAMissingOne() throws IOException {
        ScoringModel model = model();
        model.take(20);
        assertThat(like(model)).containsExactly(0, 20);
        model.take(7);
        assertThat(like(model)).containsExactly(7);
    }

    @Test
    void anotherValueIsNoRowOfTheData() throws IOException {
        ScoringModel model = model();
        model.take(3);
        model.entries().get(0).textProperty().set("103.26");
        assertThat(like(model)).isEmpty();
        assertThat(new PlaceWords(model).of(like(model), 3)).contains("not in the data");
        model.take(3);
        model.entries().get(1).textProperty().set("a");
        assertThat(like(model)).isEmpty();
    }

    @Test
    void itIsToldWhichRowItIsWhatItsTargetIsAndHowManyMoreThereAre() throws IOException {
        ScoringModel model = model();
        PlaceWords words = new PlaceWords(model);
        model.take(20);
        String part = model.rows().part(20) == Part.TRAINING ? "training" : "validation";
        assertThat(words.of(like(model), 20)).contains("a " + part + " row").contains("row 21 ").contains("Its y: 20.").contains("once more");
        assertThat(words.of(like(model), -1)).contains("row 1 ");
        model.take(5);
        assertThat(words.of(like(model), 5)).contains("neither a training nor a validation row");
    }

    /** A window of three is of the part that the value after it is in. */
    @Test
    void windowsOfASeriesAreFoundWhereTheyBegin() throws IOException {
        StringBuilder text = new StringBuilder("day,v\n");
        for (int i = 0; i < ROWS; i++) {
            text.append(java.time.LocalDate.of(2024, 1, 1).plusDays(i)).append(',').append(i * i).append('\n');
        }
        Path file = Files.writeString(folder.resolve("series.csv"), text);
        DataSpec spec = DataSpec.of(new DataSource.CsvFile(file.toString(), ImportOptions.DEFAULT))
                .withSequence(new SequenceSpec(3, 1, 1)).withTarget("v");
        Imported imported = CsvImport.read(file).arranged(spec);
        Prepared prepared = Preparation.prepare(imported.table(), spec);
        ScoringModel model = ScoringModel.of(new ModelSpec(new Architecture.Linear(), Loss.MSE), prepared, 1, imported.table());
        model.take(10);
        assertThat(like(model)).containsExactly(10);
        assertThat(new PlaceWords(model).of(like(model), 10)).contains("training window").contains("row 11 ").contains("Its v: 169.");
        int last = Arrays.stream(prepared.validation().sourceRows()).max().orElseThrow() - 3;
        assertThat(model.rows().part(last)).isEqualTo(Part.VALIDATION);
        assertThat(model.rows().part(ROWS - 3)).as("nobody knows what comes").isEqualTo(Part.NEITHER);
        assertThat(model.entries().get(model.entries().size() - 1).span().orElseThrow().greatest())
                .as("of the rows trained on").isEqualTo(Math.pow(Arrays.stream(prepared.training().sourceRows()).max().orElseThrow(), 2));
    }

    @Test
    void whatIsBeyondTheTrainingRowsIsSaid() throws IOException {
        ScoringModel model = model();
        Entry price = model.entries().get(0);
        price.textProperty().set("5000");
        assertThat(price.isOutside()).isTrue();
        assertThat(price.remark()).contains("Outside the training rows").contains("139");
        assertThat(model.outside()).isEqualTo(1);
        model.take(3);
        assertThat(model.outside()).isZero();
    }
}

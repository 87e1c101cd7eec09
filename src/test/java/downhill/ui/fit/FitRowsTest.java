package downhill.ui.fit;

import static org.assertj.core.api.Assertions.assertThat;

import downhill.analysis.fit.FeatureAxis;
import downhill.data.DataSource;
import downhill.data.DataSpec;
import downhill.data.Examples;
import downhill.data.Generator;
import downhill.data.Progress;
import downhill.data.prepare.Prepared;
import downhill.data.source.DataSources;
import downhill.ui.chart.PlotPicture.Dots;
import downhill.ui.session.Selection;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Of very many rows not all are drawn; the one that is chosen is, and does not count twice. */
class FitRowsTest {
    private static final int MANY = 9_000;

    private final Prepared prepared = DataSources.prepare(DataSpec.of(new DataSource.Generated(Generator.POLYNOMIAL, MANY, 0.1, 3))
            .withTarget("y"), Path.of(""), Progress.NONE);

    @Test
    void theRowThatIsChosenIsAmongThoseThatAreDrawn() {
        FeatureAxis axis = FeatureAxis.of(prepared).get(0);
        int[] training = prepared.training().sourceRows();
        int[] usual = rows(Data.line(prepared, axis, 0, Selection.NO_ROW));
        assertThat(usual).hasSizeLessThan(training.length).doesNotHaveDuplicates();
        int absent = IntStream.of(training).filter(row -> Arrays.stream(usual).noneMatch(each -> each == row)).findFirst().orElseThrow();
        int[] with = rows(Data.line(prepared, axis, 0, absent));
        assertThat(with).hasSize(usual.length + 1).contains(absent).contains(usual);
        assertThat(rows(Data.line(prepared, axis, 0, usual[5]))).as("it is there").isEqualTo(usual);
        assertThat(rows(Data.line(prepared, axis, 0, MANY + 7))).as("no such row").isEqualTo(usual);
    }

    private static int[] rows(List<Dots> dots) {
        return dots.stream().flatMapToInt(each -> IntStream.of(each.rows())).toArray();
    }

    /** Beside those by which errors are measured, which stay the same whoever is chosen. */
    @Test
    void aRowThatWasLeftOutStandsAlone() {
        FitRows judged = FitRows.of(prepared, false);
        assertThat(judged.examples().count()).isEqualTo(FitRows.MOST);
        int[] shown = judged.examples().sourceRows();
        int at = IntStream.range(0, prepared.training().count())
                .filter(i -> Arrays.stream(shown).noneMatch(each -> each == prepared.training().sourceRows()[i])).findFirst().orElseThrow();
        Examples alone = judged.leftOut(prepared, prepared.training().sourceRows()[at]);
        assertThat(alone.sourceRows()).containsExactly(prepared.training().sourceRows()[at]);
        assertThat(alone.targets()).containsExactly(prepared.training().targets()[at]);
        assertThat(alone.inputs()).containsExactly(Arrays.copyOfRange(prepared.training().inputs(), at * alone.inputSize(),
                (at + 1) * alone.inputSize()));
        assertThat(judged.leftOut(prepared, shown[3]).count()).as("it was not left out").isZero();
        assertThat(judged.leftOut(prepared, Selection.NO_ROW).count()).isZero();
    }
}

package downhill.export;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import downhill.export.onnx.OnnxModel;
import downhill.export.onnx.run.OnnxRun;
import downhill.model.TrainedEnsemble;
import downhill.words.RefusedException;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The evaluator of our own, on every model that is written. */
class OnnxRunTest {
    @Test
    void everyModelAnswersItsStoredRows() {
        for (TrainedEnsemble model : ExportCases.all()) {
            List<StoredRow> rows = StoredRows.of(model, MadeRows.of(model.preprocessing()));
            double[][] answers = OnnxRun.read(OnnxModel.of(model, rows)).answers(rows.stream().map(StoredRow::rows).toList());
            for (int row = 0; row < answers.length; row++) {
                List<Double> stored = rows.get(row).answer();
                for (int i = 0; i < stored.size(); i++) {
                    assertThat(Math.abs(answers[row][i] - stored.get(i))).as("%s, row %d", model.name(), row)
                            .isLessThan(1e-6 * Math.max(1, Math.abs(stored.get(i))));
                }
            }
        }
    }

    /** A value between two whole numbers may fall to the other side in float, and then an answer moves by a step. */
    @Test
    void whatIsRoundedOnItsWayIsRoundedAlike() {
        int moved = 0;
        int all = 0;
        for (TrainedEnsemble model : ExportCases.rounded()) {
            List<StoredRow> rows = StoredRows.of(model, MadeRows.of(model.preprocessing()));
            double[][] answers = OnnxRun.read(OnnxModel.of(model, rows)).answers(rows.stream().map(StoredRow::rows).toList());
            for (int row = 0; row < answers.length; row++) {
                List<Double> stored = rows.get(row).answer();
                for (int i = 0; i < stored.size(); i++) {
                    double difference = Math.abs(answers[row][i] - stored.get(i)) / Math.max(1, Math.abs(stored.get(i)));
                    assertThat(difference).as("%s, row %d", model.name(), row).isLessThan(0.05);
                    moved += difference > 1e-6 ? 1 : 0;
                    all++;
                }
            }
        }
        assertThat(all).isGreaterThan(300);
        assertThat(moved).isLessThan(all / 20);
    }

    @Test
    void whatIsNotOursIsRefused() {
        TrainedEnsemble model = ExportCases.all().get(0);
        byte[] good = OnnxModel.of(model, List.of());
        assertThat(OnnxRun.read(good).columns()).isNotEmpty();
        assertThatThrownBy(() -> OnnxRun.read(Arrays.copyOf(good, good.length / 2))).isInstanceOf(RefusedException.class);
        assertThatThrownBy(() -> OnnxRun.read(new byte[0])).isInstanceOf(RefusedException.class);
        assertThatThrownBy(() -> OnnxRun.read("hello".getBytes(java.nio.charset.StandardCharsets.UTF_8)))
                .isInstanceOf(RefusedException.class);
    }
}

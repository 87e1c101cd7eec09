package downhill.export;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;
import downhill.data.prepare.FeatureStep;
import downhill.data.prepare.Preprocessing;
import downhill.export.onnx.OnnxModel;
import downhill.model.TrainedEnsemble;
import java.nio.DoubleBuffer;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Models of every family as ONNX, run by ONNX Runtime on the rows that are stored with them, all at once and one by one. */
class OnnxModelTest {
    static Stream<TrainedEnsemble> models() {
        return ExportCases.all().stream();
    }

    /** It has natives for most machines, not for all. */
    @BeforeAll
    static void isAtHand() {
        try {
            OrtEnvironment.getEnvironment();
        } catch (LinkageError | IllegalStateException none) {
            assumeTrue(false, "no ONNX Runtime for this machine: " + none.getMessage());
        }
    }

    @ParameterizedTest
    @MethodSource("models")
    void theRuntimeSaysWhatTheProgramSays(TrainedEnsemble model) throws OrtException {
        List<StoredRow> rows = StoredRows.of(model, MadeRows.of(model.preprocessing()));
        OrtEnvironment runtime = OrtEnvironment.getEnvironment();
        try (OrtSession.SessionOptions options = new OrtSession.SessionOptions()) {
            options.setIntraOpNumThreads(1);
            try (OrtSession session = runtime.createSession(OnnxModel.of(model, rows), options)) {
                check(session, model, rows, rows);
                check(session, model, rows.subList(1, 2), rows);
            }
        }
    }

    private static void check(OrtSession session, TrainedEnsemble model, List<StoredRow> asked, List<StoredRow> all) throws OrtException {
        Map<String, OnnxTensor> inputs = inputs(model.preprocessing(), asked);
        try (OrtSession.Result result = session.run(inputs)) {
            List<String> classes = model.preprocessing().classNames();
            for (int row = 0; row < asked.size(); row++) {
                double[] said = row(result, classes.isEmpty(), row);
                List<Double> answer = asked.get(row).answer();
                for (int i = 0; i < said.length; i++) {
                    double bound = 1e-5 * Math.max(1, Math.abs(answer.get(i)));
                    assertThat(Math.abs(said[i] - answer.get(i))).as("row %d of %d", row, all.size()).isLessThan(bound);
                }
                if (!classes.isEmpty()) {
                    assertThat(((String[]) result.get("label").orElseThrow().getValue())[row]).isEqualTo(classes.get(largest(answer)));
                }
            }
        } finally {
            inputs.values().forEach(OnnxTensor::close);
        }
    }

    private static double[] row(OrtSession.Result result, boolean number, int row) throws OrtException {
        if (number) {
            return ((double[][]) result.get("prediction").orElseThrow().getValue())[row];
        }
        float[] shares = ((float[][]) result.get("probabilities").orElseThrow().getValue())[row];
        double[] said = new double[shares.length];
        for (int i = 0; i < said.length; i++) {
            said[i] = shares[i];
        }
        return said;
    }

    private static int largest(List<Double> answer) {
        int best = 0;
        for (int i = 1; i < answer.size(); i++) {
            best = answer.get(i) > answer.get(best) ? i : best;
        }
        return best;
    }

    private static Map<String, OnnxTensor> inputs(Preprocessing steps, List<StoredRow> rows) throws OrtException {
        OrtEnvironment runtime = OrtEnvironment.getEnvironment();
        Map<String, OnnxTensor> inputs = new HashMap<>();
        int window = rows.get(0).rows().size();
        long[] shape = {rows.size(), window};
        for (int c = 0; c < steps.asked().size(); c++) {
            int column = c;
            List<Object> cells = rows.stream().flatMap(row -> row.rows().stream().map(each -> each.get(column)))
                    .collect(Collectors.toList());
            FeatureStep step = steps.asked().get(c);
            inputs.put(step.column(), step instanceof FeatureStep.OneHot
                    ? OnnxTensor.createTensor(runtime, cells.stream().map(cell -> cell == null ? "" : (String) cell)
                            .toArray(String[]::new), shape)
                    : OnnxTensor.createTensor(runtime, DoubleBuffer.wrap(cells.stream()
                            .mapToDouble(cell -> cell == null ? Double.NaN : (Double) cell).toArray()), shape));
        }
        return inputs;
    }
}

package downhill.export;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import ai.onnx.proto.OnnxMl.GraphProto;
import ai.onnx.proto.OnnxMl.ModelProto;
import com.google.protobuf.InvalidProtocolBufferException;
import downhill.data.prepare.FeatureStep;
import downhill.export.onnx.OnnxModel;
import downhill.export.onnx.run.OnnxRun;
import downhill.model.TrainedEnsemble;
import downhill.words.RefusedException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** ONNX files of columns with awkward names, of values that training did not have, and damaged ones. */
class OnnxNamesTest {
    private static final List<String> AWKWARD = List.of("label", "label_", "probabilities", "prediction", "/value_0", "/Unsqueeze_2",
            "/node_1", "a \"b\" <c>", "绿");

    private static GraphProto graph(TrainedEnsemble model) {
        try {
            return ModelProto.parseFrom(OnnxModel.of(model, List.of())).getGraph();
        } catch (InvalidProtocolBufferException broken) {
            throw new IllegalStateException(broken);
        }
    }

    private static double[][] asked(TrainedEnsemble model, Object... cells) {
        return OnnxRun.read(OnnxModel.of(model, List.of())).answers(List.of(List.of(Arrays.asList(cells))));
    }

    private static List<String> outputs(TrainedEnsemble model) {
        return graph(model).getOutputList().stream().map(output -> output.getName()).toList();
    }

    private static FeatureStep[] columns(List<String> names) {
        return names.stream().map(name -> SmallModels.column(name, null)).toArray(FeatureStep[]::new);
    }

    @Test
    void outputsAreNamedAsPromised() {
        assertThat(outputs(SmallModels.classes(columns(List.of("a"))))).containsExactly("label", "probabilities");
        assertThat(outputs(SmallModels.number(columns(List.of("label", "probabilities"))))).containsExactly("prediction");
    }

    @Test
    void anOutputMakesWayForAColumnOfItsName() {
        assertThat(outputs(SmallModels.classes(columns(List.of("label"))))).containsExactly("label_", "probabilities");
        assertThat(outputs(SmallModels.classes(columns(AWKWARD)))).containsExactly("label__", "probabilities_");
        assertThat(outputs(SmallModels.number(columns(AWKWARD)))).containsExactly("prediction_");
    }

    @Test
    void noTwoValuesOfAFileHaveOneName() {
        for (TrainedEnsemble model : List.of(SmallModels.classes(columns(AWKWARD)), SmallModels.number(columns(AWKWARD)))) {
            GraphProto graph = graph(model);
            List<String> names = new ArrayList<>();
            graph.getInputList().forEach(input -> names.add(input.getName()));
            graph.getInitializerList().forEach(value -> names.add(value.getName()));
            graph.getNodeList().forEach(node -> names.addAll(node.getOutputList()));
            assertThat(names).doesNotHaveDuplicates().containsAll(AWKWARD);
        }
    }

    @Test
    void namesMakeNoDifferenceToTheAnswer() {
        Object[] cells = IntStream.range(0, AWKWARD.size()).mapToObj(i -> i * 1.5).toArray();
        List<String> plain = IntStream.range(0, AWKWARD.size()).mapToObj(i -> "x" + i).toList();
        assertThat(asked(SmallModels.classes(columns(AWKWARD)), cells)).isEqualTo(asked(SmallModels.classes(columns(plain)), cells));
        assertThat(asked(SmallModels.number(columns(AWKWARD)), cells)).isEqualTo(asked(SmallModels.number(columns(plain)), cells));
    }

    @Test
    void aMissingValueIsFilledAsInTraining() {
        TrainedEnsemble model = SmallModels.number(SmallModels.column("a", 1.25), SmallModels.label("c", "y", "x", "y"));
        assertThat(asked(model, null, "x")).isEqualTo(asked(model, 1.25, "x")).isNotEqualTo(asked(model, 2.0, "x"));
        assertThat(asked(model, 2.0, null)).isEqualTo(asked(model, 2.0, "y")).isNotEqualTo(asked(model, 2.0, "x"));
    }

    @Test
    void withoutAValueThatTheModelNeedsThereIsNoAnswer() {
        TrainedEnsemble number = SmallModels.number(SmallModels.column("a", null), SmallModels.label("c", null, "x", "y"));
        assertThat(asked(number, null, "x")[0]).containsExactly(Double.NaN);
        assertThat(asked(number, 1.0, null)[0]).containsExactly(Double.NaN);
        assertThat(asked(number, 1.0, "x")[0][0]).isBetween(-1e9, 1e9);
        TrainedEnsemble classes = SmallModels.classes(SmallModels.column("a", null), SmallModels.label("c", null, "x", "y"));
        assertThat(asked(classes, null, "x")[0]).containsExactly(Double.NaN, Double.NaN, Double.NaN);
    }

    /** It differs from each category by as much as that one counts: nothing is 1. */
    @Test
    void aCategoryThatTrainingDidNotHaveIsNoneOfThem() {
        TrainedEnsemble model = SmallModels.number(SmallModels.label("c", "x", "x", "y"));
        double other = asked(model, "z")[0][0];
        assertThat(other).isBetween(-1e9, 1e9).isEqualTo(asked(model, "X")[0][0]).isEqualTo(asked(model, " x")[0][0]);
        double[] weights = model.members().get(0).model().parameters();
        for (String category : List.of("x", "y")) {
            double gone = asked(model, category)[0][0] - other;
            assertThat(Arrays.stream(weights).map(weight -> Math.abs(2 * weight - gone)).min().orElseThrow()).isLessThan(1e-6);
            assertThat(Math.abs(gone)).isGreaterThan(1e-6);
        }
    }

    @Test
    void aFileCutAnywhereIsRefusedOrRight() {
        TrainedEnsemble small = SmallModels.classes(SmallModels.column("a", null), SmallModels.label("c", "x", "x", "y"));
        cut(small, 1);
        ExportCases.distinct().stream().limit(4).forEach(model -> cut(model, 97));
    }

    private static void cut(TrainedEnsemble model, int every) {
        List<StoredRow> rows = StoredRows.of(model, MadeRows.of(model.preprocessing()));
        byte[] file = OnnxModel.of(model, rows);
        List<List<List<Object>>> cells = rows.subList(0, 2).stream().map(StoredRow::rows).toList();
        double[][] right = OnnxRun.read(file).answers(cells);
        int refused = 0;
        for (int length = 0; length < file.length; length += every) {
            refused += refused(Arrays.copyOf(file, length), cells, right) ? 1 : 0;
        }
        assertThat(refused).as("%s, cuts of %d bytes that are refused", model.name(), file.length).isPositive();
    }

    private static boolean refused(byte[] damaged, List<List<List<Object>>> cells, double[][] right) {
        OnnxRun read;
        try {
            read = OnnxRun.read(damaged);
        } catch (RefusedException no) {
            return true;
        }
        assertThatCode(() -> assertThat(read.answers(cells)).isEqualTo(right)).as("cut after %d bytes", damaged.length)
                .doesNotThrowAnyException();
        return false;
    }
}

package downhill.export.tape;

import static org.assertj.core.api.Assertions.assertThat;

import downhill.engine.graph.Node;
import downhill.engine.graph.Op;
import downhill.export.ExportCases;
import downhill.model.Architecture;
import downhill.model.InputShape;
import downhill.model.Initializer;
import downhill.model.Loss;
import downhill.model.ModelBuilder;
import downhill.model.ModelSpec;
import downhill.model.TrainedEnsemble;
import downhill.model.TrainedModel;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Tapes of every family beside the graphs that they are taken from. */
class TapeTest {
    private static final int ROWS = 5;

    static Stream<TrainedModel> models() {
        return ExportCases.all().stream().map(TrainedEnsemble::members).filter(all -> all.size() == 1).map(all -> all.get(0).model());
    }

    private static InputShape shape(TrainedModel model) {
        return InputShape.of(model.preprocessing().inputShape());
    }

    private static Tape tape(TrainedModel model) {
        return Tape.of(model.model(), shape(model), model.outputs());
    }

    @ParameterizedTest
    @MethodSource("models")
    void linesUseOnlyThoseBeforeThemAndAllAreUsed(TrainedModel model) {
        List<TapeLine> lines = tape(model).lines();
        boolean[] used = new boolean[lines.size()];
        used[lines.size() - 1] = true;
        for (int i = 0; i < lines.size(); i++) {
            int line = i;
            assertThat(lines.get(i).inputs()).allMatch(input -> input >= 0 && input < line);
            lines.get(i).inputs().forEach(input -> used[input] = true);
        }
        assertThat(IntStream.range(0, used.length).filter(i -> !used[i])).as("lines that nothing uses").isEmpty();
    }

    @ParameterizedTest
    @MethodSource("models")
    void whatComesInAndOutFollowsTheRows(TrainedModel model) {
        List<TapeLine> lines = tape(model).lines();
        assertThat(lines.get(lines.size() - 1).shape()).containsExactly(-1, model.outputs());
        List<TapeLine> inputs = lines.stream().filter(line -> line.op().equals("input")).toList();
        assertThat(inputs).hasSize(1);
        assertThat(inputs.get(0).shape().get(0)).isEqualTo(-1);
        assertThat(Arrays.stream(inputs.get(0).shapeOfOne()).reduce(1, (a, b) -> a * b)).isEqualTo(shape(model).size());
    }

    @ParameterizedTest
    @MethodSource("models")
    void everyShapeIsThatOfTheGraph(TrainedModel model) {
        Node output = ModelBuilder.prediction(model.model(), shape(model), model.outputs(), ROWS, false).output();
        List<TapeLine> lines = tape(model).lines();
        Map<Integer, Node> met = new HashMap<>();
        compare(lines, lines.size() - 1, output, met);
        assertThat(met).hasSameSizeAs(lines);
    }

    /** What only keeps gradients out is no line. */
    private static void compare(List<TapeLine> lines, int place, Node of, Map<Integer, Node> met) {
        Node node = of.op() instanceof Op.Move ? of.inputs().get(0) : of;
        Node before = met.put(place, node);
        if (before != null) {
            assertThat(before).as("line %d", place).isSameAs(node);
            return;
        }
        TapeLine line = lines.get(place);
        assertThat(line.shape().stream().mapToInt(length -> length < 0 ? -length * ROWS : length).toArray())
                .as("line %d, %s", place, line.op()).isEqualTo(node.shape());
        assertThat(line.inputs()).hasSameSizeAs(node.inputs());
        for (int i = 0; i < line.inputs().size(); i++) {
            compare(lines, line.inputs().get(i), node.inputs().get(i), met);
        }
    }

    @ParameterizedTest
    @MethodSource("models")
    void arraysLieSideBySideAmongTheParameters(TrainedModel model) {
        List<TapeLine> arrays = tape(model).lines().stream().filter(line -> line.op().equals("parameter"))
                .sorted(Comparator.comparing(line -> line.arguments().get(0))).toList();
        int end = 0;
        for (TapeLine array : arrays) {
            assertThat(array.name()).isNotEmpty();
            assertThat(array.shape()).allMatch(length -> length > 0);
            assertThat(array.arguments().get(0)).as(array.name()).isGreaterThanOrEqualTo(end);
            end = array.arguments().get(0) + Arrays.stream(array.shapeOfOne()).reduce(1, (a, b) -> a * b);
        }
        assertThat(arrays).isNotEmpty();
        assertThat(end).isLessThanOrEqualTo(model.parameters().length);
    }

    @ParameterizedTest
    @MethodSource("models")
    void onlyConstantsHaveAValueAndOnlyArraysAName(TrainedModel model) {
        for (TapeLine line : tape(model).lines()) {
            assertThat(Double.isNaN(line.value())).as(line.op()).isEqualTo(!line.op().equals("constant"));
            assertThat(line.name().isEmpty()).as(line.op()).isEqualTo(!line.op().equals("parameter"));
        }
        assertThat(tape(model)).as("once more").extracting(Tape::lines).isEqualTo(tape(model).lines());
    }

    /** Lengths that are the numbers of rows with which tapes are written are lengths all the same. */
    @ParameterizedTest
    @ValueSource(ints = {997, 991, 1994})
    void aLengthThatOnlyLooksLikeRowsIsNone(int columns) {
        ModelSpec linear = new ModelSpec(new Architecture.Linear(), Loss.HUBER, Initializer.DEFAULT, 0);
        List<TapeLine> lines = Tape.of(linear, InputShape.of(columns), 2).lines();
        assertThat(lines).filteredOn(line -> line.op().equals("input")).extracting(TapeLine::shape)
                .containsExactly(List.of(-1, columns));
        assertThat(lines).filteredOn(line -> line.op().equals("parameter")).allMatch(line -> line.shape().stream().allMatch(n -> n > 0));
    }
}

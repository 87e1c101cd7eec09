package downhill.compress;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import downhill.data.Progress;
import downhill.data.RowValues;
import downhill.data.prepare.Prepared;
import downhill.engine.graph.Node;
import downhill.engine.graph.ReferenceInterpreter;
import downhill.engine.train.TrainingGraph;
import downhill.model.Activation;
import downhill.model.Architecture;
import downhill.model.InputShape;
import downhill.model.Loss;
import downhill.model.ModelBuilder;
import downhill.model.ModelException;
import downhill.model.ModelSpec;
import downhill.model.Teaching;
import downhill.model.TrainedModel;
import downhill.model.Weighting;
import downhill.words.RefusedException;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What a model says, taught to others. */
class StudentsTest {
    private final TrainedModel teacher = SmallNetwork.of(PruningTest.WIDE, 4, 0, 3, 5);
    private final Prepared rows = PruningTest.rows(teacher, 300);

    /** A tenth of −Σ y·log p and nine of −T²·Σ q·log softmax(z/T), by hand. */
    @Test
    void theLossIsThatOfHinton() {
        ModelSpec linear = new ModelSpec(new Architecture.Softmax(), Loss.CROSS_ENTROPY);
        TrainingGraph graph = ModelBuilder.distilling(linear, InputShape.of(2), 2, 1, Weighting.NONE, new Teaching(2, 0.9));
        double[] row = {0.5, -1, 2, 0.25, 0.1, -0.3}; // z = (0.5 + 4 + 0.1, −1 + 0.5 − 0.3) at x = (1, 2)
        Node loss = graph.loss();
        double found = new ReferenceInterpreter().evaluate(List.of(loss), 1, Map.of("x", new double[] {1, 2}, "y",
                new double[] {0, 1, 0.7, 0.3}), row)[0][0][0];
        double a = 4.6;
        double b = -0.8;
        double own = Math.log(Math.exp(a) + Math.exp(b)) - b;
        double soft = Math.log(Math.exp(a / 2) + Math.exp(b / 2)) - 0.7 * a / 2 - 0.3 * b / 2;
        assertThat(found).isCloseTo(0.1 * own + 0.9 * 4 * soft, within(1e-12));
        assertThatThrownBy(() -> new Teaching(0.5, 0.5)).isInstanceOf(ModelException.class);
        assertThatThrownBy(() -> new Teaching(2, 1.5)).isInstanceOf(ModelException.class);
    }

    @Test
    void probabilitiesAtATemperatureAreFlatter() {
        double[] inputs = {0.3, -0.2, 0.9, 0.4};
        double[] logits = QuantiserTest.answers(teacher, inputs);
        double[] said = Distillation.said(teacher, RowValues.of(inputs, 4), 3);
        double sum = Math.exp(logits[0] / 3) + Math.exp(logits[1] / 3) + Math.exp(logits[2] / 3);
        assertThat(said).containsExactly(new double[] {Math.exp(logits[0] / 3) / sum, Math.exp(logits[1] / 3) / sum,
            Math.exp(logits[2] / 3) / sum}, within(1e-14));
    }

    /** By the teacher alone: what it says of rows that nobody labelled so. */
    @Test
    void aStudentComesToSayWhatItsTeacherSays() {
        ModelSpec small = new ModelSpec(new Architecture.Mlp(List.of(8), Activation.TANH), Loss.CROSS_ENTROPY);
        TrainedModel student = Distillation.of(teacher, "student", small, new Teaching(1, 1), new Training(rows, 32, 1), 3000, 2,
                Progress.NONE);
        double[] wanted = Distillation.said(teacher, rows.validation().values(), 1);
        double[] said = Distillation.said(student, rows.validation().values(), 1);
        double[] fresh = Distillation.said(student.with("", small, downhill.model.InitialValues.row(small, InputShape.of(4), 3, 2)),
                rows.validation().values(), 1);
        assertThat(apart(said, wanted)).isLessThan(0.01).isLessThan(apart(fresh, wanted) / 5);
    }

    private static double apart(double[] one, double[] other) {
        double largest = 0;
        for (int i = 0; i < one.length; i++) {
            largest = Math.max(largest, Math.abs(one[i] - other[i]));
        }
        return largest;
    }

    /** With a leaf for each row it says of each what the teacher says: as a network it loses nothing. */
    @Test
    void aTreeAsANetworkSaysWhatTheTreeSays() {
        int count = rows.training().count();
        TrainedModel tree = TreeStudent.of(teacher, "tree", rows, count, Progress.NONE);
        double[] wanted = Distillation.said(teacher, rows.training().values(), 1);
        assertThat(Distillation.said(tree, rows.training().values(), 1)).containsExactly(wanted, within(1e-5));
        TrainedModel two = TreeStudent.of(teacher, "tree", rows, 2, Progress.NONE);
        assertThat(two.model().architecture()).isEqualTo(new Architecture.Mlp(List.of(1, 2), Activation.TANH));
        double[] first = Distillation.said(two, rows.training().values(), 1);
        assertThat(java.util.Arrays.stream(first).map(each -> Math.rint(each * 1e9)).distinct().count()).isEqualTo(6);
    }

    @Test
    void studentsAreRead() {
        InputShape shape = InputShape.of(4);
        assertThat(StudentText.architecture("mlp:16,8", shape)).isEqualTo(new Architecture.Mlp(List.of(16, 8), Activation.RELU));
        assertThat(StudentText.architecture("linear", shape)).isEqualTo(new Architecture.Mlp(List.of(), List.of()));
        assertThat(StudentText.architecture("softmax", shape)).isEqualTo(new Architecture.Softmax());
        assertThat(StudentText.leaves("tree:12")).isEqualTo(12);
        assertThat(StudentText.leaves("tree")).isEqualTo(8);
        assertThat(StudentText.leaves("mlp:3")).isZero();
        for (String wrong : List.of("mlp:", "mlp:0", "mlp:1.5", "mlp:a", "forest", "linear:3", "cnn:5", "")) {
            assertThatThrownBy(() -> StudentText.architecture(wrong, shape)).as(wrong).isInstanceOf(RefusedException.class);
        }
        for (String wrong : List.of("tree:1", "tree:x", "tree:3,4", "tree:")) {
            assertThatThrownBy(() -> StudentText.leaves(wrong)).as(wrong).isInstanceOf(RefusedException.class);
        }
    }

    @Test
    void theFrontHasThoseThatNoOtherBeats() {
        double[] costs = {10, 5, 5, 7, 3, 3};
        double[] scores = {0.9, 0.8, 0.7, 0.8, 0.6, Double.NaN};
        assertThat(SizeFront.of(costs, scores, true)).containsExactly(0, 1, 4);
        assertThat(SizeFront.of(costs, scores, false)).containsExactly(4);
        assertThat(SizeFront.of(new double[] {1, 1}, new double[] {2, 2}, true)).containsExactly(0, 1);
    }
}

package downhill.compress;

import downhill.analysis.explain.field.Cells;
import downhill.analysis.explain.field.RawField;
import downhill.analysis.explain.tree.RuleTree;
import downhill.analysis.explain.tree.TreeGrower;
import downhill.analysis.explain.tree.TreeNode;
import downhill.data.Progress;
import downhill.data.prepare.Prepared;
import downhill.engine.graph.ParameterLayout;
import downhill.engine.graph.ParameterSlot;
import downhill.model.Activation;
import downhill.model.Architecture;
import downhill.model.ModelSpec;
import downhill.model.TrainedModel;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/**
 * A tree grown on what a model says, as the network that it is (Sethi 1990, "Entropy nets"): a unit for each question, +1 for yes and −1
 * for no; a unit for each leaf, +1 where all answers on its way are as they should be; and what the leaves say. Units are steep enough that
 * the values between which a question was set lie on its flat ends, to the last bit; between these two values an answer goes over into the
 * other.
 */
final class TreeStudent {
    /** tanh of it is 1 in float64. */
    private static final double FLAT = 20;
    private static final int LEAST_ROWS = 1;
    /** Of a probability, so that its logarithm is a number. */
    private static final double SMALLEST = 1e-6;

    /** The way to a leaf: places of questions, and whether the answer is yes. */
    private record Way(List<Integer> questions, List<Boolean> answers, double[] says) {
    }

    private final TrainedModel teacher;
    private final Cells cells;
    private final List<TreeNode> questions = new ArrayList<>();
    private final List<Way> ways = new ArrayList<>();

    private TreeStudent(TrainedModel teacher, Cells cells) {
        this.teacher = teacher;
        this.cells = cells;
    }

    /**
     * Grown on the training rows.
     *
     * @param leaves at most, at least 2
     */
    static TrainedModel of(TrainedModel teacher, String name, Prepared rows, int leaves, Progress progress) {
        int width = rows.training().inputSize();
        List<RawField> fields = IntStream.range(0, width).mapToObj(i -> RawField.number("x" + i)).toList();
        Cells cells = new Cells(fields, rows.training().count(), rows.training().inputs());
        double[] said = Distillation.said(teacher, rows.training().values(), 1);
        RuleTree tree = TreeGrower.grow(cells, said, teacher.outputs(), leaves, LEAST_ROWS, progress);
        TreeStudent student = new TreeStudent(teacher, cells);
        student.walk(tree.root(), List.of(), List.of());
        return student.network(name, width);
    }

    private void walk(TreeNode node, List<Integer> asked, List<Boolean> answers) {
        if (node.isLeaf()) {
            ways.add(new Way(asked, answers, says(node.mean())));
            return;
        }
        List<Integer> further = with(asked, questions.size());
        questions.add(node);
        walk(node.yes(), further, with(answers, true));
        walk(node.no(), further, with(answers, false));
    }

    private static <T> List<T> with(List<T> all, T one) {
        List<T> longer = new ArrayList<>(all);
        longer.add(one);
        return longer;
    }

    /** Raw outputs: of losses on logits the logarithm of what was meant. */
    private double[] says(double... mean) {
        double[] raw = mean.clone();
        for (int i = 0; i < raw.length && teacher.model().loss().onLogits(); i++) {
            double share = Math.max(SMALLEST, Math.min(1 - SMALLEST, raw[i]));
            raw[i] = raw.length == 1 ? Math.log(share / (1 - share)) : Math.log(share);
        }
        return raw;
    }

    private TrainedModel network(String name, int width) {
        ModelSpec was = teacher.model();
        List<Integer> hidden = questions.isEmpty() ? List.of() : List.of(questions.size(), ways.size());
        ModelSpec spec = new ModelSpec(new Architecture.Mlp(hidden, Activation.TANH), was.loss(), was.initializer(), 0, was.lossOptions());
        ParameterLayout layout = ProductArrays.layout(teacher, spec);
        double[] row = new double[layout.count()];
        int last = hidden.size() + 1;
        for (int i = 0; i < questions.size(); i++) {
            ask(i, row, layout);
        }
        for (int i = 0; i < ways.size(); i++) {
            arrive(i, row, layout, last);
        }
        return teacher.with(name, spec, row);
    }

    private void ask(int question, double[] row, ParameterLayout layout) {
        int field = questions.get(question).split().field();
        double threshold = questions.get(question).split().threshold();
        double below = Double.NEGATIVE_INFINITY;
        double above = Double.POSITIVE_INFINITY;
        for (int i = 0; i < cells.count(); i++) {
            double value = cells.of(i, field);
            below = value <= threshold ? Math.max(below, value) : below;
            above = value > threshold ? Math.min(above, value) : above;
        }
        double steep = 2 * FLAT / (above - below);
        set(row, layout, "dense1.weight", field * questions.size() + question, -steep);
        set(row, layout, "dense1.bias", question, steep * (below + (above - below) / 2));
    }

    private void arrive(int leaf, double[] row, ParameterLayout layout, int last) {
        Way way = ways.get(leaf);
        for (int i = 0; i < way.questions().size(); i++) {
            set(row, layout, "dense2.weight", way.questions().get(i) * ways.size() + leaf, way.answers().get(i) ? FLAT : -FLAT);
        }
        boolean alone = ways.size() == 1;
        if (!alone) {
            set(row, layout, "dense2.bias", leaf, FLAT * (1 - way.questions().size()));
        }
        for (int output = 0; output < way.says().length; output++) {
            double half = alone ? way.says()[output] : way.says()[output] / 2;
            if (!alone) {
                set(row, layout, "dense" + last + ".weight", leaf * way.says().length + output, half);
            }
            ParameterSlot bias = layout.slot("dense" + last + ".bias").orElseThrow();
            row[bias.position(output)] += half;
        }
    }

    private static void set(double[] row, ParameterLayout layout, String array, int element, double value) {
        row[layout.slot(array).orElseThrow().position(element)] = value;
    }
}

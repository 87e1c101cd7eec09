package downhill.export.onnx;

import downhill.data.Relation;
import downhill.data.prepare.FeatureStep;
import downhill.data.prepare.Preprocessing;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/**
 * The preparation of rows as nodes: columns as they come in, [N, 1] or for a series [N, window], become the inputs of a model. Numbers are
 * scaled in double, since a date or an amount can be large beside its spread, and go on in float. A missing value that the model cannot do
 * without makes NaN of its row.
 */
final class OnnxColumns {
    private static final int MISSING = -2;
    private static final int UNKNOWN = -1;

    private final OnnxGraph graph;
    private final Preprocessing steps;
    private final int window;
    /** Mean of a column over its window, [N, 1], by its name. */
    private final Map<String, String> levels = new LinkedHashMap<>();

    OnnxColumns(OnnxGraph graph, Preprocessing steps) {
        this.graph = graph;
        this.steps = steps;
        this.window = steps.sequence() == null ? 1 : steps.sequence().window();
    }

    /** What each column is called and holds. */
    void addInputs() {
        steps.asked().forEach(step -> graph.input(step.column(), step instanceof FeatureStep.OneHot ? OnnxGraph.STRING
                : OnnxGraph.DOUBLE,
                window));
    }

    /** The prepared inputs, in float, with the shape that the model takes. */
    String add() {
        List<String> parts = new ArrayList<>();
        List<FeatureStep.Numeric> numbers = new ArrayList<>();
        for (FeatureStep step : steps.features()) {
            if (step instanceof FeatureStep.Numeric number) {
                numbers.add(number);
            } else {
                flush(numbers, parts);
                parts.add(step instanceof FeatureStep.OneHot labels ? labels(labels) : relative((FeatureStep.Relative) step));
            }
        }
        flush(numbers, parts);
        return shaped(graph.concat(parts, 2));
    }

    /** [N, window, inputs] as the model takes it. */
    private String shaped(String all) {
        int[] shape = steps.inputShape();
        return graph.reshape(all, IntStream.range(-1, shape.length).mapToLong(axis -> axis < 0 ? -1 : shape[axis]).toArray());
    }

    String level(String column) {
        return levels.get(column);
    }

    /** Columns of numbers that follow one another are scaled at once. */
    private void flush(List<FeatureStep.Numeric> numbers, List<String> parts) {
        if (!numbers.isEmpty()) {
            int count = numbers.size();
            String all = graph.concat(numbers.stream().map(each -> apart(value(each.column()))).toList(), 2);
            String filled = filled(all, numbers.stream().mapToDouble(each -> orNaN(each.fill())).toArray());
            String centred = graph.node("Sub", filled,
                    graph.doubles(numbers.stream().mapToDouble(FeatureStep.Numeric::center).toArray(), count));
            String scales = graph.doubles(numbers.stream().mapToDouble(FeatureStep.Numeric::scale).toArray(), count);
            parts.add(graph.cast(graph.node("Div", centred, scales), OnnxGraph.FLOAT));
            numbers.clear();
        }
    }

    /** A column of the file, or one that is made of such, [N, window]. */
    private String value(String column) {
        return steps.madeOf(column).map(made -> new OnnxMade(graph).add(made)).orElse(column);
    }

    /** [N, window] → [N, window, 1]. */
    private String apart(String column) {
        return graph.node("Unsqueeze", column, graph.integers(2));
    }

    private static double orNaN(Double fill) {
        return fill == null ? Double.NaN : fill;
    }

    private String filled(String values, double[] fills) {
        return graph.where(graph.node("IsNaN", values), graph.doubles(fills, fills.length), values);
    }

    private String relative(FeatureStep.Relative step) {
        String values = filled(apart(step.column()), new double[] {orNaN(step.fill())});
        String level = graph.node("ReduceMean", values, OnnxGraph.wholes("axes", 1));
        levels.put(step.column(), graph.reshape(level, -1, 1));
        String related = step.relation() == Relation.RATIO ? ratio(values, level) : graph.node("Sub", values, level);
        String centred = graph.node("Sub", related, graph.doubles(new double[] {step.center()}));
        return graph.cast(graph.node("Div", centred, graph.doubles(new double[] {step.scale()})), OnnxGraph.FLOAT);
    }

    /** To a level that is not positive there is none. */
    private String ratio(String values, String level) {
        String ratio = graph.node("Sub", graph.node("Div", values, level), graph.doubles(new double[] {1}));
        String suits = graph.node("Greater", level, graph.doubles(new double[] {0}));
        return graph.where(suits, ratio, graph.doubles(new double[] {Double.NaN}));
    }

    /** 1 at the place of the category, 0 elsewhere; nowhere 1 for one that training did not have. An empty text is a missing one. */
    private String labels(FeatureStep.OneHot step) {
        List<String> keys = new ArrayList<>(step.categories());
        List<Long> places = new ArrayList<>(IntStream.range(0, keys.size()).mapToObj(i -> (long) i).toList());
        if (!keys.contains("")) {
            keys.add("");
            places.add((long) (step.fill() == null ? MISSING : step.categories().indexOf(step.fill())));
        }
        String place = graph.labels("LabelEncoder", apart(step.column()), OnnxGraph.texts("keys_strings", keys),
                OnnxGraph.wholes("values_int64s", places.stream().mapToLong(Long::longValue).toArray()),
                OnnxGraph.whole("default_int64", UNKNOWN));
        String all = graph.integers(IntStream.range(0, step.categories().size()).mapToLong(i -> i).toArray());
        String ones = graph.cast(graph.node("Equal", place, all), OnnxGraph.FLOAT);
        return graph.where(graph.node("Equal", place, graph.integers(MISSING)), graph.floats(new double[] {Double.NaN}), ones);
    }
}

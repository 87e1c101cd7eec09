package downhill.export.onnx;

import downhill.data.Relation;
import downhill.data.prepare.TargetStep;
import downhill.model.TrainedModel;
import java.util.List;
import java.util.stream.IntStream;

/** What becomes of a model's raw outputs: probabilities of the classes, in float, or a number in the target's own unit, in double. */
final class OnnxAnswer {
    private final OnnxGraph graph;

    OnnxAnswer(OnnxGraph graph) {
        this.graph = graph;
    }

    /** [N, classes], or [N, 1]. */
    String add(TrainedModel model, String raw, OnnxColumns columns) {
        TargetStep target = model.preprocessing().target();
        if (target instanceof TargetStep.NumberTarget number) {
            return scaled(raw, number.center(), number.scale());
        }
        if (target instanceof TargetStep.RelativeTarget part) {
            return restored(part, scaled(raw, part.center(), part.scale()), columns.level(part.column()));
        }
        return model.model().loss().onLogits() ? ofLogits(raw, model.outputs()) : shares(raw, model.outputs());
    }

    private String scaled(String raw, double center, double scale) {
        String number = graph.cast(raw, OnnxGraph.DOUBLE);
        return graph.node("Add", graph.node("Mul", number, graph.doubles(new double[] {scale})), graph.doubles(new double[] {center}));
    }

    private String restored(TargetStep.RelativeTarget target, String number, String level) {
        if (target.relation() == Relation.DIFFERENCE) {
            return graph.node("Add", number, level);
        }
        return graph.node("Mul", graph.node("Add", number, graph.doubles(new double[] {1})), level);
    }

    private String ofLogits(String raw, int outputs) {
        return outputs > 1 ? graph.node("Softmax", raw, OnnxGraph.whole("axis", 1))
                : graph.concat(List.of(graph.node("Sigmoid", graph.node("Neg", raw)), graph.node("Sigmoid", raw)), 1);
    }

    /** Outputs that are meant to be probabilities, cut to what they can be. */
    private String shares(String raw, int outputs) {
        String one = graph.floats(new double[] {1});
        String cut = graph.node("Clip", List.of(raw, graph.floats(new double[] {0}), one));
        if (outputs == 1) {
            return graph.concat(List.of(graph.node("Sub", one, cut), cut), 1);
        }
        String sum = graph.node("ReduceSum", cut, graph.integers(1));
        String any = graph.node("Greater", sum, graph.floats(new double[] {0}));
        return graph.where(any, graph.node("Div", cut, sum), graph.floats(new double[] {1.0 / outputs}));
    }

    /** The class of the largest probability, the first of equals; an empty text where there is none. */
    String label(String probabilities, List<String> classes) {
        String best = graph.node("ArgMax", probabilities, OnnxGraph.whole("axis", 1), OnnxGraph.whole("keepdims", 0));
        String sum = graph.node("ReduceSum", List.of(probabilities, graph.integers(1)), OnnxGraph.whole("keepdims", 0));
        String place = graph.where(graph.node("IsNaN", sum), graph.integers(-1), best);
        return graph.labels("LabelEncoder", place,
                OnnxGraph.wholes("keys_int64s", IntStream.range(0, classes.size()).mapToLong(i -> i).toArray()),
                OnnxGraph.texts("values_strings", classes), OnnxGraph.text("default_string", ""));
    }
}

package downhill.export.onnx;

import downhill.data.MadeColumn;
import java.util.List;

/** Columns that are made of those of the file, as nodes in double, [N, 1]; NaN where one is missing or nothing is defined. */
final class OnnxMade {
    private static final double DAYS = 7;
    private static final double THURSDAY = 3;
    private static final double SATURDAY = 5;

    private final OnnxGraph graph;

    OnnxMade(OnnxGraph graph) {
        this.graph = graph;
    }

    /** The value of one. */
    String add(MadeColumn made) {
        List<String> of = made.of();
        String a = of.get(0);
        String value = switch (made.making()) {
            case LOG -> graph.node("Log", a);
            case SIGNED_LOG -> graph.node("Mul", graph.node("Sign", a), graph.node("Log", further(graph.node("Abs", a), 1)));
            case STEP -> among(a, made.constant());
            case PRODUCT -> graph.node("Mul", a, of.get(1));
            case RATIO -> graph.node("Div", a, of.get(1));
            case SINE -> graph.node("Sin", phase(a, made.constant()));
            case COSINE -> graph.node("Sin", further(phase(a, made.constant()), Math.PI / 2));
            case WEEKEND -> among(weekday(a), SATURDAY);
        };
        String missing = of.stream().map(each -> graph.node("IsNaN", each)).reduce((one, other) -> graph.node("Or", one, other))
                .orElseThrow();
        return finite(graph.where(missing, number(Double.NaN), value));
    }

    /** 1 from the bound on, else 0. */
    private String among(String value, double from) {
        return graph.where(graph.node("Less", value, number(from)), number(0), number(1));
    }

    private String phase(String value, double period) {
        return graph.node("Div", graph.node("Mul", number(2 * Math.PI), value), number(period));
    }

    /** Days since a Monday, 0 to 6. */
    private String weekday(String days) {
        String since = further(graph.node("Floor", days), THURSDAY);
        String weeks = graph.node("Floor", graph.node("Div", since, number(DAYS)));
        return graph.node("Sub", since, graph.node("Mul", number(DAYS), weeks));
    }

    private String finite(String value) {
        String far = graph.node("Greater", graph.node("Abs", value), number(Double.MAX_VALUE));
        return graph.where(far, number(Double.NaN), value);
    }

    private String further(String value, double by) {
        return graph.node("Add", value, number(by));
    }

    private String number(double value) {
        return graph.doubles(new double[] {value});
    }
}

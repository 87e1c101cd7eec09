package downhill.export.onnx;

import downhill.export.tape.Tape;
import downhill.export.tape.TapeLine;
import downhill.model.ParameterRoles;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Where on the tape of a quantised model there are whole numbers, and how ONNX has them: {@code QuantizeLinear} and
 * {@code DequantizeLinear} around products (QDQ), which a runtime may compute with int8 instructions. Both sides are unsigned bytes, since
 * products of unsigned with signed ones overflow on processors without VNNI: of a weight and of what goes into a product 128 stands for
 * what 0 is here. Where weights alone are whole numbers they are cast to float and multiplied by their steps, so that the file is small and
 * nothing is rounded on the way.
 */
final class OnnxWhole {
    private static final int MIDDLE = 128;

    /**
     * What becomes of a value as it goes through a grid.
     *
     * @param value line that it comes from
     * @param step  of the grid
     * @param zero  unsigned
     */
    record Rounded(int value, double step, int zero) {
    }

    private final List<TapeLine> lines;
    /** Line of the steps of each array of whole numbers. */
    private final Map<Integer, TapeLine> steps = new HashMap<>();
    /** Lines that hold nothing but steps. */
    private final Set<Integer> scales = new HashSet<>();
    private final Map<Integer, Rounded> rounded = new HashMap<>();

    OnnxWhole(Tape tape) {
        lines = tape.lines();
        Map<String, TapeLine> arrays = lines.stream().filter(line -> !line.name().isEmpty())
                .collect(Collectors.toMap(TapeLine::name, line -> line, (first, second) -> first));
        for (int i = 0; i < lines.size(); i++) {
            TapeLine line = lines.get(i);
            TapeLine own = line.name().isEmpty() ? null : arrays.get(stepsOf(line.name()));
            if (own != null) {
                steps.put(i, own);
            }
            if (!line.name().isEmpty() && ParameterRoles.areSteps(line.name()) || isScale(line)) {
                scales.add(i);
            }
        }
        for (int i = 0; i < lines.size() && !steps.isEmpty(); i++) {
            round(i);
        }
    }

    private static String stepsOf(String name) {
        return Stream.of(name.split("\\|")).map(ParameterRoles::stepsOf).collect(Collectors.joining("|"));
    }

    private boolean isScale(TapeLine line) {
        return line.op().equals("multiply") && line.inputs().stream().anyMatch(scales::contains)
                && line.inputs().stream().allMatch(input -> scales.contains(input) || lines.get(input).op().equals("constant"));
    }

    /** A sum of a value within bounds and of what it lacks to the nearest whole number. */
    private void round(int sum) {
        TapeLine line = lines.get(sum);
        if (!line.op().equals("add") || !lines.get(line.inputs().get(1)).op().equals("subtract")) {
            return;
        }
        int bounded = line.inputs().get(0);
        TapeLine lacks = lines.get(line.inputs().get(1));
        TapeLine whole = lines.get(lacks.inputs().get(0));
        if (whole.op().equals("round") && whole.inputs().get(0) == bounded && lacks.inputs().get(1) == bounded) {
            TapeLine low = lines.get(lines.get(bounded).inputs().get(0));
            int zero = (int) -lines.get(low.inputs().get(1)).value();
            TapeLine part = lines.get(low.inputs().get(0));
            boolean divided = part.op().equals("divide");
            rounded.put(sum, new Rounded(divided ? part.inputs().get(0) : low.inputs().get(0),
                    divided ? lines.get(part.inputs().get(1)).value() : 1, zero));
        }
    }

    /** Whether the values of an input that is not a number would be lost. */
    boolean rounds() {
        return !rounded.isEmpty();
    }

    /** How a line is a value that went through a grid; null where it is not. */
    Rounded rounded(int line) {
        return rounded.get(line);
    }

    /** Whether a line multiplies by nothing but steps, which {@code DequantizeLinear} has done before. */
    int unscaled(int line) {
        TapeLine of = lines.get(line);
        if (scales.contains(line) || !of.op().equals("multiply") || of.inputs().stream().noneMatch(scales::contains)) {
            return line;
        }
        return of.inputs().stream().filter(input -> !scales.contains(input)).findFirst().orElseThrow();
    }

    /** Lines that the last one needs. */
    Set<Integer> needed() {
        Set<Integer> needed = new HashSet<>();
        Deque<Integer> open = new ArrayDeque<>(List.of(lines.size() - 1));
        while (!open.isEmpty()) {
            int line = open.pop();
            if (needed.add(line)) {
                if (unscaled(line) != line) {
                    open.push(unscaled(line));
                } else if (rounded.containsKey(line)) {
                    open.push(rounded.get(line).value());
                } else {
                    lines.get(line).inputs().forEach(open::push);
                }
            }
        }
        return needed;
    }

    /** Whether a line is an array of whole numbers. */
    boolean isWhole(int line) {
        return steps.containsKey(line);
    }

    /** Such an array as the real numbers that it stands for. */
    String weights(OnnxGraph graph, int line, double[] parameters) {
        TapeLine array = lines.get(line);
        TapeLine own = steps.get(line);
        int axis = ParameterRoles.outputAxis(array.shapeOfOne());
        if (!rounds()) {
            return inFloat(graph, array, own, axis, parameters);
        }
        String whole = graph.bytes(Arrays.stream(stretch(array, parameters)).map(each -> each + MIDDLE).toArray(), array.shapeOfOne());
        double[] scale = stretch(own, parameters);
        double[] zeros = new double[scale.length];
        Arrays.fill(zeros, MIDDLE);
        return graph.node("DequantizeLinear", List.of(whole, graph.floats(scale, scale.length), graph.bytes(zeros, zeros.length)),
                OnnxGraph.whole("axis", axis));
    }

    /** A runtime might round what meets a {@code DequantizeLinear} of weights alone. */
    private static String inFloat(OnnxGraph graph, TapeLine array, TapeLine own, int axis, double... parameters) {
        int[] shape = array.shapeOfOne();
        Arrays.setAll(shape, i -> i == axis ? shape[i] : 1);
        String real = graph.cast(graph.signedBytes(stretch(array, parameters), array.shapeOfOne()), OnnxGraph.FLOAT);
        return graph.node("Mul", real, graph.floats(stretch(own, parameters), shape));
    }

    private static double[] stretch(TapeLine array, double... parameters) {
        int from = array.arguments().get(0);
        return Arrays.copyOfRange(parameters, from, from + Arrays.stream(array.shapeOfOne()).reduce(1, Math::multiplyExact));
    }

    /** A value to the nearest number of its grid. */
    static String through(OnnxGraph graph, String value, Rounded grid) {
        String step = graph.floats(new double[] {grid.step()});
        String zero = graph.bytes(new double[] {grid.zero()});
        return graph.node("DequantizeLinear", List.of(graph.node("QuantizeLinear", List.of(value, step, zero)), step, zero));
    }
}

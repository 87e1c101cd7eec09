package downhill.model;

import downhill.engine.graph.Graph;
import downhill.engine.graph.Node;
import downhill.model.ParameterRole.Kind;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A model being built: its graph, what its arrays are for, its dropout masks and the nodes worth a look. */
final class Layers {
    private final Graph graph = new Graph();
    private final List<ParameterRole> roles = new ArrayList<>();
    private final List<MaskInput> masks = new ArrayList<>();
    private final Map<String, Node> views = new LinkedHashMap<>();
    private final double dropout;
    private final boolean inputsPerRun;
    private final Quantisation quantisation;
    private final boolean steep;
    private final Map<String, List<Node>> factors = new LinkedHashMap<>();

    /** {@code dropout}: 0 outside training; {@code steep}: whether gradients flow; {@code quantisation}: or null. */
    Layers(double dropout, boolean inputsPerRun, Quantisation quantisation, boolean steep) {
        this.dropout = dropout;
        this.inputsPerRun = inputsPerRun;
        this.quantisation = quantisation;
        this.steep = steep;
    }

    Graph graph() {
        return graph;
    }

    List<ParameterRole> roles() {
        return roles;
    }

    List<MaskInput> masks() {
        return masks;
    }

    Map<String, Node> views() {
        return views;
    }

    /** a·W + b over the last axis. */
    Node dense(String name, Node a, int outputs) {
        int inputs = a.length(-1);
        double bound = 1 / Math.sqrt(inputs);
        Multiplier weight = weights(name, 1, List.of(new ParameterRole(name + ".weight", Kind.WEIGHT, inputs, outputs, bound)), inputs,
                outputs);
        Node bias = array(new ParameterRole(name + ".bias", Kind.BIAS, inputs, outputs, bound), outputs);
        return weight.times(factor(name, a)).plus(bias);
    }

    /** What goes into a product, remembered by the product's name. */
    Node factor(String product, Node a) {
        factors.computeIfAbsent(product, unused -> new ArrayList<>()).add(a);
        return a;
    }

    /** What goes into each product, by its name. */
    Map<String, List<Node>> factors() {
        return factors;
    }

    /**
     * An array for products.
     *
     * @param product its name, unique
     * @param axis    along which the outputs lie
     * @param parts   its names, equal parts of its last axis
     */
    Multiplier weights(String product, int axis, List<ParameterRole> parts, int... shape) {
        Node values = parts.size() == 1 ? array(parts.get(0), shape) : columns(parts, shape);
        if (quantisation == null) {
            return Multiplier.plain(values);
        }
        if (quantisation.learning()) {
            return Multiplier.rounded(product, values, axis, quantisation, steep);
        }
        List<ParameterRole> steps = parts.stream().map(ParameterRole::ofSteps).toList();
        Node step = steps.size() == 1 ? array(steps.get(0), shape[axis]) : columns(steps, shape[axis]);
        return Multiplier.whole(values, step, quantisation.inputs().get(product));
    }

    /** Those of a layer with weights and biases. */
    static HiddenUnits units(String layer, int axis, int count, HiddenUnits.Place out) {
        return new HiddenUnits(count, List.of(new HiddenUnits.Place(layer + ".weight", axis, 1, true),
                new HiddenUnits.Place(layer + ".bias", 0, 1, false)), List.of(out));
    }

    Node array(ParameterRole role, int... shape) {
        roles.add(role);
        return graph.parameter(role.name(), shape);
    }

    /** One array known by several names, equal parts of its last axis. */
    Node columns(List<ParameterRole> parts, int... shape) {
        roles.addAll(parts);
        return graph.parameterColumns(parts.stream().map(ParameterRole::name).toList(), shape);
    }

    /** A share of the values set to zero and the rest scaled up, so that the mean stays (Srivastava et al. 2014). */
    Node dropout(Node a) {
        if (dropout == 0) {
            return a;
        }
        String name = "dropout" + (masks.size() + 1);
        masks.add(new MaskInput(name, Arrays.stream(a.shape()).boxed().toList(), dropout));
        return a.times(graph.input(name, inputsPerRun, a.shape()));
    }

    /** Remembers a node under a name and hands it on. */
    Node view(String name, Node node) {
        views.put(name, node);
        return node;
    }
}

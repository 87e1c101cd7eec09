package downhill.engine.plan;

import downhill.engine.Precision;
import downhill.engine.graph.Evaluator;
import downhill.engine.graph.Graph;
import downhill.engine.graph.Node;
import downhill.engine.graph.Op;
import downhill.engine.host.Host;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

/** The engine as an evaluator: compiles once for each (outputs, runs) of a graph, then runs. Close it after use. */
public final class CompiledEvaluator implements Evaluator, AutoCloseable {
    private record Key(List<Node> outputs, int runs) {
    }

    private record Compiled(Plan plan, Memory parameters, List<Node> inputs) {
    }

    private final Supplier<Machine> machines;
    private final Map<Key, Compiled> plans = new HashMap<>();
    private Machine machine;
    private Graph graph;

    /** On the host machine. */
    public CompiledEvaluator(Precision precision) {
        this(() -> Host.machine(precision));
    }

    /** On whatever machine is made. */
    public CompiledEvaluator(Supplier<Machine> machines) {
        this.machines = machines;
    }

    @Override
    public double[][][] evaluate(List<Node> outputs, int runs, Map<String, double[]> inputs, double[] parameters) {
        useMachineFor(outputs.get(0).graph());
        Compiled compiled = plans.computeIfAbsent(new Key(outputs, runs), key -> compile(outputs, runs));
        compiled.parameters.write(0, parameters, 0, parameters.length);
        for (Node input : compiled.inputs) {
            write(input, compiled.plan.view(input), runs, inputs.get(((Op.Input) input.op()).name()));
        }
        compiled.plan.run();
        double[][][] result = new double[outputs.size()][runs][];
        for (int i = 0; i < result.length; i++) {
            for (int run = 0; run < runs; run++) {
                result[i][run] = read(compiled.plan.view(outputs.get(i)), run);
            }
        }
        return result;
    }

    private void useMachineFor(Graph wanted) {
        if (wanted != graph) {
            close();
            graph = wanted;
            machine = machines.get();
        }
    }

    private Compiled compile(List<Node> outputs, int runs) {
        int count = graph.layout().count();
        Memory parameters = machine.allocate(Math.max(1, runs * count));
        Map<Node, ArrayView> bindings = new HashMap<>();
        List<Node> needed = Stages.needed(graph.nodes(), new java.util.HashSet<>(outputs));
        for (Node node : needed) {
            if (node.op() instanceof Op.Parameter parameter) {
                bindings.put(node, ArrayView.rows(parameters, parameter.offset(), count, node.shape()));
            }
        }
        Plan plan = Planner.plan(runs, machine, outputs, bindings, Map.of());
        return new Compiled(plan, parameters, needed.stream().filter(node -> node.op() instanceof Op.Input).toList());
    }

    private static void write(Node input, ArrayView view, int runs, double[] values) {
        int copies = input.perRun() ? runs : 1;
        for (int copy = 0; copy < copies; copy++) {
            view.memory().write(view.offset() + copy * view.runStride(), values, copy * input.size(), input.size());
        }
    }

    /** Element by element, since an output may be a turned or stretched look at other values. */
    private static double[] read(ArrayView view, int run) {
        double[] values = new double[view.size()];
        for (int i = 0; i < values.length; i++) {
            int at = view.offset() + run * view.runStride();
            int rest = i;
            for (int axis = view.shape().length - 1; axis >= 0; axis--) {
                at += rest % view.shape()[axis] * view.strides()[axis];
                rest /= view.shape()[axis];
            }
            view.memory().read(at, values, i, 1);
        }
        return values;
    }

    @Override
    public void close() {
        plans.clear();
        if (machine != null) {
            machine.close();
            machine = null;
            graph = null;
        }
    }
}

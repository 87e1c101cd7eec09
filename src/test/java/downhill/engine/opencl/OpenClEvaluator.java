package downhill.engine.opencl;

import downhill.engine.Precision;
import downhill.engine.graph.Evaluator;
import downhill.engine.graph.Graph;
import downhill.engine.graph.Node;
import downhill.engine.graph.Op;
import downhill.engine.plan.ArrayView;
import downhill.engine.plan.Planner;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A device as an evaluator: what is asked for are states of a step that changes nothing else. */
public final class OpenClEvaluator implements Evaluator {
    private static final int LANES = 32;

    private final OpenCl device;
    private final Precision precision;
    private final int localBytes;

    public OpenClEvaluator(OpenCl device, Precision precision, int localBytes) {
        this.device = device;
        this.precision = precision;
        this.localBytes = localBytes;
    }

    @Override
    public double[][][] evaluate(List<Node> outputs, int runs, Map<String, double[]> inputs, double[] parameters) {
        Graph graph = outputs.get(0).graph();
        int count = graph.layout().count();
        TextMachine machine = new TextMachine(precision, LANES);
        NamedMemory theta = machine.allocate(Math.max(1, count));
        List<NamedMemory> kept = new ArrayList<>(List.of(theta));
        Map<Node, ArrayView> bindings = Planner.parameterRows(graph, theta, count);
        Map<Node, ArrayView> destinations = new LinkedHashMap<>();
        for (Node output : outputs) {
            NamedMemory result = machine.allocate(output.size());
            kept.add(result);
            destinations.put(output, ArrayView.rows(result, 0, output.size(), output.shape()));
        }
        List<Node> given = graph.nodes().stream().filter(node -> node.op() instanceof Op.Input).toList();
        Map<Node, NamedMemory> memories = new LinkedHashMap<>();
        for (Node input : given) {
            memories.put(input, machine.allocate(input.size()));
            bindings.put(input, ArrayView.rows(memories.get(input), 0, input.perRun() ? input.size() : 0, input.shape()));
        }
        NamedMemory nothing = machine.allocate(0);
        NamedMemory loss = machine.allocate(1);
        machine.take(List.of());
        Planner.plan(1, machine, List.of(), bindings, destinations);
        TextSection all = machine.take(List.of());
        TextSection empty = new TextSection("", List.of());
        StepRoles roles = new StepRoles(kept, new ArrayList<>(memories.values()), 0, List.of(), true, List.of(), null,
                nothing, nothing, loss);
        StepProgram program = new StepWriter(machine, roles, localBytes).program(all, empty, null, new int[0], empty, nothing);
        HostNumbers state = new HostNumbers(precision, runs * program.kept());
        HostNumbers own = new HostNumbers(precision, runs * program.given());
        for (int run = 0; run < runs; run++) {
            state.put(run * program.kept(), java.util.Arrays.copyOfRange(parameters, run * count, (run + 1) * count));
            int at = run * program.given();
            for (Node input : given) {
                int from = input.perRun() ? run * input.size() : 0;
                double[] values = inputs.get(((Op.Input) input.op()).name());
                own.put(at, java.util.Arrays.copyOfRange(values, from, from + input.size()));
                at += input.size();
            }
        }
        run(program, runs, state, own);
        return read(outputs, runs, program, state, theta.length());
    }

    private void run(StepProgram program, int runs, HostNumbers state, HostNumbers own) {
        HostNumbers constants = new HostNumbers(precision, program.constants().length);
        constants.put(0, program.constants());
        List<DeviceBuffer> buffers = new ArrayList<>();
        for (HostNumbers numbers : List.of(state, own, constants)) {
            DeviceBuffer buffer = device.like(numbers);
            buffer.write(numbers);
            buffers.add(buffer);
        }
        while (buffers.size() < 13) {
            buffers.add(device.buffer(precision, runs));
        }
        buffers.add(device.buffer(precision, (long) runs * program.scratch()));
        try (DeviceKernel kernel = device.kernel(program.text(), StepProgram.TRAIN)) {
            kernel.buffers(buffers.toArray(DeviceBuffer[]::new));
            kernel.numbers(14, 1, 0, runs, 1, 1, 0);
            kernel.launch(runs, LANES);
            buffers.get(0).read(state);
        } finally {
            buffers.forEach(DeviceBuffer::close);
        }
    }

    private static double[][][] read(List<Node> outputs, int runs, StepProgram program, HostNumbers state, int first) {
        double[][][] result = new double[outputs.size()][runs][];
        for (int run = 0; run < runs; run++) {
            int at = run * program.kept() + first;
            for (int i = 0; i < outputs.size(); i++) {
                result[i][run] = state.get(at, outputs.get(i).size());
                at += outputs.get(i).size();
            }
        }
        return result;
    }
}

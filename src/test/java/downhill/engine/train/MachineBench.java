package downhill.engine.train;

import downhill.engine.Backend;
import downhill.engine.Precision;
import downhill.engine.graph.Graph;
import downhill.engine.graph.Node;
import downhill.engine.host.Host;
import downhill.engine.nd4j.Nd4jMachine;
import downhill.engine.plan.Machine;
import downhill.expr.UnaryOp;
import downhill.optim.Rule;
import downhill.optim.RuleLibrary;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.function.Supplier;

/** Time of a run-step on either machine: MLP 2-16-16-1 with tanh, batch 32, mean square, Adam, float, one thread. */
final class MachineBench {
    private MachineBench() {
    }

    public static void main(String[] arguments) {
        Backend.current();
        boolean hostOnly = arguments.length > 0;
        for (int runs : new int[] {1, 4, 64}) {
            System.out.printf("host %3d runs: %7.2f µs a run-step%n", runs, time(() -> Host.machine(Precision.FLOAT), runs, 20_000));
            if (!hostOnly) {
                System.out.printf("ND4J %3d runs: %7.2f µs a run-step%n", runs, time(() -> new Nd4jMachine(Precision.FLOAT), runs, 1_500));
            }
        }
    }

    private static double time(Supplier<Machine> machine, int runs, int budget) {
        Rule adam = RuleLibrary.builtIn().all().stream().filter(rule -> rule.id().equals("adam")).findFirst().orElseThrow();
        double[] x = new Random(1).doubles(512, -1, 1).toArray();
        double[] y = new Random(2).doubles(256, -1, 1).toArray();
        List<RunSpec> specs = Collections.nCopies(runs, RunSpec.plain(adam, adam.defaults(), 1));
        try (TrainingStack stack = new TrainingStack(network(), new TrainingData(256, x, y, null), specs, machine.get(), 1)) {
            int steps = Math.max(50, budget / runs);
            StepLog log = new StepLog(runs, steps, 0);
            List<Double> times = new ArrayList<>();
            for (int repeat = 0; repeat < 15; repeat++) {
                long start = System.nanoTime();
                stack.advance(steps, log);
                times.add((System.nanoTime() - start) / 1e3 / steps / runs);
            }
            return times.subList(3, times.size()).stream().min(Double::compare).orElseThrow();
        }
    }

    private static TrainingGraph network() {
        Graph graph = new Graph();
        Node x = graph.input("x", false, 32, 2);
        Node y = graph.input("y", false, 32, 1);
        Node first = layer(graph, x, "1", 2, 16).apply(UnaryOp.TANH);
        Node second = layer(graph, first, "2", 16, 16).apply(UnaryOp.TANH);
        Node loss = layer(graph, second, "3", 16, 1).minus(y).apply(UnaryOp.SQUARE).mean(0, 1).reshape();
        return new TrainingGraph(loss, x, y, List.of());
    }

    private static Node layer(Graph graph, Node input, String name, int in, int out) {
        return input.matmul(graph.parameter("weight" + name, in, out)).plus(graph.parameter("bias" + name, out));
    }
}

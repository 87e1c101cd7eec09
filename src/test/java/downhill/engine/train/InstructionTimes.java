package downhill.engine.train;

import downhill.engine.Precision;
import downhill.engine.host.Host;
import downhill.engine.plan.ArrayView;
import downhill.engine.plan.Instruction;
import downhill.engine.plan.KernelCode;
import downhill.engine.plan.Machine;
import downhill.engine.plan.Memory;
import downhill.engine.plan.ScaledView;
import downhill.model.Architecture;
import downhill.model.Cell;
import downhill.model.InitialValues;
import downhill.model.InputShape;
import downhill.model.Loss;
import downhill.model.ModelBuilder;
import downhill.model.ModelSpec;
import downhill.optim.Rule;
import downhill.optim.RuleLibrary;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.stream.IntStream;

/** Where the time of a step goes: each instruction, timed by itself. Arguments: model, runs, batch, how many lines, threads, rule. */
final class InstructionTimes {
    private InstructionTimes() {
    }

    public static void main(String[] arguments) {
        String model = arguments.length > 0 ? arguments[0] : "cnn";
        int runs = arguments.length > 1 ? Integer.parseInt(arguments[1]) : 1;
        int batch = arguments.length > 2 ? Integer.parseInt(arguments[2]) : 64;
        int lines = arguments.length > 3 ? Integer.parseInt(arguments[3]) : 15;
        int threads = arguments.length > 4 ? Integer.parseInt(arguments[4]) : 1;
        Timed machine = new Timed(Host.machine(Precision.FLOAT).helped(threads));
        ModelSpec spec = spec(model);
        InputShape shape = shape(model);
        int outputs = model.startsWith("cnn") || model.startsWith("digits") ? 10 : 1;
        int rows = 1024;
        double[] x = new Random(1).doubles((long) rows * shape.size(), -1, 1).toArray();
        double[] y = new double[rows * outputs];
        for (int i = 0; i < y.length; i += outputs) {
            y[i] = 1;
        }
        Rule rule = RuleLibrary.builtIn().byId(arguments.length > 5 ? arguments[5] : "adam").orElseThrow();
        List<RunSpec> specs = Collections.nCopies(runs, RunSpec.plain(rule, rule.defaults(), 1));
        TrainingGraph graph = ModelBuilder.build(spec, shape, outputs, batch, false).training();
        try (TrainingStack stack = new TrainingStack(graph, new TrainingData(rows, x, y, null), specs, machine, 1)) {
            stack.restore(IntStream.range(0, runs).mapToObj(run -> RunState.initial(InitialValues.row(spec, shape, outputs, run)))
                    .toList());
            StepLog log = new StepLog(runs, 50, 0);
            long end = System.nanoTime() + 3_000_000_000L;
            while (System.nanoTime() < end) {
                stack.advance(10, log);
            }
            machine.instructions.forEach(each -> each.nanos = 0);
            int steps = 0;
            long begin = System.nanoTime();
            end = begin + 2_000_000_000L;
            while (System.nanoTime() < end) {
                stack.advance(50, log);
                steps += 50;
            }
            report(machine, steps, System.nanoTime() - begin, lines);
        }
    }

    private static InputShape shape(String model) {
        return switch (model) {
            case "cnn" -> InputShape.of(1, 8, 8);
            case "cnn28" -> InputShape.of(1, 28, 28);
            case "mlp" -> InputShape.of(2);
            case "digits32", "digits64" -> InputShape.of(64);
            case "wide1024" -> InputShape.of(100);
            case "transformer64", "lstm64", "gru64" -> InputShape.of(64, 1);
            default -> InputShape.of(24, 1);
        };
    }

    private static ModelSpec spec(String model) {
        return switch (model) {
            case "cnn28" -> new ModelSpec(Architecture.Cnn.article(), Loss.CROSS_ENTROPY);
            case "transformer64" -> new ModelSpec(new Architecture.Transformer(64, 4, 128), Loss.MSE);
            case "wide1024" -> new ModelSpec(new Architecture.Mlp(List.of(1024, 1024), downhill.model.Activation.TANH), Loss.MSE);
            case "cnn" -> new ModelSpec(Architecture.Cnn.digits(), Loss.CROSS_ENTROPY);
            case "transformer" -> new ModelSpec(new Architecture.Transformer(16, 2, 32), Loss.MSE);
            case "mlp" -> new ModelSpec(new Architecture.Mlp(List.of(16, 16), downhill.model.Activation.TANH), Loss.MSE);
            case "digits32", "digits64" -> new ModelSpec(new Architecture.Mlp(List.of(Integer.parseInt(model.substring(6))),
                    downhill.model.Activation.RELU), Loss.CROSS_ENTROPY);
            case "lstm64", "gru64" -> recurrent(model.replace("64", ""), 64);
            default -> recurrent(model, 16);
        };
    }

    private static ModelSpec recurrent(String cell, int hidden) {
        return new ModelSpec(new Architecture.Recurrent(Cell.valueOf(cell.toUpperCase(Locale.ROOT)), hidden), Loss.MSE);
    }

    private static void report(Timed machine, int steps, long nanos, int lines) {
        double inside = machine.instructions.stream().mapToLong(each -> each.nanos).sum() * 1e-3 / steps;
        System.out.printf("%.1f µs a step, %.1f in %d instructions%n", nanos * 1e-3 / steps, inside, machine.instructions.size());
        machine.instructions.stream().sorted(Comparator.comparingLong((Clock each) -> -each.nanos)).limit(lines)
                .forEach(each -> System.out.printf("%8.2f  %s%n", each.nanos * 1e-3 / steps, each.what));
    }

    private static final class Clock implements Instruction {
        private final Instruction instruction;
        private final String what;
        private long nanos;

        Clock(Instruction instruction, String what) {
            this.instruction = instruction;
            this.what = what;
        }

        @Override
        public void run() {
            long begin = System.nanoTime();
            instruction.run();
            nanos += System.nanoTime() - begin;
        }
    }

    private static final class Timed implements Machine {
        private final Machine machine;
        private final List<Clock> instructions = new ArrayList<>();

        Timed(Machine machine) {
            this.machine = machine;
        }

        private Instruction timed(Instruction instruction, String what) {
            Clock clock = new Clock(instruction, what);
            instructions.add(clock);
            return clock;
        }

        private static String shape(ArrayView view) {
            return Arrays.toString(view.shape()) + (view.contiguous() ? "" : "~" + Arrays.toString(view.strides()));
        }

        @Override
        public Memory allocate(int length) {
            return machine.allocate(length);
        }

        @Override
        public int longestRow() {
            return machine.longestRow();
        }

        @Override
        public Instruction kernel(KernelCode code) {
            return timed(machine.kernel(code), "kernel " + Arrays.toString(code.space()) + " " + code.loads().size() + " loads "
                    + code.stores().size() + " stores " + code.reductions().size() + " sums "
                    + code.steps().stream().map(step -> step.op().toString().replaceAll("\\w+\\[op=|\\]", "")).toList());
        }

        @Override
        public Instruction matmul(int runs, ArrayView a, ArrayView b, ArrayView c) {
            return timed(machine.matmul(runs, a, b, c), "matmul " + shape(a) + " " + shape(b) + " " + shape(c));
        }

        @Override
        public Instruction productSum(int runs, ArrayView a, ArrayView b, ArrayView c, ScaledView product, ScaledView addend) {
            return timed(machine.productSum(runs, a, b, c, product, addend), "product and sum " + shape(a) + " " + shape(b) + " "
                    + shape(c));
        }

        @Override
        public Instruction unfold(int runs, ArrayView images, ArrayView patches, int kernel) {
            return timed(machine.unfold(runs, images, patches, kernel), "unfold " + shape(patches));
        }

        @Override
        public Instruction fold(int runs, ArrayView patches, ArrayView images, int kernel) {
            return timed(machine.fold(runs, patches, images, kernel), "fold " + shape(patches));
        }

        @Override
        public Instruction maxPool(int runs, ArrayView images, ArrayView pooled, int size) {
            return timed(machine.maxPool(runs, images, pooled, size), "pool " + shape(images));
        }

        @Override
        public Instruction maxPoolGradient(int runs, ArrayView images, ArrayView pooledGradient, ArrayView imageGradient, int size) {
            return timed(machine.maxPoolGradient(runs, images, pooledGradient, imageGradient, size), "pool gradient " + shape(images));
        }

        @Override
        public void close() {
            machine.close();
        }
    }
}

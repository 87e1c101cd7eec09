package downhill.engine.train;

import downhill.data.CounterRandom;
import downhill.engine.Backend;
import downhill.engine.Precision;
import downhill.engine.UnavailableException;
import downhill.engine.opencl.OpenCl;
import downhill.words.Said;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Stacks of very many runs: on a device of OpenCL where one was asked for, can do it and is quicker, else on the CPU. Who stays on the CPU
 * although a device was asked for is told why, each reason once.
 */
public final class LargeStacks {
    /** With fewer runs a device has nothing to do. */
    private static final int LEAST_RUNS = 64;
    private static final int MOST_RUNS = 1 << 16;
    /** Numbers that the runs of a stack keep on a device. */
    private static final long BUDGET = 1L << 26;
    /** Runs of the host with which a device is compared. */
    private static final int COMPARED = 64;
    private static final double SECONDS = 0.05;
    private static final int STEPS = 8;

    private static final Set<Said> TOLD = new HashSet<>();
    private static final Map<String, Boolean> QUICKER = new HashMap<>();
    private static OpenCl device;

    private LargeStacks() {
    }

    /** How many runs are best together: {@code usual} on the CPU, many more on a device. */
    public static int capacity(TrainingGraph graph, TrainingData data, RunSpec run, Precision precision, int usual) {
        if (!OpenClChoice.asked() || lack(graph, data, run, precision).isPresent()) {
            return usual;
        }
        long states = 0;
        for (int length : RuleTensors.lengths(run.rule(), graph.graph().layout())) {
            states += length;
        }
        return (int) Math.max(usual, Math.min(MOST_RUNS, BUDGET / Math.max(1, graph.graph().layout().count() + states)));
    }

    /**
     * A stack as {@link TrainingStack} has it.
     *
     * @param threads of the host, which beside a device fill its tables
     */
    public static TrainingStack create(TrainingGraph graph, TrainingData data, List<RunSpec> runs, Precision precision, int threads) {
        if (!OpenClChoice.asked()) {
            return new TrainingStack(graph, data, runs, precision, threads);
        }
        Said reason;
        try {
            Optional<Said> lack = lack(runs).or(() -> lack(graph, data, runs.get(0), precision));
            if (lack.isEmpty()) {
                Optional<TrainingStack> stack = quicker(graph, data, runs, precision, threads);
                if (stack.isPresent()) {
                    tell(Said.of("opencl.used", device.device().name()));
                    return stack.get();
                }
                lack = Optional.of(Said.of("opencl.slower", device.device().name()));
            }
            reason = lack.get();
        } catch (UnavailableException e) {
            reason = Said.message(e);
        }
        tell(Said.of("opencl.cpu", reason));
        return new TrainingStack(graph, data, runs, precision, threads);
    }

    private static synchronized void tell(Said line) {
        if (TOLD.add(line)) {
            Backend.tell(line);
        }
    }

    /** Why these runs are not for a device. */
    private static Optional<Said> lack(List<RunSpec> runs) {
        if (runs.size() < LEAST_RUNS && !OpenClChoice.always()) {
            return Optional.of(Said.of("opencl.few", LEAST_RUNS));
        }
        boolean alike = runs.stream().map(RunSpec::rule).distinct().count() == 1;
        return alike ? Optional.empty() : Optional.of(Said.of("opencl.rules"));
    }

    /** Why no device can do it. */
    private static synchronized Optional<Said> lack(TrainingGraph graph, TrainingData data, RunSpec run, Precision precision) {
        OpenClChoice choice = OpenClChoice.current();
        if (choice.device().isEmpty()) {
            return Optional.of(choice.reason());
        }
        if (!choice.device().get().has(precision)) {
            return Optional.of(Said.of("opencl.narrow", choice.device().get().name()));
        }
        if ((long) data.rows() * (graph.x() == null ? 0 : graph.x().size() / graph.batch()) > BUDGET) {
            return Optional.of(Said.of("opencl.large"));
        }
        if (data.augment() != null) {
            return Optional.of(Said.of("opencl.augmented"));
        }
        if (device == null) {
            device = new OpenCl(choice.device().get());
        }
        return DevicePlan.lack(graph, run);
    }

    /** A stack on the device, if it needs less time than the host; the answer is kept for the same steps and about as many runs. */
    private static Optional<TrainingStack> quicker(TrainingGraph graph, TrainingData data, List<RunSpec> runs, Precision precision,
            int threads) {
        String key = List.of(runs.get(0).rule().text(), graph.graph().layout().count(), graph.graph().nodes().size(), graph.batch(),
                precision, threads, Integer.highestOneBit(runs.size())).toString();
        synchronized (QUICKER) {
            if (!OpenClChoice.always() && !QUICKER.getOrDefault(key, true)) {
                return Optional.empty();
            }
        }
        TrainingStack stack = DeviceStacks.create(device, graph, List.of(data), runs, precision, threads);
        synchronized (QUICKER) {
            if (OpenClChoice.always() || QUICKER.computeIfAbsent(key, unused -> measured(stack, graph, data, runs, precision, threads))) {
                return Optional.of(stack);
            }
        }
        stack.close();
        return Optional.empty();
    }

    private static boolean measured(TrainingStack stack, TrainingGraph graph, TrainingData data, List<RunSpec> runs, Precision precision,
            int threads) {
        double there = perRunStep(stack);
        try (TrainingStack here = new TrainingStack(graph, data, runs.subList(0, Math.min(COMPARED, runs.size())), precision, threads)) {
            perRunStep(here);
            return there < perRunStep(here);
        }
    }

    /** Seconds; the stack is then as it was made. */
    private static double perRunStep(TrainingStack stack) {
        StepLog log = new StepLog(stack.runs(), STEPS, 0);
        double[] start = new double[stack.parameterCount()];
        for (int i = 0; i < start.length; i++) {
            start[i] = 0.1 * CounterRandom.gaussian(1, CounterRandom.GENERATOR, i);
        }
        stack.restore(Collections.nCopies(stack.runs(), RunState.initial(start)));
        stack.advance(2, log);
        long begin = System.nanoTime();
        double seconds = 0;
        for (int done = 0; seconds < SECONDS; ) {
            stack.advance(STEPS, log);
            done += STEPS;
            seconds = (System.nanoTime() - begin) * 1e-9;
            if (seconds >= SECONDS) {
                seconds = seconds / done;
                break;
            }
        }
        stack.restore(Collections.nCopies(stack.runs(), RunState.initial(new double[start.length])));
        return seconds / stack.runs();
    }
}

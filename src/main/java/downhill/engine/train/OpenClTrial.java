package downhill.engine.train;

import downhill.data.CounterRandom;
import downhill.engine.BoundedProcess;
import downhill.engine.Natives;
import downhill.engine.ProgramClasses;
import downhill.engine.ProgramNatives;
import downhill.engine.Precision;
import downhill.engine.ProgramAnswer;
import downhill.engine.UnavailableException;
import downhill.engine.graph.Graph;
import downhill.engine.graph.Node;
import downhill.engine.opencl.OpenCl;
import downhill.engine.opencl.OpenClDevice;
import downhill.engine.opencl.OpenClDevices;
import downhill.expr.UnaryOp;
import downhill.optim.Rule;
import downhill.optim.RuleLibrary;
import downhill.words.Said;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * OpenCL in a process of its own: which devices there are, and whether one trains as the host does. A driver that crashes or hangs ends
 * that process, not this one.
 *
 * @param devices all that there are
 * @param lack    why there is none to use; nothing where there is
 * @param check   what came of the comparison; nothing where there was none
 * @param agrees  whether it trains as the host
 */
record OpenClTrial(List<OpenClDevice> devices, Optional<Said> lack, Said check, boolean agrees) {
    /** Devices are only listed. */
    static final String LIST = "list";
    /** The first accelerator is tried. */
    static final String GPU = "gpu";
    /** The first device is tried, be it the processor. */
    static final String ANY = "any";

    private static final int PATIENCE_SECONDS = 30;
    private static final double TOLERANCE = 1e-4;
    private static final int STEPS = 20;
    private static final int RUNS = 3;
    private static final String DEVICE = "device ";
    private static final String LACK = "lack ";
    private static final String AGREES = "agrees ";
    private static final String DIFFERS = "differs ";

    /** Asks another process. */
    static OpenClTrial run(String mode) {
        String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        return read(BoundedProcess.run(PATIENCE_SECONDS, java, "-Xmx512m", "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1",
                "-D" + Natives.PROPERTY + "=" + Natives.folder(), ProgramNatives.option(), "-cp", ProgramClasses.path(),
                OpenClTrial.class.getName(), mode));
    }

    static OpenClTrial read(ProgramAnswer answer) {
        List<OpenClDevice> devices = lines(answer, DEVICE).map(OpenClDevice::of).flatMap(Optional::stream).toList();
        Optional<String> lack = lines(answer, LACK).findFirst();
        if (lack.isPresent()) {
            return new OpenClTrial(devices, lack.map(Said::plain), Said.NOTHING, false);
        }
        Optional<String> agrees = lines(answer, AGREES).findFirst();
        if (agrees.isPresent()) {
            return new OpenClTrial(devices, Optional.empty(), Said.of("opencl.agrees", STEPS, agrees.get()), true);
        }
        Said ended = answer.exit() == 0 ? Said.NOTHING : Said.of("opencl.ended", PATIENCE_SECONDS, answer.exit());
        Said check = lines(answer, DIFFERS).findFirst().map(apart -> Said.of("opencl.differs", STEPS, apart)).orElse(ended);
        return new OpenClTrial(devices, check.isEmpty() ? Optional.empty() : Optional.of(check), check, false);
    }

    private static Stream<String> lines(ProgramAnswer answer, String start) {
        return answer.output().lines().filter(line -> line.startsWith(start)).map(line -> line.substring(start.length()));
    }

    /** The device that a mode tries. */
    static Optional<OpenClDevice> chosen(List<OpenClDevice> devices, String mode) {
        return devices.stream().filter(device -> mode.equals(ANY) || !device.cpu()).findFirst();
    }

    /** In the process of its own. */
    public static void main(String[] mode) {
        try {
            List<OpenClDevice> devices = OpenClDevices.all();
            devices.forEach(device -> System.out.println(DEVICE + device.line()));
            if (!mode[0].equals(LIST)) {
                Optional<OpenClDevice> chosen = chosen(devices, mode[0]);
                Optional<Said> lack = chosen.map(OpenClDevice::fault).orElse(Optional.of(Said.of("opencl.onlycpu")));
                System.out.println(lack.isPresent() ? LACK + lack.get() : compared(new OpenCl(chosen.get())));
            }
        } catch (UnavailableException e) {
            System.out.println(LACK + e.getMessage());
        }
        // Threads of a driver must not keep it.
        Runtime.getRuntime().halt(0);
    }

    private static String compared(OpenCl device) {
        int local = Math.min(DeviceStacks.LOCAL_BYTES, device.device().localBytes());
        double near = Math.max(difference(device, network(), local), difference(device, convolution(), local));
        double most = Math.max(near, difference(device, network(), 0));
        return (most <= TOLERANCE ? AGREES : DIFFERS) + String.format(Locale.ROOT, "%.1e", most);
    }

    /** The largest difference of losses and parameters, as a share of 1 and the number, with so many bytes of local memory. */
    static double difference(OpenCl device, TrainingGraph graph, int localBytes) {
        Rule rule = RuleLibrary.builtIn().byId("adam").orElseThrow();
        List<RunSpec> runs = Collections.nCopies(RUNS, RunSpec.plain(rule, rule.defaults(), 1));
        int rows = 4 * graph.batch();
        TrainingData data = new TrainingData(rows, gaussian(1, rows * graph.x().size() / graph.batch()), gaussian(2, rows), null);
        try (TrainingStack host = new TrainingStack(graph, data, runs, Precision.FLOAT, 1);
                TrainingStack other = DeviceStacks.create(device, graph, List.of(data), runs, Precision.FLOAT, 1,
                        DeviceStacks.lanes(graph), localBytes)) {
            double[][] expected = trained(host);
            double[][] got = trained(other);
            double most = 0;
            for (int run = 0; run < expected.length; run++) {
                for (int i = 0; i < expected[run].length; i++) {
                    double apart = Math.abs(got[run][i] - expected[run][i]) / (1 + Math.abs(expected[run][i]));
                    most = Math.max(most, Double.isNaN(apart) ? Double.POSITIVE_INFINITY : apart);
                }
            }
            return most;
        }
    }

    /** By run, its losses and then its parameters. */
    private static double[][] trained(TrainingStack stack) {
        int count = stack.parameterCount();
        stack.restore(Collections.nCopies(stack.runs(), RunState.initial(gaussian(3, count))));
        StepLog log = new StepLog(stack.runs(), STEPS, 0);
        stack.advance(STEPS, log);
        double[][] all = new double[stack.runs()][STEPS + count];
        for (int run = 0; run < all.length; run++) {
            double[] parameters = new double[count];
            stack.parameters(run, parameters);
            for (int i = 0; i < STEPS; i++) {
                all[run][i] = log.loss(run, i);
            }
            System.arraycopy(parameters, 0, all[run], STEPS, count);
        }
        return all;
    }

    private static double[] gaussian(long seed, int count) {
        double[] values = new double[count];
        for (int i = 0; i < count; i++) {
            values[i] = CounterRandom.gaussian(seed, CounterRandom.GENERATOR, i) * 0.5;
        }
        return values;
    }

    /** A small network of two hidden layers. */
    static TrainingGraph network() {
        Graph graph = new Graph();
        Node x = graph.input("x", false, 8, 3);
        Node first = x.matmul(graph.parameter("w1", 3, 8)).plus(graph.parameter("b1", 8)).apply(UnaryOp.TANH);
        Node second = first.matmul(graph.parameter("w2", 8, 8)).plus(graph.parameter("b2", 8)).apply(UnaryOp.SIGMOID);
        return squared(x, second.matmul(graph.parameter("w3", 8, 1)).plus(graph.parameter("b3", 1)));
    }

    /** A small network of images. */
    static TrainingGraph convolution() {
        Graph graph = new Graph();
        Node x = graph.input("x", false, 4, 6, 6, 1);
        Node maps = graph.unfold(x, 3).matmul(graph.parameter("k", 9, 4)).plus(graph.parameter("b", 4)).apply(UnaryOp.RELU);
        Node pooled = graph.maxPool(maps, 2).reshape(4, 16);
        return squared(x, pooled.matmul(graph.parameter("w", 16, 1)).plus(graph.parameter("c", 1)));
    }

    private static TrainingGraph squared(Node x, Node output) {
        Node y = output.graph().input("y", false, x.length(0), 1);
        return new TrainingGraph(output.minus(y).apply(UnaryOp.SQUARE).mean(0, 1).reshape(), x, y, List.of());
    }
}

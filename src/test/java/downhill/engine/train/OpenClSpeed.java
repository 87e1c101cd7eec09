package downhill.engine.train;

import downhill.engine.Precision;
import downhill.engine.UnavailableException;
import downhill.engine.opencl.OpenCl;
import downhill.engine.opencl.OpenClDevices;
import downhill.optim.Rule;
import downhill.optim.RuleLibrary;
import java.util.Collections;
import java.util.List;
import java.util.Locale;

/**
 * Microseconds a run-step of small models on the device that is asked for, by the number of runs, beside the CPU; and how long
 * programs take to build.
 */
public final class OpenClSpeed {
    private static final int[] RUNS = {64, 256, 1024, 4096, 16384, 65536};
    private static final double SECONDS = 1;
    private static final int STEPS = 16;

    private OpenClSpeed() {
    }

    /** @param most the largest number of runs; 65,536 without a word */
    public static void main(String[] most) {
        OpenCl device;
        try {
            device = OpenClDevices.all().stream().filter(each -> OpenClChoice.always() || !each.cpu()).findFirst()
                    .map(OpenCl::new).orElse(null);
        } catch (UnavailableException e) {
            System.out.println(e.getMessage());
            return;
        }
        if (device == null) {
            System.out.println("no accelerator");
            return;
        }
        int limit = most.length > 0 ? Integer.parseInt(most[0]) : RUNS[RUNS.length - 1];
        measure(device, "network 3-8-8-1, batch 8", OpenClTrial.network(), limit);
        measure(device, "CNN of 6x6, batch 4", OpenClTrial.convolution(), limit);
    }

    private static void measure(OpenCl device, String name, TrainingGraph graph, int limit) {
        Rule adam = RuleLibrary.builtIn().byId("adam").orElseThrow();
        int rows = 1024;
        TrainingData data = new TrainingData(rows, OpenClWork.gaussian(1, rows * graph.x().size() / graph.batch()),
                OpenClWork.gaussian(2, rows), null);
        int threads = Runtime.getRuntime().availableProcessors();
        List<RunSpec> few = Collections.nCopies(64, RunSpec.plain(adam, adam.defaults(), 1));
        try (TrainingStack host = new TrainingStack(graph, data, few, Precision.FLOAT, threads)) {
            perRunStep(host);
            print(name + ", CPU, 64 runs, " + threads + " threads", perRunStep(host));
        }
        for (int runs : RUNS) {
            if (runs > limit) {
                continue;
            }
            List<RunSpec> specs = Collections.nCopies(runs, RunSpec.plain(adam, adam.defaults(), 1));
            long begin = System.nanoTime();
            try (TrainingStack stack = DeviceStacks.create(device, graph, List.of(data), specs, Precision.FLOAT, threads)) {
                double made = (System.nanoTime() - begin) * 1e-9;
                StepLog log = new StepLog(runs, 1, 0);
                OpenClWork.begin(stack, 0);
                stack.advance(1, log);
                double first = (System.nanoTime() - begin) * 1e-9 - made;
                print(name + ", " + device.device().name() + ", " + runs
                        + String.format(Locale.ROOT, " runs (made %.2f s, first step %.2f s)", made, first),
                        perRunStep(stack));
            }
        }
    }

    private static void print(String what, double seconds) {
        System.out.println(String.format(Locale.ROOT, "%-90s %.4f", what, seconds * 1e6));
    }

    private static double perRunStep(TrainingStack stack) {
        OpenClWork.begin(stack, 0);
        StepLog log = new StepLog(stack.runs(), STEPS, 0);
        long begin = System.nanoTime();
        double seconds = 0;
        int done = 0;
        while (seconds < SECONDS) {
            stack.advance(STEPS, log);
            done += STEPS;
            seconds = (System.nanoTime() - begin) * 1e-9;
        }
        return seconds / done / stack.runs();
    }
}

package downhill.engine.train;

import downhill.engine.Precision;
import downhill.engine.opencl.OpenCl;
import java.util.ArrayList;
import java.util.List;

/** Stacks whose runs are computed by a device. */
final class DeviceStacks {
    /** Every device has as much, and with it a multiprocessor holds several groups. */
    static final int LOCAL_BYTES = 48 * 1024;
    private static final int FEW = 32;
    private static final int USUAL = 64;
    private static final int MANY = 128;
    private static final int SMALL = 64;
    private static final int LARGE = 8192;

    private DeviceStacks() {
    }

    /** A stack for runs of whatever rules a device can follow. */
    static TrainingStack create(OpenCl device, TrainingGraph graph, List<TrainingData> data, List<RunSpec> runs, Precision precision,
            int threads) {
        int local = Math.min(LOCAL_BYTES, device.device().localBytes());
        return create(device, graph, data, runs, precision, threads, lanes(graph), local);
    }

    /** The same with so many work-items in a group and bytes of local memory. */
    static TrainingStack create(OpenCl device, TrainingGraph graph, List<TrainingData> data, List<RunSpec> runs, Precision precision,
            int threads, int lanes, int localBytes) {
        List<DeviceShard> shards = new ArrayList<>();
        try {
            for (int from = 0; from < runs.size(); ) {
                int to = from + 1;
                while (to < runs.size() && Shard.together(runs.get(from), runs.get(to))) {
                    to++;
                }
                List<RunSpec> specs = runs.subList(from, to);
                List<TrainingData> own = data.size() == 1 ? data : data.subList(from, to);
                DevicePlan plan = new DevicePlan(graph, specs, DeviceData.still(graph, own), precision, lanes, localBytes);
                shards.add(new DeviceShard(device, from, plan, graph, own, specs, threads));
                from = to;
            }
        } catch (RuntimeException e) {
            shards.forEach(DeviceShard::close);
            throw e;
        }
        return new TrainingStack(shards, graph.graph().layout().count(), 1, () -> shards.forEach(DeviceShard::close));
    }

    /** Work-items of a group: few for a few numbers, so that none waits for nothing. */
    static int lanes(TrainingGraph graph) {
        int parameters = graph.graph().layout().count();
        if (parameters <= SMALL && graph.batch() <= 1) {
            return FEW;
        }
        return parameters > LARGE ? MANY : USUAL;
    }
}

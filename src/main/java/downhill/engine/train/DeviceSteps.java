package downhill.engine.train;

import downhill.engine.Precision;
import downhill.engine.opencl.DeviceBuffer;
import downhill.engine.opencl.DeviceKernel;
import downhill.engine.opencl.HostNumbers;
import downhill.engine.opencl.OpenCl;
import downhill.engine.opencl.StepProgram;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** What a shard has on its device: kernels, what they read, and what they tell of some steps. */
final class DeviceSteps implements AutoCloseable {
    /** Numbers of scratch of all groups of a launch. */
    private static final long SCRATCH = 1L << 26;
    private static final int LEAST_GROUPS = 64;
    /** Arguments of the kernels that are no buffers begin here. */
    private static final int TRAIN_NUMBERS = 14;
    private static final int START_NUMBERS = 5;

    private final OpenCl device;
    private final StepProgram program;
    private final DeviceData data;
    private final DeviceStates states;
    private final int runs;
    private final int capacity;
    private final DeviceKernel train;
    private final DeviceKernel start;
    private final List<DeviceBuffer> buffers = new ArrayList<>();
    private final List<DeviceBuffer> fixed;
    private final List<DeviceBuffer> tables;
    private final DeviceBuffer constants;
    private final DeviceBuffer losses;
    private final DeviceBuffer scratch;
    private final HostNumbers lossValues;
    private DeviceBuffer places;
    private DeviceBuffer traces;
    private HostNumbers traceValues;
    private int[] watched;
    private int groups;

    /** @param given of all runs, @param table whose like is uploaded for some steps */
    DeviceSteps(OpenCl device, StepProgram program, DeviceData data, DeviceStates states, HostNumbers given, StepTables table, int runs) {
        this.device = device;
        this.program = program;
        this.data = data;
        this.states = states;
        this.runs = runs;
        Precision precision = program.precision();
        capacity = table.capacity();
        groups = (int) Math.max(1, Math.min(runs, SCRATCH / Math.max(1, program.scratch())));
        train = device.kernel(program.text(), StepProgram.TRAIN);
        start = device.kernel(program.text(), StepProgram.START);
        HostNumbers shared = new HostNumbers(precision, program.constants().length);
        shared.put(0, program.constants());
        constants = filled(shared);
        fixed = List.of(filled(given), constants, filled(data.x(precision)), filled(data.y(precision)), filled(data.weights(precision)));
        tables = table.all().stream().map(each -> kept(device.like(each))).toList();
        lossValues = new HostNumbers(precision, capacity * runs);
        losses = kept(device.like(lossValues));
        scratch = kept(device.buffer(precision, (long) groups * program.scratch()));
        watch(new int[0]);
    }

    private DeviceBuffer kept(DeviceBuffer buffer) {
        buffers.add(buffer);
        return buffer;
    }

    private DeviceBuffer filled(HostNumbers numbers) {
        DeviceBuffer buffer = kept(device.like(numbers));
        buffer.write(numbers);
        return buffer;
    }

    /** Parameters that are told from now on. */
    void watch(int[] parameters) {
        if (Arrays.equals(parameters, watched)) {
            return;
        }
        if (watched != null) {
            places.close();
            traces.close();
        }
        watched = parameters.clone();
        HostNumbers numbers = new HostNumbers(Precision.FLOAT, watched.length);
        for (int i = 0; i < watched.length; i++) {
            numbers.putWhole(i, watched[i]);
        }
        places = device.like(numbers);
        places.write(numbers);
        traceValues = new HostNumbers(program.precision(), Math.multiplyExact(capacity * runs, watched.length));
        traces = device.like(traceValues);
        List<DeviceBuffer> all = new ArrayList<>(List.of(states.buffer()));
        all.addAll(fixed);
        all.addAll(tables);
        all.addAll(List.of(places, losses, traces, scratch));
        train.buffers(all.toArray(DeviceBuffer[]::new));
    }

    /** Begins with the steps of a table; does not wait for them. */
    void launch(StepTables table) {
        for (int i = 0; i < tables.size(); i++) {
            tables.get(i).write(table.all().get(i));
        }
        states.changing();
        for (int run = 0; run < runs; run += groups) {
            train.numbers(TRAIN_NUMBERS, table.steps(), run, runs, data.sets(), data.noiseSets(), watched.length);
            train.launch(Math.min(groups, runs - run), program.lanes());
        }
    }

    /** Gives the states of the wanted runs their first values. */
    void start(HostNumbers slots, HostNumbers wanted) {
        try (DeviceBuffer slotBuffer = device.like(slots); DeviceBuffer wantedBuffer = device.like(wanted)) {
            slotBuffer.write(slots);
            wantedBuffer.write(wanted);
            start.buffers(states.changing(), constants, slotBuffer, wantedBuffer, scratch);
            for (int run = 0; run < runs; run += groups) {
                start.numbers(START_NUMBERS, run);
                start.launch(Math.min(groups, runs - run), program.lanes());
            }
            // Waits, so that what was read may go.
            wantedBuffer.read(wanted);
        }
    }

    /** Waits for the steps that were launched last. */
    void await() {
        losses.read(lossValues);
        if (watched.length > 0) {
            traces.read(traceValues);
        }
    }

    /** Of the i-th of the steps that were awaited. */
    double loss(int i, int run) {
        return lossValues.get(i * runs + run);
    }

    /** The k-th watched parameter before the i-th of the steps that were awaited. */
    double trace(int i, int run, int k) {
        return traceValues.get((i * runs + run) * watched.length + k);
    }

    int watched() {
        return watched.length;
    }

    /** How often a step is launched because not all groups go at once. */
    int launches() {
        return (runs + groups - 1) / groups;
    }

    /** Launches fewer groups at once, as far as that goes. */
    void fewerGroups() {
        groups = Math.min(groups, Math.max(LEAST_GROUPS, groups / 2));
    }

    @Override
    public void close() {
        train.close();
        start.close();
        buffers.forEach(DeviceBuffer::close);
        places.close();
        traces.close();
        states.close();
    }
}

package downhill.engine.train;

import downhill.engine.Precision;
import downhill.engine.opencl.HostNumbers;
import downhill.optim.HostProgram;
import java.util.List;

/** What the host tells a device about some steps: rows, masks, noise, slots. All of it is known before the steps are done. */
final class StepTables {
    private final DeviceData data;
    private final List<RunSpec> specs;
    private final HostProgram host;
    private final RunRates rates;
    private final double[][] scalars;
    private final int capacity;
    private final HostNumbers rows;
    private final HostNumbers masks;
    private final HostNumbers noise;
    private final HostNumbers slots;
    private final double[] used;
    private int steps;

    /**
     * @param scalars  of the runs' rules, moved on as slots are computed
     * @param capacity most steps
     */
    StepTables(DeviceData data, List<RunSpec> specs, HostProgram host, RunRates rates, double[][] scalars, Precision precision,
            int capacity) {
        this.data = data;
        this.specs = specs;
        this.host = host;
        this.rates = rates;
        this.scalars = scalars;
        this.capacity = capacity;
        rows = new HostNumbers(Precision.FLOAT, capacity * data.sets() * data.batch());
        masks = new HostNumbers(precision, capacity * data.sets() * data.maskNumbers());
        noise = new HostNumbers(precision, capacity * data.noiseNumbers());
        slots = new HostNumbers(precision, capacity * specs.size() * host.slots().size());
        used = new double[capacity * specs.size()];
    }

    /** Rows, masks, noise, slots. */
    List<HostNumbers> all() {
        return List.of(rows, masks, noise, slots);
    }

    int capacity() {
        return capacity;
    }

    int steps() {
        return steps;
    }

    /** The learning rate that the i-th step of a run uses. */
    double rate(int i, int run) {
        return used[i * specs.size() + run];
    }

    void begin(int count) {
        steps = count;
    }

    /** Rows, masks and noise of the steps from {@code first} on. */
    void fillInputs(long first) {
        for (int set = 0; set < data.sets() && data.batch() > 0; set++) {
            int[] batch = new int[data.batch()];
            for (int i = 0; i < steps && !(data.still() && i > 0); i++) {
                data.rows(set, first + i, batch);
                for (int k = 0; k < batch.length; k++) {
                    rows.putWhole((i * data.sets() + set) * batch.length + k, batch[k]);
                }
            }
        }
        for (int i = 0; i < steps; i++) {
            data.masks(first + i, i, masks);
            data.noise(first + i, i, noise);
        }
    }

    /** Slots of some runs for the steps from {@code first} on; different threads may fill different runs. */
    void fillSlots(long first, int fromRun, int toRun) {
        int count = host.slots().size();
        double[] workspace = host.newWorkspace();
        double[] out = new double[count];
        for (int run = fromRun; run < toRun; run++) {
            for (int i = 0; i < steps; i++) {
                double[] values = rates.schedule(run, first + i);
                host.evaluate(values, first + i - specs.get(run).ruleStart() + 1.0, scalars[run], workspace, out, 0, 1);
                used[i * specs.size() + run] = rates.has(run) ? host.learningRate(workspace) : Double.NaN;
                for (int slot = 0; slot < count; slot++) {
                    slots.put((i * specs.size() + run) * count + slot, out[slot]);
                }
            }
        }
    }
}

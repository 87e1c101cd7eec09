package downhill.engine.train;

import downhill.engine.Precision;
import downhill.engine.opencl.DeviceBuffer;
import downhill.engine.opencl.HostNumbers;
import downhill.engine.opencl.OpenCl;
import downhill.engine.opencl.StepProgram;

/** Parameters and states of all runs of a shard, on the device and, when asked for, beside it. */
final class DeviceStates implements AutoCloseable {
    private final int parameters;
    private final int[] lengths;
    private final int row;
    private final DeviceBuffer device;
    private final HostNumbers host;
    private boolean hostIsOld;
    private boolean deviceIsOld = true;

    /** @param lengths of the rule's states */
    DeviceStates(OpenCl on, StepProgram program, int runs, int parameters, int[] lengths) {
        this.parameters = parameters;
        this.lengths = lengths;
        row = program.kept();
        Precision precision = program.precision();
        host = new HostNumbers(precision, Math.multiplyExact(runs, row));
        device = on.buffer(precision, (long) runs * row);
    }

    /** Up to date, and about to change. */
    DeviceBuffer changing() {
        if (deviceIsOld) {
            device.write(host);
            deviceIsOld = false;
        }
        hostIsOld = true;
        return device;
    }

    private HostNumbers near() {
        if (hostIsOld) {
            device.read(host);
            hostIsOld = false;
        }
        return host;
    }

    DeviceBuffer buffer() {
        return device;
    }

    double[] parameters(int run) {
        return near().get(run * row, parameters);
    }

    /** A row for each state of the rule. */
    double[][] elements(int run) {
        double[][] rows = new double[lengths.length][];
        int at = run * row + parameters;
        for (int i = 0; i < lengths.length; i++) {
            rows[i] = near().get(at, lengths[i]);
            at += lengths[i];
        }
        return rows;
    }

    /** @param elements as many rows as there are states, or none where these have not begun */
    void write(int run, double[] theta, double[][] elements) {
        near().put(run * row, theta);
        int at = run * row + parameters;
        for (double[] each : elements) {
            host.put(at, each);
            at += each.length;
        }
        deviceIsOld = true;
    }

    @Override
    public void close() {
        device.close();
    }
}

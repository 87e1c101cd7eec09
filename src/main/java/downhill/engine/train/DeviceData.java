package downhill.engine.train;

import downhill.data.BatchSchedule;
import downhill.data.RowValues;
import downhill.engine.Precision;
import downhill.engine.graph.Node;
import downhill.engine.opencl.HostNumbers;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;

/** What runs on a device learn from: all rows one behind the other, and which of them, masks and noise each step has. */
final class DeviceData {
    private final TrainingGraph graph;
    private final TrainingData[] data;
    private final List<TrainingData> distinct = new ArrayList<>();
    private final int[] firstRow;
    private final long[] seeds;
    private final BatchSchedule[] schedules;
    private final long[] noiseSeeds;
    private final int noiseLength;
    private final double[][] maskValues;
    private final double[] noiseRow;
    private final boolean still;

    /**
     * @param all         one for all runs, or one for each
     * @param noiseLength [P] where the rule asks for noise, else 0
     */
    DeviceData(TrainingGraph graph, List<TrainingData> all, List<RunSpec> specs, int noiseLength) {
        this.graph = graph;
        boolean perRun = graph.x() != null && graph.x().perRun();
        seeds = perRun ? specs.stream().mapToLong(RunSpec::seed).toArray() : new long[] {specs.get(0).seed()};
        data = new TrainingData[seeds.length];
        Arrays.setAll(data, set -> all.get(all.size() == 1 ? 0 : set));
        firstRow = new int[seeds.length];
        int rows = 0;
        Map<TrainingData, Integer> known = new IdentityHashMap<>();
        for (int set = 0; set < data.length; set++) {
            if (!known.containsKey(data[set])) {
                known.put(data[set], rows);
                distinct.add(data[set]);
                rows += data[set].rows();
            }
            firstRow[set] = known.get(data[set]);
        }
        int batch = graph.batch();
        still = still(graph, List.of(data));
        schedules = new BatchSchedule[batch == 0 ? 0 : seeds.length];
        for (int set = 0; set < schedules.length; set++) {
            schedules[set] = new BatchSchedule(data[set].rows(), batch == data[set].rows() ? 0 : batch, seeds[set]);
        }
        this.noiseLength = noiseLength;
        boolean one = specs.stream().mapToLong(RunSpec::seed).distinct().count() == 1;
        noiseSeeds = one ? new long[] {specs.get(0).seed()} : specs.stream().mapToLong(RunSpec::seed).toArray();
        noiseRow = new double[noiseLength];
        maskValues = graph.masks().stream().map(mask -> new double[mask.input().size()]).toArray(double[][]::new);
    }

    /** Whether all steps see all rows in one order. */
    static boolean still(TrainingGraph graph, List<TrainingData> all) {
        return all.stream().allMatch(each -> graph.batch() == each.rows() && each.order() == null);
    }

    boolean still() {
        return still;
    }

    /** How many sets of inputs there are: one, or one for each run. */
    int sets() {
        return seeds.length;
    }

    /** How many rows of noise a step has: one, or one for each run. */
    int noiseSets() {
        return noiseSeeds.length;
    }

    int batch() {
        return graph.batch();
    }

    int maskNumbers() {
        return Arrays.stream(maskValues).mapToInt(values -> values.length).sum();
    }

    /** Of a step. */
    int noiseNumbers() {
        return noiseLength * noiseSeeds.length;
    }

    /** Which rows of all a step of a set sees. */
    void rows(int set, long step, int[] into) {
        if (data[set].order() == null) {
            schedules[set].rows(step, into);
        } else {
            data[set].order().rows(step, into);
        }
        for (int i = 0; i < into.length; i++) {
            into[i] += firstRow[set];
        }
    }

    /** Draws the masks of a step, the i-th in the table. */
    void masks(long step, int i, HostNumbers table) {
        int all = maskNumbers();
        long counter = step * all;
        int at = 0;
        for (int which = 0; which < maskValues.length; which++) {
            for (int set = 0; set < seeds.length; set++) {
                BatchFeed.draw(maskValues[which], graph.masks().get(which).rate(), seeds[set], counter);
                table.put((i * seeds.length + set) * all + at, maskValues[which]);
            }
            counter += maskValues[which].length;
            at += maskValues[which].length;
        }
    }

    /** Draws the noise of a step, the i-th in the table. */
    void noise(long step, int i, HostNumbers table) {
        for (int set = 0; set < noiseSeeds.length && noiseLength > 0; set++) {
            Noise.fill(noiseRow, noiseSeeds[set], step);
            table.put((i * noiseSeeds.length + set) * noiseLength, noiseRow);
        }
    }

    /** Inputs of all rows. */
    HostNumbers x(Precision precision) {
        return joined(precision, distinct.stream().map(TrainingData::x).toList(), graph.x());
    }

    /** Targets of all rows. */
    HostNumbers y(Precision precision) {
        return joined(precision, distinct.stream().map(TrainingData::y).toList(), graph.y());
    }

    /** @param input of a batch; null where nothing is learned from */
    private HostNumbers joined(Precision precision, List<RowValues> parts, Node input) {
        int rows = distinct.stream().mapToInt(TrainingData::rows).sum();
        double[] row = new double[input == null ? 0 : input.size() / graph.batch()];
        HostNumbers all = new HostNumbers(precision, Math.multiplyExact(rows, row.length));
        int at = 0;
        for (int part = 0; part < parts.size() && row.length > 0; part++) {
            for (int i = 0; i < distinct.get(part).rows(); i++) {
                parts.get(part).copy(i, row, 0);
                all.put(at, row);
                at += row.length;
            }
        }
        return all;
    }

    /** What rows count for; nothing where all count the same. */
    HostNumbers weights(Precision precision) {
        List<TrainingData> weighted = graph.weights() == null ? List.of() : distinct;
        HostNumbers all = new HostNumbers(precision, weighted.stream().mapToInt(TrainingData::rows).sum());
        int at = 0;
        for (TrainingData part : weighted) {
            all.put(at, part.weights());
            at += part.rows();
        }
        return all;
    }
}

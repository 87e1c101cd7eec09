package downhill.study.map;

import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * How training ends for each pair of values of two knobs, everything else the same (Sohl-Dickstein 2024, The boundary of neural network
 * trainability is fractal). Never written to.
 *
 * @param across     of the columns
 * @param up         of the rows
 * @param steps      that each run was given
 * @param startLoss  [rows][columns] loss of the first batch
 * @param finalLoss  [rows][columns] mean loss of the last tenth of the steps' batches; NaN where it diverged
 * @param divergedAt [rows][columns] step whose loss was not finite, or −1
 * @param trained    [rows][columns] which runs there were: all others show the run at or before them in the coarser grid
 */
public record TrainabilityMap(MapAxis across, MapAxis up, int steps, double[][] startLoss, double[][] finalLoss, double[][] divergedAt,
                              boolean[][] trained) {
    /** How a run ended. */
    public enum End {
        /** With a loss below that of its start. */
        LEARNED,
        /** With a loss that is no lower. */
        IDLE,
        /** With a loss that is no number. */
        DIVERGED
    }

    /** A pixel. */
    public record Place(int row, int column) {
    }

    /** The two values of a pixel, by knob: what a recipe makes the same run of, bit for bit. */
    public Map<String, Object> values(int row, int column) {
        Map<String, Object> values = new LinkedHashMap<>();
        values.put(across.knob().name(), across.values().get(column));
        values.put(up.knob().name(), up.values().get(row));
        return values;
    }

    /** How the run that a pixel shows ended. */
    public End end(int row, int column) {
        if (!Double.isFinite(finalLoss[row][column])) {
            return End.DIVERGED;
        }
        return finalLoss[row][column] < startLoss[row][column] ? End.LEARNED : End.IDLE;
    }

    /** Runs in all, were it complete. */
    public int runs() {
        return trained.length * trained[0].length;
    }

    /** Runs there were. */
    public int done() {
        return count(place -> true);
    }

    /** Runs there were that ended so. */
    public int count(End end) {
        return count(place -> end(place.row(), place.column()) == end);
    }

    private int count(Predicate<Place> which) {
        return (int) places().filter(which).count();
    }

    /** Where runs were, row by row from the low end. */
    public Stream<Place> places() {
        return IntStream.range(0, runs()).mapToObj(i -> new Place(i / trained[0].length, i % trained[0].length))
                .filter(place -> trained[place.row()][place.column()]);
    }

    /** Whether every pixel is a run of its own; false for a coarse one that a finer will follow, or that was ended. */
    public boolean complete() {
        return done() == runs();
    }

    /** The lowest final loss; empty where every run diverged. */
    public Optional<Place> best() {
        return places().filter(place -> Double.isFinite(loss(place))).min(Comparator.comparingDouble(this::loss));
    }

    private double loss(Place place) {
        return finalLoss[place.row()][place.column()];
    }
}

package downhill.study.map;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

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
 * @param complete   false for a coarse one that a finer will follow
 */
public record TrainabilityMap(MapAxis across, MapAxis up, int steps, double[][] startLoss, double[][] finalLoss, double[][] divergedAt,
                              boolean complete) {
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

    /** Whether the loss ended finite and below its start. */
    public boolean trained(int row, int column) {
        return finalLoss[row][column] < startLoss[row][column];
    }

    /** The lowest final loss; empty where every run diverged. */
    public Optional<Place> best() {
        Place best = null;
        for (int row = 0; row < finalLoss.length; row++) {
            for (int column = 0; column < finalLoss[row].length; column++) {
                double loss = finalLoss[row][column];
                if (Double.isFinite(loss) && (best == null || loss < finalLoss[best.row()][best.column()])) {
                    best = new Place(row, column);
                }
            }
        }
        return Optional.ofNullable(best);
    }
}

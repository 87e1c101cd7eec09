package downhill.analysis.sweep;

import java.util.Map;

/**
 * How training ends for each pair of values of two hyperparameters, everything else the same (Sohl-Dickstein 2024, The boundary
 * of neural network trainability is fractal). Never written to.
 *
 * @param across     hyperparameter of the columns
 * @param up         hyperparameter of the rows
 * @param steps      that each run was given
 * @param finalLoss  [rows][columns] mean loss of the last tenth of the steps' batches; NaN where it diverged
 * @param divergedAt step whose loss was not finite, or −1
 * @param startLoss  loss of the first batch, the same for all
 * @param complete   false for a coarse one that a finer will follow
 */
public record TrainabilityMap(SweepAxis across, SweepAxis up, int steps, double[][] finalLoss, double[][] divergedAt,
                              double startLoss, boolean complete) {

    /** The two values of a pixel, by key: with them the run can be repeated bit for bit. */
    public Map<String, Double> hyperparameters(int row, int column) {
        return Map.of(across.key(), across.value(column), up.key(), up.value(row));
    }

    /** Whether the loss ended finite and below its start. */
    public boolean trained(int row, int column) {
        return finalLoss[row][column] < startLoss;
    }

    /** {row, column} of the lowest final loss, or null where every run diverged. */
    public int[] best() {
        int[] best = null;
        for (int row = 0; row < finalLoss.length; row++) {
            for (int column = 0; column < finalLoss[row].length; column++) {
                double loss = finalLoss[row][column];
                if (Double.isFinite(loss) && (best == null || loss < finalLoss[best[0]][best[1]])) {
                    best = new int[] {row, column};
                }
            }
        }
        return best;
    }
}

package downhill.race;

import downhill.data.TaskKind;
import java.io.Serializable;

/**
 * How parameters do on some rows, as sums that those of other rows can be added to: means are of all in the end, as {@link Score} has them.
 * Spreads are merged by the formula of Chan, Golub and LeVeque (1979), so that large means cost no digits.
 *
 * @param counted what the rows count for in the loss, Σ w
 * @param loss    Σ w·loss
 * @param finite  whether all outputs are numbers
 * @param right   Σ w of the rows whose class is right
 * @param weight  Σ w of the rows as the table has it
 * @param mean    of the targets in their own units
 * @param spread  Σ w·(target − mean)²
 * @param errors  Σ w·(output − target)²
 */
public record ScoreSum(double counted, double loss, boolean finite, double right, double weight, double mean, double spread, double errors)
        implements Serializable {
    /** Of no rows. */
    public static final ScoreSum NOTHING = new ScoreSum(0, 0, true, 0, 0, 0, 0, 0);

    /** Both. */
    public ScoreSum plus(ScoreSum other) {
        double all = weight + other.weight;
        double apart = other.mean - mean;
        return all == 0 ? this : new ScoreSum(counted + other.counted, loss + other.loss, finite && other.finite, right + other.right, all,
                mean + apart * (other.weight / all), spread + other.spread + apart * apart * weight * (other.weight / all),
                errors + other.errors);
    }

    /** The mean loss; NaN of no rows. */
    public double meanLoss() {
        return loss / counted;
    }

    private double r2() {
        return spread > 0 ? 1 - errors / spread : Double.NaN;
    }

    /** Of all. */
    public Score score(TaskKind task) {
        if (weight == 0) {
            return Score.NONE;
        }
        if (!finite) {
            return new Score(meanLoss(), Double.NaN, Double.NaN);
        }
        return task == TaskKind.REGRESSION ? new Score(meanLoss(), r2(), Math.sqrt(errors / weight))
                : new Score(meanLoss(), right / weight, Double.NaN);
    }
}

package downhill.race.history;

import java.util.function.LongToDoubleFunction;

/**
 * The training loss that people are told: after n steps the mean of the losses of the batches of the last steps, as many as an
 * epoch has, {@value #MOST} at most. With a full batch, and on a surface, that is the loss of the last step alone. Whoever has
 * done fewer steps has the mean of those; before the first there is none. This is the only place that computes it.
 */
public final class LossWindow {
    /** No more steps than these, however long an epoch is: a mean over many thousand steps would be far behind. */
    public static final int MOST = 100;

    private LossWindow() {
    }

    /** Over how many steps the mean is, from 1 to {@link #MOST}: the batches of an epoch of {@code rows}, 0 on a surface. */
    public static int length(long rows, int batch) {
        return rows <= 0 || batch <= 0 ? 1 : (int) Math.max(1, Math.min(MOST, (rows + batch - 1) / batch));
    }

    /**
     * The mean after {@code step} updates.
     *
     * @param begin  first step that was done
     * @param length see {@link #length}
     * @param losses of the batch of a step
     * @return NaN where no step was done, or one of the losses is not known
     */
    public static double mean(long begin, long step, int length, LongToDoubleFunction losses) {
        long from = Math.max(begin, step - length);
        double sum = 0;
        for (long at = from; at < step; at++) {
            sum += losses.applyAsDouble(at);
        }
        return step > from ? sum / (step - from) : Double.NaN;
    }
}

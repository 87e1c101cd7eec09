package downhill.analysis.sweep;

import downhill.words.Said;
import java.util.Arrays;
import java.util.Locale;

/**
 * What a loss did while the learning rate rose. Never written to.
 *
 * @param rates    of the steps, rising by equal factors
 * @param losses   of each step's batch before its update; the last may be no number, or infinite
 * @param smoothed the same as a mean over neighbours, each weighted by how near it is; of those that are finite
 * @param left     whether the loss left its range, so that the largest rates were not tried
 * @param steepest index at which the smoothed loss falls fastest over the logarithm of the rate, before it is least
 * @param least    index at which the smoothed loss is least
 * @param reason   why {@code suggested} is
 * @param suggested a learning rate to begin with; NaN where nothing can be said
 */
public record RateCurve(double[] rates, double[] losses, double[] smoothed, boolean left, int steepest, int least, Reason reason,
                        double suggested) {
    /** Why a rate is suggested. */
    public enum Reason {
        /** There the loss falls fastest, well before it is least. */
        STEEPEST,
        /** A tenth of the rate at which the loss is least: where it falls fastest is too near to that. */
        BEFORE_LEAST,
        /** The loss does not fall at any of the rates. */
        NO_FALL
    }

    /** Part of all steps over which is smoothed, to each side. */
    private static final double BESIDE = 0.03;
    /** A loss that falls by less, as a part of its start, may be noise. */
    private static final double FALL = 0.05;
    /** Of the rate at which the loss is least: the steps there still profited from those before. */
    private static final double SAFE = 10;
    private static final double NEAR = 2;

    /** What is suggested, and why, in one sentence. */
    public Said sentence() {
        return switch (reason) {
            case STEEPEST -> Said.of("rate.steepest", text(suggested), text(rates[least]));
            case BEFORE_LEAST -> Said.of("rate.before", text(suggested), text(rates[least]));
            case NO_FALL -> Said.of("rate.none", text(rates[0]), text(rates[rates.length - 1]));
        };
    }

    /** What happened at the upper end, in one sentence. */
    public Said end() {
        return Said.of(left ? "rate.left" : "rate.stays", text(rates[rates.length - 1]));
    }

    private static String text(double rate) {
        return String.format(Locale.ROOT, "%.2g", rate);
    }

    /** @param left whether the largest rates were not tried */
    static RateCurve of(double[] rates, double[] losses, boolean left) {
        int finite = (int) Arrays.stream(losses).takeWhile(Double::isFinite).count();
        double[] smoothed = smoothed(losses, finite);
        int least = 0;
        for (int i = 1; i < smoothed.length; i++) {
            least = smoothed[i] < smoothed[least] ? i : least;
        }
        int steepest = steepest(smoothed, least);
        boolean falls = smoothed.length > 0 && smoothed[0] - smoothed[least] > FALL * Math.abs(smoothed[0]);
        Reason reason = falls ? reason(rates, steepest, least) : Reason.NO_FALL;
        return new RateCurve(rates, losses, smoothed, left, steepest, least, reason, suggested(reason, rates, steepest, least));
    }

    private static Reason reason(double[] rates, int steepest, int least) {
        return rates[steepest] * NEAR <= rates[least] ? Reason.STEEPEST : Reason.BEFORE_LEAST;
    }

    private static double suggested(Reason reason, double[] rates, int steepest, int least) {
        return switch (reason) {
            case STEEPEST -> rates[steepest];
            case BEFORE_LEAST -> Math.max(rates[0], rates[least] / SAFE);
            case NO_FALL -> Double.NaN;
        };
    }

    /** By triangles, cut off at the ends. */
    private static double[] smoothed(double[] losses, int finite) {
        int beside = (int) Math.max(1, Math.round(BESIDE * losses.length));
        double[] smoothed = new double[finite];
        for (int i = 0; i < finite; i++) {
            double sum = 0;
            double all = 0;
            for (int k = Math.max(0, i - beside); k <= Math.min(finite - 1, i + beside); k++) {
                double weight = beside + 1 - Math.abs(k - i);
                sum += weight * losses[k];
                all += weight;
            }
            smoothed[i] = sum / all;
        }
        return smoothed;
    }

    /** Over a stretch to both sides, so that it is no single batch's. */
    private static int steepest(double[] smoothed, int least) {
        int beside = (int) Math.max(1, Math.round(BESIDE * smoothed.length));
        int steepest = 0;
        double most = 0;
        for (int i = beside; i + beside <= least; i++) {
            double fall = smoothed[i - beside] - smoothed[i + beside];
            if (fall > most) {
                most = fall;
                steepest = i;
            }
        }
        return most > 0 ? steepest : least;
    }
}

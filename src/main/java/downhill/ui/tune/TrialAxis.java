package downhill.ui.tune;

import downhill.study.space.Knob;
import downhill.study.space.NumberRange;
import downhill.study.trial.Trial;
import downhill.study.trial.TrialState;
import downhill.ui.chart.UnitAxis;
import downhill.ui.chart.shape.Range;
import downhill.ui.i18n.Messages;
import java.util.Arrays;
import java.util.List;
import java.util.stream.DoubleStream;

/**
 * One of the axes on which trials stand: a knob, or what they came to. Places go from 0 to 1; what is brushed is kept as the numbers that
 * stand there, since the axis of the loss grows with the trials.
 *
 * @param key   name of the knob; {@value #LOSS} for what trials came to
 * @param knob  or null
 * @param shown how it is drawn
 * @param low   of the loss
 * @param high  of the loss, above {@code low}
 * @param log   whether the axis of the loss has equal ratios
 */
public record TrialAxis(String key, Knob knob, UnitAxis shown, double low, double high, boolean log) {
    /** No knob can be called so. */
    public static final String LOSS = "";
    /** Of all trials; those that came to more stand at the upper end. */
    private static final double USUAL = 0.95;
    private static final double DECADE = 10;
    /** How many times less than the most is still told apart. */
    private static final double SIGHT = 1e12;

    /** Of a knob. */
    static TrialAxis of(Knob knob, String title) {
        boolean log = knob.extent() instanceof NumberRange range && range.log();
        return new TrialAxis(knob.name(), knob, UnitAxis.of(title, knob.extent(), KnobWords::value), 0, 1, log);
    }

    /**
     * Of what these came to: by equal ratios where they span decades. What is 0 or out of sight stands at the lower end.
     *
     * @param more numbers that have room on it, too
     */
    public static TrialAxis loss(List<Trial> trials, String title, double... more) {
        double[] sorted = trials.stream().mapToDouble(TrialAxis::outcome).filter(Double::isFinite).sorted().toArray();
        double usual = sorted.length == 0 ? 1 : sorted[(int) Math.ceil(USUAL * (sorted.length - 1))];
        double least = Math.min(sorted.length == 0 ? 0.1 : sorted[0], Arrays.stream(more).min().orElse(Double.POSITIVE_INFINITY));
        double most = Math.max(usual, Arrays.stream(more).max().orElse(Double.NEGATIVE_INFINITY));
        double above = Math.max(most / SIGHT, DoubleStream.concat(Arrays.stream(sorted), Arrays.stream(more)).filter(value -> value > 0)
                .min().orElse(least));
        boolean log = least >= 0 && above > 0 && most >= DECADE * above;
        double low = log ? above : least;
        double high = most > low ? most : low + Math.max(1e-9, Math.abs(low) * 0.1);
        TrialAxis bare = new TrialAxis(LOSS, null, null, low, high, log);
        return new TrialAxis(LOSS, null, UnitAxis.numbers(title, low, high, log, bare::place), low, high, log);
    }

    /** What trials are judged by, in words. */
    public static String measured(String measure) {
        return Messages.text(switch (measure) {
            case "logLoss" -> "tune.loss.classes";
            case "rmse" -> "tune.loss.numbers";
            default -> "tune.loss";
        });
    }

    /** What a trial came to: its loss, or where it was given up its last report; NaN where that is no number. */
    public static double outcome(Trial trial) {
        double value = trial.state() == TrialState.COMPLETE ? trial.loss() : trial.latest();
        return trial.state() == TrialState.FAILED || !Double.isFinite(value) ? Double.NaN : value;
    }

    /** Where a trial stands, 0 to 1; NaN where it has no such value. */
    public double at(Trial trial) {
        if (knob == null) {
            return clamped(place(outcome(trial)));
        }
        Object value = trial.values().get(key);
        return value == null || !knob.extent().holds(value) ? Double.NaN : knob.extent().unit(value);
    }

    /** Where a number stands on the axis of the loss, 0 to 1. */
    public double height(double value) {
        return clamped(place(value));
    }

    private static double clamped(double place) {
        return Double.isNaN(place) ? place : Math.max(0, Math.min(1, place));
    }

    private double place(double value) {
        return log ? Math.log(value / low) / Math.log(high / low) : (value - low) / (high - low);
    }

    private double number(double place) {
        return log ? low * Math.pow(high / low, place) : low + place * (high - low);
    }

    /** What a part of the axis is kept as; an end at an end of the axis reaches as far as trials may ever stand. */
    Range kept(Range part) {
        if (knob != null) {
            return part;
        }
        double from = part.low() <= 0 ? -Double.MAX_VALUE : number(part.low());
        return new Range(from, part.high() >= 1 ? Double.MAX_VALUE : number(part.high()));
    }

    /** The part of the axis of what was kept; null where all of it is outside. */
    public Range part(Range kept) {
        if (knob != null || kept == null) {
            return kept;
        }
        double from = kept.low() <= low ? 0 : clamped(place(kept.low()));
        double to = kept.high() >= high ? 1 : clamped(place(kept.high()));
        return to > from ? new Range(from, to) : null;
    }

    /** Whether a trial stands within what was kept. */
    boolean holds(Range kept, Trial trial) {
        double value = knob == null ? outcome(trial) : at(trial);
        return kept.contains(value);
    }

    /** One for each knob, and what trials came to. */
    static List<TrialAxis> all(List<TrialAxis> knobs, TrialAxis loss) {
        TrialAxis[] all = Arrays.copyOf(knobs.toArray(TrialAxis[]::new), knobs.size() + 1);
        all[knobs.size()] = loss;
        return List.of(all);
    }
}

package downhill.race.history;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * All curves of one contender. The race's thread writes; {@link #curve} may be called by anyone at any time.
 *
 * <p>A step that is recorded already is not recorded again: done again, it would give the same bits. To record another
 * course, {@link #truncate} first.
 */
public final class ContenderHistory {
    private final long start;
    private final int window;
    private final StepSeries loss;
    private final StepSeries rate;
    private final StepSeries low;
    private final StepSeries high;
    private final PointSeries validation;
    private final PointSeries metric;
    /** Least and greatest validation loss among the seeds; stays empty with one seed. */
    private final PointSeries leasts;
    private final PointSeries mosts;
    private final Trail trail;
    private volatile Map<Integer, StepSeries> parameters = Map.of();

    /**
     * @param start      first step that will be recorded
     * @param band       whether there are several seeds
     * @param parameters P
     * @param window     steps that the loss told is the mean of, see {@link LossWindow}
     */
    public ContenderHistory(long start, boolean band, int parameters, int window) {
        this.trail = new Trail(parameters);
        this.start = start;
        this.window = window;
        this.loss = new StepSeries(start);
        this.rate = new StepSeries(start);
        this.low = band ? new StepSeries(start) : null;
        this.high = band ? new StepSeries(start) : null;
        this.validation = new PointSeries();
        this.metric = new PointSeries();
        this.leasts = new PointSeries();
        this.mosts = new PointSeries();
    }

    /**
     * Goes on from a saved history.
     *
     * @param count  P
     * @param window see above
     * @throws IllegalArgumentException where its parts do not belong together
     */
    public ContenderHistory(SavedHistory saved, int count, int window) {
        saved.check(count);
        this.window = window;
        start = saved.start();
        trail = new Trail(count, saved.trailSpace(), saved.trail());
        loss = new StepSeries(saved.loss());
        rate = new StepSeries(saved.rate());
        low = saved.low() == null ? null : new StepSeries(saved.low());
        high = saved.high() == null ? null : new StepSeries(saved.high());
        validation = PointSeries.of(saved.validation());
        metric = PointSeries.of(saved.metric());
        leasts = saved.leasts() == null ? new PointSeries() : PointSeries.of(saved.leasts());
        mosts = saved.mosts() == null ? new PointSeries() : PointSeries.of(saved.mosts());
        Map<Integer, StepSeries> traced = new LinkedHashMap<>();
        saved.parameters().forEach((index, series) -> traced.put(index, new StepSeries(series)));
        parameters = Map.copyOf(traced);
    }

    /** As it stands; for the writer. A parameter's curve that was cut far back where its bins were not at an end is left out. */
    public SavedHistory save() {
        Map<Integer, SavedSeries> traced = new LinkedHashMap<>();
        parameters.forEach((index, series) -> {
            SavedSeries saved = series.save();
            if (saved.hasNoGap()) {
                traced.put(index, saved);
            }
        });
        return new SavedHistory(start, loss.save(), rate.save(), low == null ? null : low.save(), high == null ? null : high.save(),
                validation.save(), metric.save(), low == null ? null : leasts.save(), low == null ? null : mosts.save(), trail.spacing(),
                        trail.points(), traced);
    }

    /** First step recorded. */
    public long start() {
        return start;
    }

    /** The step that is recorded next; for the writer. */
    public long end() {
        return loss.end();
    }

    /** The step after the last one that readers see. */
    public long publishedEnd() {
        return loss.publishedEnd();
    }

    /** Traces further parameters from a step on, and no longer those left out. */
    public void watch(int[] indexes, long step) {
        Map<Integer, StepSeries> next = new LinkedHashMap<>();
        for (int index : indexes) {
            StepSeries known = parameters.get(index);
            next.put(index, known != null && known.end() >= step ? known : new StepSeries(step));
        }
        parameters = Map.copyOf(next);
    }

    /** Records step {@link #end()} and those after it: elements {@code from} to {@code to} − 1; a rate of NaN is none. */
    public void steps(double[] means, double[] rates, int from, int to) {
        loss.addAll(means, from, to);
        for (int i = from; i < to; i++) {
            if (!Double.isNaN(rates[i])) {
                rate.add(rates[i]);
            }
        }
    }

    /** Records the range over seeds of the step just recorded. */
    public void band(double least, double most) {
        low.add(least);
        high.add(most);
    }

    /** Records the values of a watched parameter at {@code count} steps from {@code step} on, those not recorded already. */
    public void parameter(int index, long step, double[] values, int count) {
        StepSeries series = parameters.get(index);
        if (series != null && series.end() >= step) {
            series.addAll(values, (int) Math.min(count, series.end() - step), count);
        }
    }

    /** Records a validation; readers see it at once. */
    public void validation(long step, double validationLoss, double value) {
        validation.add(step, validationLoss);
        metric.add(step, value);
    }

    /** Records the range over seeds of the validation just recorded. */
    public void validationBand(long step, double least, double most) {
        leasts.add(step, least);
        mosts.add(step, most);
    }

    /** The same object as long as no validation is recorded or forgotten; by anyone at any time. */
    public Object validated() {
        return validation.mark();
    }

    /** Validation loss and metric recorded at exactly this step, or null. */
    public double[] validationAt(long step) {
        Double known = validation.at(step);
        return known == null ? null : new double[] {known, metric.at(step)};
    }

    /** Validation loss and metric recorded last at or before this step, or null. */
    public double[] validationBefore(long step) {
        double[] known = validation.before(step);
        return known == null ? null : new double[] {known[1], metric.before(step)[1]};
    }

    /** The training loss of the first batch recorded, before any update of it; NaN where it is not known. */
    public double firstLoss() {
        return loss.opening();
    }

    /** Shows readers all that was recorded. */
    public void publish() {
        if (low != null) { // before the loss: whoever sees a mean sees its band too
            low.publish();
            high.publish();
        }
        loss.publish();
        rate.publish();
        parameters.values().forEach(StepSeries::publish);
    }

    /** Whether {@link #truncate} at this step keeps exact extremes everywhere; only far behind the end it may not. */
    public boolean exactAt(long step) {
        return loss.exactAt(step);
    }

    /** Forgets what was recorded from this step on, validations at the step itself excepted. */
    public void truncate(long step) {
        loss.truncate(step);
        rate.truncate(step);
        if (low != null) {
            low.truncate(step);
            high.truncate(step);
        }
        parameters.values().forEach(series -> series.truncate(step));
        forgetValidation(step + 1);
        trail.truncate(step);
    }

    /** Forgets the validations from this step on. */
    public void forgetValidation(long step) {
        validation.truncate(step);
        metric.truncate(step);
        leasts.truncate(step);
        mosts.truncate(step);
    }

    /** The way through parameter space, thinned. */
    public Trail trail() {
        return trail;
    }

    /** Learning rate used by a recent step, NaN where it is not known. */
    public double rateAt(long step) {
        return rate.at(step);
    }

    /** The loss of a recent step, NaN where it is not known exactly. */
    public double lossAt(long step) {
        return loss.at(step);
    }

    /**
     * The training loss told after {@code step} updates, see {@link LossWindow}; NaN where single losses are not known exactly
     * any more.
     */
    public double lossTold(long step) {
        return LossWindow.mean(start, step, window, loss::at);
    }

    /**
     * Between which the seeds lie around {@link #lossTold}: their least and their greatest, means over the same steps; null with
     * one seed.
     */
    public double[] rangeTold(long step) {
        return low == null ? null
                : new double[] {LossWindow.mean(start, step, window, low::at), LossWindow.mean(start, step, window, high::at)};
    }

    /**
     * A recorded curve.
     *
     * @param from      first step
     * @param to        the step after the last
     * @param maxPoints about as many points at most
     */
    public Curve curve(Series series, long from, long to, int maxPoints) {
        return switch (series.kind()) {
            case TRAIN_LOSS -> loss.curve(from, to, maxPoints);
            case LEARNING_RATE -> rate.curve(from, to, maxPoints);
            case VALIDATION_LOSS -> validation.curve(from, to, maxPoints);
            case METRIC -> metric.curve(from, to, maxPoints);
            case BAND_LOW -> curve(low, from, to, maxPoints);
            case BAND_HIGH -> curve(high, from, to, maxPoints);
            case VALIDATION_LOW -> leasts.curve(from, to, maxPoints);
            case VALIDATION_HIGH -> mosts.curve(from, to, maxPoints);
            case PARAMETER -> curve(parameters.get(series.parameter()), from, to, maxPoints);
        };
    }

    private static Curve curve(StepSeries series, long from, long to, int maxPoints) {
        return series == null ? Curve.EMPTY : series.curve(from, to, maxPoints);
    }

    /** Bytes of memory held, roughly. */
    public long bytes() {
        long sum = loss.bytes() + rate.bytes() + validation.bytes() + metric.bytes() + leasts.bytes() + mosts.bytes();
        if (low != null) {
            sum += low.bytes() + high.bytes();
        }
        for (StepSeries series : parameters.values()) {
            sum += series.bytes();
        }
        return sum;
    }
}

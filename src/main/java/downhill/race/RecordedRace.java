package downhill.race;

import downhill.race.history.ContenderHistory;
import downhill.race.history.Curve;
import downhill.race.history.PathPoint;
import downhill.race.history.Series;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** What is told of the records of a race, whether they grow or are all that is left. Reading them never waits. */
public abstract class RecordedRace implements Racing {
    /** The records of each contender, by id; they may grow while they are read. */
    protected abstract Map<String, ContenderHistory> histories();

    private <T> T of(String contender, Function<ContenderHistory, T> told, T none) {
        ContenderHistory history = histories().get(contender);
        return history == null ? none : told.apply(history);
    }

    @Override
    public final Curve curve(String contender, Quantity quantity, int points) {
        return curve(contender, quantity.series(), 0, Long.MAX_VALUE, points);
    }

    @Override
    public final Curve parameter(String contender, int index, int points) {
        return curve(contender, Series.parameter(index), 0, Long.MAX_VALUE, points);
    }

    /**
     * A recorded curve. Empty for contenders that are not there (yet).
     *
     * @param from   first step
     * @param to     the step after the last; Long.MAX_VALUE for all
     * @param points about as many at most; twice the width in pixels is enough
     */
    public final Curve curve(String contender, Series series, long from, long to, int points) {
        return of(contender, history -> history.curve(series, from, to, points), Curve.EMPTY);
    }

    /** The training loss of a contender's first batch, before any update; NaN where it is not known. */
    final double firstLoss(String contender) {
        return of(contender, ContenderHistory::firstLoss, Double.NaN);
    }

    @Override
    public final Object validated(String contender) {
        return of(contender, ContenderHistory::validated, this);
    }

    /** Where a contender stands its loss is known, else from its records. */
    @Override
    public final double loss(String contender, long step) {
        return snapshot().contenders().stream().filter(one -> one.id().equals(contender) && one.step() == step)
                .mapToDouble(RaceSnapshot.Standing::loss).filter(loss -> !Double.isNaN(loss)).findFirst()
                .orElseGet(() -> of(contender, history -> history.lossTold(step), Double.NaN));
    }

    @Override
    public final Optional<double[]> lossRange(String contender, long step) {
        return of(contender, history -> Optional.ofNullable(history.rangeTold(step)), Optional.empty());
    }

    @Override
    public final List<PathPoint> path(String contender) {
        return of(contender, history -> history.trail().points(), List.of());
    }

    @Override
    public final long recordedSteps() {
        return histories().values().stream().mapToLong(ContenderHistory::publishedEnd).max().orElse(0);
    }

    @Override
    public final long recordedSteps(String contender) {
        return of(contender, ContenderHistory::publishedEnd, 0L);
    }
}

package downhill.cluster;

import downhill.study.Lap;
import downhill.study.trial.TrialScores;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BooleanSupplier;

/** Blocks of trials that reach each rung together. */
record SideBySide(List<RemoteLap> laps) implements Lap {
    @Override
    public Map<Integer, Double> advance(long step, BooleanSupplier go) {
        laps.forEach(lap -> lap.expect(step)); // all train before one is waited for
        Map<Integer, Double> values = new HashMap<>();
        for (RemoteLap lap : laps) {
            Map<Integer, Double> some = lap.advance(step, go);
            if (some == null) {
                return null;
            }
            values.putAll(some);
        }
        return values;
    }

    @Override
    public void ahead(List<Long> steps) {
        laps.forEach(lap -> lap.ahead(steps));
    }

    @Override
    public Map<Integer, TrialScores> scores() {
        Map<Integer, TrialScores> scores = new HashMap<>();
        laps.forEach(lap -> scores.putAll(lap.scores()));
        return scores;
    }

    @Override
    public void leave(Collection<Integer> numbers) {
        laps.forEach(lap -> lap.leave(numbers));
    }

    @Override
    public void close() {
        laps.forEach(RemoteLap::close);
    }
}

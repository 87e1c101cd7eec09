package downhill.study;

import downhill.data.prepare.Prepared;
import downhill.optim.RuleLibrary;
import downhill.race.Heat;
import downhill.race.Outcome;
import downhill.race.document.Experiment;
import downhill.study.trial.TrialScores;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BooleanSupplier;

/** Trials judged by the validation rows of one split: a race. */
final class SplitCourse implements Course {
    private final Heat heat;
    private final Prepared outer;

    /** @param outer rows that no trial is judged by, as validation rows; null for none */
    SplitCourse(Experiment experiment, Prepared rows, Prepared outer, RuleLibrary library, int threads) {
        this.outer = outer;
        heat = new Heat(experiment, rows, library, threads);
    }

    @Override
    public boolean advance(long step, BooleanSupplier go) {
        return heat.advance(step, go);
    }

    @Override
    public Map<Integer, Double> values() {
        Map<Integer, Double> values = new HashMap<>();
        heat.standings().forEach((id, standing) -> values.put(Integer.valueOf(id), value(standing)));
        return values;
    }

    private static double value(Heat.Standing standing) {
        boolean lost = standing.outcome() == Outcome.DIVERGED || standing.outcome() == Outcome.FAILED;
        return lost ? Double.NaN : standing.score().loss();
    }

    @Override
    public Map<Integer, TrialScores> scores() {
        Map<Integer, TrialScores> scores = new HashMap<>();
        if (outer != null) {
            heat.losses(outer).forEach((id, loss) -> scores.put(Integer.valueOf(id), new TrialScores(List.of(), loss)));
        }
        return scores;
    }

    @Override
    public void leave(Collection<Integer> numbers) {
        heat.leave(numbers.stream().map(String::valueOf).toList());
    }

    @Override
    public void close() {
        heat.close();
    }
}

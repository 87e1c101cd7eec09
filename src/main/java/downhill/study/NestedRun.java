package downhill.study;

import downhill.analysis.score.ContenderAnswers;
import downhill.analysis.score.FoldLedger;
import downhill.analysis.score.FoldRun;
import downhill.analysis.score.Glance;
import downhill.analysis.score.ScoreMetric;
import downhill.data.Progress;
import downhill.race.document.Experiment;
import java.util.List;
import java.util.function.Consumer;

/** Nested cross-validation that can be watched fold by fold. Belongs to one thread at a time. */
public final class NestedRun implements FoldRun {
    private final NestedTuning tuning;
    private final long budget;
    private final FoldLedger ledger;

    /** Nothing is trained yet; {@code tuning} is of {@code experiment}, and was not run. */
    public NestedRun(NestedTuning tuning, Experiment experiment, ScoreMetric metric) {
        this.tuning = tuning;
        budget = experiment.training().steps();
        ledger = new FoldLedger(experiment, tuning.rows(), metric);
    }

    @Override
    public FoldLedger ledger() {
        return ledger;
    }

    /** One fold; nobody looks on the way. */
    @Override
    public void advance(Progress progress, Consumer<Glance> glances) {
        List<ContenderAnswers> answers = tuning.advance(progress);
        ledger.keep(answers, 1);
        glances.accept(new Glance(budget, answers));
    }
}

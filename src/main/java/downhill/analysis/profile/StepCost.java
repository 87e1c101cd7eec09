package downhill.analysis.profile;

import downhill.analysis.score.FoldScoring;
import downhill.analysis.score.ScoreMetric;
import downhill.data.Progress;
import downhill.data.prepare.FoldedRows;
import downhill.optim.Rule;
import downhill.optim.RuleLibrary;
import downhill.optim.RuleParser;
import downhill.race.document.ContenderSpec;
import downhill.race.document.Experiment;
import java.util.List;

/**
 * What a step costs a contender.
 *
 * @param gradients gradients of single rows that it takes, those that its rule asks for beside the first included
 * @param seconds   about, alone on one thread of this machine; NaN where it ended before that could be seen
 */
public record StepCost(double gradients, double seconds) {
    private static final double NANOS = 1e-9;
    private static final double LEAST_SECONDS = 0.05;
    private static final long WARM = 200;
    private static final long CHUNK = 50;
    private static final long MOST = 1_000_000;

    /** Of each contender, trained for a moment on the first fold. */
    public static List<StepCost> of(Experiment experiment, FoldedRows rows, ScoreMetric metric, RuleLibrary library) {
        int learned = rows.prepare(0, experiment.heedsValidation()).prepared().training().count();
        return experiment.contenders().stream().map(one -> new StepCost(
                gradients(experiment, one, learned) * rule(one, library).gradients(one.inForce()),
                seconds(experiment, one, rows, metric, library))).toList();
    }

    private static double gradients(Experiment experiment, ContenderSpec one, int learned) {
        int batch = one.batchSize() == ContenderSpec.SHARED_BATCH ? experiment.training().batchSize() : one.batchSize();
        return batch == 0 ? learned : Math.min(batch, learned);
    }

    private static Rule rule(ContenderSpec one, RuleLibrary library) {
        return one.ruleText() != null ? RuleParser.parse(one.ruleText()) : library.byId(one.ruleId()).orElseThrow();
    }

    private static double seconds(Experiment experiment, ContenderSpec one, FoldedRows rows, ScoreMetric metric, RuleLibrary library) {
        Experiment alone = experiment.withTraining(experiment.training().withSteps(MOST)).withContenders(List.of(one.withSeeds(1)));
        try (FoldScoring scoring = new FoldScoring(alone, rows, new int[] {0}, metric, library, 1)) {
            scoring.advance(WARM, Progress.NONE);
            long begin = System.nanoTime();
            long step = WARM;
            double spent = 0;
            while (spent < LEAST_SECONDS && step < MOST) {
                step += CHUNK;
                scoring.advance(step, Progress.NONE);
                spent = (System.nanoTime() - begin) * NANOS;
            }
            boolean ended = scoring.scores().get(0).runs().get(0).steps() < step;
            return ended ? Double.NaN : spent / (step - WARM);
        }
    }
}

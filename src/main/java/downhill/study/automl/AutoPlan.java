package downhill.study.automl;

import downhill.analysis.score.ScoreMetric;
import downhill.race.document.Experiment;
import java.util.Set;

/**
 * What AutoML is to do.
 *
 * @param space      what is searched over, and where it begins
 * @param experiment what everything else is taken from: the rows, the share of them under seal, the steps of a trial and the seed
 * @param fixed      names of knobs that a person has set
 * @param metric     what is measured, and all is chosen by
 * @param trials     at most so many
 * @param seconds    everything takes no longer, what is done after the search included; infinite where trials alone end it
 */
public record AutoPlan(AutoSpace space, Experiment experiment, Set<String> fixed, ScoreMetric metric, int trials, double seconds) {
    /** Share of the rows that are outer ones where nobody says. */
    public static final double OUTER = 0.2;
    /** As many trials as there is time for. */
    public static final int ENDLESS = 1_000_000;

    public AutoPlan {
        fixed = Set.copyOf(fixed);
    }
}

package downhill.compress;

import downhill.analysis.score.ScoreMetric;
import downhill.model.Architecture;
import downhill.model.Teaching;
import java.util.List;
import java.util.Map;

/**
 * What smaller forms of a model are made.
 *
 * @param shares     of weights or units that are taken away, each from above 0 to below 1
 * @param by         which
 * @param eachLayer  whether that share goes from each layer, not from all of them together
 * @param stages     in how many turns with training between they go, at least 1
 * @param forms      of whole numbers
 * @param combined   whether what was taken from and what was taught is quantised as well
 * @param aware      whether weights are trained as if they were rounded before they are
 * @param students   families and sizes that are taught, by what they are called
 * @param leaves     of a tree that is grown on what the model says; 0 for none
 * @param teaching   how
 * @param tickets    whether lottery tickets are trained for each share
 * @param finetune   steps of training after something was taken away, or of training as if rounded
 * @param steps      that a student or a ticket learns
 * @param metric     that judges
 * @param seed       of lots, first values of students and the order of rows
 */
public record SmallerPlan(List<Double> shares, PruneBy by, boolean eachLayer, int stages, List<SmallForm> forms, boolean combined,
                          boolean aware, Map<String, Architecture> students, int leaves, Teaching teaching, boolean tickets,
                          long finetune, long steps, ScoreMetric metric, long seed) {
    public SmallerPlan {
        shares = List.copyOf(shares);
        forms = List.copyOf(forms);
    }

    /** Whether anything is learned. */
    public boolean learns() {
        return !students.isEmpty() || leaves > 0 || finetune > 0 || tickets;
    }
}

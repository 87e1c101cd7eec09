package downhill.analysis.score;

import downhill.data.prepare.FoldedRows;
import downhill.data.split.Fold;
import downhill.race.document.Experiment;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.LongStream;

/**
 * Folds of one repeat that are watched together. A value.
 *
 * @param from  index of the first
 * @param width how many
 * @param looks steps at which it is told how they stand; the last is the end of the budget
 */
public record FoldPart(int from, int width, List<Long> looks) {
    private static final int MOST_GLANCES = 24;
    /** Rows that are scored, at most, for each row that is trained on: what a look costs is little beside the training. */
    private static final double SHARE = 0.25;

    /** Keeps a copy. */
    public FoldPart {
        looks = List.copyOf(looks);
    }

    /** All folds in parts that have room side by side. */
    public static List<FoldPart> of(Experiment experiment, FoldedRows rows) {
        List<FoldPart> parts = new ArrayList<>();
        int count = rows.folds().size();
        for (int from = 0; from < count; from += parts.get(parts.size() - 1).width()) {
            int repeat = rows.folds().get(from).repeat();
            long left = rows.folds().stream().skip(from).filter(fold -> fold.repeat() == repeat).count();
            int width = (int) Math.min(left, CrossValidation.together(experiment, rows));
            parts.add(new FoldPart(from, width, looks(experiment, rows.folds().get(from))));
        }
        return parts;
    }

    private static List<Long> looks(Experiment experiment, Fold first) {
        long steps = experiment.training().steps();
        int batch = experiment.training().batchSize();
        double trained = (double) steps * (batch == 0 ? first.training().length : Math.min(batch, first.training().length));
        long most = Math.min(steps, MOST_GLANCES);
        long count = (long) Math.max(1, Math.min(most, SHARE * trained / Math.max(1, first.held().length)));
        return LongStream.rangeClosed(1, count).map(i -> i == count ? steps : Math.max(1, steps * i / count)).boxed().toList();
    }
}

package downhill.cluster;

import downhill.analysis.score.ContenderAnswers;
import downhill.analysis.score.FoldScoring;
import downhill.data.Progress;
import downhill.optim.RuleLibrary;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/**
 * A block of folds: trains all contenders on them, and says at each look what they say of the rows held out. Comes to the number of looks.
 *
 * @param common what all blocks have in common
 * @param from   index of the first fold
 * @param to     index behind the last
 * @param looks  steps at which it is told how they stand; the last is the end
 */
record FoldsWork(Shared<PackedFolds> common, int from, int to, ArrayList<Long> looks) implements Work<Integer> {
    /** What is told at one of the looks, counted from 0. */
    record Look(int look, ArrayList<ContenderAnswers> answers) implements Serializable {
    }

    @Override
    public Integer done(Workplace place) {
        PackedFolds all = common.get();
        Messenger<Look> messenger = new Messenger<>(place, (look, heard) -> { });
        int[] folds = IntStream.range(from, to).toArray();
        try (FoldScoring scoring = new FoldScoring(all.experiment(), all.rows(), folds, all.metric(), RuleLibrary.complete(),
                place.threads())) {
            for (int look = 0; look < looks.size(); look++) {
                scoring.advance(look == looks.size() - 1 ? Long.MAX_VALUE : looks.get(look), Progress.asking(place::wanted));
                List<ContenderAnswers> stand = scoring.answers();
                messenger.tell(new Look(look, new ArrayList<>(stand)));
            }
        }
        messenger.close();
        return looks.size();
    }
}

package downhill.analysis.score;

import java.util.List;

/**
 * How some folds stand on their way.
 *
 * @param step   updates that those have done which have not ended
 * @param scores of all contenders on these folds, where they are
 */
public record Glance(long step, List<ContenderScores> scores) {
    public Glance {
        scores = List.copyOf(scores);
    }
}

package downhill.analysis.score;

import java.util.List;

/**
 * How some folds stand on their way.
 *
 * @param step    updates that those have done which have not ended
 * @param answers of all contenders on these folds, where they are
 */
public record Glance(long step, List<ContenderAnswers> answers) {
    public Glance {
        answers = List.copyOf(answers);
    }
}

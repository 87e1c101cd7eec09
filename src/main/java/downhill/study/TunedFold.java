package downhill.study;

import downhill.analysis.score.ContenderAnswers;
import java.io.Serializable;
import java.util.ArrayList;

/**
 * What came of one fold of nested cross-validation, contender by contender. A value.
 *
 * @param answers what was said of the rows held out
 * @param choices what was chosen
 * @param losses  of those that had something to tune
 * @param gains   what that brought
 */
public record TunedFold(ArrayList<ContenderAnswers> answers, ArrayList<NestedTuning.Choice> choices, ArrayList<NestedTuning.Losses> losses,
                        ArrayList<NestedTuning.Gain> gains) implements Serializable {
    TunedFold() {
        this(new ArrayList<>(), new ArrayList<>(), new ArrayList<>(), new ArrayList<>());
    }
}

package downhill.study;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What was tuned within the folds, and what came of it.
 *
 * @param trials  of each contender in each fold; 0 where nothing was tuned
 * @param knobs   names of what was
 * @param choices what was chosen, fold by fold
 * @param losses  of the trials, fold by fold
 * @param gains   on the rows held out, fold by fold
 */
public record Tuned(int trials, List<String> knobs, List<NestedTuning.Choice> choices, List<NestedTuning.Losses> losses,
                    List<NestedTuning.Gain> gains) {
    /** Nothing was. */
    public static final Tuned NOTHING = new Tuned(0, List.of(), List.of(), List.of(), List.of());

    public Tuned {
        knobs = List.copyOf(knobs);
        choices = List.copyOf(choices);
        losses = List.copyOf(losses);
        gains = List.copyOf(gains);
    }

    /** As it stands in the protocol: a word, or an object. */
    public Object protocol() {
        if (trials == 0) {
            return "nothing";
        }
        Map<String, Object> done = new LinkedHashMap<>();
        done.put("within", "training-rows");
        done.put("trials", trials);
        done.put("sampler", "random");
        done.put("by", "inner-validation-loss");
        done.put("over", knobs);
        done.put("chosen", choices);
        done.put("gains", gains);
        return done;
    }
}

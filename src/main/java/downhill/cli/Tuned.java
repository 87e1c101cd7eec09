package downhill.cli;

import downhill.study.NestedTuning;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What was tuned within the folds, for the protocol.
 *
 * @param trials  of each contender in each fold; 0 where nothing was tuned
 * @param knobs   names of what was
 * @param choices what was chosen, fold by fold
 */
public record Tuned(int trials, List<String> knobs, List<NestedTuning.Choice> choices) {
    static final Tuned NOTHING = new Tuned(0, List.of(), List.of());

    /** As it stands in the protocol: a word, or an object. */
    Object protocol() {
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
        return done;
    }
}

package downhill.study;

import downhill.race.document.Experiment;
import downhill.setting.Kind;

/** Where a knob acts: how a value of it is put into an experiment of one contender. */
interface Slot {
    /** Whether this experiment has such a setting: a momentum only where the rule has one. */
    boolean fits(Experiment experiment);

    /** What it may be in this experiment, which fits. */
    Kind<?> kind(Experiment experiment);

    /**
     * The experiment with another value.
     *
     * @param name how the person calls it
     * @throws IllegalArgumentException of one sentence where the value is refused
     */
    Experiment with(Experiment experiment, String name, String text);

    /** Those that decide which others there are come first: 0 the model, 1 the optimizer, 2 all others. */
    default int order() {
        return 2;
    }
}

package downhill.model;

import downhill.setting.Interval;
import downhill.setting.Kind;
import downhill.setting.Setting;
import downhill.words.Said;
import java.util.List;

/** What is asked of the sizes of any model. A size is what an int can be: what has no room is told by {@link ModelSize}. */
final class Sizes {
    /** Layers, blocks, convolutions: more are a slip of the hand, and each costs time before the first step. */
    private static final int MAX_LAYERS = 1_000;
    private static final Interval SIZE = Interval.closed(1, Integer.MAX_VALUE);

    private Sizes() {
    }

    /** A size, with an option of its own. */
    static Setting<Long> size(String key, Long usual, String option) {
        return Setting.of(key, Kind.whole(SIZE), usual).option(option);
    }

    /** How many layers there are one after the other. */
    static Setting<Long> layers(String key, String option) {
        return Setting.of(key, Kind.whole(1, MAX_LAYERS), 1L).option(option);
    }

    /** The sizes of layers, at least so many. */
    static Setting<List<Integer>> sizes(String key, int least, List<Integer> usual, String option) {
        return Setting.of(key, Kind.wholes(SIZE, least, MAX_LAYERS), usual).option(option);
    }

    static void positive(Said what, int number) {
        require(number >= 1, Said.of("model.least", what, number));
    }

    static void require(boolean holds, Said message) {
        if (!holds) {
            throw new ModelException(message);
        }
    }
}

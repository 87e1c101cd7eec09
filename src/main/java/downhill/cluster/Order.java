package downhill.cluster;

import java.io.Serializable;
import java.util.List;

/**
 * What those who train a block are to do next. A value.
 *
 * @param kind    what it is
 * @param step    to train up to
 * @param leaving numbers of trials that are out before that
 * @param last    whether that is the end of their steps, where all is told that is known of them
 */
record Order(Kind kind, long step, List<Integer> leaving, boolean last) implements Serializable {
    /** None came for long. */
    static final Order STARVED = new Order(Kind.STARVED, 0, List.of(), false);
    /** There is nothing more to do. */
    static final Order END = new Order(Kind.END, 0, List.of(), false);

    enum Kind { TRAIN, STARVED, END }

    Order {
        leaving = List.copyOf(leaving);
    }

    static Order train(long step, List<Integer> leaving, boolean last) {
        return new Order(Kind.TRAIN, step, leaving, last);
    }
}

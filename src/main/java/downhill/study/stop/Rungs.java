package downhill.study.stop;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.LongStream;

/** Steps at which trials report and are compared. */
public final class Rungs {
    /** What is left of the trials at a rung is one of so many. */
    static final int ETA = 3;
    /** A loss after fewer steps tells little. */
    private static final long LEAST = 10;
    private static final int EVEN = 10;

    private Rungs() {
    }

    /** Tenths of the way, at which every trial reports. */
    public static List<Long> even(long budget) {
        return IntStream.range(1, EVEN).mapToLong(i -> budget * i / EVEN).filter(step -> step > 0).distinct().boxed()
                .collect(Collectors.toList());
    }

    /** How often the budget can be divided by {@value #ETA}, at most {@code most} times, and be long enough still. */
    static int halvings(long budget, int most) {
        int halvings = 0;
        for (long steps = budget / ETA; steps >= LEAST && halvings < most; steps /= ETA) {
            halvings++;
        }
        return halvings;
    }

    /** The budget divided by each power of {@value #ETA} from {@code halvings} down to 1. */
    static List<Long> geometric(long budget, int halvings) {
        return LongStream.range(0, halvings).map(i -> budget / (long) Math.pow(ETA, halvings - i)).filter(step -> step > 0).distinct()
                .boxed().collect(Collectors.toList());
    }
}

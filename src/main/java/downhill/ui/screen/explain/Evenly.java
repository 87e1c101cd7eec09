package downhill.ui.screen.explain;

import java.util.stream.IntStream;

/** Some of many, evenly. */
final class Evenly {
    private Evenly() {
    }

    /** Indices of at most {@code most} of {@code of} things, from the first on. */
    static int[] of(int of, int most) {
        int count = Math.min(of, most);
        return IntStream.range(0, count).map(i -> (int) ((long) i * of / count)).toArray();
    }
}

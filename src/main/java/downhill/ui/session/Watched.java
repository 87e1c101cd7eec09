package downhill.ui.session;

import java.util.TreeSet;

/** Which parameters are recorded: some spread over all, and those a person asked for. */
final class Watched {
    private static final int SPREAD = 12;

    private final TreeSet<Integer> asked = new TreeSet<>();

    void add(int... parameters) {
        for (int index : parameters) {
            asked.add(index);
        }
    }

    /** Of {@code count} parameters. */
    int[] of(int count) {
        TreeSet<Integer> all = new TreeSet<>(asked.headSet(count));
        int some = Math.min(SPREAD, count);
        for (int i = 0; i < some; i++) {
            all.add((int) ((long) i * count / some));
        }
        return all.stream().mapToInt(Integer::intValue).toArray();
    }
}

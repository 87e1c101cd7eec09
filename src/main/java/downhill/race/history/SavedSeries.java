package downhill.race.history;

import downhill.words.Said;
import java.util.List;

/**
 * One value for every step as it stood at one moment: the last steps as they are, earlier ones as extremes. Never written to.
 *
 * @param start step of the first value
 * @param raw   the values
 * @param bins  smallest and largest of 4, 16, 64, ... steps, in the order in which they occurred: two numbers for each bin
 * @param open  of the last bin of each level, which is not full: its two numbers and how many it holds
 */
public record SavedSeries(long start, SavedTrack raw, List<SavedTrack> bins, double[][] open) {
    /** Levels of bins. */
    public static final int LEVELS = StepSeries.LEVELS;

    public SavedSeries {
        bins = List.copyOf(bins);
    }

    /** The step after the last. */
    public long end() {
        return start + raw.length();
    }

    /** Throws {@link IllegalArgumentException} where the levels do not belong together. */
    void check() {
        SavedHistory.require(start >= 0 && bins.size() == LEVELS && open.length == LEVELS, Said.of("history.levels"));
        raw.check(StepSeries.RAW_CHUNKS);
        for (int level = 0; level < LEVELS; level++) {
            bins.get(level).check(StepSeries.BIN_CHUNKS);
            long width = StepSeries.width(level);
            boolean fits = bins.get(level).length() == raw.length() / width * 2 && open[level].length == 3
                    && open[level][2] == raw.length() / (width / StepSeries.FACTOR) % StepSeries.FACTOR;
            SavedHistory.require(fits, Said.of("history.lengths"));
        }
        SavedHistory.require(hasNoGap(), Said.of("history.gap"));
    }

    /** Whether each step is known by itself or by one of its bins. */
    boolean hasNoGap() {
        long known = 0;
        for (int level = LEVELS - 1; level >= 0; level--) {
            long width = StepSeries.width(level);
            if ((bins.get(level).first() + 1) / 2 * width <= known) {
                known = Math.max(known, bins.get(level).length() / 2 * width);
            }
        }
        return raw.first() <= known;
    }
}

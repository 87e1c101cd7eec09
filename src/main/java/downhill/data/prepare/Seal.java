package downhill.data.prepare;

import downhill.data.Column;
import downhill.data.DataSpec;
import downhill.data.SplitSpec;
import java.util.List;

/**
 * Which rows are under seal. They are drawn by chance with the shares of the classes, equal rows together; of a series they are the last.
 * It is the same rows whatever the seed and whatever else is set of the split, so that nobody gets to see them by drawing anew.
 */
final class Seal {
    private static final long SEED = 0x5EA1ED;

    private Seal() {
    }

    /**
     * Divides.
     *
     * @param labelled rows whose target is known, ascending
     * @param classes  of each of them; null where numbers are learned
     * @param seen     columns by which rows are told apart
     * @return open rows as those of training, sealed ones as those of validation
     */
    static Splitter.Parts of(int[] labelled, int[] classes, List<Column> seen, DataSpec spec) {
        double share = spec.split().sealedShare();
        if (share == 0) {
            return new Splitter.Parts(labelled, new int[0]);
        }
        SplitSpec split = new SplitSpec(share, SEED, true);
        return spec.sequence() != null ? Splitter.chronological(labelled, split)
                : Splitter.split(labelled, classes, EqualGroups.firsts(seen, labelled), split);
    }
}

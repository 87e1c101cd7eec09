package downhill.data.split;

import downhill.data.DataException;
import downhill.words.Said;
import java.io.Serializable;

/**
 * How rows are divided into folds.
 *
 * @param folds   how many, at least 2; {@link #EACH} leaves out each row (or each set of rows that stay together) once
 * @param repeats how often all rows are divided anew, at least 1
 * @param group   column whose equal values stay in one fold, or null
 * @param rolling folds are stretches of rows in their order, each learned from what came before it
 */
public record FoldSpec(int folds, int repeats, String group, boolean rolling) implements Serializable {
    /** Leave one out. */
    public static final int EACH = 0;

    /** @throws DataException of one sentence where no rows could be divided so */
    public FoldSpec {
        require(folds == EACH || folds >= 2, Said.of("folds.few", folds));
        require(repeats >= 1, Said.of("folds.repeats", repeats));
        require(repeats == 1 || !rolling, Said.of("folds.repeats.rolling"));
        require(repeats == 1 || folds != EACH, Said.of("folds.repeats.each"));
        require(group == null || !rolling, Said.of("folds.group.rolling"));
        require(!rolling || folds != EACH, Said.of("folds.each.rolling"));
    }

    /** K folds, once. */
    public static FoldSpec of(int folds) {
        return new FoldSpec(folds, 1, null, false);
    }

    /** Folds that roll over the rows in their order (rolling origin). */
    public static FoldSpec rolling(int folds) {
        return new FoldSpec(folds, 1, null, true);
    }

    private static void require(boolean holds, Said sentence) {
        if (!holds) {
            throw new DataException(sentence);
        }
    }
}

package downhill.data.split;

import downhill.data.DataException;
import downhill.words.Said;

/** Refuses folds that could not all be held out. */
final class FoldChecks {
    private FoldChecks() {
    }

    static void check(FoldRows rows, FoldSpec spec, int count) {
        int units = rows.units().length;
        if (spec.group() != null && units < count) {
            throw new DataException(units == 1 ? Said.of("folds.group.one", spec.group(), Said.count(count))
                    : Said.of("folds.group.few", spec.group(), Said.count(units), Said.count(count)));
        }
        if (units < Math.max(2, count)) {
            throw new DataException(Said.of(units == rows.rows().length ? "folds.rows" : "folds.rows.equal", Said.count(units),
                    Said.count(Math.max(2, count))));
        }
        for (int each = 0; each < rows.names().size() && spec.folds() != FoldSpec.EACH && count < units; each++) {
            if (rows.count(each) > 0 && rows.count(each) < count) {
                throw new DataException(Said.of("folds.class", rows.names().get(each), Said.count(rows.count(each)), Said.count(count)));
            }
        }
    }

    static void rolling(int rows, int count) {
        if (rows < count + 1) {
            throw new DataException(Said.of("folds.rolling.rows", Said.count(rows), Said.count(count), Said.count(count + 1L)));
        }
    }
}

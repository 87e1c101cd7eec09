package downhill.data.split;

/** Folds as they fill. */
final class Filling {
    /** [place of a unit's first row][class]; null where no unit begins. */
    private final int[][] units;
    private final double[] totals;
    private final int[][] rowsOf;
    private final int[] sizes;
    private final int[] foldOf;

    Filling(FoldRows rows, int folds) {
        int classes = Math.max(1, rows.names().size());
        units = new int[rows.rows().length][];
        totals = new double[classes];
        for (int place = 0; place < units.length; place++) {
            int first = rows.firsts()[place];
            units[first] = units[first] == null ? new int[classes] : units[first];
            units[first][rows.classes()[place]]++;
            totals[rows.classes()[place]]++;
        }
        rowsOf = new int[folds][classes];
        sizes = new int[folds];
        foldOf = new int[units.length];
    }

    /** Rows of a unit. */
    int size(int unit) {
        int size = 0;
        for (int rows : units[unit]) {
            size += rows;
        }
        return size;
    }

    /** Into the fold that has the smallest share of its classes, of such the smallest. */
    void put(int unit) {
        int best = 0;
        for (int fold = 1; fold < sizes.length; fold++) {
            int more = Double.compare(crowd(unit, fold), crowd(unit, best));
            best = more < 0 || more == 0 && sizes[fold] < sizes[best] ? fold : best;
        }
        foldOf[unit] = best;
        sizes[best] += size(unit);
        for (int each = 0; each < totals.length; each++) {
            rowsOf[best][each] += units[unit][each];
        }
    }

    /** By how much a unit adds to the squares of a fold's shares of the classes, apart from what is the same in all folds. */
    private double crowd(int unit, int fold) {
        double sum = 0;
        for (int each = 0; each < totals.length; each++) {
            if (units[unit][each] > 0) {
                sum += rowsOf[fold][each] / totals[each] * (units[unit][each] / totals[each]);
            }
        }
        return sum;
    }

    /** Where the unit with this first row went. */
    int foldOf(int unit) {
        return foldOf[unit];
    }
}

package downhill.data.split;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Rows to be divided into folds.
 *
 * @param rows    rows of a table, ascending
 * @param names   of the classes; empty where their shares are not to be kept
 * @param classes index of each row's class; all 0 where there are none
 * @param firsts  of each row the place of the first that stays in one fold with it; its own where it may go alone
 */
public record FoldRows(int[] rows, List<String> names, int[] classes, int[] firsts) {
    public FoldRows {
        names = List.copyOf(names);
    }

    /** Rows that may each go anywhere. */
    public static FoldRows alone(int[] rows) {
        return new FoldRows(rows, List.of(), new int[rows.length], IntStream.range(0, rows.length).toArray());
    }

    /** Places of the first row of each unit: of rows that stay together. */
    int[] units() {
        return IntStream.range(0, rows.length).filter(place -> firsts[place] == place).toArray();
    }

    /** How many rows of a class there are. */
    int count(int index) {
        return (int) Arrays.stream(classes).filter(each -> each == index).count();
    }

    /** Those of some rows, a part of these that breaks no unit. */
    public FoldRows part(int[] some) {
        int[] places = IntStream.of(some).map(row -> Arrays.binarySearch(rows, row)).toArray();
        return new FoldRows(some, names, IntStream.of(places).map(place -> classes[place]).toArray(),
                IntStream.of(places).map(place -> Arrays.binarySearch(some, rows[firsts[place]])).toArray());
    }
}

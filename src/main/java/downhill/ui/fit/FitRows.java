package downhill.ui.fit;

import downhill.data.Examples;
import downhill.data.prepare.Prepared;
import downhill.ui.session.Selection;
import java.util.stream.IntStream;

/**
 * Rows that a model is judged by: those held out, or those learned from, evenly thinned out where there are very many.
 *
 * @param examples   the rows
 * @param of         how many there are in all
 * @param validation whether they were held out
 */
public record FitRows(Examples examples, int of, boolean validation) {
    /** More rows are thinned out, so that a look stays quick. */
    public static final int MOST = 4000;
    /** With as many all are drawn in every view. */
    public static final int FEW = 1500;

    /** Those held out where there are any and they are wanted; else the training rows. */
    public static FitRows of(Prepared prepared, boolean heldOut) {
        boolean validation = heldOut && prepared.validation().count() > 0;
        Examples all = validation ? prepared.validation() : prepared.training();
        return new FitRows(thinned(all, MOST), all.count(), validation);
    }

    /** Every n-th row, so that at most {@code most} are left. */
    public static Examples thinned(Examples all, int most) {
        return thinned(all, most, Selection.NO_ROW);
    }

    /** The same, and a row of the table besides, where it is among {@code all}. */
    static Examples thinned(Examples all, int most, int kept) {
        if (all.count() <= most) {
            return all;
        }
        IntStream even = IntStream.range(0, most).map(i -> (int) ((long) i * all.count() / most));
        return all.pick(IntStream.concat(even, place(all, kept)).distinct().sorted().toArray());
    }

    /** A row of the table alone where it was left out here; else nothing. */
    Examples leftOut(Prepared prepared, int row) {
        Examples all = validation ? prepared.validation() : prepared.training();
        return all.pick(place(examples, row).count() > 0 ? new int[0] : place(all, row).toArray());
    }

    private static IntStream place(Examples all, int row) {
        return row == Selection.NO_ROW ? IntStream.empty()
                : IntStream.range(0, all.count()).filter(i -> all.sourceRows()[i] == row).limit(1);
    }

    /** One example's input. */
    public double[] input(int row) {
        return examples.values().row(row);
    }
}

package downhill.data.split;

import downhill.words.Said;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/** Classes that are held out where nobody learned from a row of them, as it goes where rows of a class are all of one group. */
public final class UnseenClasses {
    private UnseenClasses() {
    }

    /**
     * A sentence for each such class.
     *
     * @param rows    all that are divided, ascending
     * @param classes index of the class of each
     * @param names   of the classes
     */
    public static List<Said> told(List<Fold> folds, int[] rows, int[] classes, List<String> names) {
        int[][] learned = folds.stream().map(fold -> counts(fold.training(), rows, classes, names.size())).toArray(int[][]::new);
        int[][] held = folds.stream().map(fold -> counts(fold.held(), rows, classes, names.size())).toArray(int[][]::new);
        List<Said> told = new ArrayList<>();
        for (int each = 0; each < names.size(); each++) {
            int index = each;
            long without = IntStream.range(0, folds.size()).filter(fold -> held[fold][index] > 0 && learned[fold][index] == 0).count();
            if (without > 0) {
                told.add(Said.of("folds.unseen", names.get(each), Said.count(without), Said.count(folds.size())));
            }
        }
        return told;
    }

    private static int[] counts(int[] some, int[] rows, int[] classes, int count) {
        int[] counts = new int[count];
        for (int row : some) {
            int place = Arrays.binarySearch(rows, row);
            if (place >= 0 && classes[place] >= 0) {
                counts[classes[place]]++;
            }
        }
        return counts;
    }
}

package downhill.cli;

import downhill.words.Said;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Rows of a file as a person lists them: {@code 1,5-9}, counted from 1. */
final class RowNumbers {
    private static final Pattern PART = Pattern.compile("\\s*(\\d{1,9})\\s*(?:-\\s*(\\d{1,9})\\s*)?");

    private RowNumbers() {
    }

    /**
     * In the order given, each once.
     *
     * @param file as messages call it
     * @param rows of the file
     */
    static int[] of(String text, String file, int rows) {
        Set<Integer> numbers = new LinkedHashSet<>();
        for (String part : text.split(",", -1)) {
            Matcher matcher = PART.matcher(part);
            if (!matcher.matches()) {
                throw new InputException(Said.of("explain.rows", text));
            }
            int first = Integer.parseInt(matcher.group(1));
            int last = matcher.group(2) == null ? first : Integer.parseInt(matcher.group(2));
            if (last < first) {
                throw new InputException(Said.of("explain.rows", text));
            }
            for (int row : new int[] {first, last}) {
                if (row < 1 || row > rows) {
                    throw new InputException(rows == 1 ? Said.of("explain.row.none.one", file, row)
                            : Said.of("explain.row.none", file, rows, row));
                }
            }
            for (int row = first; row <= last; row++) {
                numbers.add(row);
            }
        }
        return numbers.stream().mapToInt(each -> each).toArray();
    }
}

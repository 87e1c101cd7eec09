package downhill.data.csv;

import java.util.regex.Pattern;

/** Says of each sound record whether it is a row of the table. Both passes over a file ask it, so that they agree. */
final class RowFilter {
    /** What a record is. */
    enum Verdict { ROW, TOTAL, TOO_FEW, TOO_MANY, REPEATED_HEADER, SECOND_HEADER }

    private static final Pattern TOTAL = Pattern.compile("(?i)(grand |sub)?-?(total|sum|average|summe|gesamt|somme)s?:?");

    private final Layout layout;
    private final CellShapes shapes;
    private final int numericColumns;

    RowFilter(Layout layout, CellShapes shapes) {
        this.layout = layout;
        this.shapes = shapes;
        int count = 0;
        for (boolean numeric : layout.numeric()) {
            count += numeric ? 1 : 0;
        }
        this.numericColumns = count;
    }

    Verdict judge(Row row) {
        int fields = layout.fields();
        if (row.fields() < fields) {
            return Verdict.TOO_FEW;
        }
        if (row.fields() > fields && !(onlyEmptyBeyond(row) && fitsNumericColumns(row))) {
            return Verdict.TOO_MANY;
        }
        if (numericColumns > 0 && isTextInNumericColumns(row)) {
            if (isHeader(row)) {
                return Verdict.REPEATED_HEADER;
            }
            return numericColumns > 1 ? Verdict.SECOND_HEADER : Verdict.ROW;
        }
        if (numericColumns == 0 && layout.header() != null && isHeader(row)) {
            return Verdict.REPEATED_HEADER;
        }
        return isTotal(row) ? Verdict.TOTAL : Verdict.ROW;
    }

    private boolean onlyEmptyBeyond(Row row) {
        for (int field = layout.fields(); field < row.fields(); field++) {
            if (!row.isEmpty(field)) {
                return false;
            }
        }
        return true;
    }

    /** A cell too many somewhere before an empty last one would shift the others; text among numbers gives that away. */
    private boolean fitsNumericColumns(Row row) {
        for (int field = 0; field < layout.fields(); field++) {
            if (layout.numeric()[field] && shapes.of(row.chars(), row.start(field), row.end(field)) == Shape.TEXT) {
                return false;
            }
        }
        return true;
    }

    private boolean isTextInNumericColumns(Row row) {
        char[] chars = row.chars();
        for (int field = 0; field < layout.fields(); field++) {
            if (layout.numeric()[field]) {
                boolean letter = !row.isEmpty(field) && !isDigitLike(chars[row.start(field)]);
                if (!letter || shapes.of(chars, row.start(field), row.end(field)) != Shape.TEXT) {
                    return false;
                }
            }
        }
        return true;
    }

    private static boolean isDigitLike(char c) {
        return c >= '0' && c <= '9' || c == '-' || c == '+' || c == '.';
    }

    private boolean isHeader(Row row) {
        if (layout.header() == null || row.fields() != layout.header().size()) {
            return false;
        }
        for (int field = 0; field < row.fields(); field++) {
            if (!row.text(field).equals(layout.header().get(field))) {
                return false;
            }
        }
        return true;
    }

    private static boolean isTotal(Row row) {
        int length = row.end(0) - row.start(0);
        return length >= 3 && length <= 14 && Character.isLetter(row.chars()[row.start(0)]) && TOTAL.matcher(row.text(0)).matches();
    }
}

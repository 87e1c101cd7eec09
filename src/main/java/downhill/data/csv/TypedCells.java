package downhill.data.csv;

import downhill.data.Column;
import downhill.data.ColumnReading;
import downhill.data.ColumnType;
import downhill.data.Dates;
import downhill.data.Dates.Order;
import downhill.data.DialectChoice;
import downhill.data.ImportOptions;
import downhill.data.Reading;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.List;

/**
 * Single cells of one column that a person types, read as those of the training file were: by its marks in numbers, its order in dates
 * and its texts for a missing value. Other than a file, a cell does not show how it is written, so nothing is guessed.
 */
public final class TypedCells {
    private static final int DIGITS = 12;

    private final CellShapes shapes;
    private final NumberStyle style;
    private final boolean units;
    private final boolean marked;
    private final boolean times;
    private final String name;
    private final TypeGuess guess;

    /** What is to be said about a cell. */
    public enum Finding {
        /** It has the value that it shows. */
        READ,
        /** It is empty, or a text that means a missing value. */
        MISSING,
        /** Its point or comma was taken for the decimal mark, but the training file had no such mark. */
        DOUBTFUL_MARK,
        NOT_A_NUMBER,
        /** A number, but with other marks than those of the training file. */
        OTHER_MARKS,
        /** A number with a percent or currency sign, which those of the training file were not read with. */
        UNIT,
        NOT_FINITE,
        NOT_A_DATE,
        /** No day of the calendar in the order of the training file. */
        OTHER_ORDER,
        /** It may have the day or the month first, and the training file does not tell. */
        DOUBTFUL_ORDER;

        /** Whether the cell has no value because of it. */
        public boolean isProblem() {
            return ordinal() >= NOT_A_NUMBER.ordinal();
        }
    }

    /**
     * Reads cells of one column.
     *
     * @param reading how the training file was read; null where that is not known
     * @param name    of the column in the table trained on
     * @param type    what its cells are read as
     */
    public TypedCells(Reading reading, String name, ColumnType type) {
        ColumnReading column = reading == null ? null : reading.column(name).orElse(null);
        this.name = name;
        this.shapes = new CellShapes(reading == null ? ImportOptions.MISSING_TEXTS : reading.missing());
        this.style = new StyleGuess(List.of()).like(DialectChoice.OPEN, reading == null ? null : reading.decimal(), reading == null ? null
                : reading.thousands());
        this.units = reading != null && reading.units();
        this.marked = reading != null && reading.decimal() != null;
        this.times = column != null && column.times();
        this.guess = TypeGuess.chosen(type, column == null || column.dates() == null ? Order.NONE : Readings.order(column.dates()));
    }

    /** What is to be said about a cell; spaces around it do not count. */
    public Finding look(String cell) {
        String text = cell.strip();
        Shape shape = shapes.of(text);
        if (shape.isMissing() || shape == Shape.DASH && guess.dashMissing()) {
            return Finding.MISSING;
        }
        ProblemKind kind = put(sink(1), 0, text);
        if (guess.type() == ColumnType.NUMBER) {
            return number(shape, kind);
        }
        if (kind == null) {
            return Finding.READ;
        }
        if (Dates.form(text) != Dates.Form.NUMERIC) {
            return Finding.NOT_A_DATE;
        }
        return guess.order() == Order.NONE ? Finding.DOUBTFUL_ORDER : Finding.OTHER_ORDER;
    }

    private Finding number(Shape shape, ProblemKind kind) {
        if (kind == ProblemKind.NOT_FINITE) {
            return Finding.NOT_FINITE;
        }
        if (kind == ProblemKind.NOT_A_NUMBER && shape != Shape.UNIT) {
            return shape.isNumeric() ? Finding.OTHER_MARKS : Finding.NOT_A_NUMBER;
        }
        if (kind == ProblemKind.NOT_A_NUMBER) {
            return Finding.UNIT;
        }
        boolean either = shape == Shape.POINT_OR_GROUPS && style.decimal() == '.' || shape == Shape.COMMA_OR_GROUPS
                && style.decimal() == ',';
        return either && !marked ? Finding.DOUBTFUL_MARK : Finding.READ;
    }

    /** The cells as a column of the type; those without a value are missing. */
    public Column column(List<String> cells) {
        CellSink sink = sink(Math.max(1, cells.size()));
        for (int row = 0; row < cells.size(); row++) {
            put(sink, row, cells.get(row).strip());
        }
        return sink.column(name, cells.size());
    }

    private CellSink sink(int rows) {
        return guess.sink(rows, shapes, style, units);
    }

    private ProblemKind put(CellSink sink, int row, String text) {
        return sink.put(row, shapes.of(text), text.toCharArray(), 0, text.length());
    }

    /**
     * A value as the training file would have it: a date in ISO 8601, a number with its decimal mark; "" if it is not finite, or
     * no date.
     */
    public String write(double value) {
        if (guess.type() == ColumnType.DATE) {
            String date = Dates.text(value, times);
            return date == null ? "" : date;
        }
        if (!Double.isFinite(value)) {
            return "";
        }
        BigDecimal exact = BigDecimal.valueOf(value).round(new MathContext(DIGITS));
        boolean plain = value == 0 || Math.abs(value) < 1e15 && Math.abs(value) >= 1e-6;
        String text = plain ? plain(exact) : exact.round(new MathContext(DIGITS)).toString();
        return style.decimal() == '.' ? text : comma(text);
    }

    private static String plain(BigDecimal value) {
        return value.signum() == 0 ? "0" : value.stripTrailingZeros().toPlainString();
    }

    /** A power of ten without a comma before it would be one with a point. */
    private static String comma(String text) {
        int power = text.indexOf('E');
        return power > 0 && text.indexOf('.') < 0 ? text.substring(0, power) + ",0" + text.substring(power) : text.replace('.', ',');
    }

    /** How such cells are written, as an example: 1234.5, 1234,5, 31/05/2024. */
    public String example() {
        if (guess.type() != ColumnType.DATE) {
            return write(1234.5);
        }
        return switch (guess.order()) {
            case DAY_FIRST -> "31/05/2024";
            case MONTH_FIRST -> "05/31/2024";
            default -> "2024-05-31";
        };
    }
}

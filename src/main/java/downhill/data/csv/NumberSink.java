package downhill.data.csv;

import downhill.data.Column;
import downhill.data.NumberColumn;
import java.util.Arrays;

/** Numbers into an array of doubles. */
final class NumberSink implements CellSink {
    private double[] values;
    private final CellShapes shapes;
    private final NumberStyle style;
    /** By shape: asked for each cell, twice. */
    private final boolean[] plain = new boolean[Shape.values().length];
    private final boolean dashMissing;
    private final boolean units;
    private long bad;

    NumberSink(int rows, CellShapes shapes, NumberStyle style, boolean dashMissing, boolean units) {
        this.values = new double[rows];
        this.shapes = shapes;
        this.style = style;
        this.dashMissing = dashMissing;
        this.units = units;
        for (Shape shape : Shape.values()) {
            plain[shape.ordinal()] = style.accepts(shape) || shape == Shape.LEADING_ZERO;
        }
    }

    @Override
    public double read(Shape shape, char[] chars, int start, int end) {
        return plain[shape.ordinal()] ? style.read(chars, start, end) : Double.NaN;
    }

    @Override
    public ProblemKind put(int row, Shape shape, double value, char[] chars, int start, int end) {
        if (row == values.length) {
            values = Arrays.copyOf(values, row * 2);
        }
        values[row] = Double.NaN;
        if (shape.isMissing() || shape == Shape.DASH && dashMissing) {
            return null;
        }
        if (plain[shape.ordinal()]) {
            return store(row, value, chars, start, end);
        }
        if (shape == Shape.UNICODE_NUMBER || shape == Shape.UNIT && units) {
            return normalised(row, shape, new String(chars, start, end - start));
        }
        bad++;
        return ProblemKind.NOT_A_NUMBER;
    }

    @Override
    public boolean fits(Shape shape, double value, char[] chars, int start, int end) {
        if (plain[shape.ordinal()]) {
            return !Double.isInfinite(value) && (value != 0 || !hasOtherDigit(chars, start, end));
        }
        return shape.isMissing() || shape == Shape.DASH && dashMissing;
    }

    @Override
    public boolean putAll(int row, CellColumn cells) {
        if (!cells.fits()) {
            return false;
        }
        if (row + cells.count() > values.length) {
            values = Arrays.copyOf(values, Math.max(row + cells.count(), values.length * 2));
        }
        System.arraycopy(cells.values(), 0, values, row, cells.count());
        return true;
    }

    private ProblemKind normalised(int row, Shape shape, String text) {
        String plain = shape == Shape.UNIT ? Units.strip(text) : Units.ascii(text);
        if (!style.accepts(shapes.of(plain))) {
            bad++;
            return ProblemKind.NOT_A_NUMBER;
        }
        ProblemKind kind = store(row, style.read(plain), plain.toCharArray(), 0, plain.length());
        return kind == null && shape == Shape.UNICODE_NUMBER ? ProblemKind.NORMALISED_NUMBER : kind;
    }

    private ProblemKind store(int row, double value, char[] chars, int start, int end) {
        if (Double.isInfinite(value)) {
            bad++;
            return ProblemKind.NOT_FINITE;
        }
        values[row] = value;
        return value == 0 && hasOtherDigit(chars, start, end) ? ProblemKind.UNDERFLOW : null;
    }

    private static boolean hasOtherDigit(char[] chars, int start, int end) {
        for (int i = start; i < end && (chars[i] | 0x20) != 'e'; i++) {
            if (chars[i] >= '1' && chars[i] <= '9') {
                return true;
            }
        }
        return false;
    }

    @Override
    public Column column(String name, int rows) {
        return new NumberColumn(name, rows == values.length ? values : Arrays.copyOf(values, rows));
    }

    @Override
    public long bad() {
        return bad;
    }
}

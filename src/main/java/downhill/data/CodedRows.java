package downhill.data;

import java.util.Arrays;
import java.util.List;

/**
 * Rows of which some stretches are one-hot: of these only which place holds the 1 is kept.
 *
 * @param parts   of a row, in order
 * @param count   of rows
 * @param numbers those of the plain parts, row by row
 * @param codes   of the one-hot parts, row by row: the place of the 1 within its part, or −1 where all are 0
 */
public record CodedRows(List<Part> parts, int count, double[] numbers, int[] codes) implements RowValues {
    /** A stretch of a row: plain numbers, or one-hot. */
    public record Part(int width, boolean coded) {
    }

    public CodedRows {
        parts = List.copyOf(parts);
    }

    /** Rows that are one-hot as a whole. */
    public static RowValues of(int[] codes, int width) {
        return new CodedRows(List.of(new Part(width, true)), codes.length, new double[0], codes);
    }

    @Override
    public int size() {
        int size = 0;
        for (Part part : parts) {
            size += part.width;
        }
        return size;
    }

    private int plain() {
        return count == 0 ? 0 : numbers.length / count;
    }

    private int coded() {
        return count == 0 ? 0 : codes.length / count;
    }

    @Override
    public void copy(int row, double[] target, int at) {
        int number = row * plain();
        int code = row * coded();
        int place = at;
        for (Part part : parts) {
            if (part.coded) {
                Arrays.fill(target, place, place + part.width, 0);
                if (codes[code] >= 0) {
                    target[place + codes[code]] = 1;
                }
                code++;
            } else {
                System.arraycopy(numbers, number, target, place, part.width);
                number += part.width;
            }
            place += part.width;
        }
    }

    @Override
    public double value(int row, int place) {
        int number = row * plain();
        int code = row * coded();
        int within = place;
        for (Part part : parts) {
            if (within < part.width) {
                double hot = part.coded && codes[code] == within ? 1 : 0;
                return part.coded ? hot : numbers[number + within];
            }
            within -= part.width;
            code += part.coded ? 1 : 0;
            number += part.coded ? 0 : part.width;
        }
        throw new IndexOutOfBoundsException(place);
    }

    @Override
    public RowValues pick(int... rows) {
        int plain = plain();
        int coded = coded();
        double[] someNumbers = new double[rows.length * plain];
        int[] someCodes = new int[rows.length * coded];
        for (int i = 0; i < rows.length; i++) {
            System.arraycopy(numbers, rows[i] * plain, someNumbers, i * plain, plain);
            System.arraycopy(codes, rows[i] * coded, someCodes, i * coded, coded);
        }
        return new CodedRows(parts, rows.length, someNumbers, someCodes);
    }
}

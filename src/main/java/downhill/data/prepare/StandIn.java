package downhill.data.prepare;

import downhill.data.Column;
import downhill.data.Columns;
import downhill.data.Describe;
import downhill.data.NumberColumn;
import downhill.data.Notice;
import downhill.words.Said;
import java.util.Optional;

/**
 * A number that stands several times at one end of a column, far from all the others, as if it stood for a missing value: -9999 among
 * temperatures, 999 among days, 9.97e36 where nothing was measured.
 *
 * @param value the number
 * @param times how often it occurs
 * @param from  least of the others
 * @param to    greatest of the others
 */
record StandIn(double value, int times, double from, double to) {
    private static final int LEAST_TIMES = 2;
    /** So many times as far from the others as they reach, whatever the number is. */
    private static final double FAR = 10;
    /** The same of numbers that are nothing but nines, or the least or greatest of whole numbers of a computer. */
    private static final double FAR_OF_CODES = 1;

    /** One end of a column, as it is met row by row. */
    private static final class End {
        private final int sign;
        private double last = Double.NEGATIVE_INFINITY;
        private double before = Double.NEGATIVE_INFINITY;
        private int times;

        End(int sign) {
            this.sign = sign;
        }

        void see(double number) {
            double value = sign * number;
            if (value > last) {
                before = last;
                last = value;
                times = 1;
            } else if (value == last) {
                times++;
            } else if (value > before) {
                before = value;
            }
        }

        Optional<StandIn> found(double other) {
            double reach = before - sign * other;
            double gap = last / 2 - before / 2;
            double wanted = (isCode(sign * last) ? FAR_OF_CODES : FAR) * (reach / 2);
            if (times < LEAST_TIMES || !(reach > 0) || Double.isInfinite(before) || gap < wanted) {
                return Optional.empty();
            }
            double end = sign * before;
            return Optional.of(new StandIn(sign * last, times, Math.min(end, other), Math.max(end, other)));
        }
    }

    /** That of a column of numbers, if there is one; of two the greater. */
    static Optional<StandIn> of(Column column) {
        if (!(column instanceof NumberColumn)) {
            return Optional.empty();
        }
        End high = new End(1);
        End low = new End(-1);
        for (int row = 0; row < column.size(); row++) {
            double value = column.number(row);
            if (!Double.isNaN(value)) {
                high.see(value);
                low.see(value);
            }
        }
        return high.found(-low.last).or(() -> low.found(high.last));
    }

    private static boolean isCode(double value) {
        String digits = Columns.text(Math.abs(value)).replace(".", "");
        return digits.length() > 1 && digits.chars().allMatch(digit -> digit == '9') || value == Short.MIN_VALUE
                || value == Short.MAX_VALUE || value == Integer.MIN_VALUE || value == Integer.MAX_VALUE;
    }

    Notice notice(String column) {
        return new Notice(column, Said.of("notice.standIn", times, column, Columns.text(value), Describe.number(from),
                Describe.number(to)));
    }
}

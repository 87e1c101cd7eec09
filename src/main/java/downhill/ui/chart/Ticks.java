package downhill.ui.chart;

import downhill.ui.chart.shape.Range;
import downhill.ui.i18n.Numbers;
import java.util.ArrayList;
import java.util.List;

/** Places and words of an axis's marks, as a person would choose them. */
final class Ticks {
    /** One mark. */
    record Tick(double value, String label) {
    }

    private static final double[] STEPS = {1, 2, 5, 10};
    private static final double[] LENGTHS = {1, 1.25, 1.5, 2, 2.5, 3, 4, 5, 6, 8};
    private static final double[] NOTHING = {};
    private static final double[][] DECADES = {{1, 2, 5}, {1, 3}, {1}};

    private Ticks() {
    }

    /** Marks of numbers, whole numbers or dates, at most {@code most} (at least 2) of them. */
    static List<Tick> of(Marks marks, Range range, int most) {
        return switch (marks) {
            case NUMBERS -> linear(range, most);
            case WHOLE -> whole(range, most);
            case DATES -> DateTicks.of(range, most);
        };
    }

    /** Marks on a scale of equal differences, at most {@code most} (at least 2) of them. */
    static List<Tick> linear(Range range, int most) {
        return atLeastTwo(range, most, 0);
    }

    /** A single mark tells no scale: then the next finer step, even if that is one or two marks too many. */
    private static List<Tick> atLeastTwo(Range range, int most, double finest) {
        List<Tick> ticks = multiples(range, Math.max(finest, step(range.length(), most)));
        for (int more = most + 1; ticks.size() < 2 && more <= most + 3; more++) {
            ticks = multiples(range, Math.max(finest, step(range.length(), more)));
        }
        return ticks;
    }

    private static List<Tick> multiples(Range range, double step) {
        List<Tick> ticks = new ArrayList<>();
        for (long i = (long) Math.ceil(range.low() / step - 1e-9); i * step <= range.high() + step * 1e-9; i++) {
            ticks.add(tick(i, step));
        }
        return ticks;
    }

    /** Marks at whole numbers only. */
    static List<Tick> whole(Range range, int most) {
        return atLeastTwo(range, most, 1);
    }

    /** Marks on a scale of equal ratios: 1, 2, 5 of each power of ten, or fewer; equal differences where less than a decade is shown. */
    static List<Tick> log(Range range, int most) {
        for (double[] digits : DECADES) {
            List<Double> values = decades(range, digits, 1);
            if (values.size() <= most) {
                return values.size() >= 3 ? named(values) : fine(range, most, named(values));
            }
        }
        int powers = (int) Math.ceil(Math.log10(range.high() / range.low()));
        return named(decades(range, DECADES[2], (powers + most - 1) / most));
    }

    /** Words for those that are shown only: they cost more than all else of an axis. */
    private static List<Tick> named(List<Double> values) {
        return new ArrayList<>(values.stream().map(value -> new Tick(value, Numbers.plain(value))).toList());
    }

    private static List<Tick> fine(Range range, int most, List<Tick> coarse) {
        List<Tick> ticks = linear(range, Math.min(most, 6));
        ticks.removeIf(tick -> tick.value() <= 0);
        return ticks.size() > coarse.size() && range.high() / range.low() < 30 ? ticks : coarse;
    }

    private static List<Double> decades(Range range, double[] digits, int stride) {
        List<Double> values = new ArrayList<>();
        int last = (int) Math.floor(Math.log10(range.high()) + 1e-9);
        for (int power = (int) Math.floor(Math.log10(range.low())); power <= last; power++) {
            for (double digit : Math.floorMod(power, stride) == 0 ? digits : NOTHING) {
                double value = Double.parseDouble(digit + "e" + power);
                if (value >= range.low() * (1 - 1e-9) && value <= range.high() * (1 + 1e-9)) {
                    values.add(value);
                }
            }
        }
        return values;
    }

    /** The next round length: 1, 1.25, 1.5, 2, 2.5, 3, 4, 5, 6, 8 times a power of ten. */
    static double roundedUp(double length) {
        double power = Math.pow(10, Math.floor(Math.log10(length)));
        for (double factor : LENGTHS) {
            if (factor * power >= length - 1) {
                return Math.max(length, factor * power);
            }
        }
        return 10 * power;
    }

    private static double step(double length, int most) {
        double least = Math.max(Double.MIN_NORMAL, length / Math.max(1, most - 1)); // of less there are no powers of ten: steps of 0
        double power = Math.pow(10, Math.floor(Math.log10(least)));
        for (double factor : STEPS) {
            if (factor * power >= least * (1 - 1e-9)) {
                return factor * power;
            }
        }
        return 10 * power;
    }

    private static Tick tick(long i, double step) {
        double value = i * step;
        int decimals = Math.max(0, -(int) Math.floor(Math.log10(step) + 1e-9));
        boolean readable = decimals <= 5 && Math.abs(value) < 1e7;
        return new Tick(value, readable ? Numbers.fixed(value, decimals) : Numbers.significant(value, 4));
    }
}

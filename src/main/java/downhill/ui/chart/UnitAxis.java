package downhill.ui.chart;

import downhill.data.Visible;
import downhill.study.space.Choices;
import downhill.study.space.Extent;
import downhill.study.space.NumberRange;
import downhill.ui.chart.shape.Range;
import java.util.ArrayList;
import java.util.List;
import java.util.function.DoubleUnaryOperator;
import java.util.function.Function;

/**
 * An axis whose places are numbers from 0 to 1, whatever stands there.
 *
 * @param title words along it
 * @param marks from the low end up
 */
public record UnitAxis(String title, List<Mark> marks) {
    private static final int MOST = 6;

    /** A place with words. */
    public record Mark(double at, String label) {
    }

    /** What a person named is shown in one line. */
    public UnitAxis {
        title = Visible.line(title);
        marks = List.copyOf(marks);
    }

    /** Of numbers; {@code unit} gives the place of each. */
    public static UnitAxis numbers(String title, double low, double high, boolean log, DoubleUnaryOperator unit) {
        List<Mark> marks = new ArrayList<>();
        if (low < high) {
            Range range = new Range(low, high);
            for (Ticks.Tick tick : log ? Ticks.log(range, MOST) : Ticks.linear(range, MOST)) {
                marks.add(new Mark(unit.applyAsDouble(tick.value()), tick.label()));
            }
        }
        return new UnitAxis(title, marks);
    }

    /** Of a few names, evenly spaced. */
    public static UnitAxis names(String title, List<String> names) {
        List<Mark> marks = new ArrayList<>();
        for (int i = 0; i < names.size(); i++) {
            marks.add(new Mark((i + 0.5) / names.size(), Visible.line(names.get(i))));
        }
        return new UnitAxis(title, marks);
    }

    /** Of the values that a knob may have; {@code names} says what its choices are called. */
    public static UnitAxis of(String title, Extent extent, Function<Object, String> names) {
        if (extent instanceof NumberRange range) {
            return numbers(title, range.low(), range.high(), range.log(), value -> range.unit(value));
        }
        return names(title, ((Choices) extent).values().stream().map(names).toList());
    }
}

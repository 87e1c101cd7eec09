package downhill.study.map;

import downhill.study.space.Choices;
import downhill.study.space.Extent;
import downhill.study.space.Knob;
import downhill.study.space.NumberRange;
import java.io.Serializable;
import java.util.List;
import java.util.stream.IntStream;

/**
 * A knob and the values of it that a map tries, the least first. A value.
 *
 * @param knob   the range is what the axis shows, both ends included
 * @param values one for each column or row, none twice
 */
public record MapAxis(Knob knob, List<Object> values) implements Serializable {
    /** Keeps a copy. */
    public MapAxis {
        values = List.copyOf(values);
    }

    /**
     * Points spread evenly over a knob's range on its scale, both ends among them; all choices where it has choices.
     *
     * @param count how many are wanted, at least 2; whole numbers and steps may be fewer
     */
    public static MapAxis of(Knob knob, int count) {
        Extent extent = knob.extent();
        if (extent instanceof Choices choices) {
            return new MapAxis(knob, choices.values());
        }
        return new MapAxis(knob, IntStream.range(0, count).mapToObj(i -> extent.at((double) i / (count - 1))).distinct().toList());
    }

    /**
     * The part between two of its values, both included.
     *
     * @param from  index of one value
     * @param to    index of another; where it is the same, the neighbours are taken in
     * @param count as for {@link #of}
     */
    public MapAxis zoomed(int from, int to, int count) {
        int widen = from == to ? 1 : 0;
        int low = Math.max(0, Math.min(from, to) - widen);
        int high = Math.min(values.size() - 1, Math.max(from, to) + widen);
        return low == high ? this : of(new Knob(knob.name(), between(low, high), knob.when()), count);
    }

    private Extent between(int low, int high) {
        if (!(knob.extent() instanceof NumberRange range)) {
            return new Choices(values.subList(low, high + 1));
        }
        double least = ((Number) values.get(low)).doubleValue();
        double most = ((Number) values.get(high)).doubleValue();
        return new NumberRange(least, most, range.log(), range.log() ? 0 : range.step(), range.whole());
    }
}

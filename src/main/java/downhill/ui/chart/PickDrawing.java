package downhill.ui.chart;

import downhill.ui.chart.shape.ChartFrame;
import java.util.List;
import java.util.function.ToDoubleFunction;
import java.util.function.ToIntFunction;

/** A drawing of many things of which one can be pointed at and chosen; each has a number. */
public interface PickDrawing extends ChartDrawing {
    /** How much one of many is to be seen. */
    enum Tone {
        /** Left out by a brush, or given up: hardly. */
        FAINT,
        /** One of many. */
        PLAIN,
        /** The best, or what is chosen. */
        STRONG
    }

    /** The number of what is nearest to a point of the pane and near it; −1 where nothing is. */
    int nearest(ChartFrame frame, double x, double y);

    /** The number of the thing that is least away; −1 where none is less than {@code near} away. Of equals the first. */
    static <T> int nearest(List<T> things, ToIntFunction<T> number, double near, ToDoubleFunction<T> away) {
        int found = -1;
        double least = near;
        for (T thing : things) {
            double here = away.applyAsDouble(thing);
            if (here < least) {
                least = here;
                found = number.applyAsInt(thing);
            }
        }
        return found;
    }
}

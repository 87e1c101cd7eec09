package downhill.model;

import downhill.engine.graph.ParameterSlot;
import java.util.List;
import java.util.stream.Stream;

/**
 * A layer of hidden units, or filters, that can be taken away one by one.
 *
 * @param count how many there are
 * @param in    where the numbers lie by which a unit is computed
 * @param out   where those lie by which others use it
 */
public record HiddenUnits(int count, List<Place> in, List<Place> out) {
    public HiddenUnits {
        in = List.copyOf(in);
        out = List.copyOf(out);
    }

    /** Both. */
    public List<Place> places() {
        return Stream.concat(in.stream(), out.stream()).toList();
    }

    /**
     * Numbers of units in an array.
     *
     * @param array  its name
     * @param axis   along which the units lie, one after another
     * @param width  indexes of that axis that each unit has
     * @param counts whether their size tells what the unit is worth; that of a bias does not
     */
    public record Place(String array, int axis, int width, boolean counts) {
        /** The unit that an element belongs to, the array row-major. */
        public int unit(ParameterSlot slot, int element) {
            int inner = 1;
            for (int i = slot.shape().length - 1; i > axis; i--) {
                inner *= slot.shape()[i];
            }
            return element / inner % slot.shape()[axis] / width;
        }
    }
}

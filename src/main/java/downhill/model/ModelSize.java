package downhill.model;

import downhill.data.Room;
import downhill.words.Said;

/**
 * How large a model is, counted without making any of it: for sizes that cannot be as well.
 *
 * @param parameters P
 * @param perRow     numbers that have to be kept of one row between the forward and the backward pass, at least
 */
public record ModelSize(double parameters, double perRow) {
    /** Parameters and their gradients, or the parameters of now and of the start. */
    private static final int COPIES = 2;

    /**
     * @param outputs numbers per row
     * @throws ModelException where the model does not fit the data
     */
    public static ModelSize of(ModelSpec spec, InputShape shape, int outputs) {
        ModelCheck.check(spec, shape, outputs);
        SizeCount count = new SizeCount();
        Family.of(spec.architecture()).count(spec.architecture(), shape, outputs, count);
        return count.size();
    }

    /**
     * Refuses a model of which not even one has room.
     *
     * @throws ModelException where the model does not fit the data or the memory
     */
    static ModelSize require(ModelSpec spec, InputShape shape, int outputs, Room room) {
        ModelSize size = of(spec, shape, outputs);
        if (!room.hasArray(size.parameters) || !room.has(size.bytes())) {
            throw new ModelException(Said.of("room.model", count(size.parameters), Room.text(size.bytes()), room.text(), Room.MORE));
        }
        return size;
    }

    private double bytes() {
        return COPIES * Double.BYTES * parameters;
    }

    /** A number of things in words that have room. */
    public static Said count(double things) {
        return things < 1e15 ? Said.plain(String.valueOf((long) things)) : Said.of("room.count");
    }
}

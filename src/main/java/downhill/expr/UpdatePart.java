package downhill.expr;

/**
 * The part of an update in which a line stands.
 *
 * @param place   for which tensors the line is done
 * @param repeats how often the lines of the same {@code group} are done one after the other, at least 1
 * @param group   line on which the repetition begins; 0 outside of one
 */
public record UpdatePart(Place place, int repeats, int group) {
    /** Outside of every block. */
    public static final UpdatePart NONE = new UpdatePart(Place.EVERYWHERE, 1, 0);

    /** For which tensors a line is done. */
    public enum Place {
        /** For all. */
        EVERYWHERE,
        /** For those with two or more axes: {@code for matrices:}. */
        MATRICES,
        /** For the others: {@code otherwise:}. */
        OTHERWISE
    }
}

package downhill.expr;

/**
 * The part of an update in which a line stands.
 *
 * @param place   whether the line is done for all tensors, for those chosen or for the others
 * @param whom    which tensors are chosen; null where all are
 * @param repeats how often the lines of the same {@code group} are done one after the other, at least 1
 * @param group   line on which the repetition begins; 0 outside of one
 * @param gate    in which steps the line is done; null where in all
 */
public record UpdatePart(Place place, Whom whom, int repeats, int group, Gate gate) {
    /** Outside of every block. */
    public static final UpdatePart NONE = new UpdatePart(Place.EVERYWHERE, null, 1, 0, null);

    /** For which tensors a line is done. */
    public enum Place {
        /** For all. */
        EVERYWHERE,
        /** For those that a {@code for …:} chooses. */
        CHOSEN,
        /** For the others: {@code otherwise:}. */
        OTHERWISE
    }

    /**
     * Which tensors a {@code for …:} chooses.
     *
     * @param matrices those with two or more axes; else all
     * @param most     of these only those whose longest side, or for arrays whose number of elements, is at most this
     */
    public record Whom(boolean matrices, int most) {
        /** No limit. */
        public static final int ANY = Integer.MAX_VALUE;
    }

    /**
     * In which steps lines are done.
     *
     * @param due   is not 0 in those steps; made of hyperparameters, t and scalar states, and asked where the part begins
     * @param words as it is written, without the colon
     * @param line  on which the part begins
     */
    public record Gate(Expr due, String words, int line) {
        /** A name for its answer that nobody can write. */
        public String name() {
            return "when " + line;
        }

        Gate with(Expr other) {
            return new Gate(other, words, line);
        }
    }

    /** Whether it is a part of chosen tensors that are matrices. */
    public boolean ofMatrices() {
        return place == Place.CHOSEN && whom.matrices;
    }

    /** The same for other tensors. */
    public UpdatePart of(Place other, Whom chosen) {
        return new UpdatePart(other, chosen, repeats, group, gate);
    }

    /** The same, repeated. */
    public UpdatePart repeated(int times, int from) {
        return new UpdatePart(place, whom, times, from, gate);
    }

    /** The same in some steps only. */
    public UpdatePart gated(Gate some) {
        return new UpdatePart(place, whom, repeats, group, some);
    }

    /** The same, its gate's question having been answered by {@code due}. */
    public UpdatePart due(Expr due) {
        return gated(gate.with(due));
    }
}

package downhill.engine.train;

import downhill.engine.graph.Graph;
import downhill.engine.graph.Node;
import java.util.List;

/**
 * What is minimised, and where its data go in.
 *
 * @param loss    shape [], the mean data loss
 * @param x       batch input [B, ..], or null for a surface
 * @param y       target input [B, outputs], or null for a surface
 * @param weights input [B, 1] of what each row counts for, or null where all count the same
 * @param masks   dropout masks
 */
public record TrainingGraph(Node loss, Node x, Node y, Node weights, List<Mask> masks) {

    /** With rows that all count the same. */
    public TrainingGraph(Node loss, Node x, Node y, List<Mask> masks) {
        this(loss, x, y, null, masks);
    }

    /** An input that is 0 with probability {@code rate}, else 1/(1 − rate), drawn anew each step. */
    public record Mask(Node input, double rate) {
    }

    /** A function of the parameters alone. */
    public static TrainingGraph surface(Node loss) {
        return new TrainingGraph(loss, null, null, List.of());
    }

    Graph graph() {
        return loss.graph();
    }

    /** Rows in a batch; 0 for a surface. */
    int batch() {
        return x == null ? 0 : x.length(0);
    }
}

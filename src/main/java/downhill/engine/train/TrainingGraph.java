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
 * @param output  what the loss is a function of, [B, outputs]; null where nothing is between parameters and loss, as on a surface
 */
public record TrainingGraph(Node loss, Node x, Node y, Node weights, List<Mask> masks, Node output) {

    /** With rows that all count the same, and nothing known of the outputs. */
    public TrainingGraph(Node loss, Node x, Node y, List<Mask> masks) {
        this(loss, x, y, null, masks, null);
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

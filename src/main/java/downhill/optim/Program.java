package downhill.optim;

import downhill.expr.Assignment;
import java.util.List;

/**
 * A step split in two: first the host computes the slots, then the lines of {@code elementwise} are done in order.
 *
 * @param host        scalar part
 * @param elementwise lines over θ, g, element-wise states, locals of the step, slots and literals; the only scalar symbols in
 *                    them are slots, and a line may consist of a slot or literal alone
 */
public record Program(HostProgram host, List<Assignment> elementwise) {
    /** Copies the list. */
    public Program {
        elementwise = List.copyOf(elementwise);
    }
}

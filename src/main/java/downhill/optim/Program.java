package downhill.optim;

import downhill.expr.Assignment;
import downhill.expr.Expr;
import downhill.expr.Exprs;
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

    /** The slots of the questions on which depends whether the model is asked once more; none where it always is, or never. */
    public List<String> questions() {
        return elementwise.stream().filter(line -> line.block().gate() != null && Exprs.evaluated(line.value()) != null)
                .map(line -> ((Expr.Sym) line.block().gate().due()).name()).distinct().toList();
    }

    /** What is done in steps in which none of these questions is answered by yes. */
    public Program unasked() {
        List<String> questions = questions();
        return new Program(host, elementwise.stream().filter(line -> line.block().gate() == null
                || !questions.contains(((Expr.Sym) line.block().gate().due()).name())).toList());
    }
}

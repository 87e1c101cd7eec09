package downhill.optim;

import java.util.List;
import java.util.Optional;

/**
 * Length of a side of an array that a rule handles, known only where the model is.
 *
 * @param word as a rule writes it
 * @param most of a thin side: so long, or as the array's shorter side where that is shorter; 0 of the others
 */
public record Side(String word, int most) {
    /** 1. */
    public static final Side ONE = new Side("1", 0);
    /** Rows of the tensor. */
    public static final Side ROWS = new Side(RuleTensor.ROWS, 0);
    /** Columns of the tensor. */
    public static final Side COLUMNS = new Side(RuleTensor.COLUMNS, 0);
    /** All elements of the tensor. */
    public static final Side SIZE = new Side(RuleTensor.SIZE, 0);

    static Optional<Side> of(String word) {
        Optional<Side> named = List.of(ONE, ROWS, COLUMNS, SIZE).stream().filter(side -> side.word.equals(word)).findFirst();
        return named.isEmpty() && word.matches("[1-9]\\d{0,3}") ? Optional.of(new Side(word, Integer.parseInt(word))) : named;
    }

    /** Whether it is a number above 1. */
    public boolean thin() {
        return most > 0;
    }

    /** Its length for a tensor. */
    public int of(RuleTensor tensor) {
        if (thin()) {
            return Math.min(most, Math.min(tensor.outputs(), tensor.inputs()));
        }
        if (equals(ONE)) {
            return 1;
        }
        if (equals(SIZE)) {
            return tensor.size();
        }
        return equals(ROWS) ? tensor.outputs() : tensor.inputs();
    }
}

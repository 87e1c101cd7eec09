package downhill.optim;

import java.util.Arrays;
import java.util.Optional;

/** Length of a side of an array that a rule handles, known only where the model is. */
public enum Side {
    /** 1. */
    ONE("1"),
    /** Rows of the tensor. */
    ROWS(RuleTensor.ROWS),
    /** Columns of the tensor. */
    COLUMNS(RuleTensor.COLUMNS),
    /** All elements of the tensor. */
    SIZE(RuleTensor.SIZE);

    private final String word;

    Side(String word) {
        this.word = word;
    }

    /** As a rule writes it. */
    public String word() {
        return word;
    }

    static Optional<Side> of(String word) {
        return Arrays.stream(values()).filter(side -> side.word.equals(word)).findFirst();
    }

    /** Its length for a tensor. */
    public int of(RuleTensor tensor) {
        return switch (this) {
            case ONE -> 1;
            case ROWS -> tensor.outputs();
            case COLUMNS -> tensor.inputs();
            case SIZE -> tensor.size();
        };
    }
}

package downhill.optim;

import downhill.expr.UpdatePart;
import java.util.Map;

/**
 * One array of a model's parameters as a rule sees it: a matrix [outputs × inputs], or a vector.
 *
 * @param offset  index of its first element in the parameter row
 * @param outputs rows of the matrix, one for each output or filter; or all elements of a vector
 * @param inputs  columns of the matrix; 1 for a vector
 * @param matrix  whether it has two or more axes
 * @param byRows  whether the matrix lies in the parameter row one row behind the other, as filters do; else one column behind the other
 */
public record RuleTensor(int offset, int outputs, int inputs, boolean matrix, boolean byRows) {
    /** Number of its rows. */
    public static final String ROWS = "rows";
    /** Number of its columns. */
    public static final String COLUMNS = "columns";
    /** Number of its elements. */
    public static final String SIZE = "size";
    /** 1 for a matrix, else 0. */
    public static final String IS_MATRIX = "is_matrix";

    /** A vector, or a matrix whose outputs lie side by side. */
    public RuleTensor(int offset, int outputs, int inputs, boolean matrix) {
        this(offset, outputs, inputs, matrix, false);
    }

    /** All parameters of something without arrays. */
    public static RuleTensor vector(int size) {
        return new RuleTensor(0, size, 1, false);
    }

    /** Number of its elements. */
    public int size() {
        return outputs * inputs;
    }

    /** The row of the matrix in which its {@code place}-th number in the parameter row is. */
    public int output(int place) {
        return byRows ? place / inputs : place % outputs;
    }

    /** The column of it. */
    public int input(int place) {
        return byRows ? place % inputs : place / outputs;
    }

    /** Whether lines in that part of an update are done for it. */
    public boolean isIn(UpdatePart part) {
        return part.place() == UpdatePart.Place.EVERYWHERE || isChosen(part.whom()) == (part.place() == UpdatePart.Place.CHOSEN);
    }

    private boolean isChosen(UpdatePart.Whom whom) {
        return whom.matrices() ? matrix && Math.max(outputs, inputs) <= whom.most() : size() <= whom.most();
    }

    /** What a rule may ask of it by name. */
    public Map<String, Double> facts() {
        return Map.of(ROWS, (double) outputs, COLUMNS, (double) inputs, SIZE, (double) size(), IS_MATRIX, matrix ? 1.0 : 0);
    }

    /** Whether {@code name} is such a fact, where no rule gives it another meaning. */
    public static boolean isFact(String name) {
        return name.equals(ROWS) || name.equals(COLUMNS) || name.equals(SIZE) || name.equals(IS_MATRIX);
    }
}

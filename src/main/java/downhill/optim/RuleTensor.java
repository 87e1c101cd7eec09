package downhill.optim;

import downhill.expr.UpdatePart;
import java.util.Map;

/**
 * One array of a model's parameters as a rule sees it: a matrix [outputs × inputs], or a vector.
 *
 * @param offset  index of its first element in the parameter row
 * @param outputs length of its last axis in the row, which changes fastest; rows of the matrix, or all elements of a vector
 * @param inputs  product of its other axes: columns of the matrix; 1 for a vector
 * @param matrix  whether it has two or more axes
 */
public record RuleTensor(int offset, int outputs, int inputs, boolean matrix) {
    /** Number of its rows. */
    public static final String ROWS = "rows";
    /** Number of its columns. */
    public static final String COLUMNS = "columns";
    /** Number of its elements. */
    public static final String SIZE = "size";
    /** 1 for a matrix, else 0. */
    public static final String IS_MATRIX = "is_matrix";

    /** All parameters of something without arrays. */
    public static RuleTensor vector(int size) {
        return new RuleTensor(0, size, 1, false);
    }

    /** Number of its elements. */
    public int size() {
        return outputs * inputs;
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

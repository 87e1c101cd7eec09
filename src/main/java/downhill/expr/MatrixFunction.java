package downhill.expr;

import java.util.Locale;

/** What a rule may make of a matrix as a whole, beside products and transposes. */
public enum MatrixFunction {
    /** Columns of the same span that are orthonormal: the Q of A = Q·R with no element below 0 on R's diagonal. */
    QR,
    /** Eigenvectors of a symmetric matrix as columns, those of the largest eigenvalue first; of each the largest element is positive. */
    EIG,
    /**
     * A^(−1/p) of a symmetric positive matrix, by its eigenvalues: those below 10⁻¹⁰ times the largest count as that, so that rounding
     * in a direction that nothing was seen of yet is not blown up.
     */
    ROOT,
    /** The identity with as many rows as its argument says. */
    IDENTITY,
    /** All elements below one another: a column. */
    VEC,
    /** Such a column as the array it was made of. */
    MAT;

    /** What a formula calls it by. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Whether it is found by an iteration, which costs far more than a product. */
    public boolean factors() {
        return this == QR || this == EIG || this == ROOT;
    }
}

package downhill.analysis.explain.field;

/** What is asked: a model over raw values. */
@FunctionalInterface
public interface RawAnswers {
    /**
     * The answers to some rows.
     *
     * @param cells [rows × fields]; not kept, not written to
     * @return [rows × outputs]
     */
    double[] of(double[] cells);
}

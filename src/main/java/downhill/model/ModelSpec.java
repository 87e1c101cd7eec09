package downhill.model;

/**
 * Everything that says what a model is, before any data. A value: it can be stored, compared and shown.
 *
 * @param architecture the family and its sizes
 * @param loss         what is minimised
 * @param initializer  how the first values are drawn
 * @param dropout      share of hidden values set to zero in each training step, 0 (none) to below 1
 */
public record ModelSpec(Architecture architecture, Loss loss, Initializer initializer, double dropout) {
    public ModelSpec {
        if (architecture == null || loss == null || initializer == null) {
            throw new ModelException("a model needs an architecture, a loss and an initializer");
        }
        if (!(dropout >= 0 && dropout < 1)) {
            throw new ModelException("dropout must be at least 0 and below 1, not " + dropout);
        }
    }

    /** With the default initializer and no dropout. */
    public ModelSpec(Architecture architecture, Loss loss) {
        this(architecture, loss, Initializer.DEFAULT, 0);
    }
}

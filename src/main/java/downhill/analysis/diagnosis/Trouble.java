package downhill.analysis.diagnosis;

/** What may be wrong with a training, the gravest first. */
public enum Trouble {
    /** The loss is no longer a finite number. Value: the last finite loss, NaN where there was none. */
    DIVERGED,
    /** The loss is far above its start. Value: loss / first loss. */
    GROWING,
    /** Gradients of the first weights are tiny beside those of the last. Value: ratio of their root mean squares. */
    VANISHING_GRADIENT,
    /** Units that are never above 0. Value: their share in the layer, 0 to 1. */
    DEAD_UNITS,
    /** Falling steadily, but by very little. Value: part of the first loss lost so far. */
    RATE_TOO_SMALL,
    /** No longer falling. Value: relative gain of the last third over what came before. */
    PLATEAU,
    /** The validation loss has been rising. Value: validation loss / its lowest. */
    OVERFITTING
}

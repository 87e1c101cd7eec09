package downhill.model;

/** What can be shown of the inside of a model, layer by layer. */
public enum Inside {
    /** What each filter makes of an image: the {@link ModelGraph#views} that end in {@code .map}. */
    FEATURE_MAPS,
    /** The weights of filters, arrays [out][in][height][width]. */
    KERNELS,
    /** How much each step of time looks at each other: views that end in {@code attention}. */
    ATTENTION
}

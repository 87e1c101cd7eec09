package downhill.compress;

/** What is taken away, and by what. */
public enum PruneBy {
    /** The smallest weights, one by one. */
    MAGNITUDE,
    /** Hidden units and filters, whole. */
    NEURON,
    /** Weights by lot: what the others have to be better than. */
    RANDOM
}

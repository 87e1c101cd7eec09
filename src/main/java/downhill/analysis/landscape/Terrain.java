package downhill.analysis.landscape;

/** What a landscape is of: a loss as a function of the parameter row, without penalties, dropout and augmentation. */
public sealed interface Terrain permits ModelTerrain, SurfaceTerrain {
    /** P. */
    int parameterCount();

    /** Which rows the loss is the mean of. */
    DataScope scope();

    /** Compiles it for the calling thread, which must also close it. */
    StackedLoss open();
}

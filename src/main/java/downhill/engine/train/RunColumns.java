package downhill.engine.train;

import downhill.optim.Clipping;

/** Numbers that each run has one of, as inputs of the update graph. */
public final class RunColumns {
    static final String L1 = "l1";
    static final String L2 = "l2";
    static final String NORM_LIMIT = "norm limit";
    static final String VALUE_LIMIT = "value limit";
    static final String WEIGHT_DECAY = "weight decay";

    private RunColumns() {
    }

    /** A run that does not clip has the limit infinity, which changes nothing. */
    static double value(String name, RunSpec run) {
        return switch (name) {
            case L1 -> run.penalty().l1();
            case L2 -> run.penalty().l2();
            case NORM_LIMIT -> run.clipping() instanceof Clipping.ByNorm norm ? norm.limit() : Double.POSITIVE_INFINITY;
            case VALUE_LIMIT -> run.clipping() instanceof Clipping.ByValue byValue ? byValue.limit()
                    : Double.POSITIVE_INFINITY;
            case WEIGHT_DECAY -> run.weightDecay();
            default -> throw new IllegalArgumentException(name);
        };
    }
}

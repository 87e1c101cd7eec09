package downhill.cli;

import downhill.optim.Clipping;
import downhill.optim.Penalty;
import downhill.race.document.ContenderSpec;
import downhill.setting.Interval;

/** The numbers that every contender can have of its own, whatever its rule. */
enum EntrantSetting {
    BATCH("batch", Interval.closed(0, 1e9), true, (spec, value, shared) -> spec.withBatchSize((int) value)),
    SEEDS("seeds", Interval.closed(1, TrainingOptions.MOST_SEEDS), true, (spec, value, shared) -> spec.withSeeds((int) value)),
    L1("l1", Interval.NON_NEGATIVE, false, (spec, value, shared) -> spec.withPenalty(new Penalty(value, penalty(spec, shared).l2()))),
    L2("l2", Interval.NON_NEGATIVE, false, (spec, value, shared) -> spec.withPenalty(new Penalty(penalty(spec, shared).l1(), value))),
    CLIP_NORM("clipNorm", Interval.ABOVE_ZERO, false, (spec, value, shared) -> spec.withClipping(new Clipping.ByNorm(value))),
    CLIP_VALUE("clipValue", Interval.ABOVE_ZERO, false, (spec, value, shared) -> spec.withClipping(new Clipping.ByValue(value))),
    WEIGHT_DECAY("weightDecay", Interval.NON_NEGATIVE, false, (spec, value, shared) -> spec.withWeightDecay(value));

    /** Puts a checked number into a contender. */
    private interface Change {
        ContenderSpec apply(ContenderSpec spec, double value, Penalty shared);
    }

    private final String key;
    private final Interval legal;
    private final boolean whole;
    private final Change change;

    EntrantSetting(String key, Interval legal, boolean whole, Change change) {
        this.key = key;
        this.legal = legal;
        this.whole = whole;
        this.change = change;
    }

    private static Penalty penalty(ContenderSpec spec, Penalty shared) {
        return spec.penalty() == null ? shared : spec.penalty();
    }

    String key() {
        return key;
    }

    /** What it may be, in words: a whole number in [1, 1000]. */
    String range() {
        return (whole ? "a whole number in " : "a number in ") + legal;
    }

    boolean allows(double value) {
        return legal.contains(value) && (!whole || value == Math.rint(value));
    }

    /** @param shared the penalty of all contenders, of which a contender may change one part */
    ContenderSpec apply(ContenderSpec spec, double value, Penalty shared) {
        return change.apply(spec, value, shared);
    }
}

package downhill.optim;

import downhill.words.RefusedException;
import downhill.words.Said;

/** Refuses numbers for which something is not defined, in one sentence. */
public final class NumberChecks {
    private NumberChecks() {
    }

    static void positive(double value, Said name) {
        require(value > 0 && Double.isFinite(value), name, value, Said.of("wanted.positive"));
    }

    static void notNegative(double value, Said name) {
        require(value >= 0 && Double.isFinite(value), name, value, Said.of("wanted.notNegative"));
    }

    static void atLeast(double value, double least, Said name) {
        require(value >= least && Double.isFinite(value), name, value, Said.of("wanted.least", WrittenNumbers.text(least)));
    }

    static void within(double value, double low, double high, Said name) {
        require(value >= low && value <= high, name, value, Said.of("wanted.within", WrittenNumbers.text(low), WrittenNumbers.text(high)));
    }

    static void require(boolean holds, Said name, double value, Said wanted) {
        if (!holds) {
            throw new RefusedException(Said.of("number.must", name, wanted, WrittenNumbers.text(value)));
        }
    }
}

package downhill.race;

import java.util.function.BooleanSupplier;

/** Measures parameters on whole sets of rows. Belongs to one thread. */
interface Judge extends AutoCloseable {
    /** Who measures a contender: the same for all, unless each has rows of its own. */
    default Judge of(String contender) {
        return this;
    }

    /** On the validation rows; {@link Score#NONE} where there are none. */
    default Score validate(double[] parameters) {
        return validate(parameters, () -> true);
    }

    /** The same, given up where {@code go}, asked now and then, says no: then null. */
    Score validate(double[] parameters, BooleanSupplier go);

    /** Mean loss on all training rows, without dropout and augmentation; on a surface the height. */
    double trainingLoss(double[] parameters);

    @Override
    void close();
}

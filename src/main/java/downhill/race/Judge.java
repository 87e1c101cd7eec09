package downhill.race;

/** Measures parameters on whole sets of rows. Belongs to one thread. */
interface Judge extends AutoCloseable {
    /** On the validation rows; {@link Score#NONE} where there are none. */
    Score validate(double[] parameters);

    /** Mean loss on all training rows, without dropout and augmentation; on a surface the height. */
    double trainingLoss(double[] parameters);

    @Override
    void close();
}

package downhill.race;

import downhill.data.prepare.Prepared;
import downhill.engine.train.SummedGradient;
import java.util.List;
import java.util.function.BooleanSupplier;

/**
 * Rows that are elsewhere, with those who can measure a model on them. All but {@link #prepared} is asked by one thread, the race's.
 * What is asked may fail with {@link downhill.words.RefusedException}, in a sentence.
 */
public interface FarRows {
    /** What is known of the rows here: how many they are and how they were made, not what they hold. */
    Prepared prepared();

    /** What classes count for in the loss. */
    LossWeights weights();

    /** Steps that each who has rows takes on its own, one after the other, before answers are put together; 1 for one gradient of all. */
    default int localSteps() {
        return 1;
    }

    /** Losses and gradients of a step. */
    List<SummedGradient> gradients(GradientAsk ask);

    /** How parameters do on the validation rows; null where {@code go} said no. */
    ScoreSum validate(double[] parameters, BooleanSupplier go);

    /** The same on all training rows; of the loss alone. */
    ScoreSum trainingLoss(double[] parameters);
}

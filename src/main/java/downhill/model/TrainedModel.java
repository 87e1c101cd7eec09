package downhill.model;

import downhill.data.prepare.Preprocessing;
import downhill.model.ModelSpec;
import java.util.Map;

/**
 * A model with everything needed to use it.
 *
 * @param name          of the contender that became it
 * @param model         its shape
 * @param preprocessing how rows of a file become its inputs
 * @param outputs       numbers it gives for each row
 * @param parameters    [P], in the order of the model's layout
 * @param training      how it was made
 */
public record TrainedModel(String name, ModelSpec model, Preprocessing preprocessing, int outputs, double[] parameters,
                           Origin training) {

    /** Another model of the same columns, target and number of outputs, made of this one. */
    public TrainedModel with(String otherName, ModelSpec other, double[] row) {
        return new TrainedModel(otherName, other, preprocessing, outputs, row, training);
    }

    /**
     * How a model was made.
     *
     * @param rule            id of the optimizer
     * @param hyperparameters chosen values by key; the others had the rule's defaults
     * @param steps           updates done
     * @param seed            of the experiment
     * @param precision       float or double
     * @param outcome         how the training ended
     * @param trainingLoss    on all training rows, NaN where it was not measured
     * @param validationLoss  NaN where nothing was held out
     */
    public record Origin(String rule, Map<String, Double> hyperparameters, long steps, long seed, String precision, String outcome,
                         double trainingLoss, double validationLoss) {
        public Origin {
            hyperparameters = Map.copyOf(hyperparameters);
        }
    }
}

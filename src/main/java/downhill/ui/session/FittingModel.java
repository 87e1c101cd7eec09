package downhill.ui.session;

import downhill.data.TaskKind;
import downhill.data.prepare.Prepared;
import downhill.model.Activation;
import downhill.model.Architecture;
import downhill.model.Initializer;
import downhill.model.InputShape;
import downhill.model.Loss;
import downhill.model.LossOptions;
import downhill.model.ModelException;
import downhill.model.ModelSpec;
import downhill.model.ModelSummary;
import java.util.List;

/** Keeps a model over a change of data as far as it still makes sense. */
public final class FittingModel {
    private static final int HIDDEN = 8;

    private FittingModel() {
    }

    /** {@code model} with a loss that fits the data; a small perceptron where its kind does not fit them. */
    public static ModelSpec of(ModelSpec model, Prepared prepared) {
        Architecture kind = fits(model.architecture(), prepared.task()) ? model.architecture() : new Architecture.Mlp(List.of(HIDDEN), Activation.TANH);
        Loss loss = model.loss().fits(prepared.task()) ? model.loss() : Loss.defaultFor(prepared.task());
        ModelSpec kept = new ModelSpec(kind, loss, model.initializer(), model.dropout()).withLossOptions(fitting(model.lossOptions(), prepared.classNames()));
        try {
            ModelSummary.of(kept, InputShape.of(prepared.inputShape()), prepared.outputs());
            return kept;
        } catch (ModelException doesNotFit) {
            return new ModelSpec(new Architecture.Mlp(List.of(HIDDEN), Activation.TANH), loss, Initializer.DEFAULT, 0);
        }
    }

    /** Weights of classes that are there no longer are no weights of the new ones. */
    private static LossOptions fitting(LossOptions options, List<String> classes) {
        if (options == null || options.classWeights() == null) {
            return options;
        }
        try {
            options.classWeights().of(classes, new double[classes.size()]);
            return options;
        } catch (ModelException otherClasses) {
            return new LossOptions(options.huberDelta(), options.labelSmoothing());
        }
    }

    private static boolean fits(Architecture kind, TaskKind task) {
        boolean regression = kind instanceof Architecture.Linear || kind instanceof Architecture.Polynomial;
        return regression ? task == TaskKind.REGRESSION
                : kind instanceof Architecture.Logistic ? task == TaskKind.BINARY
                : !(kind instanceof Architecture.Softmax) || task == TaskKind.MULTICLASS;
    }
}

package downhill.ui.session;

import downhill.data.prepare.Prepared;
import downhill.model.Architecture;
import downhill.model.Families;
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
    private FittingModel() {
    }

    /** {@code model} with a loss that fits the data; what suits them where its kind does not fit them. */
    public static ModelSpec of(ModelSpec model, Prepared prepared) {
        InputShape shape = InputShape.of(prepared.inputShape());
        boolean fits = model.architecture().family().fits(prepared.task(), shape);
        Architecture kind = fits ? model.architecture() : Families.suiting(shape).start(shape);
        Loss loss = model.loss().fits(prepared.task()) ? model.loss() : Loss.defaultFor(prepared.task());
        LossOptions options = fitting(model.lossOptions(), prepared.classNames());
        ModelSpec kept = new ModelSpec(kind, loss, model.initializer(), model.dropout()).withLossOptions(options);
        try {
            ModelSummary.of(kept, shape, prepared.outputs());
            return kept;
        } catch (ModelException doesNotFit) {
            return new ModelSpec(Families.suiting(shape).start(shape), loss, Initializer.DEFAULT, 0);
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
}

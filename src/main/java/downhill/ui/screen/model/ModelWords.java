package downhill.ui.screen.model;

import downhill.model.Activation;
import downhill.model.Architecture;
import downhill.model.Family;
import downhill.model.Initializer;
import downhill.model.Loss;
import downhill.model.LossOptions;
import downhill.model.ModelSpec;
import downhill.ui.i18n.Messages;
import downhill.ui.i18n.Numbers;
import java.util.Locale;

/** Models in words. */
final class ModelWords {
    private ModelWords() {
    }

    static String family(Architecture architecture) {
        return family(architecture.family());
    }

    static String family(Family<?> family) {
        return Messages.text("model.family." + family.id());
    }

    static String loss(Loss loss) {
        return Messages.text("model.loss." + key(loss));
    }

    /** With what the loss is given. */
    static String loss(ModelSpec model) {
        LossOptions options = model.lossOptions();
        if (options == null) {
            return loss(model.loss());
        }
        if (model.loss() == Loss.HUBER) {
            return Messages.text("model.loss.delta", loss(model.loss()), Numbers.format(options.huberDelta()));
        }
        String plain = loss(model.loss());
        String smoothed = options.labelSmoothing() == 0 ? plain : Messages.text("model.loss.smoothed", plain, Numbers.format(options.labelSmoothing()));
        return options.classWeights() == null ? smoothed : Messages.text("model.loss.weighted", smoothed);
    }

    static String classWeights(ClassWeightsForm.Kind kind) {
        return Messages.text("model.classWeights." + key(kind));
    }

    static String activation(Activation activation) {
        return Messages.text("model.activation." + key(activation));
    }

    static String initializer(Initializer.Scheme scheme) {
        return Messages.text("model.initializer." + key(scheme));
    }

    private static String key(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT);
    }
}

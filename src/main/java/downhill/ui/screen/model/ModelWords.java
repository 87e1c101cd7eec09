package downhill.ui.screen.model;

import downhill.model.Architecture;
import downhill.model.Loss;
import downhill.model.LossOptions;
import downhill.model.ModelSettings;
import downhill.model.ModelSpec;
import downhill.ui.i18n.Messages;
import downhill.ui.i18n.Numbers;
import downhill.ui.i18n.Spoken;
import java.util.Locale;

/** Models in words. */
final class ModelWords {
    private ModelWords() {
    }

    static String family(Architecture architecture) {
        return Spoken.text(architecture.family().label());
    }

    static String loss(Loss loss) {
        return Spoken.text(ModelSettings.LOSS.named(loss));
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
        String smoothed = options.labelSmoothing() == 0 ? plain
                : Messages.text("model.loss.smoothed", plain, Numbers.format(options.labelSmoothing()));
        return options.classWeights() == null ? smoothed : Messages.text("model.loss.weighted", smoothed);
    }

    static String classWeights(ClassWeightsForm.Kind kind) {
        return Messages.text("model.classWeights." + key(kind));
    }

    private static String key(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT);
    }
}

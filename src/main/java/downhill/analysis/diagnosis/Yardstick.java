package downhill.analysis.diagnosis;

import downhill.data.DataSettings;
import downhill.model.ModelSettings;
import java.util.Locale;

/** By what it is judged whether a remedy helped. */
public enum Yardstick {
    /** The best validation loss. */
    BEST_LOSS,
    /** The loss at the end, which is what overfitting spoils. */
    LOSS_AT_END,
    /** Where weights of classes make another loss. */
    BALANCED_ACCURACY,
    /** Where the loss is one of another unit, since scaling is for the target, too. */
    R2;

    /** Of a remedy as it is typed. */
    public static Yardstick of(Ailment kind, String setting, boolean classes) {
        if (setting.startsWith(ModelSettings.CLASS_WEIGHTS.option() + " ")) {
            return BALANCED_ACCURACY;
        }
        if (!classes && setting.startsWith(DataSettings.SCALING.option() + " ")) {
            return R2;
        }
        return kind == Ailment.OVERFITTING ? LOSS_AT_END : BEST_LOSS;
    }

    /** Whether it is a {@link PlainScore}, of which more is better, and not a loss. */
    public boolean isScore() {
        return this == BALANCED_ACCURACY || this == R2;
    }

    double of(Health health) {
        if (isScore()) {
            return health.score();
        }
        return this == LOSS_AT_END ? health.now() : health.best();
    }

    /** As files have it: in small letters with hyphens. */
    public String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}

package downhill.analysis.diagnosis;

import java.util.Arrays;
import java.util.Locale;

/** What {@link RunDoctor} can find. */
public enum Ailment {
    /** The loss is no longer a finite number, or far above its start. */
    DIVERGING,
    /** Half of the relu units of a layer or more are 0 on all rows. */
    DEAD_UNITS,
    /** The loss changes much more than the parameters. */
    EXPLODING_GRADIENTS,
    /** Hardly any gradient reaches the first weights. */
    VANISHING_GRADIENTS,
    /** Half of the values of bounded units or more are at their bounds. */
    SATURATION,
    /** The validation loss jumps because a batch has few rows. */
    BATCH_NOISE,
    /** The loss rises again, or jumps about at the end. */
    RATE_TOO_LARGE,
    /** The loss still falls as steadily at the end as before. */
    RATE_TOO_SMALL,
    /** See {@link Overfitting}. */
    OVERFITTING,
    /** Both losses stay near that of the best constant answer. */
    UNDERFITTING,
    /** One class has many times the rows of another, and nothing makes up for it. */
    CLASSES_OUT_OF_BALANCE,
    /** Inputs spread by very different amounts, and nothing scales them. */
    INPUTS_OUT_OF_SCALE,
    /** A column alone gives the target. */
    LEAK_SUSPECTED;

    /** Of a word; null where there is none such. */
    public static Ailment of(String word) {
        return Arrays.stream(values()).filter(one -> one.word().equals(word)).findFirst().orElse(null);
    }

    /** As files have it: in small letters with hyphens. */
    public String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}

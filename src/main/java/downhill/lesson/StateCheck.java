package downhill.lesson;

import java.util.List;

/**
 * What can hold of a race that rests: a closed list, without code. A contender is named by its id; {@link #ANYBODY} stands for one or
 * another of them. What is not there does not hold, and neither does what is compared with NaN.
 */
public sealed interface StateCheck {
    /** In the place of a contender's id: one or another. */
    String ANYBODY = "*";

    /** Whom it is about. */
    String contender();

    /** The training loss is below a value. */
    record LossBelow(String contender, double value) implements StateCheck {
    }

    /** The training loss is above a value. */
    record LossAbove(String contender, double value) implements StateCheck {
    }

    /** The validation loss is below a value. */
    record ValidationBelow(String contender, double value) implements StateCheck {
    }

    /** Accuracy or R² is above a value. */
    record MetricAbove(String contender, double value) implements StateCheck {
    }

    /** It has diverged. */
    record Diverged(String contender) implements StateCheck {
    }

    /** It has neither diverged nor failed, and has done at least so many updates. */
    record Steady(String contender, long steps) implements StateCheck {
    }

    /** Its training loss is below that of another one, by a factor of at least 1. */
    record Ahead(String contender, String of, double factor) implements StateCheck {
    }

    /** Its parameters lie within a distance of a point, by the largest difference. */
    record Near(String contender, List<Double> point, double within) implements StateCheck {
    }

    /** Its parameters lie outside a distance of a point, by the largest difference. */
    record Far(String contender, List<Double> point, double beyond) implements StateCheck {
    }

    /** Its parameters are those of another one, by the largest difference. */
    record Same(String contender, String as, double within) implements StateCheck {
    }

    /** Its parameters are not those of another one, by the largest difference. */
    record Apart(String contender, String from, double beyond) implements StateCheck {
    }

    /** A hyperparameter is within bounds, as the document has it. */
    record SettingWithin(String contender, String key, double least, double most) implements StateCheck {
    }

    /** How near it is to its rule's edge of stability, see {@link downhill.analysis.curvature.Stability#gauge()}. */
    record GaugeWithin(String contender, double least, double most) implements StateCheck {
    }

    /** How far it has come from its start, over the length of what it started with. */
    record MovedWithin(String contender, double least, double most) implements StateCheck {
    }

    /** How far its tangent kernel has drifted from its start, see {@link downhill.analysis.curvature.KernelDrift}. */
    record KernelWithin(String contender, double least, double most) implements StateCheck {
    }

    /** How high the data loss rises on the straight line to another one, above what lies between both. */
    record BarrierWithin(String contender, String to, double least, double most) implements StateCheck {
    }

    /**
     * Its rule walks as a built-in one does: on an ellipse, with the hyperparameters that both have the same, no coordinate of the first
     * 25 steps differs by more than a part in a billion.
     */
    record RuleMatches(String contender, String rule) implements StateCheck {
    }
}

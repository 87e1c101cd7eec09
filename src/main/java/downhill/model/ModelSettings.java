package downhill.model;

import downhill.data.TaskKind;
import downhill.setting.Interval;
import downhill.setting.Kind;
import downhill.setting.OneOf;
import downhill.setting.Setting;
import downhill.setting.Written;
import downhill.words.Said;
import java.util.List;
import java.util.Optional;

/** What can be set of a model of any family. Its sizes are the {@link Family#settings} of its family. */
public final class ModelSettings {
    private static final Interval SHARE = new Interval(0, false, 1, true);

    /** What suits the target, where nobody says. */
    public static final Setting<Loss> LOSS = Setting.of("model.loss", Kind.choice(Loss.class), null).option("--loss");
    public static final Setting<Double> HUBER_DELTA =
            Setting.of("model.lossOptions.huberDelta", Kind.real(Interval.ABOVE_ZERO), 1.0).option("--huber-delta");
    public static final Setting<Double> LABEL_SMOOTHING =
            Setting.of("model.lossOptions.labelSmoothing", Kind.real(SHARE), 0.0).option("--label-smoothing");
    /** All the same where nobody says. */
    public static final Setting<ClassWeights> CLASS_WEIGHTS = Setting.of("model.lossOptions.classWeights",
            new Written<>("balanced|CLASS=W,...", true, text -> Optional.of(ClassWeightsText.parse(text)), ClassWeightsText::of,
                    Said.of("wanted.classWeights")), (ClassWeights) null).option("--class-weights");
    public static final Setting<Initializer.Scheme> INITIALIZER =
            Setting.of("model.initializer.scheme", Kind.choice(Initializer.Scheme.class), Initializer.Scheme.TORCH).option("--initializer");
    public static final Setting<Double> DROPOUT = Setting.of("model.dropout", Kind.real(SHARE), 0.0).option("--dropout");

    private ModelSettings() {
    }

    /** The losses that suit a task, the default first. */
    public static Setting<Loss> loss(TaskKind task) {
        return new Setting<>(LOSS.key(), new OneOf<>(Loss.fitting(task)), Loss.defaultFor(task), LOSS.option(), LOSS.unit(), LOSS.asked());
    }

    /** All of them. */
    public static List<Setting<?>> all() {
        return List.of(LOSS, HUBER_DELTA, LABEL_SMOOTHING, INITIALIZER, DROPOUT, CLASS_WEIGHTS);
    }

    /** @throws ModelException where the value is not legal */
    static <T> void require(Setting<T> setting, T value) {
        Said problem = setting.problem(value);
        if (problem != null) {
            throw new ModelException(problem);
        }
    }
}

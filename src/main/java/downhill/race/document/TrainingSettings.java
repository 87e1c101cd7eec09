package downhill.race.document;

import downhill.optim.Clipping;
import downhill.optim.Penalty;
import downhill.race.document.TrainingSpec.AugmentationSpec;
import downhill.race.document.TrainingSpec.EarlyStopping;
import downhill.setting.Interval;
import downhill.setting.Kind;
import downhill.setting.Part;
import downhill.setting.Setting;
import java.util.List;
import java.util.function.BiFunction;
import java.util.function.Function;

/** What can be set of a training, and where it stands in a {@link TrainingSpec}. */
public final class TrainingSettings {
    /** As many as a file of the course can tell; a race of that length takes years. */
    private static final long MOST_STEPS = 1_000_000_000_000L;
    private static final int MOST = 1_000_000_000;
    private static final long MOST_PIXELS = 9999;

    public static final Setting<Long> STEPS = Setting.of("training.steps", Kind.whole(1, MOST_STEPS), 1000L).option("--steps")
            .unit("steps");
    public static final Setting<Long> BATCH = Setting.of("training.batchSize", Kind.whole(0, MOST), 32L).option("--batch").unit("rows");
    public static final Setting<Long> PATIENCE = Setting.of("training.earlyStopping.patience", Kind.whole(1, MOST), 10L)
            .option("--patience")
            .unit("checks").whenAsked();
    public static final Setting<Double> GAIN = number("training.earlyStopping.minimumGain", Interval.NON_NEGATIVE, 0);
    public static final Setting<Boolean> BEST = Setting.of("training.earlyStopping.restoreBest", Kind.yesNo(), true);
    public static final Setting<Double> JITTER = number("training.augmentation.jitter", Interval.NON_NEGATIVE, 0).option("--jitter");
    public static final Setting<Long> SHIFT = Setting.of("training.augmentation.shift", Kind.whole(0, MOST_PIXELS), 0L).option("--shift")
            .unit("pixels");
    public static final Setting<Boolean> FLIP = Setting.of("training.augmentation.flip", Kind.yesNo(), false).option("--flip");
    public static final Setting<Double> NOISE = number("training.augmentation.noise", Interval.NON_NEGATIVE, 0).option("--noise");

    /** How long a task of shuffled targets lasts. */
    public static final Setting<Long> RELABEL = Setting.of("training.augmentation.relabel", Kind.whole(0, MOST), 0L).option("--relabel")
            .unit("steps");

    /** Where each stands; patience first, for without it there is no early stopping that could have the others. */
    public static final List<Part<TrainingSpec, ?>> PARTS = List.of(
            new Part<>(STEPS, TrainingSpec::steps, TrainingSpec::withSteps),
            new Part<>(BATCH, of -> (long) of.batchSize(), (of, value) -> of.withBatchSize(value.intValue())),
            new Part<>(Penalty.L1, of -> of.penalty().l1(), (of, value) -> of.withPenalty(new Penalty(value, of.penalty().l2()))),
            new Part<>(Penalty.L2, of -> of.penalty().l2(), (of, value) -> of.withPenalty(new Penalty(of.penalty().l1(), value))),
            new Part<>(Clipping.NORM, of -> norm(of.clipping()), (of, value) -> of.withClipping(new Clipping.ByNorm(value))),
            new Part<>(Clipping.VALUE, of -> value(of.clipping()), (of, value) -> of.withClipping(new Clipping.ByValue(value))),
            stopping(PATIENCE, of -> (long) of.patience(), (of, value) ->
                    new EarlyStopping(value.intValue(), of.minimumGain(), of.restoreBest())),
            stopping(GAIN, EarlyStopping::minimumGain, (of, value) -> new EarlyStopping(of.patience(), value, of.restoreBest())),
            stopping(BEST, EarlyStopping::restoreBest, (of, value) -> new EarlyStopping(of.patience(), of.minimumGain(), value)),
            augmentation(JITTER, AugmentationSpec::jitter, (of, value) ->
                    new AugmentationSpec(value, of.shift(), of.flip(), of.noise(), of.relabel())),
            augmentation(SHIFT, of -> (long) of.shift(), (of, value) ->
                    new AugmentationSpec(of.jitter(), value.intValue(), of.flip(), of.noise(), of.relabel())),
            augmentation(FLIP, AugmentationSpec::flip, (of, value) ->
                    new AugmentationSpec(of.jitter(), of.shift(), value, of.noise(), of.relabel())),
            augmentation(NOISE, AugmentationSpec::noise, (of, value) ->
                    new AugmentationSpec(of.jitter(), of.shift(), of.flip(), value, of.relabel())),
            augmentation(RELABEL, of -> (long) of.relabel(), (of, value) ->
                    new AugmentationSpec(of.jitter(), of.shift(), of.flip(), of.noise(), value.intValue())));

    private TrainingSettings() {
    }

    /** As usual in all. */
    public static TrainingSpec usual() {
        return TrainingSpec.of(STEPS.usual(), BATCH.usual().intValue());
    }

    /** All of them. */
    public static List<Setting<?>> all() {
        return PARTS.stream().<Setting<?>>map(Part::setting).toList();
    }

    private static EarlyStopping stoppingAsUsual() {
        return new EarlyStopping(PATIENCE.usual().intValue(), GAIN.usual(), BEST.usual());
    }

    private static Setting<Double> number(String key, Interval legal, double usual) {
        return Setting.of(key, Kind.real(legal), usual);
    }

    static Double norm(Clipping clipping) {
        return clipping instanceof Clipping.ByNorm norm ? norm.limit() : null;
    }

    static Double value(Clipping clipping) {
        return clipping instanceof Clipping.ByValue value ? value.limit() : null;
    }

    private static <T> Part<TrainingSpec, T> stopping(Setting<T> setting, Function<EarlyStopping, T> value,
                                                          BiFunction<EarlyStopping, T, EarlyStopping> with) {
        return new Part<>(setting, of -> of.earlyStopping() == null ? null : value.apply(of.earlyStopping()),
                (of, now) -> of.withEarlyStopping(with.apply(of.earlyStopping() == null ? stoppingAsUsual() : of.earlyStopping(), now)));
    }

    private static <T> Part<TrainingSpec, T> augmentation(Setting<T> setting, Function<AugmentationSpec, T> value,
                                                          BiFunction<AugmentationSpec, T, AugmentationSpec> with) {
        return new Part<>(setting, of -> of.augmentation() == null ? null : value.apply(of.augmentation()),
                (of, now) -> of.withAugmentation(with.apply(of.augmentation() == null ? AugmentationSpec.NONE : of.augmentation(), now)));
    }
}

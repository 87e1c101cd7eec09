package downhill.data;

import downhill.setting.Interval;
import downhill.setting.Kind;
import downhill.setting.Part;
import downhill.setting.Setting;
import downhill.setting.Written;
import downhill.words.Said;
import java.util.List;
import java.util.function.BiFunction;
import java.util.function.Function;

/** What can be set of how rows become examples, and where it stands in a {@link DataSpec}. */
public final class DataSettings {
    private static final int MOST_ROWS = 1_000_000_000;
    private static final int MOST_PIXELS = 100_000;

    public static final Setting<TaskKind> TASK = Setting.of("data.task", Kind.choice(TaskKind.class), (TaskKind) null).option("--task");
    public static final Setting<MissingStrategy> MISSING =
            Setting.of("data.missing", Kind.choice(MissingStrategy.class), MissingStrategy.MEAN).option("--missing");
    public static final Setting<Scaling> SCALING = Setting.of("data.scaling", Kind.choice(Scaling.class), Scaling.STANDARD)
            .option("--scaling");
    public static final Setting<Boolean> SCALE_TARGET = Setting.of("data.scaleTarget", Kind.yesNo(), true);
    public static final Setting<Double> VALIDATION =
            Setting.of("data.split.validationRatio", Kind.real(new Interval(0, false, 1, true)), 0.2).option("--validation");
    public static final Setting<Long> SPLIT_SEED = Setting.of("data.split.seed", Kind.whole(Interval.ANY), 42L);
    public static final Setting<Boolean> STRATIFIED = Setting.of("data.split.stratified", Kind.either("stratified", "random"), true)
            .option("--split");
    public static final Setting<EqualRows> EQUAL_ROWS =
            Setting.of("data.split.equalRows", Kind.choice(EqualRows.class), EqualRows.TOGETHER).option("--equal-rows");
    public static final Setting<Double> SEALED =
            Setting.of("data.split.sealed", Kind.real(new Interval(0, false, 1, true)), 0.0).option("--seal");
    public static final Setting<Long> WINDOW = rows("data.sequence.window", 12L).option("--window").whenAsked();
    public static final Setting<Long> HORIZON = rows("data.sequence.horizon", 1L).option("--horizon");
    public static final Setting<Long> STRIDE = rows("data.sequence.stride", 1L);
    public static final Setting<Level> LEVEL = Setting.of("data.sequence.level", Kind.choice(Level.class), Level.NONE).option("--level");
    public static final Setting<Long> CHANNELS = Setting.of("data.image.channels", Kind.whole(1, MOST_PIXELS), 1L);
    public static final Setting<Long> HEIGHT = Setting.of("data.image.height", Kind.whole(1, MOST_PIXELS), 1L).unit("pixels");
    public static final Setting<Long> WIDTH = Setting.of("data.image.width", Kind.whole(1, MOST_PIXELS), 1L).unit("pixels");

    /** All three at once, as the command line has them. */
    public static final Setting<ImageSpec> IMAGE = Setting.of("data.image", new Written<>("CxHxW", false, ImageSpec::read, ImageSpec::text,
            Said.of("wanted.image")), (ImageSpec) null).option("--image");

    /** Where each stands; the window comes before what is said of a time series, for without it there is none. */
    public static final List<Part<DataSpec, ?>> PARTS = List.of(
            new Part<>(TASK, DataSpec::task, DataSpec::withTask),
            new Part<>(MISSING, DataSpec::missing, DataSpec::withMissing),
            new Part<>(SCALING, DataSpec::scaling, DataSpec::withScaling),
            new Part<>(SCALE_TARGET, DataSpec::scaleTarget, DataSpec::withScaleTarget),
            split(VALIDATION, SplitSpec::validationRatio, SplitSpec::withRatio),
            split(SPLIT_SEED, SplitSpec::seed, SplitSpec::withSeed),
            split(STRATIFIED, SplitSpec::stratified, SplitSpec::withStratified),
            split(EQUAL_ROWS, SplitSpec::equalRows, SplitSpec::withEqualRows),
            split(SEALED, SplitSpec::sealedShare, SplitSpec::withSealed),
            sequence(WINDOW, of -> (long) of.window(), (of, value) ->
                    new SequenceSpec(value.intValue(), of.horizon(), of.stride(), of.level())),
            sequence(HORIZON, of -> (long) of.horizon(), (of, value) ->
                    new SequenceSpec(of.window(), value.intValue(), of.stride(), of.level())),
            sequence(STRIDE, of -> (long) of.stride(), (of, value) ->
                    new SequenceSpec(of.window(), of.horizon(), value.intValue(), of.level())),
            sequence(LEVEL, SequenceSpec::level, SequenceSpec::withLevel),
            image(CHANNELS, of -> (long) of.channels(), (of, value) -> new ImageSpec(value.intValue(), of.height(), of.width())),
            image(HEIGHT, of -> (long) of.height(), (of, value) -> new ImageSpec(of.channels(), value.intValue(), of.width())),
            image(WIDTH, of -> (long) of.width(), (of, value) -> new ImageSpec(of.channels(), of.height(), value.intValue())));

    private DataSettings() {
    }

    /** All of them. */
    public static List<Setting<?>> all() {
        return PARTS.stream().<Setting<?>>map(Part::setting).toList();
    }

    /** @throws DataException of one sentence where the value is not legal */
    static <T> void require(Setting<T> setting, T value) {
        Said problem = setting.problem(value);
        if (problem != null) {
            throw new DataException(problem);
        }
    }

    private static Setting<Long> rows(String key, long usual) {
        return Setting.of(key, Kind.whole(1, MOST_ROWS), usual).unit("rows");
    }

    private static <T> Part<DataSpec, T> split(Setting<T> setting, Function<SplitSpec, T> value, BiFunction<SplitSpec, T, SplitSpec> with) {
        return new Part<>(setting, of -> value.apply(of.split()), (of, now) -> of.withSplit(with.apply(of.split(), now)));
    }

    private static <T> Part<DataSpec, T> sequence(Setting<T> setting, Function<SequenceSpec, T> value,
                                                      BiFunction<SequenceSpec, T, SequenceSpec> with) {
        return new Part<>(setting, of -> of.sequence() == null ? null : value.apply(of.sequence()),
                (of, now) -> of.withImage(null).withSequence(with.apply(of.sequence() == null ? SequenceSpec.USUAL : of.sequence(), now)));
    }

    private static <T> Part<DataSpec, T> image(Setting<T> setting, Function<ImageSpec, T> value, BiFunction<ImageSpec, T, ImageSpec> with) {
        return new Part<>(setting, of -> of.image() == null ? null : value.apply(of.image()),
                (of, now) -> of.withSequence(null).withImage(with.apply(of.image() == null ? ImageSpec.POINT : of.image(), now)));
    }
}

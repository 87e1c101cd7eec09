package downhill.race.document;

import downhill.setting.Interval;
import downhill.setting.Kind;
import downhill.setting.Part;
import downhill.setting.Setting;
import java.util.List;

/** What can be set of how contenders are judged, and where it stands in an {@link EvaluationSpec}. */
public final class EvaluationSettings {
    private static final long MOST_FOLDS = 1000;
    private static final long MOST_REPEATS = 1000;
    private static final long MOST_TRIALS = 100_000;

    public static final Setting<EvaluationSpec.Division> DIVISION = Setting.of("evaluation.division",
            Kind.choice(EvaluationSpec.Division.class), EvaluationSpec.Division.RANDOM);
    public static final Setting<Long> FOLDS = Setting.of("evaluation.folds", Kind.whole(2, MOST_FOLDS), 5L);
    public static final Setting<Long> REPEATS = Setting.of("evaluation.repeats", Kind.whole(1, MOST_REPEATS), 1L);
    public static final Setting<Double> MARGIN = Setting.of("evaluation.margin", Kind.real(Interval.NON_NEGATIVE), 0.01).whenAsked();

    public static final Setting<Long> TRIALS = Setting.of("evaluation.nested.trials", Kind.whole(1, MOST_TRIALS), 20L).whenAsked();
    public static final Setting<NestedSpec.Over> OVER = Setting.of("evaluation.nested.over", Kind.choice(NestedSpec.Over.class),
            NestedSpec.Over.RATE).whenAsked();

    /** Where each stands. */
    public static final List<Part<EvaluationSpec, ?>> PARTS = List.of(
            new Part<>(DIVISION, EvaluationSpec::division, EvaluationSpec::withDivision),
            new Part<>(FOLDS, of -> (long) of.folds(), (of, value) -> of.withFolds(value.intValue())),
            new Part<>(REPEATS, of -> (long) of.repeats(), (of, value) -> of.withRepeats(value.intValue())),
            new Part<>(MARGIN, EvaluationSpec::margin, EvaluationSpec::withMargin),
            new Part<>(TRIALS, of -> of.nested() == null ? null : (long) of.trials(),
                    (of, value) -> of.withNested(nested(of).withTrials(value.intValue()))),
            new Part<>(OVER, of -> of.nested() == null ? null : of.nested().over(),
                    (of, value) -> of.withNested(nested(of).withOver(value))));

    private EvaluationSettings() {
    }

    private static NestedSpec nested(EvaluationSpec of) {
        return of.nested() == null ? new NestedSpec(TRIALS.usual().intValue(), OVER.usual()) : of.nested();
    }
}

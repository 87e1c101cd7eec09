package downhill.race.document;

import downhill.engine.Precision;
import downhill.setting.Interval;
import downhill.setting.Kind;
import downhill.setting.Part;
import downhill.setting.Setting;
import java.util.List;

/** What can be set of an experiment as a whole. */
public final class ExperimentSettings {
    public static final Setting<Long> SEED = Setting.of("experiment.seed", Kind.whole(Interval.ANY), 42L).option("--seed");
    public static final Setting<Precision> PRECISION = Setting.of("experiment.precision", Kind.choice(Precision.class), Precision.FLOAT)
            .option("--precision");

    /** Where each stands. */
    public static final List<Part<Experiment, ?>> PARTS = List.of(new Part<>(SEED, Experiment::seed, Experiment::withSeed),
            new Part<>(PRECISION, Experiment::precision, Experiment::withPrecision));

    private ExperimentSettings() {
    }
}

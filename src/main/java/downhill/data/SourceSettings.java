package downhill.data;

import downhill.setting.Interval;
import downhill.setting.Kind;
import downhill.setting.Setting;

/** What can be set of where rows come from: of data that the program makes, and of a sample of a large file. */
public final class SourceSettings {
    private static final int MOST_SAMPLED = 1_000_000_000;

    public static final Setting<Long> ROWS = Setting.of("source.rows", Kind.whole(2, DataSource.Generated.MAX_ROWS), 300L).unit("rows");
    public static final Setting<Double> NOISE = Setting.of("source.noise", Kind.real(Interval.NON_NEGATIVE), 0.1);
    public static final Setting<Long> SEED = Setting.of("source.seed", Kind.whole(Interval.ANY), 1L);
    /** Drawn of a large file where a sample is asked for. The command line has --sample, which can say all, too. */
    public static final Setting<Long> SAMPLE_ROWS = Setting.of("source.options.sampleRows", Kind.whole(1, MOST_SAMPLED), 100_000L)
            .unit("rows").whenAsked();
    public static final Setting<Long> SAMPLE_SEED = Setting.of("source.options.seed", Kind.whole(Interval.ANY), 0L).option("--sample-seed");

    private SourceSettings() {
    }
}

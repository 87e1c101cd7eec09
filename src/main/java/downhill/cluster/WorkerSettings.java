package downhill.cluster;

import downhill.setting.Kind;
import downhill.setting.Setting;

/** What can be set of workers who share the rows of a table. */
public final class WorkerSettings {
    private static final int MOST = 1_000_000;

    /** Steps that each worker takes on its own rows before their parameters are averaged. */
    public static final Setting<Long> AVERAGE = Setting.of("workers.averageEvery", Kind.whole(1, MOST), 1L).option("--average-every")
            .unit("steps");

    private WorkerSettings() {
    }
}

package downhill.cli;

import downhill.cluster.DataParallel;
import downhill.cluster.WorkerSettings;
import downhill.data.Notice;
import downhill.data.prepare.Prepared;
import downhill.words.Said;
import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;

/** How often workers who share the rows of a table put together what they have come to. */
final class AveragingOption {
    private final SettingOptions options = new SettingOptions(List.of(WorkerSettings.AVERAGE));

    @Mixin
    private final CommandSpec mixin = options.mixin();

    /** Refuses it where there are no workers. */
    void check(WorkersOption on) {
        if (steps() > 1 && !on.asked()) {
            throw new InputException(Said.of("cli.average.on"));
        }
    }

    /** Steps of each worker between two averages. */
    int steps() {
        return options.chosen().whole(WorkerSettings.AVERAGE);
    }

    /** What is known of the rows, with what such steps make of the race. */
    static Prepared told(Prepared prepared, DataParallel far) {
        if (far.localSteps() == 1) {
            return prepared;
        }
        List<Notice> notices = new ArrayList<>(prepared.notices());
        notices.add(new Notice(null, Said.of("cli.average.told", far.localSteps(), far.workers())));
        return prepared.withNotices(notices);
    }
}

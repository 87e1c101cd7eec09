package downhill.ui.screen.tune;

import downhill.ui.control.FileChoice;
import downhill.ui.fx.FxExecutor;
import downhill.ui.i18n.Messages;
import downhill.ui.session.Failures;
import downhill.ui.tune.TuneKept;
import java.nio.file.Path;

/** Saves all trials in one file: the same as {@code downhill tune --export} leaves. */
final class TrialsExport implements AutoCloseable {
    private static final String FILE = "trials.csv";

    private final FxExecutor work = FxExecutor.threads(1, "tune-export");
    private final FileChoice files;
    private final TuneWays ways;

    TrialsExport(FileChoice files, TuneWays ways) {
        this.files = files;
        this.ways = ways;
    }

    /** Asks where to, and writes; also while the search goes on. */
    void save(TuneKept kept) {
        String[] more = kept.hasStore() ? new String[] {"json", "db"} : new String[] {"json"};
        files.toSaveAs(FILE, more).ifPresent(file -> work.<Path>submit("export", task -> {
            kept.export(file);
            return file;
        }, done -> ways.tell().accept(() -> Messages.text("takeaway.saved", String.valueOf(done))),
                failure -> ways.complain().accept(Failures.words(failure))));
    }

    @Override
    public void close() {
        work.close();
    }
}

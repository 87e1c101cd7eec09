package downhill.ui.session;

import downhill.data.DataSpec;
import downhill.race.document.Problem;
import downhill.ui.fx.FxExecutor;
import downhill.ui.fx.UiTask;
import java.nio.file.Path;
import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

/**
 * The table of the document: read again where another is asked for, only prepared anew where it is the same one. Of several
 * requests the last counts. FX thread.
 */
final class SessionData {
    private final FxExecutor work;
    private final Runnable arrived;
    private final Consumer<Exception> failed;
    private final ReadOnlyObjectWrapper<LoadedData> data = new ReadOnlyObjectWrapper<>(this, "data");
    private UiTask<LoadedData> loading;

    /** {@code arrived} is told of data that were read, {@code failed} why they could not be. */
    SessionData(FxExecutor work, Runnable arrived, Consumer<Exception> failed) {
        this.work = work;
        this.arrived = arrived;
        this.failed = failed;
    }

    /** Null while it is read, and for a surface. */
    ReadOnlyObjectProperty<LoadedData> property() {
        return data.getReadOnlyProperty();
    }

    LoadedData get() {
        return data.get();
    }

    void set(LoadedData loaded) {
        data.set(loaded);
    }

    /** Whether what a problem learns from is there; a surface needs nothing. */
    boolean isReadyFor(Problem problem) {
        return !(problem instanceof Problem.Learning learning) || data.get() != null && data.get().spec().equals(learning.data());
    }

    /**
     * Reads or prepares what the problem learns from, where it is not there yet.
     *
     * @param folder where relative paths start; null for the working folder
     */
    void load(Problem problem, Path folder) {
        if (!(problem instanceof Problem.Learning learning)) {
            data.set(null);
        } else if (!isReadyFor(problem)) {
            if (loading != null && loading.isActive()) {
                loading.cancel();
            }
            DataSpec spec = learning.data();
            LoadedData known = data.get();
            boolean read = known != null && known.sameTable(spec);
            loading = work.submit("session.data", task -> read ? known.as(spec)
                    : LoadedData.load(spec, folder, new TaskProgress(task)), this::loaded, failed);
        }
    }

    private void loaded(LoadedData result) {
        data.set(result);
        arrived.run();
    }
}

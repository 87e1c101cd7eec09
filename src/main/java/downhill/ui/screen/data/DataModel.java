package downhill.ui.screen.data;

import downhill.data.ColumnSpec;
import downhill.data.ColumnType;
import downhill.data.DataSource;
import downhill.data.DataSpec;
import downhill.data.ImportOptions;
import downhill.data.Role;
import downhill.data.csv.ImportReport;
import downhill.data.csv.ProblemList;
import downhill.race.document.Experiment;
import downhill.race.document.Problem;
import downhill.store.AtomicFiles;
import downhill.store.Outputs;
import downhill.ui.fx.FxExecutor;
import downhill.ui.fx.UiTask;
import downhill.ui.i18n.Messages;
import downhill.ui.i18n.Retold;
import downhill.ui.i18n.Spoken;
import downhill.ui.session.Failures;
import downhill.ui.session.LoadedData;
import downhill.ui.session.Session;
import downhill.ui.session.TaskProgress;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.IntegerProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleObjectProperty;

/**
 * A table being looked at: that of the experiment, or a draft that is not part of it until {@link #use()}. Reading and
 * preparing run in the background; what fails leaves everything as it was.
 */
final class DataModel {
    private final Session session;
    private final FxExecutor work;
    private final ObjectProperty<LoadedData> shown = new SimpleObjectProperty<>(this, "shown");
    private final BooleanProperty draft = new SimpleBooleanProperty(this, "draft");
    private final Retold problem = new Retold(this, "problem");
    private UiTask<LoadedData> task;
    /** What is being read, or was read last. */
    private DataSpec asked;
    /** Changes that a person made since: each is made when the one before is there, and takes it along. */
    private final Deque<Runnable> later = new ArrayDeque<>();
    /** Whether a person wants to learn from it as soon as it is there. */
    private boolean wanted;
    private Path folder;

    DataModel(Session session, FxExecutor work) {
        this.session = session;
        this.work = work;
    }

    ObjectProperty<LoadedData> shownProperty() {
        return shown;
    }

    /** Whether what is shown is not what the experiment has. */
    BooleanProperty draftProperty() {
        return draft;
    }

    /** The row that a person has chosen of the table that the experiment has. */
    IntegerProperty rowProperty() {
        return session.selection().rowProperty();
    }

    /** Why nothing new is shown; empty where all is well. */
    Retold problem() {
        return problem;
    }

    /** The work under way; null where there was none yet. */
    UiTask<LoadedData> task() {
        return task;
    }

    /** The experiment has other data now. */
    void sessionChanged() {
        if (!draft.get()) {
            shown.set(session.dataProperty().get());
        }
    }

    /** Reads another source for a preview. */
    void preview(DataSpec spec) {
        folder = spec.source() instanceof DataSource.CsvFile ? null : session.folder();
        load(spec);
    }

    /** Reads a file for a preview. */
    void preview(Path file) {
        preview(DataSpec.of(new DataSource.CsvFile(file.toAbsolutePath().normalize().toString())));
    }

    /** Reads a file for a preview in a way that was said. */
    void preview(Path file, ImportOptions options) {
        preview(DataSpec.of(new DataSource.CsvFile(file.toAbsolutePath().normalize().toString(), options)));
    }

    /** Where the file of what is shown lies; empty where it is no file. */
    Optional<Path> file() {
        LoadedData data = shown.get();
        if (data == null || !(data.spec().source() instanceof DataSource.CsvFile file)) {
            return Optional.empty();
        }
        Path base = folder == null ? session.folder() : folder;
        return Optional.of(base == null ? Path.of(file.path()) : base.resolve(file.path()));
    }

    /** Reads the source again under another specification. */
    void reread(DataSpec spec) {
        load(spec);
    }

    /** Writes every problem found in the file shown to {@code target}. */
    void saveProblems(Path target, Runnable saved) {
        LoadedData data = shown.get();
        Path file = file().orElseThrow();
        DataSource.CsvFile source = (DataSource.CsvFile) data.spec().source();
        Map<String, ColumnType> types = data.spec().columns().stream()
                .collect(Collectors.toMap(ColumnSpec::name, ColumnSpec::type, (one, other) -> other));
        ImportReport report = data.imported().report();
        work.<Path>submit("data.problems", running -> {
            Outputs.spare(file, target);
            boolean listed = report.problemCount() == report.problems().size();
            AtomicFiles.write(target, to -> {
                if (listed) {
                    ProblemList.write(to, report);
                } else {
                    ProblemList.writeAll(to, file, source.options(), types, new TaskProgress(running));
                }
            }, false);
            return target;
        }, written -> saved.run(), this::failed);
    }

    void setType(String column, ColumnType type) {
        change(spec -> new ColumnChanges(shown.get()).type(column, type));
    }

    void setRole(String column, Role role) {
        change(spec -> new ColumnChanges(shown.get()).role(column, role));
    }

    void setTask(boolean classes) {
        change(spec -> new ColumnChanges(shown.get()).task(classes));
    }

    /** What the features of a row are; how large is guessed and can be changed. */
    void setShape(FeatureShape shape) {
        change(spec -> shape.in(spec, shown.get().imported().table()));
    }

    /** Changes anything else. */
    void change(UnaryOperator<DataSpec> how) {
        inTurn(() -> changeNow(how));
    }

    private void inTurn(Runnable change) {
        later.add(change);
        goOn();
    }

    /** Makes the next change, where none is under way. */
    private void goOn() {
        while (!later.isEmpty() && (task == null || !task.isActive())) {
            Runnable change = later.remove();
            if (shown.get() != null) {
                change.run();
            }
        }
    }

    private void changeNow(UnaryOperator<DataSpec> how) {
        DataSpec now = how.apply(shown.get().spec());
        if (!now.equals(shown.get().spec())) {
            load(now);
        }
    }

    /** The experiment learns from what is shown, or from what a change made a moment ago will show. */
    void use() {
        wanted = isChanging();
        if (!wanted && shown.get() != null && shown.get().isUsable()) {
            take(shown.get());
        }
    }

    /** Whether what is shown is being read or prepared anew under another specification. */
    private boolean isChanging() {
        return task != null && task.isActive() && shown.get() != null && isOfSamePlace(asked);
    }

    /** Whether it is of the file or the generator that what is shown is of, however that was read. */
    private boolean isOfSamePlace(DataSpec spec) {
        DataSource known = shown.get().spec().source();
        return spec.source() instanceof DataSource.CsvFile one && known instanceof DataSource.CsvFile other
                ? one.path().equals(other.path())
                : spec.source().equals(known);
    }

    private void take(LoadedData data) {
        session.end().unlessLost(document -> withData(document, data), () -> {
            draft.set(false);
            session.useData(data, document -> withData(document, data));
        });
    }

    /** Back to what the experiment has. */
    void discard() {
        if (task != null) {
            task.cancel();
        }
        later.clear();
        wanted = false;
        draft.set(false);
        problem.clear();
        shown.set(session.dataProperty().get());
    }

    private static Experiment withData(Experiment document, LoadedData data) {
        boolean sameSource = document.problem() instanceof Problem.Learning learning
                && learning.data().source().equals(data.spec().source());
        String title = sameSource ? document.title() : Messages.text("data.experiment", DataWords.source(data.spec().source()));
        return data.in(document).withTitle(title);
    }

    private void load(DataSpec spec) {
        LoadedData known = shown.get();
        boolean same = known != null && known.sameTable(spec);
        Path base = folder == null ? session.folder() : folder;
        problem.clear();
        asked = spec;
        task = work.submit("data.preview", running -> same ? known.as(spec)
                : LoadedData.load(spec, base, new TaskProgress(running)), this::loaded, this::failed);
    }

    private void loaded(LoadedData data) {
        if (isRefused(data)) {
            failed(() -> Spoken.text(data.problem()));
            return;
        }
        if (data.roles() == null || shown.get() != null && !isOfSamePlace(data.spec())) {
            later.clear(); // they were about columns that are not shown any more
        }
        draft.set(true);
        shown.set(data);
        problem.say(() -> data.problem() == null ? "" : Spoken.text(data.problem()));
        goOn();
        if (wanted && !isChanging()) {
            wanted = false;
            use();
        }
    }

    /** A choice after which nothing would be left to choose is not taken: the table stays as it was. */
    private boolean isRefused(LoadedData data) {
        LoadedData known = shown.get();
        return data.roles() == null && known != null && known.roles() != null && known.spec().source().equals(data.spec().source());
    }

    private void failed(Exception failure) {
        failed(Failures.words(failure));
    }

    private void failed(Supplier<String> why) {
        wanted = false;
        problem.say(why);
        goOn();
    }
}

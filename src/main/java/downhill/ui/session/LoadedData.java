package downhill.ui.session;

import downhill.data.ColumnSpec;
import downhill.data.ColumnType;
import downhill.data.DataSource;
import downhill.data.DataSpec;
import downhill.data.Progress;
import downhill.data.csv.Imported;
import downhill.data.prepare.Preparation;
import downhill.data.prepare.Prepared;
import downhill.data.prepare.Roles;
import downhill.data.source.DataSources;
import downhill.engine.Precision;
import downhill.model.Families;
import downhill.model.InputShape;
import downhill.model.Loss;
import downhill.model.ModelSpec;
import downhill.optim.Rule;
import downhill.race.document.ContenderSpec;
import downhill.race.document.Experiment;
import downhill.race.document.Problem;
import downhill.store.FileHash;
import downhill.words.Said;
import java.io.IOException;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CancellationException;
import java.util.stream.Collectors;

/**
 * A table and what becomes of it under a specification.
 *
 * @param spec     the specification
 * @param imported the table and the report on reading it
 * @param roles    type and role of each column; null where none can be found
 * @param prepared what is trained on; null where it cannot be
 * @param problem  why it cannot be trained on; nothing where it can
 * @param sha256   of the file that was read, as it was just before; null where it was none
 */
public record LoadedData(DataSpec spec, Imported imported, Roles roles, Prepared prepared, Said problem, String sha256) {

    /** Reads the source and prepares it. Throws {@link downhill.data.DataException} only where the source cannot be read. */
    public static LoadedData load(DataSpec spec, Path folder, Progress progress) {
        String sha256 = hash(spec, folder, progress);
        return prepare(spec, DataSources.load(spec, folder, progress), sha256);
    }

    /** Prepares the table already read in another way. */
    public LoadedData as(DataSpec other) {
        return prepare(other, imported, sha256);
    }

    /** Null too where it cannot be read: who imports it says why. */
    private static String hash(DataSpec spec, Path folder, Progress progress) {
        if (!(spec.source() instanceof DataSource.CsvFile csv)) {
            return null;
        }
        try {
            return FileHash.of(folder == null ? Path.of(csv.path()) : folder.resolve(csv.path()), () -> {
                if (progress.cancelled()) {
                    throw new CancellationException();
                }
            });
        } catch (IOException | InvalidPathException unreadable) {
            return null;
        }
    }

    private static LoadedData prepare(DataSpec spec, Imported read, String sha256) {
        Imported imported = read.arranged(spec);
        Roles roles = null;
        try {
            roles = Roles.of(imported.table(), spec);
            return new LoadedData(spec, imported, roles, Preparation.prepare(imported.table(), spec), Said.NOTHING, sha256);
        } catch (downhill.data.DataException e) {
            return new LoadedData(spec, imported, roles, null, e.said(), sha256);
        }
    }

    /** A document that learns from this, which must be usable, in place of what it learned from; its model fits the target. */
    public Experiment in(Experiment document) {
        InputShape shape = InputShape.of(prepared.inputShape());
        ModelSpec start = document.problem() instanceof Problem.Learning learning ? learning.model()
                : new ModelSpec(Families.suiting(shape).start(shape), Loss.defaultFor(prepared.task()));
        Experiment suited = document.problem() instanceof Problem.Surface ? fromSurface(document) : document;
        return suited.withProblem(new Problem.Learning(spec, FittingModel.of(start, prepared)));
    }

    /**
     * Steps, batch, precision and learning rates that suited a surface suit no data: those of a fresh experiment are taken,
     * branches end.
     */
    private static Experiment fromSurface(Experiment document) {
        List<ContenderSpec> contenders = document.contenders().stream().filter(one -> one.fork() == null).map(LoadedData::atDefaultRate)
                .toList();
        return document.withTraining(Demo.TRAINING).withPrecision(Precision.FLOAT).withContenders(contenders);
    }

    private static ContenderSpec atDefaultRate(ContenderSpec one) {
        Map<String, Double> values = new HashMap<>(one.hyperparameters());
        values.remove(Rule.LEARNING_RATE_KEY);
        return one.withHyperparameters(values).withChanges(List.of());
    }

    /** Names of all columns but the one that is learned: what rows could be kept together by. */
    public List<String> besideTarget() {
        List<String> names = new ArrayList<>(imported.table().names());
        if (roles != null) {
            names.remove(roles.target());
        }
        return names;
    }

    /** Whether there is something to train on. */
    public boolean isUsable() {
        return prepared != null;
    }

    /** Rows under seal: they are good, and take part in nothing. */
    public int sealed() {
        return isUsable() ? prepared.sealed() : 0;
    }

    /** Rows of the table that are not used because they lack something; windows of a time series apart. */
    public long unused() {
        boolean rows = isUsable() && spec.sequence() == null;
        return rows ? imported.table().rows() - prepared.training().count() - prepared.validation().count() - sealed() : 0;
    }

    /** Whether another specification reads the very same table. */
    public boolean sameTable(DataSpec other) {
        return spec.source().equals(other.source()) && types(spec).equals(types(other));
    }

    private static Map<String, ColumnType> types(DataSpec spec) {
        return spec.columns().stream().collect(Collectors.toMap(ColumnSpec::name, ColumnSpec::type, (first, second) -> second));
    }
}

package downhill.ui.screen.data;

import downhill.data.ColumnSpec;
import downhill.data.ColumnType;
import downhill.data.DataSource;
import downhill.data.DataSpec;
import downhill.data.DialectChoice;
import downhill.data.ImportOptions;
import downhill.data.csv.CsvImport;
import downhill.data.csv.Imported;
import downhill.ui.fx.FxExecutor;
import downhill.ui.i18n.Retold;
import downhill.ui.i18n.Spoken;
import downhill.ui.session.Failures;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;

/** How a file would be read: what was said about it, and what its beginning gives under that. */
final class ImportModel {
    private final DataSpec spec;
    private final Path file;
    private final FxExecutor work;
    private final ObjectProperty<ImportOptions> options;
    private final ObjectProperty<Imported> preview = new SimpleObjectProperty<>(this, "preview");
    private final Retold problem = new Retold(this, "problem");

    /** Begins with what {@code spec} says about its file, which lies at {@code file}. */
    ImportModel(DataSpec spec, Path file, FxExecutor work) {
        this.spec = spec;
        this.file = file;
        this.work = work;
        options = new SimpleObjectProperty<>(this, "options", source().options());
    }

    private DataSource.CsvFile source() {
        return (DataSource.CsvFile) spec.source();
    }

    ObjectProperty<ImportOptions> optionsProperty() {
        return options;
    }

    /** The beginning of the file as it would be read; the last one that could be, null before the first. */
    ObjectProperty<Imported> previewProperty() {
        return preview;
    }

    /** Why nothing could be read under the present options; empty where it could. */
    Retold problem() {
        return problem;
    }

    void say(UnaryOperator<DialectChoice> change) {
        change(now -> now.withDialect(change.apply(now.said())));
    }

    /** Changes what is said, and reads the beginning again. What contradicts itself is told and not taken. */
    void change(UnaryOperator<ImportOptions> change) {
        try {
            options.set(change.apply(options.get()));
            look();
        } catch (downhill.data.DataException e) {
            problem.say(() -> Spoken.text(e));
        }
    }

    /** Reads the beginning of the file in the background. */
    void look() {
        ImportOptions now = options.get();
        Map<String, ColumnType> types = spec.columns().stream()
                .collect(Collectors.toMap(ColumnSpec::name, ColumnSpec::type, (one, other) -> other));
        work.<Imported>submit("data.import", task -> CsvImport.preview(file, now, types), read -> {
            problem.clear();
            preview.set(read);
        }, failure -> problem.say(Failures.words(failure)));
    }

    /** The specification with what was said; choices about columns that are no longer there are forgotten. */
    DataSpec applied() {
        DataSpec read = spec.withSource(new DataSource.CsvFile(source().path(), options.get()));
        List<String> names = preview.get() == null ? List.of() : preview.get().table().names();
        boolean targetStays = spec.target() == null || names.contains(spec.target());
        boolean allStay = targetStays && spec.columns().stream().allMatch(column -> names.contains(column.name()));
        if (allStay) {
            return read;
        }
        return read.withColumns(List.of()).withTarget(targetStays ? spec.target() : null).withTask(targetStays ? spec.task() : null);
    }
}

package downhill.data.source;

import downhill.data.ColumnSpec;
import downhill.data.ColumnType;
import downhill.data.DataException;
import downhill.data.DataSource;
import downhill.data.DataSpec;
import downhill.data.Dialect;
import downhill.data.ImportOptions;
import downhill.data.Progress;
import downhill.data.Table;
import downhill.data.csv.ColumnReport;
import downhill.data.csv.CsvImport;
import downhill.data.csv.ImportReport;
import downhill.data.csv.Imported;
import downhill.data.prepare.Preparation;
import downhill.data.prepare.Prepared;
import downhill.words.Said;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/** Gets the table that a {@link DataSource} or {@link DataSpec} names. */
public final class DataSources {
    private DataSources() {
    }

    /**
     * The table and the report on it.
     *
     * @param folder relative paths are taken from here; null for the working folder
     */
    public static Imported load(DataSpec spec, Path folder, Progress progress) {
        return named(spec.source(), () -> read(spec, folder, progress));
    }

    private static Imported read(DataSpec spec, Path folder, Progress progress) {
        Map<String, ColumnType> types = spec.columns().stream()
                .collect(Collectors.toMap(ColumnSpec::name, ColumnSpec::type, (first, second) -> second));
        if (spec.source() instanceof DataSource.CsvFile file) {
            return CsvImport.read(resolve(file.path(), folder), file.options(), types, progress);
        }
        if (spec.source() instanceof DataSource.Sample sample) {
            return sample(SampleData.of(sample.name()), types, progress);
        }
        if (spec.source() instanceof DataSource.Written written) {
            return written(written, types, progress);
        }
        return generated((DataSource.Generated) spec.source());
    }

    private static Imported written(DataSource.Written written, Map<String, ColumnType> types, Progress progress) {
        try (InputStream stream = new ByteArrayInputStream(written.text().getBytes(StandardCharsets.UTF_8))) {
            return CsvImport.read(stream, written.name(), written.options(), types, progress);
        } catch (IOException e) {
            throw new UncheckedIOException(e); // it is in memory
        }
    }

    /** Loads and prepares in one go. */
    public static Prepared prepare(DataSpec spec, Path folder, Progress progress) {
        return rows(spec, folder, progress).prepared();
    }

    /** The same with the report on reading. */
    public static LoadedRows rows(DataSpec spec, Path folder, Progress progress) {
        Imported imported = load(spec, folder, progress).arranged(spec);
        return named(spec.source(), () -> new LoadedRows(imported, Preparation.prepare(imported.table(), spec)));
    }

    /** A message about data says whose data they are, unless it does already. */
    private static <T> T named(DataSource source, Supplier<T> work) {
        try {
            return work.get();
        } catch (DataException e) {
            String name = nameOf(source);
            throw e.getMessage().contains(name) ? e : new DataException(Said.of("data.named", name, e.said()), e);
        }
    }

    private static String nameOf(DataSource source) {
        if (source instanceof DataSource.CsvFile file) {
            return file.path();
        }
        if (source instanceof DataSource.Written written) {
            return written.name();
        }
        return source instanceof DataSource.Sample sample ? sample.name() : ((DataSource.Generated) source).generator().title();
    }

    private static Path resolve(String path, Path folder) {
        try {
            return folder == null ? Path.of(path) : folder.resolve(path);
        } catch (java.nio.file.InvalidPathException e) {
            throw new DataException(Said.of("path.none", path, e.getReason()), e);
        }
    }

    private static Imported sample(SampleData sample, Map<String, ColumnType> types, Progress progress) {
        try (InputStream stream = sample.open()) {
            ImportOptions options = ImportOptions.DEFAULT.withDialect(Dialect.STANDARD);
            return CsvImport.read(stream, sample.name() + ".csv", options, types, progress);
        } catch (IOException e) {
            throw new DataException(Said.of("sample.unreadable", sample.name(), e.getMessage()), e);
        }
    }

    private static Imported generated(DataSource.Generated source) {
        Table table = Generators.make(source);
        List<ColumnReport> columns = table.columns().stream().map(column -> new ColumnReport(column.name(), column.name(),
                column.type(), Said.of("data.made"), column.missing(), column.distinct(), 0)).toList();
        ImportReport report = new ImportReport(source.generator().title(), 0, Dialect.STANDARD, List.of(), table.rows(),
                table.rows(), 0, 0, Map.of(), columns, List.of(), Map.of(), null, false, "");
        return new Imported(table, report);
    }
}

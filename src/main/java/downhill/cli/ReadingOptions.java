package downhill.cli;

import downhill.data.ColumnSpec;
import downhill.data.ColumnType;
import downhill.data.DataException;
import downhill.data.DataSource;
import downhill.data.DataSpec;
import downhill.data.ImportOptions;
import downhill.data.Role;
import downhill.data.SourceSettings;
import downhill.data.csv.CsvImport;
import downhill.words.Said;
import downhill.setting.Chosen;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;

/** How a CSV file is read into a table: how it is written, and how much of it is taken. */
final class ReadingOptions extends DialectOptions {
    @Option(names = "--sample", paramLabel = "N|all",
            description = "Draw about so many rows, evenly. A file of more than 1 GB is read only with this; "
            + "all reads it whole.")
    private String sample;

    private final SettingOptions settings = new SettingOptions(List.of(SourceSettings.SAMPLE_SEED));

    @Mixin
    private final CommandSpec mixin = settings.mixin();

    @Option(names = "--types", split = ",", paramLabel = "COLUMN=TYPE",
            description = "number, category, text, date or boolean for columns whose type "
            + "should not be found out; a column of text is no feature.")
    private Map<String, String> types;

    /** With what was said. A sample that comes with the program is read as it is. */
    DataSpec apply(DataSpec spec) {
        if (!(spec.source() instanceof DataSource.CsvFile file)) {
            if (types != null || isSaid()) {
                throw new InputException(Said.of("cli.reading"));
            }
            return spec;
        }
        ImportOptions options = options(file.options());
        if (Files.isRegularFile(path(file)) && CsvImport.isTooLarge(path(file), options)) {
            throw new InputException(Said.of("cli.large", file.path()));
        }
        return spec.withSource(new DataSource.CsvFile(file.path(), options)).withColumns(columns());
    }

    private List<ColumnSpec> columns() {
        return types == null ? List.of() : types.entrySet().stream().map(entry -> column(entry.getKey(), entry.getValue())).toList();
    }

    private static ColumnSpec column(String name, String type) {
        ColumnType chosen = ModelOptions.constant(ColumnType.class, type, Said.of("cli.constant.type"));
        return new ColumnSpec(name, chosen, chosen == ColumnType.TEXT ? Role.IGNORED : Role.FEATURE);
    }

    private static Path path(DataSource.CsvFile file) {
        try {
            return Path.of(file.path());
        } catch (java.nio.file.InvalidPathException e) {
            throw new DataException(Said.of("path.none", file.path(), e.getReason()), e);
        }
    }

    @Override
    ImportOptions options(ImportOptions start) {
        ImportOptions options = super.options(start);
        options = sample == null ? options : options.withSampleRows(rows());
        Chosen chosen = settings.chosen();
        return chosen.has(SourceSettings.SAMPLE_SEED) ? options.withSeed(chosen.get(SourceSettings.SAMPLE_SEED)) : options;
    }

    /** All, or so many. */
    private int rows() {
        if (sample.equals("all")) {
            return ImportOptions.ALL;
        }
        return SourceSettings.SAMPLE_ROWS.kind().read(sample).filter(SourceSettings.SAMPLE_ROWS.kind()::allows).map(Long::intValue)
                .orElseThrow(() -> new InputException(Said.of("cli.sample", SourceSettings.SAMPLE_ROWS.kind().range(), sample)));
    }
}

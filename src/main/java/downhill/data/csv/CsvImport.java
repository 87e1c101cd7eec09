package downhill.data.csv;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import de.siegmar.fastcsv.reader.FieldMismatchStrategy;
import downhill.data.Column;
import downhill.data.ColumnType;
import downhill.data.DataException;
import downhill.data.Dialect;
import downhill.data.ImportOptions;
import downhill.data.LabelColumn;
import downhill.data.Progress;
import downhill.data.Table;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Reads delimited text files. */
public final class CsvImport {
    private CsvImport() {
    }

    /**
     * Reads a file.
     *
     * @throws DataException if nothing can be read; the message names the file, what was found and what to do
     */
    public static Imported read(Path file, ImportOptions options, Map<String, ColumnType> types, Progress progress) {
        if (!Files.exists(file)) {
            throw new DataException(file + ": no such file.");
        }
        if (Files.isDirectory(file)) {
            throw new DataException(file + " is a folder, not a file.");
        }
        try (InputStream stream = Files.newInputStream(file)) {
            return read(stream, file.toString(), options, types, progress);
        } catch (IOException e) {
            throw new DataException(file + " cannot be read: " + e.getMessage() + ".", e);
        }
    }

    /** Reads from memory or the class path; the name is for messages. */
    public static Imported read(InputStream stream, String name, ImportOptions options, Map<String, ColumnType> types,
                                Progress progress) {
        CsvReader.CsvReaderBuilder builder = CsvReader.builder().skipEmptyLines(false).allowUnclosedQuote(false)
                .extraFieldStrategy(FieldMismatchStrategy.IGNORE).missingFieldStrategy(FieldMismatchStrategy.IGNORE);
        List<List<String>> cells = new ArrayList<>();
        try (CsvReader<CsvRecord> reader = builder.ofCsvRecord(new InputStreamReader(stream, StandardCharsets.UTF_8))) {
            for (CsvRecord row : reader) {
                cells.add(row.getFields());
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        if (cells.isEmpty()) {
            throw new DataException("The file is empty.");
        }
        List<Column> columns = new ArrayList<>();
        List<ColumnReport> reports = new ArrayList<>();
        for (int j = 0; j < cells.get(0).size(); j++) {
            Column column = column(cells, j);
            columns.add(column);
            reports.add(new ColumnReport(column.name(), column.name(), column.type(), "", column.missing(), column.distinct(), 0));
        }
        int rows = cells.size() - 1;
        ImportReport report = new ImportReport(name, 0, Dialect.STANDARD, List.of(), rows + 1, rows, 0, 1,
                Map.of("header", 1L), reports, List.of(), Map.of());
        return new Imported(new Table(columns), report);
    }

    private static Column column(List<List<String>> cells, int j) {
        int[] codes = new int[cells.size() - 1];
        Map<String, Integer> labels = new HashMap<>();
        List<String> list = new ArrayList<>();
        for (int i = 0; i < codes.length; i++) {
            String text = cells.get(i + 1).get(j);
            codes[i] = text.isEmpty() ? -1 : labels.computeIfAbsent(text, key -> {
                list.add(key);
                return list.size() - 1;
            });
        }
        LabelColumn column = new LabelColumn(cells.get(0).get(j), ColumnType.CATEGORY, codes, list);
        Column numbers = column.as(ColumnType.NUMBER);
        return numbers.missing() == column.missing() ? numbers : column;
    }
}

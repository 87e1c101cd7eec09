package downhill.data.csv;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import downhill.data.Column;
import downhill.data.ColumnType;
import downhill.data.DataException;
import downhill.data.ImportOptions;
import downhill.data.Progress;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Reads texts for tests and holds for each that every record is accounted for. */
final class Reading {
    private final Imported imported;

    private Reading(Imported imported) {
        this.imported = imported;
        ImportReport report = imported.report();
        assertEquals(report.records(), report.imported() + report.rejected() + report.skipped(), "imported + rejected + skipped = records");
        assertEquals(report.imported(), imported.table().rows());
    }

    Imported imported() {
        return imported;
    }

    static Reading of(String text) {
        return of(text.getBytes(StandardCharsets.UTF_8));
    }

    static Reading of(byte[] bytes) {
        return of(bytes, ImportOptions.DEFAULT, Map.of());
    }

    static Reading of(String text, ImportOptions options) {
        return of(text.getBytes(StandardCharsets.UTF_8), options, Map.of());
    }

    static Reading of(byte[] bytes, ImportOptions options, Map<String, ColumnType> types) {
        try {
            return new Reading(CsvImport.read(new ByteArrayInputStream(bytes), "test.csv", options, types, Progress.NONE));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static void refused(String message, String text) {
        refused(message, text.getBytes(StandardCharsets.UTF_8));
    }

    /** @param message how the message goes on after the name of the file, or a part of it after … */
    static void refused(String message, byte[] bytes) {
        String found = assertThrows(DataException.class, () -> of(bytes)).getMessage();
        if (message.startsWith("…")) {
            assertTrue(found.contains(message.substring(1)), found);
        } else {
            assertEquals("test.csv: " + message, found);
        }
    }

    ImportReport report() {
        return imported.report();
    }

    List<Column> columns() {
        return imported.table().columns();
    }

    /** Names in order. */
    Reading names(String... names) {
        assertEquals(List.of(names), imported.table().names());
        return this;
    }

    Reading types(ColumnType... types) {
        assertEquals(List.of(types), columns().stream().map(Column::type).toList());
        return this;
    }

    /** All cells of a row as text; missing ones as "·". */
    Reading row(int row, String... cells) {
        List<String> found = new ArrayList<>();
        columns().forEach(column -> found.add(column.isMissing(row) ? "·" : column.text(row)));
        assertEquals(List.of(cells), found);
        return this;
    }

    Reading rows(int rows) {
        assertEquals(rows, imported.table().rows(), () -> report().problems().toString());
        return this;
    }

    Reading numbers(String column, double... values) {
        Column found = imported.table().column(column);
        assertEquals(ColumnType.NUMBER, found.type(), () -> report().columns().toString());
        for (int row = 0; row < values.length; row++) {
            assertEquals(values[row], found.number(row), column + " row " + row);
        }
        return this;
    }

    Reading problem(ProblemKind kind, long line, String partOfMessage) {
        ImportProblem found = report().problems().stream().filter(problem -> problem.kind() == kind && problem.line() == line).findFirst()
                .orElseThrow(() -> new AssertionError(kind + " at line " + line + " not in " + report().problems()));
        assertTrue(found.message().contains(partOfMessage), found.message());
        return this;
    }

    /** No problem at all. */
    Reading clean() {
        assertEquals(List.of(), report().problems());
        return this;
    }

    Reading rejected(long count) {
        assertEquals(count, report().rejected(), () -> report().problems().toString());
        return this;
    }

    Reading skipped(String what, long count) {
        assertEquals(count, report().skippedAs().getOrDefault(what, 0L), () -> report().skippedAs().toString());
        return this;
    }

    Reading decided(String what, String value, boolean sure) {
        Decision found = report().decisions().stream().filter(decision -> decision.what().equals(what)).findFirst()
                .orElseThrow(() -> new AssertionError(what + " not in " + report().decisions()));
        assertEquals(value, found.value(), found.reason());
        assertEquals(sure, found.sure(), found.reason());
        return this;
    }
}

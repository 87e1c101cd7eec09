package downhill.export.notebook;

import downhill.data.Column;
import downhill.data.ColumnType;
import downhill.data.Table;
import downhill.data.prepare.FeatureStep;
import downhill.data.prepare.Prepared;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.stream.Collectors;
import java.util.zip.GZIPOutputStream;

/** The rows of a race as a cell that reads them: those columns that the model knows, the target last, dates in days since 1970-01-01. */
final class NotebookRows {
    /** Signs of a table that a person may want to look at; a longer one is packed. */
    private static final int LONG = 200_000;

    private final Prepared data;
    private final List<String> names = new ArrayList<>();
    private final List<Column> columns = new ArrayList<>();
    private final int rows;

    NotebookRows(Prepared data, Table table) {
        this.data = data;
        this.rows = table.rows();
        for (FeatureStep step : data.preprocessing().asked()) {
            names.add(step.column());
            columns.add(table.column(step.column()).as(step.type()));
        }
        names.add(data.targetName());
        columns.add(table.column(data.targetName()).as(data.task().isClassification() ? ColumnType.CATEGORY : ColumnType.NUMBER));
    }

    String text() {
        StringBuilder csv = new StringBuilder(names.stream().map(NotebookRows::cell).collect(Collectors.joining(","))).append('\n');
        for (int i = 0; i < rows; i++) {
            int row = i;
            csv.append(columns.stream().map(column -> cell(column, row)).collect(Collectors.joining(","))).append('\n');
        }
        String all = csv.toString();
        String source = all.length() <= LONG ? PythonText.lines(all)
                : "gzip.decompress(base64.b64decode(\"" + packed(all) + "\")).decode(\"utf-8\")";
        return "TEXT = " + source + "\n\nROWS = list(csv.reader(io.StringIO(TEXT)))\nNAMES, ROWS = ROWS[0], ROWS[1:]\n"
                + "# the rows that are learned from; the others are held out, or only looked back at\nTRAINING = "
                + PythonText.list(data.training().sourceRows()) + "\nprint(len(ROWS), \"rows of\", NAMES)";
    }

    private static String cell(Column column, int row) {
        if (column.isMissing(row)) {
            return "";
        }
        return column.type() == ColumnType.NUMBER || column.type() == ColumnType.DATE ? Double.toString(column.number(row))
                : cell(column.text(row));
    }

    private static String cell(String text) {
        return text.matches("(?s).*[,\"\r\n].*") || text.isEmpty() ? '"' + text.replace("\"", "\"\"") + '"' : text;
    }

    private static String packed(String text) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (OutputStream zip = new GZIPOutputStream(bytes)) {
            zip.write(text.getBytes(StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return Base64.getEncoder().encodeToString(bytes.toByteArray());
    }
}

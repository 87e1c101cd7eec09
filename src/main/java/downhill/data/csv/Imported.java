package downhill.data.csv;

import downhill.data.Table;

/** A table and how it was read. */
public record Imported(Table table, ImportReport report) {
}

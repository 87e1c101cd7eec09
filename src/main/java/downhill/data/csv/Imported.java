package downhill.data.csv;

import downhill.data.DataSpec;
import downhill.data.Table;
import downhill.data.prepare.TimeOrder;

/** A table and how it was read. */
public record Imported(Table table, ImportReport report) {
    /** The rows in the order that a specification asks for: a time series by its dates, all else as in the file. */
    public Imported arranged(DataSpec spec) {
        return new Imported(TimeOrder.arranged(table, spec), report);
    }
}

package downhill.ui.screen.results;

import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

/** A contender's place in the results. It stays while its numbers change, so that a table need not build its lines anew. */
final class ResultLine {
    private final ReadOnlyObjectWrapper<ResultRow> row;

    ResultLine(ResultRow row) {
        this.row = new ReadOnlyObjectWrapper<>(this, "row", row);
    }

    /** What is to be read in it now. */
    ReadOnlyObjectProperty<ResultRow> rowProperty() {
        return row.getReadOnlyProperty();
    }

    ResultRow row() {
        return row.get();
    }

    void show(ResultRow now) {
        row.set(now);
    }

    String id() {
        return row.get().contender().id();
    }
}

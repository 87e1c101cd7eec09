package downhill.ui.screen.results;

import downhill.ui.control.SteadyCell;
import java.util.function.Function;
import javafx.beans.value.ObservableValue;
import javafx.geometry.HPos;
import javafx.scene.control.TableCell;

/** A number or a word of a contender. */
final class ResultCell<T> extends SteadyCell<ResultLine, ResultRow, T> {
    ResultCell(HPos side, Function<ResultRow, String> told) {
        super(side, ResultLine::rowProperty, told);
    }

    /** What the line of a cell says, as long as the cell is in a window. */
    static ObservableValue<ResultRow> shown(TableCell<ResultLine, ?> cell) {
        return shown(cell, ResultLine::rowProperty);
    }
}

package downhill.ui.screen.results;

import downhill.ui.control.SteadyText;
import java.util.Objects;
import java.util.function.Function;
import javafx.beans.binding.Bindings;
import javafx.beans.value.ObservableValue;
import javafx.geometry.HPos;
import javafx.scene.AccessibleAttribute;
import javafx.scene.control.TableCell;
import javafx.scene.control.TableRow;

/** A cell that follows its line by itself, eight times a second, without the table being laid out anew. */
final class ResultCell<T> extends TableCell<ResultLine, T> {
    private final SteadyText words;

    ResultCell(HPos side, Function<ResultRow, String> told) {
        words = new SteadyText(side);
        words.textProperty().bind(shown(this).map(told).orElse(""));
        words.setMinWidth(0);
        words.prefWidthProperty().bind(Bindings.createDoubleBinding(this::room, widthProperty(), insetsProperty()));
        setGraphic(words);
    }

    /** What the line of a cell says, as long as the cell is in a window. */
    static ObservableValue<ResultRow> shown(TableCell<ResultLine, ?> cell) {
        ObservableValue<Boolean> seen = cell.sceneProperty().map(Objects::nonNull).orElse(false);
        return cell.tableRowProperty().flatMap(TableRow::itemProperty).flatMap(ResultLine::rowProperty).when(seen);
    }

    /** All there is between the paddings; what its words need only where that is asked before there is a table around. */
    private double room() {
        return getWidth() > 0 ? Math.max(0, getWidth() - snappedLeftInset() - snappedRightInset()) : USE_COMPUTED_SIZE;
    }

    @Override
    public Object queryAccessibleAttribute(AccessibleAttribute attribute, Object... parameters) {
        return attribute == AccessibleAttribute.TEXT ? words.getText() : super.queryAccessibleAttribute(attribute, parameters);
    }
}

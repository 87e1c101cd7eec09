package downhill.ui.control;

import java.util.Objects;
import java.util.function.Function;
import javafx.beans.binding.Bindings;
import javafx.beans.value.ObservableValue;
import javafx.geometry.HPos;
import javafx.scene.AccessibleAttribute;
import javafx.scene.control.TableCell;
import javafx.scene.control.TableRow;

/**
 * A cell that follows what its line says by itself, some times a second, without the table being laid out anew: for lines that stay while
 * what is in them changes.
 *
 * @param <L> lines of the table
 * @param <R> what is in a line now
 * @param <T> values of the column
 */
public class SteadyCell<L, R, T> extends TableCell<L, T> {
    private final SteadyText words;

    /** Words at the left or the right: {@code told} of what {@code line} holds. */
    public SteadyCell(HPos side, Function<L, ObservableValue<R>> line, Function<R, String> told) {
        words = new SteadyText(side);
        words.textProperty().bind(shown(this, line).map(told).orElse(""));
        words.setMinWidth(0);
        words.prefWidthProperty().bind(Bindings.createDoubleBinding(this::room, widthProperty(), insetsProperty()));
        setGraphic(words);
    }

    /** What is in the line of a cell, as long as the cell is in a window. */
    public static <L, R> ObservableValue<R> shown(TableCell<L, ?> cell, Function<L, ObservableValue<R>> line) {
        ObservableValue<Boolean> seen = cell.sceneProperty().map(Objects::nonNull).orElse(false);
        return cell.tableRowProperty().flatMap(TableRow::itemProperty).<R>flatMap(line::apply).when(seen);
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

package downhill.ui.control;

import downhill.data.Visible;
import downhill.ui.i18n.Messages;
import java.util.List;
import java.util.function.Function;
import javafx.beans.InvalidationListener;
import javafx.beans.binding.Bindings;
import javafx.beans.value.ObservableValue;
import javafx.scene.control.ComboBox;
import javafx.scene.control.ListCell;
import javafx.scene.text.Text;
import javafx.util.StringConverter;

/** One of several values from a list that opens; its words follow the language. The tooltip tells what is chosen, in full. */
public final class Choice<T> extends ComboBox<T> {
    /** Style of a list among the options of a view. */
    public static final String QUIET = "quiet";
    /** Style of such a list in a table, where all are as wide as their column. */
    public static final String IN_TABLE = "in-table";

    /** Room for the arrow and around the words, in sizes of the font. */
    private static final double BESIDE = 3;
    /** What is kept in a narrow row, in the same. */
    private static final double LEAST = 6;

    /** Held here, since the language itself holds nobody. */
    private final ObservableValue<String> language = Messages.binding("app.name");
    private final Function<? super T, String> words;
    private boolean offering;

    /** With the name read out, the values, and how each is said. */
    public Choice(ObservableValue<String> name, List<T> values, Function<? super T, String> words) {
        this.words = words;
        accessibleTextProperty().bind(name);
        Tip.on(this, Bindings.createStringBinding(() -> name.getValue() + ": " + said(getValue()), name, valueProperty()));
        setConverter(converter());
        getItems().setAll(values);
        setButtonCell(cell());
        language.addListener((InvalidationListener) source -> respell());
        language.getValue();
    }

    /** Chooses {@code value} and calls {@code then} with each value chosen later by a person. */
    public Choice<T> start(T value, java.util.function.Consumer<? super T> then) {
        setValue(value);
        valueProperty().addListener((source, old, now) -> {
            if (now != null && !now.equals(old) && !offering) {
                then.accept(now);
            }
        });
        return this;
    }

    /** Offers {@code values} with one of them chosen, which is told to nobody; the control stays, and with it the focus. */
    public void offer(List<T> values, T value) {
        offering = true;
        try {
            if (!values.equals(getItems())) {
                getItems().setAll(values);
            }
            setValue(value);
        } finally {
            offering = false;
        }
    }

    private String said(T value) {
        return value == null ? "" : Visible.line(words.apply(value));
    }

    /** Filled anew, not made anew: a new cell is dressed at once, and out of sight no theme has colours for it. */
    private void respell() {
        language.getValue();
        setConverter(converter());
        ListCell<T> shown = getButtonCell();
        int place = getItems().indexOf(getValue());
        shown.setItem(null);
        shown.updateIndex(place);
        if (place < 0) {
            shown.setText(said(getValue()));
        }
    }

    /** The words of the value chosen. */
    private ListCell<T> cell() {
        return new ListCell<>() {
            @Override
            protected void updateItem(T value, boolean empty) {
                super.updateItem(value, empty);
                setText(said(value));
            }
        };
    }

    /**
     * Among the options of a view the list is as wide as what it shows: its longest words would leave a hole. Told when it is asked
     * for: a width set while the row is being laid out would not be heard by it.
     */
    @Override
    protected double computePrefWidth(double height) {
        ListCell<T> shown = getButtonCell();
        if (shown == null || !getStyleClass().contains(QUIET) || getStyleClass().contains(IN_TABLE)) {
            return super.computePrefWidth(height);
        }
        Text measure = new Text(shown.getText());
        measure.setFont(shown.getFont());
        return Math.ceil(measure.getLayoutBounds().getWidth() + BESIDE * shown.getFont().getSize());
    }

    /** In a narrow row others yield first: a few letters always stay. */
    @Override
    protected double computeMinWidth(double height) {
        ListCell<T> shown = getButtonCell();
        double least = super.computeMinWidth(height);
        return shown == null || !getStyleClass().contains(QUIET) ? least
                : Math.max(least, Math.min(computePrefWidth(height), LEAST * shown.getFont().getSize()));
    }

    private StringConverter<T> converter() {
        return new StringConverter<>() {
            @Override
            public String toString(T value) {
                return said(value);
            }

            @Override
            public T fromString(String text) {
                throw new UnsupportedOperationException("The list cannot be typed into");
            }
        };
    }
}

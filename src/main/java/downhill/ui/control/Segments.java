package downhill.ui.control;

import java.util.List;
import java.util.function.Function;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.value.ObservableValue;
import javafx.scene.AccessibleRole;
import javafx.scene.control.ToggleButton;
import javafx.scene.input.KeyEvent;

/** One of a few choices, all in view; exactly one is chosen. Left and right arrow move the choice. */
public final class Segments<T> extends WrapRow {
    private final List<T> choices;
    private final ObjectProperty<T> value = new SimpleObjectProperty<>(this, "value");

    /** Toggles that look like tabs. The first choice is chosen. */
    public Segments(List<T> choices, Function<T, ObservableValue<String>> words) {
        super(0);
        this.choices = List.copyOf(choices);
        getStyleClass().add("segments");
        setAccessibleRole(AccessibleRole.TOOL_BAR);
        this.choices.forEach(choice -> getChildren().add(button(choice, words.apply(choice))));
        value.addListener((source, old, now) -> refresh());
        value.set(this.choices.get(0));
        addEventFilter(KeyEvent.KEY_PRESSED, this::arrow);
    }

    /** Within a box, as a switch in a form. */
    public Segments<T> boxed() {
        getStyleClass().add("boxed");
        setMaxWidth(USE_PREF_SIZE);
        return this;
    }

    /** What is chosen. */
    public ObjectProperty<T> valueProperty() {
        return value;
    }

    /** Leaves a choice out, or offers it again; whoever leaves out what is chosen chooses another. */
    public void offer(T choice, boolean on) {
        ToggleButton button = (ToggleButton) getChildren().get(choices.indexOf(choice));
        button.setVisible(on);
        button.setManaged(on);
    }

    /** As wide as all choices beside each other: only what is given less width than that has them below each other. */
    @Override
    protected double computeMinWidth(double height) {
        return computePrefWidth(height);
    }

    private ToggleButton button(T choice, ObservableValue<String> words) {
        ToggleButton button = new ToggleButton();
        button.textProperty().bind(words);
        button.setMinWidth(USE_PREF_SIZE);
        button.setAccessibleRole(AccessibleRole.RADIO_BUTTON);
        button.setOnAction(e -> {
            value.set(choice);
            refresh();
        });
        return button;
    }

    private void refresh() {
        for (int i = 0; i < choices.size(); i++) {
            boolean chosen = choices.get(i).equals(value.get());
            ToggleButton button = (ToggleButton) getChildren().get(i);
            button.setSelected(chosen);
            button.setFocusTraversable(chosen);
        }
    }

    private void arrow(KeyEvent event) {
        int step = switch (event.getCode()) {
            case LEFT -> -1;
            case RIGHT -> 1;
            default -> 0;
        };
        if (step != 0) {
            int next = choices.indexOf(value.get());
            do {
                next = Math.floorMod(next + step, choices.size());
            } while (!getChildren().get(next).isVisible());
            value.set(choices.get(next));
            getChildren().get(next).requestFocus();
            event.consume();
        }
    }
}

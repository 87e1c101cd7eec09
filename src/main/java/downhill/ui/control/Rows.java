package downhill.ui.control;

import javafx.beans.value.ObservableValue;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/** Pieces of forms. */
public final class Rows {
    private static final double NAME_WIDTH = 148;

    private Rows() {
    }

    /** Takes all the room between its neighbours. */
    public static Region space() {
        Region space = new Region();
        HBox.setHgrow(space, Priority.ALWAYS);
        return space;
    }

    /** A name at the left, in a column of equal width, and its control, below which stands why its text cannot be taken. */
    public static HBox field(ObservableValue<String> name, Node control) {
        Label words = Labels.styled(Labels.bound(name), "secondary");
        words.setMinWidth(NAME_WIDTH);
        words.setPrefWidth(NAME_WIDTH);
        words.setWrapText(true);
        words.setLabelFor(control);
        HBox row = new HBox(12, words, control instanceof Checked checked ? told(control, checked) : control);
        row.setAlignment(Pos.CENTER_LEFT);
        row.setMinHeight(30);
        return row;
    }

    private static VBox told(Node control, Checked checked) {
        VBox box = new VBox(2, control, checked.problemLabel());
        HBox.setHgrow(box, Priority.ALWAYS);
        return box;
    }

    /** A box to tick; its words are also what is read out. */
    public static CheckBox check(ObservableValue<String> words) {
        CheckBox box = new CheckBox();
        box.textProperty().bind(words);
        box.accessibleTextProperty().bind(words);
        box.setMinWidth(Region.USE_PREF_SIZE);
        return box;
    }

    /** A label that wraps. */
    public static Label paragraph(ObservableValue<String> words) {
        Label label = Labels.styled(Labels.bound(words), "secondary");
        label.setWrapText(true);
        label.setMinHeight(Region.USE_PREF_SIZE);
        return label;
    }

    /** Stacked with gaps of 8. */
    public static VBox column(Node... nodes) {
        return new VBox(8, nodes);
    }

    /** Scrolls upwards where it is too high. */
    public static ScrollPane scrolled(Node content) {
        return scrolling(new ScrollPane(content));
    }

    /** The same, which would be as high as its content, and is at least {@code least} high where that is higher. */
    public static ScrollPane scrolledWhole(Node content, double least) {
        return scrolling(new ScrollPane(content) {
            @Override
            protected double computePrefHeight(double width) {
                double known = Math.max(width, getWidth());
                return Math.ceil(content.prefHeight(known > 0 ? known : -1)) + 1;
            }

            @Override
            protected double computeMinHeight(double width) {
                return Math.min(least, computePrefHeight(width));
            }
        });
    }

    private static ScrollPane scrolling(ScrollPane pane) {
        pane.setFitToWidth(true);
        pane.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
        pane.setFocusTraversable(false);
        pane.skinProperty().addListener(skin -> uncached(pane));
        return pane;
    }

    /** The skin keeps a picture of all that is scrolled, and draws all of it anew whenever one number in it changes. */
    private static void uncached(ScrollPane pane) {
        Node viewport = pane.lookup(".viewport");
        if (viewport != null) {
            viewport.setCache(false);
        }
    }

    /** A thin line across. */
    public static Region divider() {
        Region line = new Region();
        line.getStyleClass().add("divider");
        return line;
    }
}

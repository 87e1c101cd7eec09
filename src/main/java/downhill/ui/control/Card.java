package downhill.ui.control;

import javafx.beans.value.ObservableValue;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/** A panel with a title in spaced capitals, actions at its right, and content below. */
public final class Card extends VBox {
    /** JavaFX cannot space letters; thin spaces between them look the same. */
    private static final String SPACE = "\u200a";

    private final HBox header = new HBox();

    /** A card with a title, and perhaps content. */
    public Card(ObservableValue<String> title, Node... content) {
        getStyleClass().add("downhill-card");
        header.getStyleClass().add("card-header");
        Region space = new Region();
        HBox.setHgrow(space, Priority.ALWAYS);
        header.getChildren().addAll(titleLabel(title), space);
        getChildren().add(header);
        getChildren().addAll(content);
    }

    /** A card without a title. */
    public static VBox plain(Node... content) {
        VBox card = new VBox(content);
        card.getStyleClass().add("downhill-card");
        return card;
    }

    /** Puts actions, most often links, at the right of the title. */
    public Card actions(Node... actions) {
        header.getChildren().remove(2, header.getChildren().size());
        header.getChildren().addAll(actions);
        return this;
    }

    /** Replaces what is below the title. */
    public void setContent(Node... content) {
        getChildren().setAll(header);
        getChildren().addAll(content);
    }

    private static Label titleLabel(ObservableValue<String> title) {
        Label label = new Label();
        label.getStyleClass().add("card-title");
        label.textProperty().bind(title.map(Card::spaced));
        label.accessibleTextProperty().bind(title);
        return label;
    }

    static String spaced(String title) {
        return String.join(SPACE, title.toUpperCase(java.util.Locale.ROOT).split(""));
    }
}

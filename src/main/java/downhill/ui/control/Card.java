package downhill.ui.control;

import downhill.data.Visible;
import java.util.List;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.value.ObservableValue;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.input.MouseButton;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/** A panel with a title in spaced capitals, actions at its right, and content below. */
public final class Card extends VBox {
    /** JavaFX cannot space letters; thin spaces between them look the same. */
    private static final String SPACE = "\u200a";

    private final HBox header = new HBox();
    private final Region space = new Region();
    private final Label gist = Labels.shortened(Labels.plain("", "secondary", "card-gist"));
    private final BooleanProperty folded = new SimpleBooleanProperty(this, "folded");

    /** A card with a title, and perhaps content. */
    public Card(ObservableValue<String> title, Node... content) {
        getStyleClass().add("downhill-card");
        header.getStyleClass().add("card-header");
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

    /** Gives the card a button that folds its content away and brings it back. */
    public Card foldable() {
        Button fold = Buttons.icon(Feather.CHEVRON_DOWN, "card.fold", () -> folded.set(!folded.get()));
        fold.getStyleClass().add("card-fold");
        gist.setMaxWidth(Double.MAX_VALUE);
        gist.visibleProperty().bind(folded);
        gist.managedProperty().bind(folded);
        HBox.setHgrow(gist, Priority.ALWAYS);
        header.getChildren().addAll(1, List.of(fold, gist));
        header.getStyleClass().add("card-foldable");
        header.setOnMouseClicked(event -> {
            if (event.getButton() == MouseButton.PRIMARY) {
                fold.fire();
            }
        });
        folded.addListener((source, was, is) -> {
            ((FontIcon) fold.getGraphic()).setIconCode(is ? Feather.CHEVRON_RIGHT : Feather.CHEVRON_DOWN);
            hideContent();
        });
        return this;
    }

    /** What the card says where it is folded to one line. */
    public void setGist(String words) {
        gist.setText(Visible.line(words));
    }

    /** Whether the content is folded away. */
    public BooleanProperty foldedProperty() {
        return folded;
    }

    private void hideContent() {
        for (Node node : getChildren()) {
            if (node != header) {
                node.setVisible(!folded.get());
                node.setManaged(!folded.get());
            }
        }
    }

    /** Puts actions, most often links, at the right of the title. */
    public Card actions(Node... actions) {
        header.getChildren().remove(header.getChildren().indexOf(space) + 1, header.getChildren().size());
        header.getChildren().addAll(actions);
        return this;
    }

    /** Replaces what is below the title. */
    public void setContent(Node... content) {
        getChildren().setAll(header);
        getChildren().addAll(content);
        if (folded.get()) {
            hideContent();
        }
    }

    /** Takes frame and title away: the card becomes part of another. */
    public void embed() {
        getStyleClass().setAll("inner-card");
        header.setVisible(false);
        header.setManaged(false);
    }

    private static Label titleLabel(ObservableValue<String> title) {
        Label label = new Label();
        label.getStyleClass().add("card-title");
        label.textProperty().bind(title.map(Card::spaced));
        label.accessibleTextProperty().bind(title);
        label.setMinWidth(Region.USE_PREF_SIZE);
        return label;
    }

    static String spaced(String title) {
        return String.join(SPACE, title.toUpperCase(java.util.Locale.ROOT).split(""));
    }
}

package downhill.ui.control;

import javafx.beans.value.ObservableValue;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;

/**
 * A panel over the window for a task of its own: an editor, a gallery, a question. Escape closes it, the focus goes back
 * to where it was. One at a time.
 */
public final class SheetLayer extends StackPane implements Sheets {
    private final VBox panel = new VBox();
    /** A scroll pane asks wrapped words how high they are on one line: their true height is told to it. */
    private ScrollPane body;
    private Node before;
    private Runnable onClosed = () -> { };

    /** A hidden layer. */
    public SheetLayer() {
        getStyleClass().add("sheet-layer");
        panel.getStyleClass().add("sheet-panel");
        panel.setMaxSize(USE_PREF_SIZE, USE_PREF_SIZE);
        panel.setFocusTraversable(false);
        getChildren().add(panel);
        setVisible(false);
        addEventHandler(KeyEvent.KEY_PRESSED, event -> {
            if (event.getCode() == KeyCode.ESCAPE) {
                close();
            }
            if (event.getCode() != KeyCode.TAB) { // a list leaves it to the scene to move the focus
                event.consume(); // keys of the window behind sleep meanwhile
            }
        });
        setOnMousePressed(event -> {
            if (event.getTarget() == this) {
                close();
            }
        });
    }

    @Override
    public void open(ObservableValue<String> title, double width, Node content, Node... actions) {
        before = getScene() == null ? null : getScene().getFocusOwner();
        onClosed = () -> { };
        panel.setPrefWidth(width);
        panel.setAccessibleText(title.getValue());
        body = scrolled(content);
        panel.getChildren().setAll(header(title), body);
        if (actions.length > 0) {
            HBox row = new HBox(8, actions);
            row.getStyleClass().add("sheet-actions");
            row.setAlignment(Pos.CENTER_RIGHT);
            panel.getChildren().add(row);
        }
        setVisible(true);
        applyCss(); // the scrolled content is in the scene only once its pane has a skin
        focusFirst(content);
    }

    @Override
    public void onClosed(Runnable action) {
        onClosed = action;
    }

    @Override
    public void close() {
        if (isVisible()) {
            setVisible(false);
            panel.getChildren().clear();
            body = null;
            Runnable then = onClosed;
            onClosed = () -> { };
            then.run();
            if (before != null && before.getScene() != null) {
                before.requestFocus();
            }
        }
    }

    /** As high as its content, and at most as the window. */
    @Override
    protected void layoutChildren() {
        if (body != null) {
            body.setPrefViewportHeight(body.getContent().prefHeight(panel.getPrefWidth() - panel.getInsets().getLeft() - panel.getInsets().getRight()));
        }
        panel.setMaxHeight(Math.min(panel.prefHeight(panel.getPrefWidth()), getHeight() - 48));
        super.layoutChildren();
    }

    private HBox header(ObservableValue<String> title) {
        Label words = Labels.styled(Labels.bound(title), "sheet-title");
        Region space = new Region();
        HBox.setHgrow(space, Priority.ALWAYS);
        Button close = Buttons.icon(Feather.X, "sheet.close", this::close);
        close.setFocusTraversable(false);
        HBox header = new HBox(8, words, space, close);
        header.setAlignment(Pos.CENTER_LEFT);
        return header;
    }

    private static ScrollPane scrolled(Node content) {
        ScrollPane pane = new ScrollPane(content);
        pane.setFitToWidth(true);
        pane.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
        pane.setFocusTraversable(false);
        VBox.setVgrow(pane, Priority.ALWAYS);
        return pane;
    }

    private static boolean focusFirst(Node node) {
        if (node.isFocusTraversable() && node.isVisible() && !node.isDisabled()) {
            node.requestFocus();
            return true;
        }
        return node instanceof javafx.scene.Parent parent && parent.getChildrenUnmodifiable().stream().anyMatch(SheetLayer::focusFirst);
    }

    /** The words of the title of the sheet shown, for tests; empty where none is. */
    public String shownTitle() {
        return isVisible() ? panel.getAccessibleText() : "";
    }

}

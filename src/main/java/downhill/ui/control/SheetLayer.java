package downhill.ui.control;

import downhill.ui.fx.EnterKey;
import downhill.ui.fx.inner.ShownFocus;
import downhill.ui.theme.TypeScale;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import javafx.beans.value.ObservableValue;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.ToggleButton;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;

/**
 * A panel over the window for a task of its own: an editor, a gallery, a question. While it is open the focus stays within it, and
 * no key and no click reaches the window behind. Enter presses the button that leads on, once every field can be taken. Escape closes
 * it, the focus goes back to where it was. One at a time.
 */
public final class SheetLayer extends StackPane implements Sheets {
    private static final double LINE = 40;
    private static final String AT_TOP = "at-top";

    private final VBox panel = new VBox();
    /** A scroll pane asks wrapped words how high they are on one line: their true height is told to it. */
    private ScrollPane body;
    /** Null where no button of the sheet leads on. */
    private Button primary;
    private final FocusTrap trap = new FocusTrap(this);
    /** What had the focus, and all above it, from the inside to the outside. */
    private List<Node> before = List.of();
    private boolean ringBefore;
    private Runnable onClosed = () -> { };

    /** A hidden layer. */
    public SheetLayer() {
        getStyleClass().add("sheet-layer");
        panel.getStyleClass().add("sheet-panel");
        panel.setMaxSize(USE_PREF_SIZE, USE_PREF_SIZE);
        panel.setFocusTraversable(false);
        FormGate.guard(panel);
        getChildren().addAll(trap.start(), panel, trap.end());
        setVisible(false);
        addEventFilter(KeyEvent.KEY_PRESSED, this::enterAtSwitch);
        addEventHandler(KeyEvent.ANY, this::key);
        setOnMousePressed(event -> {
            if (event.getTarget() == this) {
                close();
            }
        });
    }

    @Override
    public void open(ObservableValue<String> title, double width, Node content, Node... actions) {
        prepare(title, width);
        StackPane.setAlignment(panel, Pos.CENTER);
        body = scrolled(content);
        primary = Arrays.stream(actions).filter(one -> one instanceof Button button && Buttons.isPrimary(button)).map(Button.class::cast)
                .findFirst().orElse(null);
        panel.getChildren().setAll(header(title), body);
        if (actions.length > 0) {
            HBox row = new HBox(8, actions);
            row.getStyleClass().add("sheet-actions");
            row.setAlignment(Pos.CENTER_RIGHT);
            row.setMinHeight(USE_PREF_SIZE); // what is long scrolls instead
            panel.getChildren().add(row);
        }
        reveal();
    }

    @Override
    public void openAtTop(ObservableValue<String> title, double width, Node content) {
        prepare(title, width);
        StackPane.setAlignment(panel, Pos.TOP_CENTER);
        panel.getStyleClass().add(AT_TOP);
        body = null;
        primary = null;
        panel.getChildren().setAll(content);
        reveal();
    }

    private void prepare(ObservableValue<String> title, double width) {
        if (isVisible()) {
            ended(); // the one that this replaces; the focus will go back to where it was before both
        } else {
            remember();
        }
        panel.getStyleClass().remove(AT_TOP);
        panel.setPrefWidth(width * TypeScale.of(this)); // its words are as much larger where it is projected
        panel.accessibleTextProperty().bind(title);
    }

    private void reveal() {
        setVisible(true);
        applyCss(); // the scrolled content is in the scene only once its pane has a skin
        trap.hold();
        FocusTrap.stops(panel).stream().findFirst().ifPresentOrElse(this::focus, trap.start()::requestFocus);
    }

    @Override
    public void onClosed(Runnable action) {
        onClosed = action;
    }

    @Override
    public void close() {
        if (isVisible()) {
            trap.release();
            giveBack();
            setVisible(false);
            panel.getChildren().clear();
            panel.accessibleTextProperty().unbind();
            body = null;
            primary = null;
            ended();
        }
    }

    private void ended() {
        Runnable then = onClosed;
        onClosed = () -> { };
        then.run();
    }

    private void remember() {
        List<Node> path = new ArrayList<>();
        for (Node up = getScene() == null ? null : getScene().getFocusOwner(); up != null; up = up.getParent()) {
            path.add(up);
        }
        before = path;
        ringBefore = !path.isEmpty() && path.get(0).isFocusVisible();
    }

    /** To what had the focus; where that is gone or asleep meanwhile, to the first control of what was around it. */
    private void giveBack() {
        List<Node> path = before;
        before = List.of();
        for (Node around : path) {
            if (around.getScene() == getScene() && (around == path.get(0) ? canHaveFocus(around) : !FocusTrap.stops(around).isEmpty())) {
                focus(around == path.get(0) ? around : FocusTrap.stops(around).get(0));
                return;
            }
        }
    }

    /** Shown where a person goes by keyboard. */
    private void focus(Node node) {
        if (ringBefore) {
            ShownFocus.give(node);
        } else {
            node.requestFocus();
        }
    }

    private static boolean canHaveFocus(Node node) {
        Node up = node;
        while (up != null && up.isVisible()) {
            up = up.getParent();
        }
        return up == null && !node.isDisabled();
    }

    private void key(KeyEvent event) {
        boolean pressed = event.getEventType() == KeyEvent.KEY_PRESSED;
        if (pressed && event.getCode() == KeyCode.ESCAPE) {
            close();
        } else if (pressed && EnterKey.isAlone(event)) {
            enter();
        } else if (pressed && body != null) {
            scroll(event.getCode());
        }
        if (event.getCode() != KeyCode.TAB) { // a list leaves it to the scene to move the focus
            event.consume(); // keys of the window behind sleep meanwhile
        }
    }

    /** Space is a switch's own key; Enter, which the toolkit gives it as well, is the form's. */
    private void enterAtSwitch(KeyEvent event) {
        boolean toggle = event.getTarget() instanceof ToggleButton || event.getTarget() instanceof CheckBox;
        if (toggle && EnterKey.isAlone(event) && primary != null) {
            enter();
            event.consume();
        }
    }

    /** The button that has the focus, else the one that leads on; a field that wants Enter for itself has consumed it. */
    private void enter() {
        Button button = getScene().getFocusOwner() instanceof Button focused ? focused : primary;
        if (button != null) {
            button.fire();
        }
    }

    /** Keys that no control wanted. */
    private void scroll(KeyCode key) {
        double view = body.getViewportBounds().getHeight();
        double hidden = Math.max(1, body.getContent().getBoundsInLocal().getHeight() - view);
        double line = LINE / hidden;
        double now = body.getVvalue();
        double then = switch (key) {
            case UP -> now - line;
            case DOWN -> now + line;
            case PAGE_UP -> now - view / hidden;
            case PAGE_DOWN, SPACE -> now + view / hidden;
            case HOME -> 0;
            case END -> 1;
            default -> now;
        };
        body.setVvalue(Math.max(0, Math.min(1, then)));
    }

    /** As high as its content, and at most as the window. */
    @Override
    protected void layoutChildren() {
        if (body != null) {
            body.setPrefViewportHeight(body.getContent().prefHeight(panel.getPrefWidth() - panel.getInsets().getLeft() - panel.getInsets()
                    .getRight()));
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

    /** The words of the title of the sheet shown, for tests; empty where none is. */
    public String shownTitle() {
        return isVisible() ? panel.getAccessibleText() : "";
    }
}

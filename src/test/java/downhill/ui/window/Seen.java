package downhill.ui.window;

import downhill.ui.control.Tip;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.event.Event;
import javafx.geometry.BoundingBox;
import javafx.geometry.Bounds;
import javafx.geometry.Orientation;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.control.Control;
import javafx.scene.control.Labeled;
import javafx.scene.control.ScrollBar;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TableCell;
import javafx.scene.control.TableView;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.Pane;
import javafx.scene.text.Text;

/**
 * What a person cannot see of a window although it is there: what is cut off at an edge, lies outside the window or over a
 * neighbour, and words shortened that are told in full nowhere. FX thread, after the window was laid out.
 */
public final class Seen {
    private static final double ROUNDING = 1.5;
    private static final int LETTERS = 3;
    /** Cells leave that much free at their right. */
    private static final double CELL_PADDING = 2.5;

    private final List<String> faults = new ArrayList<>();
    private final Bounds window;

    private Seen(Scene scene) {
        window = scene.getRoot().getLayoutBounds();
    }

    /** One line for each fault; empty where everything is in view or can be scrolled to. */
    public static List<String> faults(Scene scene) {
        settle(scene);
        Seen seen = new Seen(scene);
        seen.walk(scene.getRoot(), seen.window, false, "");
        return seen.faults;
    }

    /** What was said since the last frame has its place; lines that break anew want a second look at heights. */
    private static void settle(Scene scene) {
        for (int i = 0; i < 2; i++) {
            scene.getRoot().applyCss();
            scene.getRoot().layout();
        }
    }

    /** Goes through what is in {@code view}; {@code scrolls} where what is above and below it can be scrolled to. */
    private void walk(Node node, Bounds view, boolean scrolls, String path) {
        if (!node.isVisible() || node.getOpacity() == 0) {
            return;
        }
        String here = path + "/" + name(node);
        Bounds bounds = node.localToScene(node.getLayoutBounds());
        if (isThing(node)) {
            check(node, bounds, view, scrolls, here);
        }
        if (node instanceof TableView<?> table) {
            table(table, here);
            return; // cells are made for what is in view
        }
        Bounds inner = view;
        boolean inScroller = scrolls;
        if (node instanceof ScrollPane pane) {
            inner = common(bounds, view);
            inScroller = pane.getVbarPolicy() != ScrollPane.ScrollBarPolicy.NEVER;
        } else if (isZone(node)) {
            inner = common(bounds, view);
        }
        if (node instanceof Parent parent) {
            if (parent instanceof Pane && !(parent instanceof javafx.scene.layout.StackPane)) {
                apart(parent, here);
            }
            for (Node child : parent.getChildrenUnmodifiable()) {
                walk(child, inner, inScroller, here);
            }
        }
    }

    /** What lies beside its neighbours: nothing of it may reach under them. */
    private static boolean isZone(Node node) {
        return node.getStyleClass().contains("downhill-card") || node.getParent() != null
                && node.getParent().getStyleClass().contains("page");
    }

    private static boolean isThing(Node node) {
        return node instanceof Control && !(node instanceof ScrollPane) || node.getStyleClass().contains("chart-pane")
                || node.getStyleClass().contains("steady-text");
    }

    private void check(Node node, Bounds bounds, Bounds view, boolean scrolls, String here) {
        boolean across = bounds.getMinX() >= view.getMinX() - ROUNDING && bounds.getMaxX() <= view.getMaxX() + ROUNDING;
        boolean down = scrolls || bounds.getMinY() >= view.getMinY() - ROUNDING && bounds.getMaxY() <= view.getMaxY() + ROUNDING;
        if (!across || !down) {
            faults.add("cut off: " + here + " " + round(bounds) + " in " + round(view));
        } else if (node instanceof Labeled words) {
            words(words, here);
        }
    }

    private void words(Labeled node, String here) {
        Text shown = (Text) node.lookup(".text");
        String whole = node.getText();
        if (shown == null || whole == null || whole.isBlank()
                || node.getContentDisplay() == javafx.scene.control.ContentDisplay.GRAPHIC_ONLY) {
            return;
        }
        if (!node.isWrapText() && node.getHeight() < shown.getLayoutBounds().getHeight() - ROUNDING) {
            faults.add("squeezed: " + here + " \"" + whole + "\" " + node.getHeight() + " of " + shown.getLayoutBounds().getHeight());
        }
        if (node.isWrapText() ? node.getHeight() < node.prefHeight(node.getWidth()) - ROUNDING : !shown.getText().equals(whole)) {
            if (!isTold(node, whole)) {
                faults.add("told nowhere: " + here + " \"" + whole + "\" shown as \"" + shown.getText() + "\"");
            } else if (shown.getText().replaceAll("[….]", "").length() < Math.min(LETTERS, whole.length())) {
                faults.add("nothing left: " + here + " \"" + whole + "\" shown as \"" + shown.getText() + "\"");
            }
        }
    }

    /** All columns are in the room that the bar at the right leaves, or can be scrolled to; their heads are told. */
    private void table(TableView<?> table, String here) {
        double bars = bar(table, Orientation.VERTICAL).map(bar -> bar.getWidth()).orElse(0.0);
        double columns = table.getVisibleLeafColumns().stream().mapToDouble(column -> column.getWidth()).sum();
        if (columns > table.getWidth() - bars + CELL_PADDING && bar(table, Orientation.HORIZONTAL).isEmpty()) {
            faults.add("covered: " + here + " columns of " + columns + " in " + (table.getWidth() - bars));
        }
        for (Node head : table.lookupAll(".column-header")) {
            if (head.lookup(".label") instanceof Labeled words && head.isVisible()) {
                words(words, here + "/head");
            }
        }
        for (Node cell : table.lookupAll(".table-cell")) {
            if (cell instanceof TableCell<?, ?> words && words.isVisible() && !words.isEmpty() && words.getTableColumn().isVisible()) {
                words(words, here + "/cell");
            }
        }
    }

    private static Optional<ScrollBar> bar(TableView<?> table, Orientation which) {
        return table.lookupAll(".scroll-bar").stream().map(ScrollBar.class::cast)
                .filter(bar -> bar.isVisible() && bar.getOrientation() == which).findFirst();
    }

    /** Whether pointing at it, or at what it is part of, tells it in full. */
    private static boolean isTold(Node node, String whole) {
        Event.fireEvent(node, new MouseEvent(MouseEvent.MOUSE_ENTERED_TARGET, 0, 0, 0, 0, MouseButton.NONE, 0, false, false, false, false,
                false, false, false, false, false, false, null)); // the window tells what is cut
        for (Node at = node; at != null; at = at.getParent()) {
            if (Tip.told(at).contains(whole)) {
                return true;
            }
        }
        return false;
    }

    /** Children of a row, column or grid do not lie over each other, nor outside it. */
    private void apart(Parent parent, String here) {
        List<Node> children = parent.getChildrenUnmodifiable().stream().filter(child -> child.isVisible() && child.isManaged()
                && child.getLayoutBounds().getWidth() > 0 && child.getLayoutBounds().getHeight() > 0).toList();
        for (int i = 0; i < children.size(); i++) {
            Bounds one = place(children.get(i));
            for (int j = i + 1; j < children.size(); j++) {
                Bounds other = place(children.get(j));
                double across = Math.min(one.getMaxX(), other.getMaxX()) - Math.max(one.getMinX(), other.getMinX());
                double down = Math.min(one.getMaxY(), other.getMaxY()) - Math.max(one.getMinY(), other.getMinY());
                if (across > ROUNDING && down > ROUNDING && hasContent(children.get(i)) && hasContent(children.get(j))) {
                    faults.add("one over another: " + here + " " + name(children.get(i)) + " " + round(one) + " and "
                            + name(children.get(j)) + " " + round(other));
                }
            }
        }
    }

    /** Where its parent has put it; pictures that wait to be drawn in another size do not count. */
    private static Bounds place(Node node) {
        return node.localToParent(node.getLayoutBounds());
    }

    private static boolean hasContent(Node node) {
        return node instanceof Control || node instanceof Parent parent && !parent.getChildrenUnmodifiable().isEmpty();
    }

    private static Bounds common(Bounds one, Bounds other) {
        double x = Math.max(one.getMinX(), other.getMinX());
        double y = Math.max(one.getMinY(), other.getMinY());
        return new BoundingBox(x, y, Math.max(0, Math.min(one.getMaxX(), other.getMaxX()) - x),
                Math.max(0, Math.min(one.getMaxY(), other.getMaxY()) - y));
    }

    private static String name(Node node) {
        String kind = node.getId() != null ? "#" + node.getId() : node.getStyleClass().isEmpty() ? node.getClass().getSimpleName()
                : node.getStyleClass().get(node.getStyleClass().size() - 1);
        return node instanceof Labeled words && words.getText() != null && !words.getText().isEmpty() ? kind + "(" + words.getText() + ")"
                : kind;
    }

    private static String round(Bounds b) {
        return "[%.0f..%.0f, %.0f..%.0f]".formatted(b.getMinX(), b.getMaxX(), b.getMinY(), b.getMaxY());
    }
}

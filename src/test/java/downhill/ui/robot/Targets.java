package downhill.ui.robot;

import downhill.ui.chart.ChartPane;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.ComboBoxBase;
import javafx.scene.control.IndexedCell;
import javafx.scene.control.Labeled;
import javafx.scene.control.MenuBar;
import javafx.scene.control.Slider;
import javafx.scene.control.TextInputControl;
import javafx.scene.layout.Region;
import javafx.stage.PopupWindow;
import javafx.stage.Window;

/** What there is to act on, in view and enabled, each by a name that finds it again. FX thread. */
final class Targets {
    private static final int MOST_WORDS = 40;
    private static final double LEAST = 3;

    private final Shaken open;

    Targets(Shaken open) {
        this.open = open;
    }

    /** What sort of thing it is, and so what can be done to it. */
    enum Kind { TEXT, COMBO, SLIDER, CHART, LINE, BUTTON, POPUP, DIVIDER, OTHER }

    static Kind kind(Node node) {
        if (node.getScene().getWindow() instanceof PopupWindow) {
            return Kind.POPUP;
        }
        if (node.getStyleClass().contains("split-pane-divider")) {
            return Kind.DIVIDER;
        }
        return node instanceof TextInputControl ? Kind.TEXT : node instanceof ComboBoxBase ? Kind.COMBO : node instanceof Slider
                ? Kind.SLIDER
                : node instanceof ChartPane ? Kind.CHART : "time-line".equals(node.getId()) ? Kind.LINE
                : node instanceof ButtonBase ? Kind.BUTTON : Kind.OTHER;
    }

    /** From below to above; behind a sheet nothing can be reached. */
    List<Node> all() {
        List<Node> all = new ArrayList<>();
        for (Window one : open.windows()) {
            collect(one == open.stage && open.window.sheets().isVisible() ? open.window.sheets() : one.getScene().getRoot(), all);
        }
        return all;
    }

    private void collect(Node node, List<Node> all) {
        if (!node.isVisible() || node.isDisabled() || node instanceof MenuBar) {
            return;
        }
        if (isTarget(node) && isInView(node)) {
            all.add(node);
        }
        boolean whole = node instanceof ComboBoxBase || node instanceof TextInputControl;
        if (!whole && node instanceof Parent parent) {
            parent.getChildrenUnmodifiable().forEach(child -> collect(child, all));
        }
    }

    private static boolean isTarget(Node node) {
        boolean listens = node.getOnMouseClicked() != null || node.getOnMousePressed() != null;
        boolean filled = node instanceof IndexedCell<?> cell && !cell.isEmpty();
        return listens || filled || kind(node) != Kind.OTHER && kind(node) != Kind.POPUP || node.getStyleClass().contains("column-header")
                || node.getStyleClass().contains("menu-item") || kind(node) == Kind.POPUP && node instanceof ButtonBase;
    }

    private static boolean isInView(Node node) {
        Bounds at = node.localToScene(node.getLayoutBounds());
        return at.getWidth() > LEAST && at.getHeight() > LEAST && at.getCenterX() > 0 && at.getCenterY() > 0
                && at.getCenterX() < width(node) && at.getCenterY() < height(node);
    }

    private static double width(Node node) {
        return node.getScene().getRoot() instanceof Region root ? root.getWidth() : node.getScene().getWidth();
    }

    private static double height(Node node) {
        return node.getScene().getRoot() instanceof Region root ? root.getHeight() : node.getScene().getHeight();
    }

    /** How it looks, then which of those that look the same. */
    String name(Node node) {
        String look = look(node);
        return look + "[" + all().stream().filter(other -> look(other).equals(look)).toList().indexOf(node) + "]";
    }

    /** The node of this name; where words have changed, one of the same identity. */
    Optional<Node> find(String name) {
        String look = name.substring(0, name.lastIndexOf('['));
        int place = Integer.parseInt(name.substring(name.lastIndexOf('[') + 1, name.length() - 1));
        List<Node> same = all().stream().filter(node -> look(node).equals(look)).toList();
        String identity = identity(look);
        if (same.isEmpty() && identity.contains("#")) {
            same = all().stream().filter(node -> identity(look(node)).equals(identity)).toList();
        }
        return same.isEmpty() ? Optional.empty() : Optional.of(same.get(Math.min(place, same.size() - 1)));
    }

    private static String identity(String look) {
        return look.substring(0, look.indexOf('{'));
    }

    private static String look(Node node) {
        String words = node instanceof Labeled labeled && labeled.getText() != null ? labeled.getText() : "";
        words = words.isBlank() && node.getAccessibleText() != null ? node.getAccessibleText() : words;
        String plain = words.substring(0, Math.min(MOST_WORDS, words.length())).replaceAll("[0-9.,]+", "0");
        String style = node.getStyleClass().isEmpty() ? "" : "." + node.getStyleClass().get(node.getStyleClass().size() - 1);
        return node.getTypeSelector() + (node.getId() == null ? "" : "#" + node.getId()) + style + "{" + plain + "}";
    }
}

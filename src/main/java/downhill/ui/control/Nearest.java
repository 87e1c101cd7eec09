package downhill.ui.control;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.input.KeyCode;

/** Which of several controls an arrow key means. */
final class Nearest {
    /** What lies aside counts for more than what lies ahead. */
    private static final double ASIDE = 3;

    private Nearest() {
    }

    /** The nearest of {@code all} in the direction of {@code arrow}; empty where there is none. */
    static Optional<Node> of(Node from, KeyCode arrow, List<Node> all) {
        return all.stream().filter(one -> one != from && ahead(from, one, arrow) > 0)
                .min(Comparator.comparingDouble(one -> ahead(from, one, arrow) + ASIDE * aside(from, one, arrow)));
    }

    private static double ahead(Node from, Node to, KeyCode arrow) {
        return switch (arrow) {
            case LEFT -> x(from) - x(to);
            case RIGHT -> x(to) - x(from);
            case UP -> y(from) - y(to);
            default -> y(to) - y(from);
        };
    }

    private static double aside(Node from, Node to, KeyCode arrow) {
        return arrow == KeyCode.LEFT || arrow == KeyCode.RIGHT ? Math.abs(y(from) - y(to)) : Math.abs(x(from) - x(to));
    }

    private static double x(Node node) {
        return box(node).getCenterX();
    }

    private static double y(Node node) {
        return box(node).getCenterY();
    }

    private static Bounds box(Node node) {
        return node.localToScene(node.getBoundsInLocal());
    }
}

package downhill.ui.theme;

import javafx.beans.property.DoubleProperty;
import javafx.beans.property.SimpleDoubleProperty;
import javafx.scene.Node;
import javafx.scene.Scene;

/** How many times as large as usual words and lines are in a scene: 1, or more where it is projected. FX thread. */
public final class TypeScale {
    /** What a person in the last row can read. */
    public static final double LECTURE = 1.5;

    private static final String KEY = TypeScale.class.getName();

    private TypeScale() {
    }

    /** The scale of {@code scene}; charts follow it. */
    public static DoubleProperty of(Scene scene) {
        return (DoubleProperty) scene.getProperties().computeIfAbsent(KEY, key -> new SimpleDoubleProperty(null, "typeScale", 1));
    }

    /** The scale of the scene that {@code node} is in; 1 where it is in none. */
    public static double of(Node node) {
        return node.getScene() == null ? 1 : of(node.getScene()).get();
    }
}

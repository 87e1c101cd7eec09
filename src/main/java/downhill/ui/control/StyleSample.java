package downhill.ui.control;

import downhill.ui.theme.ContenderStyle;
import downhill.ui.theme.Palette;
import downhill.ui.theme.Theme;
import javafx.beans.value.ObservableValue;
import javafx.scene.Scene;
import javafx.scene.layout.Region;
import javafx.scene.shape.Line;
import javafx.scene.shape.StrokeLineCap;

/** A short piece of a contender's line, 26 wide unless it is told, in the colour and line style of its curves; follows the theme. */
public final class StyleSample extends Region {
    private static final double WIDTH = 26;

    private final Line line;
    private final ObservableValue<Theme> theme = sceneProperty().flatMap(StyleSample::themeOf).orElse(Theme.LIGHT);
    private int style;

    /** The sample of contender {@code style}. */
    public StyleSample(int style) {
        this(style, WIDTH);
    }

    /** @param width in points */
    public StyleSample(int style, double width) {
        this.style = style;
        line = new Line(0, 5, width, 5);
        getChildren().add(line);
        setMinSize(width, 10);
        setMaxSize(width, 10);
        setPrefSize(width, 10);
        line.setStrokeWidth(2);
        line.setStrokeLineCap(StrokeLineCap.BUTT);
        theme.addListener((source, old, now) -> draw());
        draw();
    }

    /** Shows another contender's. */
    public void setStyleIndex(int index) {
        if (index != style) {
            style = index;
            draw();
        }
    }

    private static ObservableValue<Theme> themeOf(Scene scene) {
        return Theme.of(scene);
    }

    private void draw() {
        Palette palette = theme.getValue().palette();
        ContenderStyle look = palette.contender(style);
        line.setStroke(look.line().fx());
        line.getStrokeDashArray().clear();
        for (float length : look.dash().pattern()) {
            line.getStrokeDashArray().add((double) length);
        }
    }
}

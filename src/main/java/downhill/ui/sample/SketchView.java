package downhill.ui.sample;

import downhill.ui.theme.Palette;
import downhill.ui.theme.Theme;
import javafx.scene.AccessibleRole;
import javafx.scene.canvas.Canvas;
import javafx.scene.canvas.GraphicsContext;

/** A sketch in the colours of the theme; empty until there is one. */
final class SketchView extends Canvas {
    private static final double WIDTH = 64;
    private static final double HEIGHT = 44;
    private static final double EDGE = 4;
    private static final double DOT = 3;
    private static final double OPACITY = 0.75;
    private Sketch sketch;

    SketchView() {
        super(WIDTH, HEIGHT);
        setAccessibleRole(AccessibleRole.IMAGE_VIEW);
        sceneProperty().flatMap(Theme::of).addListener((source, was, now) -> draw());
    }

    void show(Sketch now) {
        sketch = now;
        draw();
    }

    private void draw() {
        GraphicsContext ink = getGraphicsContext2D();
        Palette palette = Theme.of(this).palette();
        ink.clearRect(0, 0, WIDTH, HEIGHT);
        ink.setGlobalAlpha(1);
        ink.setFill(palette.page().fx());
        ink.fillRoundRect(0, 0, WIDTH, HEIGHT, 8, 8);
        if (sketch != null) {
            switch (sketch.kind()) {
                case DOTS -> dots(ink, palette);
                case LINE -> line(ink, palette);
                case PIXELS -> pixels(ink, palette);
                default -> throw new IllegalStateException(sketch.kind().name());
            }
        }
    }

    private void dots(GraphicsContext ink, Palette palette) {
        ink.setGlobalAlpha(OPACITY);
        for (int i = 0; i < sketch.x().length; i++) {
            ink.setFill(palette.contender(sketch.groups()[i]).line().fx());
            ink.fillOval(across(sketch.x()[i]) - DOT / 2, down(sketch.y()[i]) - DOT / 2, DOT, DOT);
        }
    }

    private void line(GraphicsContext ink, Palette palette) {
        ink.setStroke(palette.contender(0).line().fx());
        ink.setLineWidth(1);
        ink.beginPath();
        for (int i = 0; i < sketch.x().length; i++) {
            ink.lineTo(across(sketch.x()[i]), down(sketch.y()[i]));
        }
        ink.stroke();
    }

    /** Square, in the middle. */
    private void pixels(GraphicsContext ink, Palette palette) {
        double side = HEIGHT - 2 * EDGE;
        double pixel = side / Math.sqrt(sketch.x().length);
        for (int i = 0; i < sketch.x().length; i++) {
            ink.setFill(palette.page().mix(palette.text(), sketch.groups()[i] / 255.0).fx());
            ink.fillRect((WIDTH - side) / 2 + side * sketch.x()[i], EDGE + side * (1 - sketch.y()[i]), pixel + 0.5, pixel + 0.5);
        }
    }

    private static double across(double share) {
        return EDGE + share * (WIDTH - 2 * EDGE);
    }

    private static double down(double share) {
        return HEIGHT - EDGE - share * (HEIGHT - 2 * EDGE);
    }
}

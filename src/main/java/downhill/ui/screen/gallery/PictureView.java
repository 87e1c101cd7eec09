package downhill.ui.screen.gallery;

import downhill.lesson.Picture;
import downhill.ui.theme.ContenderStyle;
import downhill.ui.theme.Palette;
import downhill.ui.theme.Theme;
import javafx.scene.AccessibleRole;
import javafx.scene.canvas.Canvas;
import javafx.scene.canvas.GraphicsContext;

/** The lines of a picture in the colours and line styles of the theme. */
final class PictureView extends Canvas {
    static final double WIDTH = 176;
    static final double HEIGHT = 108;
    private static final double EDGE = 9;
    private static final double ROUND = 10;
    private static final double QUIET = 0.35;
    private final Picture picture;

    PictureView(Picture picture) {
        super(WIDTH, HEIGHT);
        this.picture = picture;
        setAccessibleRole(AccessibleRole.IMAGE_VIEW);
        sceneProperty().flatMap(Theme::of).addListener((source, was, now) -> draw());
    }

    private void draw() {
        GraphicsContext ink = getGraphicsContext2D();
        Palette palette = Theme.of(this).palette();
        ink.clearRect(0, 0, WIDTH, HEIGHT);
        ink.setFill(palette.page().fx());
        ink.fillRoundRect(0, 0, WIDTH, HEIGHT, ROUND, ROUND);
        picture.lines().forEach(line -> line(ink, palette, line));
    }

    private static void line(GraphicsContext ink, Palette palette, Picture.Line line) {
        boolean nobody = line.style() == Picture.NOBODY;
        ContenderStyle look = palette.contender(Math.max(0, line.style()));
        ink.setStroke(nobody ? palette.page().mix(palette.text(), QUIET).fx() : look.line().fx());
        ink.setLineWidth(nobody ? 1 : 1.6);
        float[] dash = nobody ? new float[0] : look.dash().pattern();
        double[] lengths = new double[dash.length];
        for (int i = 0; i < dash.length; i++) {
            lengths[i] = dash[i];
        }
        ink.setLineDashes(lengths);
        ink.beginPath();
        for (int i = 0; i < line.x().length; i++) {
            ink.lineTo(EDGE + line.x()[i] * (WIDTH - 2 * EDGE), HEIGHT - EDGE - line.y()[i] * (HEIGHT - 2 * EDGE));
        }
        ink.stroke();
    }
}

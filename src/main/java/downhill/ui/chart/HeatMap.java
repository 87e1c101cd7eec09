package downhill.ui.chart;

import downhill.ui.theme.Palette;
import downhill.ui.theme.Theme;
import javafx.scene.AccessibleRole;
import javafx.scene.image.ImageView;
import javafx.scene.image.WritableImage;
import javafx.scene.layout.Region;

/** A matrix as a small picture: 0 has the colour of the ground, above and below it two others, the strongest at the largest size. */
public final class HeatMap extends Region {
    /** Rows or columns that are drawn one by one; of more, each cell is the mean of several. */
    private static final int MOST = 72;
    /** Along each side of a cell, so that it has edges when it is drawn larger. */
    private static final int PIXELS = 6;
    private static final double HEIGHT = 64;
    private static final double LEAST = 40;

    private final ImageView view = new ImageView();
    private double[][] values = new double[0][0];

    /** Empty. */
    public HeatMap() {
        getStyleClass().add("heat-map");
        setAccessibleRole(AccessibleRole.IMAGE_VIEW);
        view.setSmooth(false);
        view.setManaged(false);
        getChildren().add(view);
        setPrefHeight(HEIGHT);
        setMinSize(LEAST, HEIGHT);
        sceneProperty().flatMap(Theme::of).addListener((source, was, now) -> draw());
    }

    /** Shows a matrix [row][column], row 0 at the top; {@code words} are read out. */
    public void show(double[][] matrix, String words) {
        values = coarse(matrix);
        setAccessibleText(words);
        draw();
    }

    /**
     * At most {@link #MOST} rows and columns. All cells but the last are means of equally many: the mean of two numbers is nearer to 0
     * than one of them, and cells of one beside cells of two would be stripes that the matrix does not have.
     */
    static double[][] coarse(double[][] matrix) {
        int down = each(matrix.length);
        int across = each(matrix[0].length);
        double[][] made = new double[(matrix.length + down - 1) / down][(matrix[0].length + across - 1) / across];
        for (int i = 0; i < made.length; i++) {
            for (int j = 0; j < made[i].length; j++) {
                made[i][j] = mean(matrix, i * down, Math.min(matrix.length, (i + 1) * down), j * across,
                        Math.min(matrix[0].length, (j + 1) * across));
            }
        }
        return made;
    }

    private static int each(int count) {
        return (count + MOST - 1) / MOST;
    }

    private static double mean(double[][] matrix, int top, int bottom, int left, int right) {
        double sum = 0;
        for (int i = top; i < bottom; i++) {
            for (int j = left; j < right; j++) {
                sum += matrix[i][j];
            }
        }
        return sum / ((bottom - top) * (right - left));
    }

    private void draw() {
        if (values.length == 0) {
            return;
        }
        double most = 0;
        for (double[] row : values) {
            for (double value : row) {
                most = Double.isFinite(value) ? Math.max(most, Math.abs(value)) : most;
            }
        }
        Palette palette = Theme.of(this).palette();
        WritableImage image = new WritableImage(PIXELS * values[0].length, PIXELS * values.length);
        for (int y = 0; y < PIXELS * values.length; y++) {
            for (int x = 0; x < PIXELS * values[0].length; x++) {
                double value = values[y / PIXELS][x / PIXELS];
                image.getPixelWriter().setArgb(x, y, argb(palette, most == 0 ? value : value / most));
            }
        }
        view.setImage(image);
        requestLayout();
    }

    /** What is not finite is clear. */
    private static int argb(Palette palette, double share) {
        return Double.isFinite(share) ? 0xFF000000 | TilePainter.colour(palette, share).rgb() : 0;
    }

    @Override
    protected void layoutChildren() {
        if (values.length == 0) {
            return;
        }
        double cell = Math.min(getWidth() / values[0].length, getHeight() / values.length);
        view.setFitWidth(cell * values[0].length);
        view.setFitHeight(cell * values.length);
        view.relocate(0, 0);
    }
}

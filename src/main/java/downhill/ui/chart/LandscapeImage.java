package downhill.ui.chart;

import downhill.ui.theme.Colour;
import downhill.ui.theme.Palette;
import java.awt.image.BufferedImage;
import java.util.ArrayList;
import java.util.List;

/**
 * A landscape's bands as pixels and its contour lines in values. Kept from drawing to drawing, so that a moving path does
 * not cost a new landscape. Touched by the render thread only.
 */
final class LandscapeImage {
    private static final int FINE = 161;

    /** A contour line in values of x and y, and its height. */
    record Contour(double level, Points line) {
    }

    private record Key(Landscape landscape, Palette palette, Range x, Range y, int width, int height) {
    }

    private Key key;
    private Landscape known;
    private double[][] fine;
    private Levels levels;
    private List<Contour> contours;
    private BufferedImage bands;

    /** Bands over the given part of the plane, {@code width} × {@code height} pixels. */
    BufferedImage bands(Landscape landscape, Palette palette, Range x, Range y, int width, int height) {
        prepare(landscape);
        Key wanted = new Key(landscape, palette, x, y, width, height);
        if (key == null || key.landscape() != landscape || !key.equals(wanted)) {
            bands = paint(wanted);
            key = wanted;
        }
        return bands;
    }

    List<Contour> contours(Landscape landscape) {
        prepare(landscape);
        return contours;
    }

    private void prepare(Landscape landscape) {
        if (known == landscape) {
            return;
        }
        fine = Resample.finer(landscape.z(), FINE);
        levels = Levels.of(landscape);
        contours = new ArrayList<>();
        for (int i = 0; i < levels.count(); i++) {
            for (Contours.Line line : Contours.at(fine, levels.value(i))) {
                contours.add(new Contour(levels.value(i), toValues(landscape, line)));
            }
        }
        known = landscape;
    }

    private Points toValues(Landscape landscape, Contours.Line line) {
        double[] x = line.x().clone();
        double[] y = line.y().clone();
        for (int i = 0; i < x.length; i++) {
            x[i] = landscape.x().low() + x[i] / (fine[0].length - 1) * landscape.x().length();
            y[i] = landscape.y().low() + y[i] / (fine.length - 1) * landscape.y().length();
        }
        return Points.of(x, y);
    }

    private BufferedImage paint(Key to) {
        BufferedImage image = new BufferedImage(to.width(), to.height(), BufferedImage.TYPE_INT_ARGB);
        Landscape smooth = new Landscape(to.landscape().x(), to.landscape().y(), fine, to.landscape().spacing());
        int[] colours = colours(to.palette());
        int[] row = new int[to.width()];
        for (int j = 0; j < to.height(); j++) {
            double y = to.y().high() - (j + 0.5) / to.height() * to.y().length();
            for (int i = 0; i < to.width(); i++) {
                double z = smooth.at(to.x().low() + (i + 0.5) / to.width() * to.x().length(), y);
                row[i] = Double.isFinite(z) ? colours[levels.band(z)] : 0;
            }
            image.setRGB(0, j, to.width(), 1, row, 0, to.width());
        }
        return image;
    }

    private int[] colours(Palette palette) {
        int[] colours = new int[levels.count() + 1];
        for (int i = 0; i < colours.length; i++) {
            Colour colour = palette.deep().mix(palette.high(), colours.length == 1 ? 0 : Math.pow(i / (double) (colours.length - 1), 0.8));
            colours[i] = 0xff000000 | colour.rgb();
        }
        return colours;
    }
}

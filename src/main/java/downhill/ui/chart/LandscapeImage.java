package downhill.ui.chart;

import downhill.ui.chart.shape.AxisScale;
import downhill.ui.chart.shape.ChartFrame;
import downhill.ui.chart.shape.Contours;
import downhill.ui.chart.shape.Landscape;
import downhill.ui.chart.shape.Points;
import downhill.ui.chart.shape.Range;
import downhill.ui.chart.shape.Resample;
import downhill.ui.theme.Colour;
import downhill.ui.theme.Palette;
import java.awt.image.BufferedImage;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/**
 * A landscape's bands as pixels and its contour lines in values. Kept from drawing to drawing, so that a moving path does
 * not cost a new landscape. Touched by the render thread only.
 */
final class LandscapeImage {
    private static final int FINE = 161;

    /** A contour line in values of x and y, its height, and what that is. */
    record Contour(double level, Points line, Marks marks) {
    }

    /** What a picture was made of; landscapes are told apart by identity, for their heights are arrays. */
    record Key(Landscape landscape, Palette palette, AxisScale x, AxisScale y, int width, int height, boolean labelled) {
        boolean fits(Key other) {
            return other != null && landscape == other.landscape && palette == other.palette && width == other.width
                    && height == other.height && labelled == other.labelled && x.equals(other.x) && y.equals(other.y);
        }
    }

    private Key key;
    private Landscape known;
    private double[][] fine;
    private Levels levels;
    private List<Contour> contours;
    private BufferedImage picture;
    private List<ContourPainter.Place> labels = List.of();

    /**
     * The picture kept for {@code wanted}, or a new one that {@code painter} fills, giving where it wrote. New, too, where a
     * path has come to cross what was written.
     */
    BufferedImage picture(Key wanted, Covered paths, Function<BufferedImage, List<ContourPainter.Place>> painter) {
        if (!wanted.fits(key) || labels.stream().anyMatch(paths::crosses)) {
            picture = new BufferedImage(wanted.width(), wanted.height(), BufferedImage.TYPE_INT_ARGB_PRE);
            labels = painter.apply(picture);
            key = wanted;
        }
        return picture;
    }

    /** Where heights are written in the picture kept. */
    List<ContourPainter.Place> labels() {
        return labels;
    }

    /** Bands over the part of the plane that {@code frame} shows, {@code width} × {@code height} pixels. */
    BufferedImage bands(Landscape landscape, Palette palette, ChartFrame frame, int width, int height) {
        prepare(landscape);
        BufferedImage image = new BufferedImage(width, height, BufferedImage.TYPE_INT_ARGB);
        Landscape smooth = new Landscape(landscape.x(), landscape.y(), fine, landscape.spacing());
        Range x = frame.x().range();
        Range y = frame.y().range();
        int[] colours = colours(palette);
        int[] row = new int[width];
        for (int j = 0; j < height; j++) {
            double atY = y.high() - (j + 0.5) / height * y.length();
            for (int i = 0; i < width; i++) {
                double z = smooth.at(x.low() + (i + 0.5) / width * x.length(), atY);
                row[i] = Double.isFinite(z) ? colours[levels.band(z)] : 0;
            }
            image.setRGB(0, j, width, 1, row, 0, width);
        }
        return image;
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
                contours.add(new Contour(levels.value(i), toValues(landscape, line),
                        Marks.of(landscape.spacing() == Landscape.Spacing.DATES)));
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

    private int[] colours(Palette palette) {
        int[] colours = new int[levels.count() + 1];
        for (int i = 0; i < colours.length; i++) {
            Colour colour = palette.deep().mix(palette.high(), colours.length == 1 ? 0 : Math.pow(i / (double) (colours.length - 1), 0.8));
            colours[i] = 0xff000000 | colour.rgb();
        }
        return colours;
    }
}

package downhill.ui.chart;

import downhill.data.Visible;
import downhill.ui.chart.shape.ChartFrame;
import downhill.ui.chart.shape.Range;
import downhill.ui.chart.shape.View;
import downhill.ui.theme.Colour;
import downhill.ui.theme.Fonts;
import downhill.ui.theme.Palette;
import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.Shape;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Rectangle2D;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/**
 * For each of a few features a swarm of dots along one axis, a dot for each row: how much the feature moved what was said of that row. Dots
 * that would lie over each other stand one above the other, so that a swarm is as high as many rows are there.
 *
 * @param swarms  from above to below
 * @param strong  index of the row that is chosen; −1 for none
 * @param range   along x; null for as far as the dots reach, with 0
 * @param xTitle  words along x
 * @param key     words for low and high values, in this order; empty for no key
 * @param summary the same in words
 */
public record SwarmDrawing(List<Swarm> swarms, int strong, Range range, String xTitle, List<String> key, String summary)
        implements PickDrawing {
    private static final double MOST_ROW = 88;
    private static final double NAMES = 0.3;
    private static final double RIGHT = 22;
    private static final double KEY = 22;
    private static final double SIZE = 5;
    private static final double CHOSEN = 9;
    private static final double NEAR = 9;
    private static final double FULL = 0.84;
    private static final double FONT_SIZE = 11;
    private static final int KEY_DOTS = 9;

    /**
     * One feature.
     *
     * @param name   shown at the left
     * @param x      of each row; not finite: no dot
     * @param shades of each row, 0 for the least value of the feature to 1 for the greatest; NaN where it has no order
     */
    public record Swarm(String name, double[] x, double[] shades) {
        public Swarm {
            name = Visible.line(name);
        }
    }

    /** Copies the lists. */
    public SwarmDrawing {
        swarms = List.copyOf(swarms);
        key = List.copyOf(key);
    }

    @Override
    public boolean isEmpty() {
        return swarms.isEmpty();
    }

    @Override
    public ChartFrame draw(Graphics2D g, Rectangle2D area, Palette palette, View view) {
        double below = key.isEmpty() ? 0 : KEY;
        Rectangle2D rows = new Rectangle2D.Double(area.getX(), area.getY(), area.getWidth(), Math.max(1, area.getHeight() - below));
        Range shown = view.x() == null ? reach() : view.x();
        RowsFrame frame = RowsFrame.of(g, rows, palette,
                new RowsFrame.Needs(swarms.stream().map(Swarm::name).toList(), shown, MOST_ROW, RIGHT, NAMES));
        frame.axis(xTitle);
        for (int i = 0; i < swarms.size(); i++) {
            frame.line(i);
        }
        frame.upright(0, palette.secondary(), 1.4f);
        Shape outside = g.getClip();
        g.clip(new Rectangle2D.Double(frame.plot().getX() - 4, frame.plot().getY(), frame.plot().getWidth() + 8,
                frame.plot().getHeight()));
        for (int i = 0; i < swarms.size(); i++) {
            swarm(g, frame, palette, i);
        }
        g.setClip(outside);
        for (int i = 0; i < swarms.size(); i++) {
            frame.name(i, swarms.get(i).name(), palette.text());
        }
        key(g, frame, palette);
        return frame.frame();
    }

    /** As far as any dot lies from 0, somewhat more. */
    private Range reach() {
        if (range != null) {
            return range;
        }
        double[] all = swarms.stream().flatMapToDouble(each -> Arrays.stream(each.x())).filter(Double::isFinite).toArray();
        double low = Math.min(0, Arrays.stream(all).min().orElse(0));
        double high = Math.max(0, Arrays.stream(all).max().orElse(0));
        return low < high ? Range.around(low, high, 0.04) : new Range(-1, 1);
    }

    private void swarm(Graphics2D g, RowsFrame frame, Palette palette, int index) {
        Swarm swarm = swarms.get(index);
        double[] beside = offsets(frame.frame(), swarm, frame.row());
        for (int i = 0; i < beside.length; i++) {
            if (i != strong && Double.isFinite(beside[i])) {
                g.setColor(colour(palette, swarm.shades()[i], 0.85));
                g.fill(disc(frame.x().toPixel(swarm.x()[i]), frame.centre(index) + beside[i], SIZE));
            }
        }
        if (strong >= 0 && strong < beside.length && Double.isFinite(beside[strong])) {
            Shape ring = disc(frame.x().toPixel(swarm.x()[strong]), frame.centre(index) + beside[strong], CHOSEN);
            g.setColor(colour(palette, swarm.shades()[strong], 1));
            g.fill(ring);
            g.setColor(palette.text().awt());
            g.setStroke(new BasicStroke(1.6f));
            g.draw(ring);
        }
    }

    private static Ellipse2D disc(double x, double y, double size) {
        return new Ellipse2D.Double(x - size / 2, y - size / 2, size, size);
    }

    /** Low values blue, high ones orange, over grey: told apart without red and green. */
    static Color colour(Palette palette, double shade, double alpha) {
        Colour grey = palette.secondary();
        if (Double.isNaN(shade)) {
            return grey.awt(alpha);
        }
        Colour end = palette.contender(shade < 0.5 ? 0 : 1).line();
        return grey.mix(end, Math.min(1, Math.abs(2 * shade - 1))).awt(alpha);
    }

    /** How far from the middle of its row each dot stands; NaN where there is no dot. */
    private static double[] offsets(ChartFrame frame, Swarm swarm, double row) {
        double[] offsets = new double[swarm.x().length];
        Arrays.fill(offsets, Double.NaN);
        List<Integer> order = IntStream.range(0, offsets.length).filter(i -> Double.isFinite(swarm.x()[i])).boxed()
                .sorted(Comparator.comparingDouble(i -> swarm.x()[i])).toList();
        int most = 1;
        int[] places = new int[offsets.length];
        double begin = Double.NEGATIVE_INFINITY;
        int count = 0;
        for (int i : order) {
            double at = frame.x().toPixel(swarm.x()[i]);
            boolean beside = at - begin >= SIZE;
            count = beside ? 0 : count + 1;
            begin = beside ? at : begin;
            places[i] = count;
            most = Math.max(most, count + 1);
        }
        double step = Math.min(SIZE, FULL * row / most);
        order.forEach(i -> offsets[i] = (places[i] + 1) / 2 * step * (places[i] % 2 == 0 ? 1 : -1));
        return offsets;
    }

    private void key(Graphics2D g, RowsFrame frame, Palette palette) {
        if (key.isEmpty()) {
            return;
        }
        double y = frame.plot().getMaxY() + 34 + KEY;
        g.setFont(Fonts.plain(key.get(0) + key.get(1), FONT_SIZE));
        double low = g.getFontMetrics().stringWidth(key.get(0));
        double high = g.getFontMetrics().stringWidth(key.get(1));
        double dots = KEY_DOTS * 1.6 * SIZE;
        double left = frame.plot().getCenterX() - (low + high + dots + 16) / 2;
        g.setColor(palette.secondary().awt());
        g.drawString(key.get(0), (float) left, (float) y);
        g.drawString(key.get(1), (float) (left + low + dots + 16), (float) y);
        for (int i = 0; i < KEY_DOTS; i++) {
            g.setColor(colour(palette, i / (KEY_DOTS - 1.0), 1));
            g.fill(disc(left + low + 8 + (i + 0.5) * 1.6 * SIZE, y - 4, SIZE));
        }
    }

    /** Which feature a number means. */
    public int feature(int number) {
        return number / (count() + 1);
    }

    /** Which row a number means; −1 where it is the feature alone. */
    public int row(int number) {
        return number % (count() + 1) - 1;
    }

    private int count() {
        return swarms.isEmpty() ? 0 : swarms.get(0).x().length;
    }

    /** A dot where one is near, else the feature in whose row it is. */
    @Override
    public int nearest(ChartFrame frame, double x, double y) {
        int feature = RowsFrame.rowAt(frame, swarms.size(), y);
        if (feature < 0 || x > frame.plot().getMaxX() + RIGHT) {
            return -1;
        }
        double row = frame.plot().getHeight() / swarms.size();
        Swarm swarm = swarms.get(feature);
        double[] beside = offsets(frame, swarm, row);
        double centre = frame.plot().getMinY() + (feature + 0.5) * row;
        List<Integer> dots = IntStream.range(0, beside.length).filter(i -> Double.isFinite(beside[i])).boxed().toList();
        int found = PickDrawing.nearest(dots, i -> i, NEAR,
                i -> Math.hypot(frame.x().toPixel(swarm.x()[i]) - x, centre + beside[i] - y));
        return feature * (count() + 1) + found + 1;
    }

    @Override
    public ChartTable table() {
        List<List<String>> rows = new ArrayList<>();
        for (Swarm swarm : swarms) {
            for (int i = 0; i < swarm.x().length; i++) {
                rows.add(List.of(swarm.name(), String.valueOf(i), ChartTable.number(swarm.x()[i]), ChartTable.number(swarm.shades()[i])));
            }
        }
        return new ChartTable(List.of("feature", "row", xTitle, "shade"), rows);
    }
}

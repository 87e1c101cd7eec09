package downhill.ui.chart;

import downhill.data.Visible;
import downhill.ui.chart.shape.ChartFrame;
import downhill.ui.chart.shape.Range;
import downhill.ui.chart.shape.View;
import downhill.ui.theme.Fonts;
import downhill.ui.theme.Palette;
import java.awt.BasicStroke;
import java.awt.Graphics2D;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Rectangle2D;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * A region around one row: how often the answer stays in it, and below that a band for each column that it asks for, all as shares of rows.
 *
 * @param stays   above all bands
 * @param bands   a column each
 * @param strong  index of the band chosen; −1 for none
 * @param style   contender whose colour they have
 * @param xTitle  words along the shares
 * @param summary the same in words
 */
public record RegionDrawing(Stays stays, List<Band> bands, int strong, int style, String xTitle, String summary) implements PickDrawing {
    private static final Range SHARES = new Range(0, 1);
    private static final double MOST_ROW = 48;
    private static final double NAMES = 0.3;
    /** Of the width that conditions at the right may take. */
    private static final double CONDITIONS = 0.3;
    private static final double GAP = 10;
    private static final double HIGH = 0.5;
    private static final double MOST_HIGH = 18;
    private static final double DOT = 9;
    private static final double FONT_SIZE = 12;

    /**
     * How often the answer stays.
     *
     * @param name  shown at the left
     * @param share of rows drawn within the region
     * @param usual of rows drawn anywhere
     * @param words shown at the right
     */
    public record Stays(String name, double share, double usual, String words) {
    }

    /**
     * What is asked of one column.
     *
     * @param name      of the column
     * @param from      share of rows below the condition; NaN where none is asked
     * @param to        share of rows below it or in it
     * @param own       where the row is among them
     * @param condition in words; empty where none is asked
     */
    public record Band(String name, double from, double to, double own, String condition) {
        public Band {
            name = Visible.line(name);
            condition = Visible.line(condition);
        }
    }

    /** Copies the list. */
    public RegionDrawing {
        bands = List.copyOf(bands);
    }

    @Override
    public boolean isEmpty() {
        return false;
    }

    private List<String> words() {
        return Stream.concat(Stream.of(stays.words()), bands.stream().map(Band::condition)).toList();
    }

    @Override
    public ChartFrame draw(Graphics2D g, Rectangle2D area, Palette palette, View view) {
        List<String> names = Stream.concat(Stream.of(stays.name()), bands.stream().map(Band::name)).toList();
        List<String> words = words();
        double widest = words.stream().mapToDouble(each -> RowNames.width(g, Fonts.plain(each, FONT_SIZE), each)).max().orElse(0);
        double right = Math.min(widest, CONDITIONS * area.getWidth()) + 2 * GAP;
        RowsFrame frame = RowsFrame.of(g, area, palette, new RowsFrame.Needs(names, SHARES, MOST_ROW, right, NAMES));
        frame.axis(xTitle);
        double high = Math.min(MOST_HIGH, HIGH * frame.row());
        g.setColor(palette.contender(style).line().awt(0.9));
        g.fill(box(frame, 0, 0, stays.share(), high));
        g.setColor(palette.text().awt());
        g.fill(new Rectangle2D.Double(frame.x().toPixel(stays.usual()) - 1, frame.centre(0) - high / 2 - 3, 2, high + 6));
        for (int i = 0; i < bands.size(); i++) {
            frame.line(i + 1);
            band(g, frame, palette, i, high);
        }
        for (int i = 0; i < names.size(); i++) {
            frame.name(i, names.get(i), palette.text());
            RowNames.begin(g, words.get(i), frame.plot().getMaxX() + GAP, frame.centre(i), right - GAP, palette.secondary());
        }
        return frame.frame();
    }

    private static Rectangle2D box(RowsFrame frame, int row, double from, double to, double high) {
        double left = frame.x().toPixel(from);
        return new Rectangle2D.Double(left, frame.centre(row) - high / 2, Math.max(2, frame.x().toPixel(to) - left), high);
    }

    private void band(Graphics2D g, RowsFrame frame, Palette palette, int index, double high) {
        Band band = bands.get(index);
        if (!Double.isNaN(band.from())) {
            g.setColor(palette.contender(style).line().awt(strong < 0 || strong == index ? 0.75 : 0.45));
            g.fill(box(frame, index + 1, band.from(), band.to(), high));
        }
        if (!Double.isNaN(band.own())) {
            double at = frame.x().toPixel(band.own());
            Ellipse2D dot = new Ellipse2D.Double(at - DOT / 2, frame.centre(index + 1) - DOT / 2, DOT, DOT);
            g.setColor(palette.panel().awt());
            g.fill(dot);
            g.setColor(palette.text().awt());
            g.setStroke(new BasicStroke(1.8f));
            g.draw(dot);
        }
    }

    /** 0 for how often the answer stays, then the bands. */
    @Override
    public int nearest(ChartFrame frame, double x, double y) {
        return RowsFrame.rowAt(frame, bands.size() + 1, y);
    }

    @Override
    public ChartTable table() {
        List<List<String>> rows = new ArrayList<>();
        rows.add(List.of(stays.name(), ChartTable.number(0), ChartTable.number(stays.share()), ChartTable.number(stays.usual()),
                stays.words()));
        bands.forEach(band -> rows.add(List.of(band.name(), ChartTable.number(band.from()), ChartTable.number(band.to()),
                ChartTable.number(band.own()), band.condition())));
        return new ChartTable(List.of("name", "from", "to", "row", "condition"), rows);
    }
}

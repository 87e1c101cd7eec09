package downhill.report;

import java.util.List;
import java.util.stream.DoubleStream;

/**
 * Curves as a drawing that stands still: on paper, and where no script runs. Colours are classes, so that they follow the theme and the
 * paper.
 */
final class StillCurves {
    private static final int WIDTH = 720;
    private static final int HEIGHT = 300;
    private static final int LEFT = 64;
    private static final int RIGHT = 12;
    private static final int TOP = 10;
    private static final int BOTTOM = 44;
    private static final int TICKS = 6;

    private final ReportPiece.Lines lines;
    private final ReportAxis across;
    private final ReportAxis up;

    StillCurves(ReportPiece.Lines lines) {
        this.lines = lines;
        this.across = linear(lines.lines());
        this.up = up(lines);
    }

    /** The axis of what curves tell. */
    static ReportAxis up(ReportPiece.Lines lines) {
        double[] all = lines.lines().stream().flatMapToDouble(each -> DoubleStream.of(each.y())).filter(Double::isFinite).toArray();
        return all.length == 0 ? new ReportAxis(0, 1, false)
                : ReportAxis.around(DoubleStream.of(all).min().getAsDouble(), DoubleStream.of(all).max().getAsDouble());
    }

    private static ReportAxis linear(List<ReportPiece.Line> lines) {
        double least = lines.stream().flatMapToDouble(each -> DoubleStream.of(each.x())).min().orElse(0);
        double most = lines.stream().flatMapToDouble(each -> DoubleStream.of(each.x())).max().orElse(1);
        return new ReportAxis(least, most > least ? most : least + 1, false);
    }

    /** With words that are shown already made harmless. */
    String svg(String title, String x, String y) {
        StringBuilder svg = new StringBuilder("<svg class=\"still\" viewBox=\"0 0 " + WIDTH + " " + HEIGHT + "\" role=\"img\"><title>"
                + title + "</title>\n");
        across.ticks(TICKS).forEach(tick -> text(svg, "middle", x(tick), HEIGHT - BOTTOM + 18, Markup.number(tick)));
        up.ticks(TICKS).forEach(tick -> {
            svg.append("<line class=\"grid\" x1=\"").append(LEFT).append("\" x2=\"").append(WIDTH - RIGHT);
            svg.append("\" y1=\"").append(Markup.length(y(tick))).append("\" y2=\"").append(Markup.length(y(tick))).append("\"/>\n");
            text(svg, "end", LEFT - 8, y(tick) + 4, Markup.number(tick));
        });
        lines.lines().forEach(each -> curve(svg, each));
        text(svg, "middle", LEFT + (WIDTH - LEFT - RIGHT) / 2.0, HEIGHT - 6, x);
        svg.append("<text text-anchor=\"middle\" transform=\"translate(14 ").append((HEIGHT - BOTTOM) / 2).append(") rotate(-90)\">")
                .append(y).append("</text>\n");
        return svg.append("</svg>\n").toString();
    }

    private static void text(StringBuilder svg, String anchor, double x, double y, String text) {
        svg.append("<text text-anchor=\"").append(anchor).append("\" x=\"").append(Markup.length(x)).append("\" y=\"")
                .append(Markup.length(y)).append("\">").append(text).append("</text>\n");
    }

    /** A gap ends a stroke, and the next number begins another. */
    private void curve(StringBuilder svg, ReportPiece.Line line) {
        StringBuilder path = new StringBuilder();
        boolean begun = false;
        for (int i = 0; i < line.x().length; i++) {
            boolean there = Double.isFinite(line.y()[i]);
            if (there) {
                path.append(begun ? 'L' : 'M').append(Markup.length(x(line.x()[i]))).append(' ').append(Markup.length(y(line.y()[i])));
            }
            begun = there;
        }
        svg.append("<path class=\"curve ").append(style(line.style())).append("\" d=\"").append(path).append("\"/>\n");
    }

    /** The classes of a colour and of dashes, which are those of the window. */
    static String style(int number) {
        return "hue" + Math.floorMod(number, 12) + " dash" + Math.floorMod(number + Math.floorDiv(number, 24), 8);
    }

    private double x(double value) {
        return LEFT + across.place(value) * (WIDTH - LEFT - RIGHT);
    }

    private double y(double value) {
        return TOP + (1 - up.place(value)) * (HEIGHT - TOP - BOTTOM);
    }
}

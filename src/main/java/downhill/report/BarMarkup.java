package downhill.report;

import java.util.stream.DoubleStream;

/** Bars, or points, with their intervals as elements of a page: a name, a drawing, a number. */
final class BarMarkup {
    private static final double WIDTH = 200;
    private static final double HEIGHT = 14;
    private static final double EDGE = 4;

    private final ReportPiece.Bars bars;
    private final ReportAxis axis;

    BarMarkup(ReportPiece.Bars bars) {
        this.bars = bars;
        double[] ends = bars.bars().stream().flatMapToDouble(each -> DoubleStream.of(each.value(), each.low(), each.high()))
                .filter(Double::isFinite).toArray();
        double least = DoubleStream.of(ends).min().orElse(0);
        double most = DoubleStream.of(ends).max().orElse(1);
        this.axis = bars.points() ? wide(least, most) : wide(Math.min(0, least), Math.max(0, most));
    }

    private static ReportAxis wide(double least, double most) {
        return most > least ? new ReportAxis(least, most, false) : new ReportAxis(least - 1, least + 1, false);
    }

    String html() {
        StringBuilder html = new StringBuilder("<div class=\"bars\">\n");
        bars.bars().forEach(each -> {
            String note = each.note().isEmpty() ? "" : " <i>" + Markup.text(each.note()) + "</i>";
            html.append("<span title=\"").append(Markup.text(each.name() + " " + each.note())).append("\">");
            html.append(Markup.text(each.name())).append(note).append("</span>").append(svg(each));
            html.append("<b>").append(Markup.number(each.value())).append("</b>\n");
        });
        return html.append("</div>\n").toString();
    }

    private String svg(ReportPiece.Bar bar) {
        StringBuilder svg = new StringBuilder("<svg viewBox=\"0 0 200 14\" preserveAspectRatio=\"none\" aria-hidden=\"true\">");
        if (Double.isFinite(bar.value())) {
            svg.append(bars.points() ? point(bar) : rectangle(bar));
        }
        if (Double.isFinite(bar.low()) && Double.isFinite(bar.high())) {
            svg.append("<line class=\"span\" x1=\"").append(x(bar.low())).append("\" x2=\"").append(x(bar.high()))
                    .append("\" y1=\"7\" y2=\"7\"/>");
        }
        return svg.append("</svg>").toString();
    }

    private String rectangle(ReportPiece.Bar bar) {
        double from = Math.min(0, bar.value());
        double to = Math.max(0, bar.value());
        return "<rect class=\"bar" + (bar.value() < 0 ? " below" : "") + "\" x=\"" + x(from) + "\" y=\"2\" height=\"10\" width=\""
                + Markup.length(Math.max(0.5, place(to) - place(from))) + "\"/><line class=\"zero\" x1=\"" + x(0) + "\" x2=\"" + x(0)
                + "\" y1=\"0\" y2=\"" + Markup.length(HEIGHT) + "\"/>";
    }

    private String point(ReportPiece.Bar bar) {
        return "<rect class=\"point\" x=\"" + Markup.length(place(bar.value()) - 1.5) + "\" y=\"2\" width=\"3\" height=\"10\"/>";
    }

    private double place(double value) {
        return EDGE + axis.place(value) * (WIDTH - 2 * EDGE);
    }

    private String x(double value) {
        return Markup.length(place(value));
    }
}

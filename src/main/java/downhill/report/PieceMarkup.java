package downhill.report;

import downhill.words.Said;
import downhill.words.Words;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Pieces of a report as elements of a page. */
final class PieceMarkup {
    private final Words words;
    private final StringBuilder out = new StringBuilder();
    private int charts;

    PieceMarkup(Words words) {
        this.words = words;
    }

    /** What is said, harmless. */
    String said(Said said) {
        return Markup.text(words.say(said));
    }

    /** A whole chapter. */
    String chapter(ReportChapter chapter) {
        out.setLength(0);
        out.append("<section id=\"").append(chapter.id()).append("\"><h2>").append(said(chapter.title())).append("</h2>\n");
        chapter.pieces().forEach(this::piece);
        return out.append("</section>\n").toString();
    }

    private void piece(ReportPiece piece) {
        if (piece instanceof ReportPiece.Paragraph paragraph) {
            out.append("<p>").append(said(paragraph.said())).append("</p>\n");
        } else if (piece instanceof ReportPiece.Statement statement) {
            out.append("<p class=\"statement\">").append(said(statement.said())).append("</p>\n");
        } else if (piece instanceof ReportPiece.Facts facts) {
            facts(facts);
        } else if (piece instanceof ReportPiece.Grid grid) {
            grid(grid);
        } else if (piece instanceof ReportPiece.Lines lines) {
            lines(lines);
        } else if (piece instanceof ReportPiece.Bars bars) {
            out.append("<h3>").append(said(bars.title())).append("</h3>\n").append(new BarMarkup(bars).html());
        } else if (piece instanceof ReportPiece.Commands commands) {
            out.append("<pre>").append(Markup.text(String.join("\n", commands.lines()))).append("</pre>\n");
        }
    }

    private void facts(ReportPiece.Facts facts) {
        out.append("<dl>\n");
        facts.facts().forEach(each -> out.append("<dt>").append(said(each.name())).append("</dt><dd>").append(said(each.value()))
                .append("</dd>\n"));
        out.append("</dl>\n");
    }

    private void grid(ReportPiece.Grid grid) {
        List<Boolean> numbers = IntStream.range(0, grid.head().size())
                .mapToObj(column -> grid.rows().stream().anyMatch(row -> row.get(column) instanceof Number)).toList();
        out.append("<div class=\"wide\"><table><thead><tr>");
        for (int i = 0; i < numbers.size(); i++) {
            out.append(numbers.get(i) ? "<th class=\"number\" scope=\"col\">" : "<th scope=\"col\">").append(said(grid.head().get(i)))
                    .append("</th>");
        }
        out.append("</tr></thead><tbody>\n");
        grid.rows().forEach(row -> out.append("<tr>").append(row.stream().map(this::cell).collect(Collectors.joining()))
                .append("</tr>\n"));
        out.append("</tbody></table></div>\n");
    }

    private String cell(Object value) {
        if (value instanceof Number number) {
            return "<td class=\"number\">" + Markup.number(number.doubleValue()) + "</td>";
        }
        return "<td class=\"word\">" + (value instanceof Said said ? said(said) : Markup.text(value.toString())) + "</td>";
    }

    private void lines(ReportPiece.Lines lines) {
        String title = said(lines.title());
        out.append("<figure><h3>").append(title).append("</h3>\n<ul class=\"key\">");
        lines.lines().forEach(each -> out.append("<li><svg viewBox=\"0 0 30 8\" aria-hidden=\"true\"><path class=\"curve ")
                .append(StillCurves.style(each.style())).append("\" d=\"M0 4H30\"/></svg>").append(Markup.text(each.name()))
                .append("</li>"));
        out.append("</ul>\n<div class=\"chart\" id=\"").append(chartId(charts++)).append("\"></div>\n");
        out.append(new StillCurves(lines).svg(title, said(lines.x()), said(lines.y()))).append("<p class=\"hint quiet\">")
                .append(said(Said.of("report.hint"))).append("</p></figure>\n");
    }

    /** The place of a page's chart, counted from 0. */
    static String chartId(int number) {
        return "chart" + number;
    }
}

package downhill.report;

import downhill.data.Visible;
import downhill.store.JsonOutput;
import downhill.store.ReportFile;
import downhill.words.Said;
import downhill.words.Words;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

/** A report as one page: nothing is fetched, nothing is sent, and no script runs but the two that it comes with. */
public final class ReportPage {
    /** A chart as the page's script reads it. */
    public record Chart(String id, String x, String y, boolean log, List<Curve> lines) {
    }

    /** A curve of it. */
    public record Curve(String name, int hue, int dash, List<Double> x, List<Double> y) {
    }

    private ReportPage() {
    }

    /**
     * The page.
     *
     * @param inside what the program opens, as {@link ReportFile} wrote it
     * @param words  of the page's language
     */
    public static String of(ReportContent report, ReportFile.Inside inside, Words words, ReportLook look) {
        PieceMarkup pieces = new PieceMarkup(words);
        String chapters = report.chapters().stream().map(pieces::chapter).collect(Collectors.joining());
        String title = Markup.text(report.title());
        return head(title, inside, words, look) + "<body>\n<header><h1>" + title + "</h1><div class=\"quiet\">"
                + pieces.said(report.about()) + "</div>\n<nav>" + report.chapters().stream().map(each -> "<a href=\"#" + each.id() + "\">"
                        + pieces.said(each.title()) + "</a>").collect(Collectors.joining("\n"))
                + "</nav></header>\n<main>\n" + chapters + "</main>\n<footer>"
                + pieces.said(Said.of("report.foot")) + "</footer>\n<script type=\"application/json\" id=\"curve-data\">"
                + Markup.json(JsonOutput.list(charts(report, words))) + "</script>\n" + inside.markup() + "<script>" + PageParts.charts()
                + "</script>\n<script>" + PageParts.script() + "</script>\n</body>\n</html>\n";
    }

    private static String head(String title, ReportFile.Inside inside, Words words, ReportLook look) {
        String style = PageParts.style(look);
        return "<!DOCTYPE html>\n<html lang=\"" + (words.areEnglish() ? "en" : words.locale().toLanguageTag()) + "\">\n<head>\n"
                + "<meta charset=\"utf-8\">\n" + ReportFile.MARK + "\n" + inside.mark() + "\n"
                + "<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n"
                + "<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; script-src "
                + PageParts.hash(PageParts.charts()) + " " + PageParts.hash(PageParts.script()) + "; style-src " + PageParts.hash(style)
                + "; base-uri 'none'; form-action 'none'\">\n<meta name=\"referrer\" content=\"no-referrer\">\n<title>" + title
                + "</title>\n<style>" + style + "</style>\n</head>\n";
    }

    private static List<Chart> charts(ReportContent report, Words words) {
        List<ReportPiece.Lines> all = report.pieces(ReportPiece.Lines.class);
        List<Chart> charts = new ArrayList<>();
        for (ReportPiece.Lines each : all) {
            charts.add(new Chart(PieceMarkup.chartId(charts.size()), words.say(each.x()), words.say(each.y()), StillCurves.up(each).log(),
                    each.lines().stream().map(ReportPage::curve).toList()));
        }
        return charts;
    }

    private static Curve curve(ReportPiece.Line line) {
        return new Curve(Visible.line(line.name()), Math.floorMod(line.style(), 12),
                Math.floorMod(line.style() + Math.floorDiv(line.style(), 24), 8), list(line.x()), list(line.y()));
    }

    private static List<Double> list(double[] values) {
        return Arrays.stream(values).boxed().toList();
    }
}

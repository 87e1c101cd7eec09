package downhill.report;

import static org.assertj.core.api.Assertions.assertThat;

import downhill.store.ReportFile;
import downhill.ui.theme.Palette;
import downhill.words.Said;
import downhill.words.Words;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A page in which every text that could come from a file tries to break out. */
class ReportPageTest {
    private static final String EVIL = "</script></title></style><script>document.title='broken'</script><img src=x onerror=\"document.title="
            + "'broken'\">' \" & @STYLE@ ${1} \u2028 \u202E \ud800 -->]]><!--";
    private static final Set<String> TAGS = Set.of("!doctype", "html", "head", "meta", "title", "style", "body", "header", "h1", "h2", "h3",
            "div", "nav", "a", "main", "section", "p", "dl", "dt", "dd", "table", "thead", "tbody", "tr", "th", "td", "figure", "ul", "li",
            "svg", "path", "line", "rect", "text", "span", "b", "i", "pre", "footer", "script");

    @TempDir
    private Path folder;

    private static ReportContent evil() {
        Said said = Said.plain(EVIL);
        double[] x = {0, 1, 2, 3};
        List<ReportPiece> pieces = List.of(new ReportPiece.Paragraph(said), new ReportPiece.Statement(said),
                new ReportPiece.Facts(List.of(new ReportPiece.Fact(said, said))),
                new ReportPiece.Grid("grid", List.of(said, said), List.of(List.of(EVIL, Double.NaN), List.of(said, 1.5))),
                new ReportPiece.Lines("lines", said, said, said, List.of(new ReportPiece.Line(EVIL, 30, x,
                        new double[] {1, Double.NaN, Double.POSITIVE_INFINITY, 400}))),
                new ReportPiece.Bars("bars", said, false, List.of(new ReportPiece.Bar(EVIL, EVIL, -1, Double.NaN, 2))),
                new ReportPiece.Commands(List.of(EVIL)));
        return new ReportContent(EVIL, said, List.of(new ReportChapter("one", said, pieces)));
    }

    private static String page(ReportContent report) {
        return ReportPage.of(report, ReportFile.Inside.NOTHING, Words.ENGLISH, ReportLook.READER);
    }

    /** What is left of a page without the program's own style and scripts. */
    private static String bare(String page) {
        return page.replace(PageParts.charts(), "").replace(PageParts.script(), "").replace(PageParts.style(), "");
    }

    @Test
    void nothingFromAFileMakesAnElementOrAnAttribute() {
        String bare = bare(page(evil()));
        Set<String> tags = new TreeSet<>();
        Pattern.compile("</?([A-Za-z!][^\\s>/]*)").matcher(bare).results().map(MatchResult::group)
                .forEach(tag -> tags.add(tag.replaceAll("[</]", "").toLowerCase(Locale.ROOT)));
        assertThat(TAGS).containsAll(tags);
        assertThat(bare.split("<script").length - 1).as("curves, uPlot, and what draws with it").isEqualTo(3);
        assertThat(bare.split("</script").length - 1).isEqualTo(3);
        assertThat(bare).doesNotContain("<img", " onerror=\"", "\u202E", "\u2028").contains("[U+202E]");
    }

    @Test
    void onlyTheScriptsAndTheStyleOfThePageAreAllowed() {
        String page = page(evil());
        assertThat(page).contains("default-src 'none'; script-src " + PageParts.hash(PageParts.charts()) + " "
                + PageParts.hash(PageParts.script()) + "; style-src " + PageParts.hash(PageParts.style()) + "; base-uri 'none'");
        assertThat(page).contains("<style>" + PageParts.style() + "</style>", "<script>" + PageParts.charts() + "</script>",
                "<script>" + PageParts.script() + "</script>").doesNotContain("unsafe-inline");
        assertThat(bare(page)).doesNotContain("http:", "https:", " style=");
    }

    /** What got in all the same is refused, piece by piece; what is the page's own is not, and draws. */
    @Test
    void aBrowserDrawsCurvesAndRunsNothingElse() throws Exception {
        Browser.require();
        String page = page(evil()).replace("<main>", "<main><script>document.title='broken'</script><b onclick=\"0\">x</b>"
                + "<img src=x onerror=\"document.title='broken'\">");
        String dump = Browser.dump(Files.writeString(folder.resolve("report.html"), page), folder.resolve("profile"));
        assertThat(dump).as("uPlot drew").contains("class=\"uplot", "<canvas");
        assertThat(dump).contains("<title>&lt;/script").doesNotContain("<title>broken");
        List<String> complaints = dump.lines().filter(line -> line.contains("CONSOLE")).toList();
        assertThat(complaints).as("of the script, the picture, and what each element would do").hasSize(4)
                .allMatch(line -> line.contains("Content Security Policy directive") && !line.contains("style-src"));
    }

    @Test
    void coloursAreThoseOfTheWindow() {
        for (Palette palette : List.of(Palette.LIGHT, Palette.DARK)) {
            for (int i = 0; i < 12; i++) {
                assertThat(PageParts.style()).contains("--hue" + i + ": " + palette.contender(i).line().css().toLowerCase(Locale.ROOT) + ";");
            }
        }
    }

    @Test
    void aPageSpeaksItsLanguageAndSaysWhich() throws IOException {
        String page = ReportPage.of(evil(), ReportFile.Inside.NOTHING, Words.of(Locale.SIMPLIFIED_CHINESE),
                ReportLook.READER);
        assertThat(page).contains("<html lang=\"zh-CN\">", "拖选一段可放大");
    }

    @Test
    void numbersAreTold() {
        assertThat(Stream.of(0.0, -0.5, 12345.0, 1.0, 0.1 + 0.2, 1e-9, 123456.7, Double.NaN, Double.NEGATIVE_INFINITY)
                .map(Markup::number)).containsExactly("0", "−0.5", "12345", "1", "0.3", "1e−9", "1.235e5", "", "−∞");
    }

    @Test
    void ticksAreRoundAndWithinTheAxis() {
        assertThat(new ReportAxis(0, 300, false).ticks(6)).containsExactly(0.0, 50.0, 100.0, 150.0, 200.0, 250.0, 300.0);
        assertThat(ReportAxis.around(0.01, 20).ticks(6)).containsExactly(0.01, 0.1, 1.0, 10.0);
        assertThat(ReportAxis.around(3, 3).place(3)).isEqualTo(0.5);
    }
}

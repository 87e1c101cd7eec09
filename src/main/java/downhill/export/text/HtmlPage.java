package downhill.export.text;

import downhill.export.ModelText;
import downhill.export.StoredRow;
import downhill.export.Template;
import downhill.model.TrainedEnsemble;
import java.util.List;

/** A model as one page that predicts in a browser, with nothing fetched and nothing sent. */
public final class HtmlPage {
    private HtmlPage() {
    }

    /** The page. */
    public static String of(TrainedEnsemble model, List<StoredRow> rows) {
        return Template.of("page.html.txt").with("TITLE", About.of(model)).with("TEXT", ModelText.of(model, rows)).text();
    }

    /** The part of a page that runs without one: a program that defines {@code downhill(text)}. */
    public static String program(String page) {
        String begin = "// begin: the model";
        return page.substring(page.indexOf(begin), page.indexOf("// end: the model", page.indexOf(begin)));
    }

    /** The model that a page holds. */
    public static String text(String page) {
        String begin = "type=\"text/plain\">\n";
        int from = page.indexOf(begin) + begin.length();
        return page.substring(from, page.indexOf("</script>", from));
    }
}

package downhill.report;

import downhill.words.Said;
import java.util.List;

/**
 * A report in no form and no language yet.
 *
 * @param title    of what is reported, as it came from a person or a file
 * @param about    in a line: what made it, when
 * @param chapters in their order
 */
public record ReportContent(String title, Said about, List<ReportChapter> chapters) {
    public ReportContent {
        chapters = List.copyOf(chapters);
    }

    /** All pieces of one kind, in their order. */
    <T extends ReportPiece> List<T> pieces(Class<T> kind) {
        return chapters.stream().flatMap(each -> each.pieces().stream()).filter(kind::isInstance).map(kind::cast).toList();
    }
}

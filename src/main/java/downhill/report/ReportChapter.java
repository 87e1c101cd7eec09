package downhill.report;

import downhill.words.Said;
import java.util.List;

/**
 * A chapter of a report.
 *
 * @param id of it in a page; letters only
 */
public record ReportChapter(String id, Said title, List<ReportPiece> pieces) {
    public ReportChapter {
        pieces = List.copyOf(pieces);
    }
}

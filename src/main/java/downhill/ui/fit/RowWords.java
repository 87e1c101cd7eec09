package downhill.ui.fit;

import downhill.ui.i18n.Messages;
import downhill.ui.i18n.Numbers;

/** Which rows somebody is judged by, in words. */
public final class RowWords {
    private RowWords() {
    }

    /** Kind and number of the rows, and that they are weighted. */
    public static String of(FitRows rows) {
        String count = rows.of() == rows.examples().count() ? Numbers.count(rows.of())
                : Messages.text("fit.rows.of", Numbers.count(rows.examples().count()), Numbers.count(rows.of()));
        String kind = Messages.text(rows.validation() ? "fit.rows.validation" : "fit.rows.training", count);
        return rows.examples().isWeighted() ? Messages.text("fit.rows.weighted", kind) : kind;
    }
}

package downhill.ui.screen.explain;

import downhill.ui.fit.FitRows;
import downhill.ui.fx.Subscriptions;
import downhill.ui.session.Selection;
import java.util.Arrays;

/** A row that is chosen elsewhere is explained: where it is not among the rows asked about but among the others, those are asked about. */
final class RowFollows {
    private final ExplainModel model;
    private final Subscriptions attached = new Subscriptions();
    private boolean chosen = true;

    RowFollows(ExplainModel model) {
        this.model = model;
        attached.listen(model.session().selection().rowProperty(), now -> {
            chosen = true;
            follow();
        });
        attached.listen(model.askedProperty(), now -> follow());
    }

    /** Once for each row chosen: afterwards a person may choose other rows. */
    private void follow() {
        Asked asked = model.askedProperty().get();
        if (asked == null || !chosen) {
            return;
        }
        chosen = false;
        int row = model.session().selection().rowProperty().get();
        if (row != Selection.NO_ROW && asked.place(row) < 0) {
            boolean other = !asked.rows().validation();
            FitRows rows = FitRows.of(asked.prepared(), other);
            if (rows.validation() == other && Arrays.stream(rows.examples().sourceRows()).anyMatch(each -> each == row)) {
                model.heldOutProperty().set(other);
            }
        }
    }

    void dispose() {
        attached.dispose();
    }
}

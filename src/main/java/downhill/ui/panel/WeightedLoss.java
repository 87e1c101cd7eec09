package downhill.ui.panel;

import downhill.data.ColumnSpec;
import downhill.data.Role;
import downhill.race.document.Problem;
import downhill.ui.i18n.Messages;

/** Whether the losses of a problem are weighted, in words: by a column of the data, by the classes, or by both. */
public final class WeightedLoss {
    private WeightedLoss() {
    }

    /** The name of a loss, and that it is weighted where it is. */
    public static String titled(String name, Problem problem) {
        return about(problem).isEmpty() ? name : Messages.text("loss.weighted", name);
    }

    /** By what the losses are weighted, in a sentence; empty where all rows count the same. */
    public static String about(Problem problem) {
        if (!(problem instanceof Problem.Learning learning)) {
            return "";
        }
        String column = learning.data().columns().stream().filter(one -> one.role() == Role.WEIGHT).map(ColumnSpec::name).findFirst()
                .orElse(null);
        boolean classes = learning.model().settledOptions().classWeights() != null;
        if (column == null) {
            return classes ? Messages.text("loss.weighted.classes") : "";
        }
        return Messages.text(classes ? "loss.weighted.both" : "loss.weighted.rows", column);
    }
}

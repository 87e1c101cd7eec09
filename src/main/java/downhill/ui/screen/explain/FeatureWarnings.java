package downhill.ui.screen.explain;

import downhill.analysis.explain.ColumnImportance;
import downhill.analysis.explain.Companions;
import downhill.data.Visible;
import downhill.ui.i18n.Messages;
import downhill.ui.i18n.Numbers;
import java.util.Arrays;
import java.util.List;

/** What is to be known of features before their shares are believed. */
final class FeatureWarnings {
    private FeatureWarnings() {
    }

    /** The two that go together most, and how many more do; empty where none do, or nothing is known yet. */
    static String alike(MovedRows found) {
        List<Companions.Pair> pairs = found == null ? List.of() : found.alike();
        if (pairs.isEmpty()) {
            return "";
        }
        Companions.Pair most = pairs.get(0);
        String first = Messages.text("explain.features.alike", name(found, most.one()), name(found, most.other()),
                Numbers.fixed(most.correlation(), 2));
        return switch (pairs.size()) {
            case 1 -> first;
            case 2 -> first + Messages.text("explain.features.alike.one");
            default -> first + Messages.text("explain.features.alike.more", Numbers.count(pairs.size() - 1));
        };
    }

    /** That nothing can be told apart: all rows have one target, or one answer; empty where they have several. */
    static String same(MovedRows found) {
        boolean moved = Arrays.stream(found.values()).flatMapToDouble(Arrays::stream).anyMatch(each -> Math.abs(each) > 1e-12);
        double[] known = Arrays.stream(found.rows().targets()).filter(each -> !Double.isNaN(each)).toArray();
        boolean one = known.length > 1 && Arrays.stream(known).allMatch(each -> each == known[0]);
        return (moved ? "" : Messages.text("explain.features.same")) + (one ? Messages.text("explain.features.target",
                Visible.line(found.asked().prepared().targetName())) : "");
    }

    private static String name(MovedRows found, int column) {
        return Visible.line(found.columns().get(column).name());
    }

    /** A feature that is worth nearly all; empty where there is none. */
    static String leaking(Weights found) {
        int[] leaking = ColumnImportance.leaking(found.each());
        if (leaking.length == 0) {
            return "";
        }
        double share = found.each().get(leaking[0]).mean() / ColumnImportance.worth(found.each());
        return Messages.text("explain.features.leak", Visible.line(found.columns().get(leaking[0]).name()),
                Numbers.percent(Numbers.fixed(100 * share, 0)));
    }
}

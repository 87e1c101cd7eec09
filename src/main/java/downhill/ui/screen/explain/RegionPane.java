package downhill.ui.screen.explain;

import downhill.analysis.explain.local.Anchor;
import downhill.data.Visible;
import downhill.ui.control.Labels;
import downhill.ui.control.Rows;
import downhill.ui.i18n.Messages;
import downhill.ui.i18n.Numbers;
import downhill.ui.i18n.Spoken;
import downhill.words.Said;
import java.util.ArrayList;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/** A region around a row in which its answer stays the same, in words. */
final class RegionPane {
    private static final int DIGITS = 3;

    private final VBox lines = new VBox(10);
    private final Node node = Rows.scrolled(lines);

    RegionPane() {
        lines.setId("explain-region");
    }

    /** Null where nothing is known yet. */
    Node show(NearRow found) {
        if (found == null) {
            return null;
        }
        Anchor anchor = found.anchor();
        List<Label> told = new ArrayList<>(List.of(line(Messages.text("explain.region.where", RowText.number(found.tableRow()),
                RowText.value(found.asked().prepared(), found.said())), "secondary")));
        anchor.conditions().forEach(each -> told.add(line(Visible.line(each.text()), "strong")));
        if (anchor.conditions().isEmpty()) {
            told.add(line(Messages.text("explain.rules.any"), "strong"));
        }
        told.add(line(Messages.text("explain.region.precision", percent(anchor.precision()), percent(anchor.low()),
                percent(anchor.coverage()), percent(anchor.usual())), "secondary"));
        told.add(line(Spoken.text(found.asked().isOfClasses() ? Said.of("explain.anchors.class")
                : Said.of("explain.anchors.number", Numbers.significant(found.within(), DIGITS))), "secondary"));
        if (!anchor.isReached()) {
            told.add(line(Spoken.text(Said.of("explain.anchors.short", RowText.number(found.tableRow()),
                    Numbers.fixed(100 * Anchor.WANTED, 0)))));
        }
        lines.getChildren().setAll(told);
        return node;
    }

    private static String percent(double share) {
        return Numbers.percent(Numbers.fixed(100 * share, 1));
    }

    private static Label line(String words, String... styles) {
        Label line = Labels.plain(words, styles);
        line.setWrapText(true);
        line.setMinHeight(Region.USE_PREF_SIZE);
        return line;
    }
}

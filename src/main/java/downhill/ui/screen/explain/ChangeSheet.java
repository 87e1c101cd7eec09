package downhill.ui.screen.explain;

import downhill.data.Visible;
import downhill.ui.control.Buttons;
import downhill.ui.control.Rows;
import downhill.ui.control.Sheets;
import downhill.ui.i18n.Messages;
import java.util.Set;
import java.util.TreeSet;
import javafx.beans.property.SimpleStringProperty;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.VBox;

/** Which columns may change where it is told what would change an answer. */
final class ChangeSheet {
    private static final double WIDTH = 440;
    private static final double LEAST = 120;
    private static final double MOST = 420;

    private ChangeSheet() {
    }

    static void open(ExplainModel model, Sheets sheets) {
        VBox boxes = new VBox(8);
        boxes.setId("explain-keep");
        for (String name : model.names()) {
            CheckBox box = Rows.check(new SimpleStringProperty(Visible.line(name)));
            box.setSelected(!model.picks().keptProperty().get().contains(name));
            box.selectedProperty().addListener((source, old, now) -> may(model, name, now));
            boxes.getChildren().add(box);
        }
        ScrollPane scrolled = Rows.scrolledWhole(boxes, LEAST);
        scrolled.setMaxHeight(MOST);
        sheets.open(Messages.binding("explain.keep.title"), WIDTH,
                new VBox(12, Rows.paragraph(Messages.binding("explain.keep.how")), scrolled), Rows.space(),
                Buttons.ghost("sheet.close", sheets::close));
    }

    private static void may(ExplainModel model, String name, boolean change) {
        Set<String> kept = new TreeSet<>(model.picks().keptProperty().get());
        if (change ? kept.remove(name) : kept.add(name)) {
            model.picks().keptProperty().set(Set.copyOf(kept));
        }
    }
}

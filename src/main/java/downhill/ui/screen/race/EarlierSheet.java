package downhill.ui.screen.race;

import downhill.race.history.EarlierRace;
import downhill.ui.control.Buttons;
import downhill.ui.control.Fields;
import downhill.ui.control.Labels;
import downhill.ui.control.Rows;
import downhill.ui.control.Sheets;
import downhill.ui.i18n.Messages;
import downhill.ui.i18n.Numbers;
import downhill.ui.i18n.Retold;
import downhill.ui.session.EarlierRaces;
import downhill.ui.session.Session;
import java.util.List;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;

/** The races that were kept: shown or not, renamed, forgotten; and the present one to be kept. */
final class EarlierSheet {
    private static final double WIDTH = 520;

    private final EarlierRaces races;
    private final VBox rows = new VBox(8);
    private final Retold why = new Retold(this, "why");
    private final Label refusal = Labels.styled(Labels.bound(why.textProperty()), "secondary");
    private final Button keep;

    private EarlierSheet(Session session) {
        races = session.earlier();
        keep = Buttons.primary("earlier.keep", this::keep);
    }

    static void open(Session session, Sheets sheets) {
        EarlierSheet sheet = new EarlierSheet(session);
        Label about = Rows.paragraph(Messages.binding("earlier.about", Numbers.count(EarlierRace.MOST), Numbers.count(EarlierRace.POINTS)));
        sheet.refusal.setWrapText(true);
        sheet.fill();
        VBox form = Rows.column(about, sheet.rows, sheet.refusal);
        form.setPrefHeight(120 + 34.0 * EarlierRace.MOST); // the paragraph wraps, which a scrolled form cannot foresee
        sheets.open(Messages.binding("earlier.title"), WIDTH, form, Buttons.ghost("sheet.done", sheets::close), sheet.keep);
    }

    private void keep() {
        races.keep();
        fill();
    }

    private void fill() {
        rows.getChildren().clear();
        List<EarlierRace> all = races.all();
        for (int i = 0; i < all.size(); i++) {
            rows.getChildren().add(row(all.get(i), i));
        }
        why.say(races::refusal);
        keep.setDisable(!races.refusal().isEmpty());
    }

    private HBox row(EarlierRace race, int place) {
        CheckBox shown = Rows.check(Messages.binding("earlier.shown"));
        shown.setSelected(race.shown());
        shown.setOnAction(event -> races.change(place, one -> one.withShown(shown.isSelected())));
        TextField name = Fields.line(race.name());
        name.accessibleTextProperty().bind(Messages.binding("earlier.name.field"));
        name.textProperty().addListener((source, old, now) -> {
            if (!now.isBlank()) {
                races.change(place, one -> one.withName(now.strip()));
            }
        });
        HBox.setHgrow(name, Priority.ALWAYS);
        Label steps = Labels.of(races.isComparable(race) ? "earlier.steps" : "earlier.other", Numbers.count(race.end()));
        Button remove = Buttons.icon(Feather.TRASH_2, "earlier.remove", () -> {
            races.remove(place);
            fill();
        });
        HBox row = new HBox(8, shown, name, Labels.styled(steps, "secondary", "small"), remove);
        row.setAlignment(Pos.CENTER_LEFT);
        return row;
    }
}

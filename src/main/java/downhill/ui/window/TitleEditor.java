package downhill.ui.window;

import downhill.ui.control.Buttons;
import downhill.ui.control.CheckedText;
import downhill.ui.control.Sheets;
import downhill.ui.i18n.Messages;
import downhill.ui.session.Session;
import javafx.scene.layout.VBox;

/** Asks for another title of the experiment. */
final class TitleEditor {
    private static final double WIDTH = 460;

    private final Session session;
    private final CheckedText field;

    TitleEditor(Session session) {
        this.session = session;
        field = new CheckedText(Messages.binding("menu.experiment.title"), session.experiment().title(),
                text -> text.isBlank() ? Messages.text("experiment.title.empty") : "");
    }

    void open(Sheets sheets) {
        Runnable take = () -> {
            session.edit(document -> document.withTitle(field.getText().strip()));
            sheets.close();
        };
        VBox form = new VBox(2, field, field.problemLabel());
        sheets.open(Messages.binding("menu.experiment.title"), WIDTH, form, Buttons.ghost("sheet.cancel", sheets::close),
                Buttons.primary("sheet.apply", take));
    }
}

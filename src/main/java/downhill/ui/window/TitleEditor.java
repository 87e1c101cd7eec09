package downhill.ui.window;

import downhill.ui.control.Buttons;
import downhill.ui.control.Sheets;
import downhill.ui.i18n.Messages;
import downhill.ui.session.Session;
import javafx.scene.control.TextField;

/** Asks for another title of the experiment. */
final class TitleEditor {
    private static final double WIDTH = 460;

    private final Session session;
    private final TextField field;

    TitleEditor(Session session) {
        this.session = session;
        field = new TextField(session.experiment().title());
        field.accessibleTextProperty().bind(Messages.binding("menu.experiment.title"));
    }

    void open(Sheets sheets) {
        Runnable take = () -> {
            if (!field.getText().isBlank()) {
                session.edit(document -> document.withTitle(field.getText().strip()));
            }
            sheets.close();
        };
        field.setOnAction(event -> take.run());
        sheets.open(Messages.binding("menu.experiment.title"), WIDTH, field, Buttons.ghost("sheet.cancel", sheets::close),
                Buttons.primary("sheet.apply", take));
    }
}

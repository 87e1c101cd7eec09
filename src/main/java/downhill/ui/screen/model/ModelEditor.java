package downhill.ui.screen.model;

import downhill.ui.control.Sheets;
import downhill.ui.session.Session;

/** TODO. */
public final class ModelEditor {
    public ModelEditor(Session session) {
    }

    public void open(Sheets sheets) {
    }
}

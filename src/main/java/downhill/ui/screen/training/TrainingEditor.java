package downhill.ui.screen.training;

import downhill.ui.control.Sheets;
import downhill.ui.session.Session;

/** TODO. */
public final class TrainingEditor {
    public TrainingEditor(Session session) {
    }

    public void open(Sheets sheets) {
    }
}

package downhill.ui.screen.contenders;

import downhill.ui.control.Sheets;

final class ContenderEditor {
    ContenderEditor(ContendersModel model, String id) {
    }

    void open(Sheets sheets) {
    }
}

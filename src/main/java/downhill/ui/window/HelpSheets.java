package downhill.ui.window;

import downhill.ui.control.Labels;
import downhill.ui.control.Rows;
import downhill.ui.control.Sheets;
import downhill.ui.i18n.Messages;
import java.util.LinkedHashMap;
import java.util.Map;
import javafx.scene.control.Label;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Region;

/** What help there is. */
final class HelpSheets {
    private static final double WIDTH = 560;

    private HelpSheets() {
    }

    static void keys(Sheets sheets) {
        Map<String, String> keys = new LinkedHashMap<>();
        keys.put("Space", "menu.experiment.run");
        keys.put("→", "menu.experiment.step");
        keys.put("Shift →", "menu.experiment.leap");
        keys.put("←", "menu.experiment.back");
        keys.put("Shift ←", "menu.experiment.leapBack");
        keys.put("J", "menu.experiment.worst");
        keys.put("Shift J", "menu.experiment.divergence");
        keys.put("F", "menu.experiment.fork");
        keys.put("R", "menu.experiment.reset");
        keys.put("L", "menu.view.log");
        keys.put("V", "menu.view.validation");
        keys.put("0", "menu.view.whole");
        keys.put("A", "menu.experiment.add");
        keys.put(", .", "help.speed");
        keys.put("S", "help.slow");
        keys.put("B", "menu.view.big");
        keys.put("Alt ← →", "panels.order");
        keys.put("F11, Esc", "menu.view.lecture");
        keys.put("T", "menu.view.table");
        keys.put("F6", "menu.view.bars");
        keys.put("Ctrl E", "menu.experiment.edit");
        keys.put("Ctrl Shift E", "help.export");
        keys.put("Ctrl C, Ctrl Shift C", "help.copy");
        keys.put("Ctrl O", "menu.file.open");
        keys.put("Ctrl S", "menu.file.save");
        keys.put("Ctrl P", "menu.experiment.scoring");
        keys.put("Ctrl U", "menu.experiment.surface");
        keys.put("Ctrl K", "menu.experiment.workshop");
        keys.put("Ctrl G", "menu.file.samples");
        keys.put("Ctrl 1, 2, …", "help.tabs");
        keys.put("F7, F8", "help.zones");
        keys.put("F9, F10", "help.looks");
        keys.put("F2, Enter, Delete", "help.list");
        GridPane grid = new GridPane(24, 6);
        int row = 0;
        for (Map.Entry<String, String> entry : keys.entrySet()) {
            Label key = Labels.plain(entry.getKey(), "strong");
            key.setMinWidth(Region.USE_PREF_SIZE);
            Label words = Labels.styled(Labels.bound(Messages.binding(entry.getValue())), "secondary");
            words.setWrapText(true);
            grid.addRow(row++, key, words);
        }
        grid.setFocusTraversable(true);
        grid.accessibleTextProperty().bind(Messages.binding("menu.help.keys"));
        sheets.open(Messages.binding("menu.help.keys"), WIDTH, grid);
    }

    static void about(Sheets sheets) {
        Label words = Rows.paragraph(Messages.binding("help.about"));
        words.setFocusTraversable(true); // is read out, and hears Escape
        sheets.open(Messages.binding("menu.help.about"), WIDTH, words);
    }
}

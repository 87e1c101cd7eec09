package downhill.ui.window;

import downhill.store.Application;
import downhill.ui.control.Labels;
import downhill.ui.control.Rows;
import downhill.ui.control.Sheets;
import downhill.ui.i18n.Messages;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javafx.scene.control.Label;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;

/** What help there is. */
final class HelpSheets {
    private static final double WIDTH = 560;
    private static final double TWO_COLUMNS = 1000;

    private HelpSheets() {
    }

    static void keys(Sheets sheets) {
        Map<String, String> keys = new LinkedHashMap<>();
        keys.put("Alt", "help.menus");
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
        keys.put("← → ↑ ↓", "help.cursor");
        keys.put("Shift ← → ↑ ↓", "help.pan");
        keys.put("+ −", "help.zoom");
        keys.put("Home, End, Page ↑ ↓", "help.timeLine");
        keys.put("Ctrl ← →", "help.remarks");
        keys.put("Alt ← →", "panels.order");
        keys.put("Alt ↑ ↓", "help.order");
        keys.put("F11, Esc", "menu.view.lecture");
        keys.put("T", "menu.view.table");
        keys.put("O, Shift O", "help.sort");
        keys.put("F6", "menu.view.bars");
        keys.put("Ctrl E", "menu.experiment.edit");
        keys.put("Ctrl Shift E", "help.export");
        keys.put("Ctrl C, Ctrl Shift C", "help.copy");
        keys.put("Ctrl O", "menu.file.open");
        keys.put("Ctrl S", "menu.file.save");
        keys.put("Ctrl D, M, T", "help.settings");
        keys.put("Ctrl P", "menu.experiment.scoring");
        keys.put("Ctrl U", "menu.experiment.surface");
        keys.put("Ctrl K", "menu.experiment.workshop");
        keys.put("Ctrl G", "menu.file.samples");
        keys.put("Ctrl 1, 2, …", "help.tabs");
        keys.put("F7, F8", "help.zones");
        keys.put("F9, F10", "help.looks");
        keys.put("F2, Enter, Delete", "help.list");
        HBox columns = new HBox(32, grid(keys, 0, (keys.size() + 1) / 2), grid(keys, (keys.size() + 1) / 2, keys.size()));
        columns.setFocusTraversable(true);
        columns.accessibleTextProperty().bind(Messages.binding("menu.help.keys"));
        sheets.open(Messages.binding("menu.help.keys"), TWO_COLUMNS, columns);
    }

    private static GridPane grid(Map<String, String> keys, int from, int to) {
        GridPane grid = new GridPane(16, 6);
        List<Map.Entry<String, String>> rows = List.copyOf(keys.entrySet()).subList(from, to);
        for (int row = 0; row < rows.size(); row++) {
            Label key = Labels.plain(rows.get(row).getKey(), "strong");
            key.setMinWidth(Region.USE_PREF_SIZE);
            Label words = Labels.styled(Labels.bound(Messages.binding(rows.get(row).getValue())), "secondary");
            words.setWrapText(true);
            grid.addRow(row, key, words);
        }
        HBox.setHgrow(grid, Priority.ALWAYS);
        grid.setPrefWidth(TWO_COLUMNS / 2);
        return grid;
    }

    static void about(Sheets sheets) {
        Label words = Rows.paragraph(Messages.binding("help.about"));
        words.setFocusTraversable(true); // is read out, and hears Escape
        Label version = Labels.styled(Labels.of("help.about.version", Application.version()), "strong");
        version.setId("about-version");
        Label licences = Rows.paragraph(Messages.binding("help.about.licences"));
        licences.setId("about-licences");
        sheets.open(Messages.binding("menu.help.about"), WIDTH, Rows.column(words, version, licences));
    }
}

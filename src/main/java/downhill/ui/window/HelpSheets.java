package downhill.ui.window;

import downhill.store.Application;
import downhill.ui.command.Command;
import downhill.ui.command.CommandTable;
import downhill.ui.command.KeyText;
import downhill.ui.command.LocalKey;
import downhill.ui.command.Place;
import downhill.ui.control.Labels;
import downhill.ui.control.Rows;
import downhill.ui.control.Sheets;
import downhill.ui.i18n.Messages;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import javafx.application.ConditionalFeature;
import javafx.application.Platform;
import javafx.beans.value.ObservableValue;
import javafx.scene.control.Label;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;

/** What help there is. */
final class HelpSheets {
    private static final double WIDTH = 560;
    private static final double ALL_COLUMNS = 1180;
    private static final int COLUMNS = 3;

    private HelpSheets() {
    }

    /**
     * A line of the sheet of keys.
     *
     * @param keys as a person reads them; null in a heading
     */
    record Row(String keys, ObservableValue<String> words) {
        boolean isHeading() {
            return keys == null;
        }
    }

    /** All keys: those of the commands under the names of their menus, then those of places. */
    static List<Row> rows(CommandTable table) {
        List<Row> rows = new ArrayList<>();
        table.menus().forEach(menu -> add(rows, menu, table.of(menu).stream().flatMap(section -> section.commands().get().stream())
                .filter(command -> !command.keys().isEmpty()).map(HelpSheets::row).toList()));
        for (Place place : Place.values()) {
            add(rows, place.key(), Arrays.stream(LocalKey.values()).filter(key -> key.place() == place)
                    .map(key -> new Row(key.text(), Messages.binding(key.key()))).toList());
        }
        return rows;
    }

    private static Row row(Command command) {
        return new Row(command.keys().stream().map(KeyText::of).collect(Collectors.joining(", ")), command.words());
    }

    private static void add(List<Row> rows, String heading, List<Row> more) {
        rows.add(new Row(null, Messages.binding(heading)));
        rows.addAll(more);
    }

    static void keys(Sheets sheets, CommandTable table) {
        List<Row> rows = rows(table);
        HBox columns = new HBox(32);
        for (int from = 0; from < rows.size();) {
            int to = end(rows, from, rows.size() * (columns.getChildren().size() + 1) / COLUMNS);
            columns.getChildren().add(grid(rows.subList(from, to)));
            from = to;
        }
        columns.setFocusTraversable(true);
        columns.accessibleTextProperty().bind(Messages.binding("menu.help.keys"));
        sheets.open(Messages.binding("menu.help.keys"), ALL_COLUMNS, columns);
    }

    /** The first heading from {@code least} on: what stands under one heading stays in one column. */
    private static int end(List<Row> rows, int from, int least) {
        int end = Math.max(from + 1, least);
        while (end < rows.size() && !rows.get(end).isHeading()) {
            end++;
        }
        return Math.min(end, rows.size());
    }

    private static GridPane grid(List<Row> rows) {
        GridPane grid = new GridPane(16, 6);
        for (int at = 0; at < rows.size(); at++) {
            Row row = rows.get(at);
            Label words = Labels.styled(Labels.bound(row.words()), row.isHeading() ? "card-title" : "secondary");
            words.setWrapText(true);
            if (row.isHeading()) {
                words.getStyleClass().add("key-heading");
                grid.add(words, 0, at, 2, 1);
            } else {
                Label key = Labels.plain(row.keys(), "strong");
                key.setMinWidth(Region.USE_PREF_SIZE);
                grid.addRow(at, key, words);
            }
        }
        HBox.setHgrow(grid, Priority.ALWAYS);
        grid.setPrefWidth(ALL_COLUMNS / COLUMNS);
        return grid;
    }

    static void about(Sheets sheets) {
        Label words = Rows.paragraph(Messages.binding("help.about"));
        words.setFocusTraversable(true); // is read out, and hears Escape
        Label version = Labels.styled(Labels.of("help.about.version", Application.version()), "strong");
        version.setId("about-version");
        Label licences = Rows.paragraph(Messages.binding("help.about.licences"));
        licences.setId("about-licences");
        boolean card = Platform.isSupported(ConditionalFeature.SCENE3D); // which drawing by software alone does not offer
        Label drawn = Rows.paragraph(Messages.binding(card ? "help.about.card" : "help.about.software"));
        drawn.setId("about-drawn");
        sheets.open(Messages.binding("menu.help.about"), WIDTH, Rows.column(words, version, drawn, licences));
    }
}

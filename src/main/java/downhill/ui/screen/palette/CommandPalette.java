package downhill.ui.screen.palette;

import downhill.ui.command.Command;
import downhill.ui.command.CommandTable;
import downhill.ui.control.Fields;
import downhill.ui.control.Labels;
import downhill.ui.control.Sheets;
import downhill.ui.fx.EnterKey;
import downhill.ui.i18n.Messages;
import downhill.ui.theme.TypeScale;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Supplier;
import javafx.scene.control.ListView;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/**
 * A field and below it the commands that fit what is typed in it. Arrows choose, Enter does, Escape closes; what cannot
 * be done now stays and says why.
 */
public final class CommandPalette {
    /** Id of the command that opens it; the palette itself does not offer it. */
    public static final String ID = "help.palette";

    private static final double WIDTH = 620;
    private static final double ROW = 32;
    private static final double EDGES = 14;
    private static final int ROWS = 12;

    private final PaletteModel model;
    private final Sheets sheets;
    private final Consumer<Command> execute;
    private final TextField field = Fields.line();
    private final ListView<Hit> list = new ListView<>();
    private final VBox node;

    /** {@code recent} has the ids of what was done last; {@code execute} does a command once the palette is gone. */
    public CommandPalette(CommandTable table, Supplier<List<String>> recent, Sheets sheets, Consumer<Command> execute) {
        model = new PaletteModel(table, recent);
        this.sheets = sheets;
        this.execute = execute;
        field.setId("palette-field");
        field.promptTextProperty().bind(Messages.binding("palette.prompt"));
        field.promptTextProperty().addListener((source, old, now) -> respell());
        field.accessibleTextProperty().bind(Messages.binding("palette.title"));
        field.textProperty().addListener((source, old, now) -> show(now));
        field.addEventFilter(KeyEvent.KEY_PRESSED, this::key);
        list.setId("palette-list");
        list.setFocusTraversable(false);
        list.setCellFactory(view -> new PaletteRow());
        list.addEventHandler(MouseEvent.MOUSE_CLICKED, event -> take());
        list.getSelectionModel().selectedItemProperty().addListener((source, old, now) -> field.setAccessibleHelp(now == null
                ? Messages.text("palette.none") : PaletteRow.words(now)));
        list.setPlaceholder(Labels.secondary("palette.none"));
        node = new VBox(head(), list, foot());
        node.getStyleClass().add("palette");
    }

    private HBox head() {
        HBox head = new HBox(8, new FontIcon(Feather.SEARCH), field);
        head.getStyleClass().add("palette-head");
        HBox.setHgrow(field, Priority.ALWAYS);
        return head;
    }

    private static HBox foot() {
        HBox foot = new HBox(Labels.styled(Labels.secondary("palette.how"), "small"));
        foot.getStyleClass().add("palette-foot");
        return foot;
    }

    /** Opens it, with nothing typed. */
    public void open() {
        sheets.openAtTop(Messages.binding("palette.title"), WIDTH, node);
        list.setFixedCellSize(ROW * TypeScale.of(node));
        field.clear();
        show("");
    }

    private void show(String query) {
        list.getItems().setAll(model.hits(query));
        int rows = Math.max(2, Math.min(ROWS, list.getItems().size()));
        list.setPrefHeight(rows * list.getFixedCellSize() + EDGES);
        list.getSelectionModel().select(0);
        list.scrollTo(0);
    }

    /** In another language, which finds other commands. */
    private void respell() {
        show(field.getText());
        list.refresh();
    }

    private void key(KeyEvent event) {
        if (event.getCode() == KeyCode.ENTER && !EnterKey.isAlone(event)) {
            return; // a key of the window behind, which sleeps
        }
        int rows = list.getItems().size();
        int at = list.getSelectionModel().getSelectedIndex();
        switch (event.getCode()) {
            case UP -> choose(at - 1 < 0 ? rows - 1 : at - 1);
            case DOWN -> choose(at + 1 >= rows ? 0 : at + 1);
            case PAGE_UP -> choose(Math.max(0, at - ROWS));
            case PAGE_DOWN -> choose(Math.min(rows - 1, at + ROWS));
            case ENTER -> take();
            default -> {
                return;
            }
        }
        event.consume();
    }

    private void choose(int row) {
        list.getSelectionModel().select(row);
        list.scrollTo(Math.max(0, row - ROWS / 2));
    }

    /** What cannot be done now says why in its line already. */
    private void take() {
        Hit hit = list.getSelectionModel().getSelectedItem();
        if (hit != null && hit.command().isEnabled()) {
            sheets.close();
            execute.accept(hit.command());
        }
    }
}

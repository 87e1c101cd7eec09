package downhill.ui.screen.contenders;

import downhill.race.RaceSnapshot;
import downhill.race.Starts;
import downhill.race.document.ContenderSpec;
import downhill.ui.command.Command;
import downhill.ui.command.LocalKey;
import downhill.ui.command.Section;
import downhill.ui.control.Buttons;
import downhill.ui.control.Card;
import downhill.ui.control.CommandButton;
import downhill.ui.control.EmptyState;
import downhill.ui.control.FileChoice;
import downhill.ui.control.Rows;
import downhill.ui.control.Sheets;
import downhill.ui.control.Tip;
import downhill.ui.fx.FxExecutor;
import downhill.ui.fx.Subscriptions;
import downhill.ui.i18n.Messages;
import downhill.ui.i18n.Spoken;
import downhill.ui.session.Session;
import downhill.ui.session.Snapshots;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.scene.control.Button;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.Label;
import javafx.scene.control.MenuItem;
import javafx.scene.control.ScrollPane;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/** Who races: the list at the left of the window. */
public final class ContendersCard {
    /** Two contenders are always seen, however many cards below are open. Points. */
    private static final double LEAST = 104;

    private final ContendersModel model;
    private final Sheets sheets;
    private final Card card = new Card(Messages.binding("contenders.title"));
    private final VBox list = new VBox();
    private final ContenderCommands commands;
    private final Button seeds = new Button();
    private final ScrollPane scroll = Rows.scrolled(list);
    private final List<ContenderRow> rows = new ArrayList<>();
    private final Subscriptions attached = new Subscriptions();
    private final Label differ = new Label("", new FontIcon(Feather.ALERT_CIRCLE));
    private final StringProperty differing = new SimpleStringProperty(this, "differing", "");
    private StartSource starts;
    /** The one that is open; null for none. */
    private ContenderEditor editor;
    private Map<String, String> marks = Map.of();

    /** The card of a session whose race begins anew with each run: what has ended can be changed, too, which puts it back to its start. */
    public ContendersCard again() {
        model.runAgain();
        return this;
    }

    /** The card of {@code session}; editors open in {@code sheets}. */
    public ContendersCard(Session session, Sheets sheets) {
        model = new ContendersModel(session);
        this.sheets = sheets;
        commands = new ContenderCommands(session, model, this);
        card.setId("contenders-card");
        seeds.setOnAction(event -> commands.seeds.run());
        seeds.getStyleClass().add("link");
        card.actions(CommandButton.explained(seeds, commands.seeds), CommandButton.link("contenders.add", commands.add));
        list.addEventHandler(KeyEvent.KEY_PRESSED, this::key);
        VBox.setVgrow(scroll, Priority.ALWAYS);
        scroll.setMinHeight(LEAST);
        differ.textProperty().bind(Messages.binding("contenders.differ"));
        differ.getStyleClass().add("contender-mark");
        differ.visibleProperty().bind(differing.isNotEmpty());
        differ.managedProperty().bind(differ.visibleProperty());
        Tip.on(differ, differing);
        attached.listen(session.experimentProperty(), now -> refresh());
        attached.listen(session.readProperty(), this::follow);
        attached.listen(session.selection().contenderProperty(), now -> refresh());
        attached.listen(session.selection().revisionProperty(), now -> refresh());
        attached.listen(Messages.languageProperty(), now -> refresh());
        refresh();
    }

    /** The card. */
    public VBox node() {
        return card;
    }

    /** What may be wrong with contenders, by id, in a sentence each; those that are not named are well. */
    public void mark(Map<String, String> words) {
        marks = Map.copyOf(words);
        rows.forEach(row -> row.mark(marks.getOrDefault(row.contenderId(), "")));
    }

    /** Lets contenders start from models in files. */
    public void startsFrom(FxExecutor work, FileChoice files) {
        starts = new StartSource(work, files);
    }

    /** What a click at such a mark opens. */
    public void onMark(Runnable opens) {
        model.onMark(opens);
    }

    /** Opens the list of rules to choose a new contender from. */
    public void add() {
        new RulePicker(model.session().rules().all(), rule -> {
            model.add(rule);
            sheets.close();
        }).open(sheets);
    }

    /** Asks with how many seeds all shall run. */
    void seeds() {
        SeedsSheet.open(model.session(), sheets);
    }

    /** Opens the editor of the contender chosen. */
    public void edit() {
        if (model.selected() != null) {
            ContenderEditor opened = new ContenderEditor(model, model.selected(), starts);
            opened.open(sheets, () -> editor = editor == opened ? null : editor);
            editor = opened;
        }
    }

    /** Copies the contender chosen. */
    public void duplicate() {
        if (model.selected() != null) {
            model.duplicate(model.selected());
        }
    }

    /** Removes the contender chosen. */
    public void remove() {
        if (model.selected() != null) {
            model.remove(model.selected());
        }
    }

    /** Lets the name of the contender chosen be edited in its row. */
    public void rename() {
        rows.stream().filter(row -> row.contenderId().equals(model.selected())).findFirst().ifPresent(ContenderRow::rename);
    }

    /** The contender chosen goes {@code by} places down; negative goes up. */
    void move(int by) {
        model.move(model.selected(), by);
    }

    /** What can be done with contenders, in the order of a menu. */
    public List<Section> commands() {
        return commands.sections();
    }

    /** Once a frame. */
    public void frame() {
        if (editor != null) {
            editor.frame();
        }
    }

    /** Detaches everything. */
    public void dispose() {
        attached.dispose();
    }

    private void refresh() {
        seeds.setText(SeedsSheet.words(model.session()));
        seeds.setVisible(commands.seeds.isEnabled());
        List<ContenderSpec> contenders = model.contenders();
        differing.set(contenders.isEmpty() ? "" : Starts.differing(model.session().experiment()).map(Spoken::text).orElse(""));
        if (!contenders.stream().map(ContenderSpec::id).toList().equals(rows.stream().map(ContenderRow::contenderId).toList())) {
            rebuild(contenders);
        }
        for (int i = 0; i < rows.size(); i++) {
            ContenderSpec one = contenders.get(i);
            rows.get(i).show(one, Snapshots.of(model.session().snapshotProperty().get(), one.id()).orElse(null),
                    one.id().equals(model.selected()),
                    model.session().selection().solo().contains(one.id()), model.session().selection().isShown(one));
        }
    }

    private void follow(RaceSnapshot now) {
        rows.forEach(row -> row.follow(Snapshots.of(now, row.contenderId()).orElse(null)));
    }

    private void rebuild(List<ContenderSpec> contenders) {
        rows.clear();
        contenders.forEach(one -> rows.add(row(one.id())));
        mark(marks);
        list.getChildren().setAll(rows);
        if (rows.isEmpty()) {
            card.setContent(new EmptyState("contenders.none", "contenders.none.how", Buttons.primary("contenders.add.first", this::add)));
        } else {
            card.setContent(scroll, differ);
        }
    }

    private ContenderRow row(String id) {
        ContenderRow row = new ContenderRow(model, id);
        ContextMenu menu = new ContextMenu(commands.ofOne().map(ContendersCard::item).toArray(MenuItem[]::new));
        row.setOnContextMenuRequested(event -> {
            model.select(id);
            menu.show(row, event.getScreenX(), event.getScreenY());
        });
        return row;
    }

    private static MenuItem item(Command command) {
        MenuItem item = new MenuItem();
        item.textProperty().bind(command.words());
        item.setOnAction(event -> command.run());
        return item;
    }

    private void key(KeyEvent event) {
        int at = focused();
        if (at >= 0 && (goes(event, at) || commands.act(event))) {
            event.consume();
        }
    }

    /** To the row above or below, round and round. */
    private boolean goes(KeyEvent event, int at) {
        boolean up = LocalKey.ROW_ABOVE.matches(event);
        if (up || LocalKey.ROW_BELOW.matches(event)) {
            rows.get(Math.floorMod(at + (up ? -1 : 1), rows.size())).requestFocus();
            return true;
        }
        return false;
    }

    private int focused() {
        for (int i = 0; i < rows.size(); i++) {
            if (rows.get(i).isFocused()) {
                return i;
            }
        }
        return -1;
    }
}

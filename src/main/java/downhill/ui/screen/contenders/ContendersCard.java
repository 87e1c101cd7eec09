package downhill.ui.screen.contenders;

import downhill.race.RaceSnapshot;
import downhill.race.document.ContenderSpec;
import downhill.ui.control.Buttons;
import downhill.ui.control.Card;
import downhill.ui.control.EmptyState;
import downhill.ui.control.Sheets;
import downhill.ui.fx.Subscriptions;
import downhill.ui.i18n.Messages;
import downhill.ui.session.Session;
import downhill.ui.session.Snapshots;
import java.util.ArrayList;
import java.util.List;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.MenuItem;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCombination;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.VBox;

/** Who races: the list at the left of the window. */
public final class ContendersCard {
    private final ContendersModel model;
    private final Sheets sheets;
    private final Card card = new Card(Messages.binding("contenders.title"));
    private final VBox list = new VBox();
    private final List<ContenderRow> rows = new ArrayList<>();
    private final Subscriptions attached = new Subscriptions();

    /** The card of {@code session}; editors open in {@code sheets}. */
    public ContendersCard(Session session, Sheets sheets) {
        this.model = new ContendersModel(session);
        this.sheets = sheets;
        card.setId("contenders-card");
        card.actions(Buttons.link("contenders.add", this::add));
        list.addEventHandler(KeyEvent.KEY_PRESSED, this::key);
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

    /** Opens the list of rules to choose a new contender from. */
    public void add() {
        sheets.open(Messages.binding("contenders.add.title"), 740, new RulePicker(model, rule -> {
            model.add(rule);
            sheets.close();
        }).node());
    }

    /** Opens the editor of the contender chosen. */
    public void edit() {
        if (model.selected() != null) {
            new ContenderEditor(model, model.selected()).open(sheets);
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

    /** Detaches everything. */
    public void dispose() {
        attached.dispose();
    }

    private void refresh() {
        List<ContenderSpec> contenders = model.contenders();
        if (!contenders.stream().map(ContenderSpec::id).toList().equals(rows.stream().map(ContenderRow::contenderId).toList())) {
            rebuild(contenders);
        }
        for (int i = 0; i < rows.size(); i++) {
            ContenderSpec one = contenders.get(i);
            rows.get(i).show(one, Snapshots.of(model.session().snapshotProperty().get(), one.id()).orElse(null), one.id().equals(model.selected()),
                    model.session().selection().solo().contains(one.id()), model.session().selection().isShown(one));
        }
    }

    private void follow(RaceSnapshot now) {
        rows.forEach(row -> row.follow(Snapshots.of(now, row.contenderId()).orElse(null)));
    }

    private void rebuild(List<ContenderSpec> contenders) {
        rows.clear();
        contenders.forEach(one -> rows.add(row(one.id())));
        list.getChildren().setAll(rows);
        if (rows.isEmpty()) {
            card.setContent(new EmptyState("contenders.none", "contenders.none.how", Buttons.primary("contenders.add.first", this::add)));
        } else {
            card.setContent(list);
        }
    }

    private ContenderRow row(String id) {
        ContenderRow row = new ContenderRow(model, id);
        ContextMenu menu = new ContextMenu(item("contenders.edit", this::edit), item("contenders.rename", row::rename),
                item("contenders.duplicate", this::duplicate), item("contenders.up", () -> model.move(id, -1)),
                item("contenders.down", () -> model.move(id, 1)), item("contenders.remove", this::remove));
        row.setOnContextMenuRequested(event -> {
            model.select(id);
            menu.show(row, event.getScreenX(), event.getScreenY());
        });
        return row;
    }

    private static MenuItem item(String key, Runnable action) {
        MenuItem item = new MenuItem();
        item.textProperty().bind(Messages.binding(key));
        item.setOnAction(event -> action.run());
        return item;
    }

    private void key(KeyEvent event) {
        int at = focused();
        if (at < 0) {
            return;
        }
        boolean moved = event.isAltDown() && (event.getCode() == KeyCode.UP || event.getCode() == KeyCode.DOWN);
        if (moved) {
            model.move(model.selected(), event.getCode() == KeyCode.UP ? -1 : 1);
        } else if (event.getCode() == KeyCode.UP || event.getCode() == KeyCode.DOWN) {
            rows.get(Math.floorMod(at + (event.getCode() == KeyCode.UP ? -1 : 1), rows.size())).requestFocus();
        } else if (!act(event, rows.get(at))) {
            return;
        }
        event.consume();
    }

    private boolean act(KeyEvent event, ContenderRow row) {
        switch (event.getCode()) {
            case ENTER -> edit();
            case F2 -> row.rename();
            case DELETE, BACK_SPACE -> remove();
            case D -> {
                if (!new javafx.scene.input.KeyCodeCombination(KeyCode.D, KeyCombination.SHORTCUT_DOWN).match(event)) {
                    return false;
                }
                duplicate();
            }
            default -> {
                return false;
            }
        }
        return true;
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

package downhill.ui.screen.results;

import downhill.race.ContenderSpec;
import downhill.race.RaceSnapshot;
import downhill.ui.control.Buttons;
import downhill.ui.control.Card;
import downhill.ui.control.Labels;
import downhill.ui.control.Sheets;
import downhill.ui.fx.Subscriptions;
import downhill.ui.i18n.Messages;
import downhill.ui.session.Session;
import downhill.ui.session.Snapshots;
import java.util.List;
import java.util.Objects;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import javafx.collections.transformation.SortedList;
import javafx.scene.control.Label;
import javafx.scene.control.TableView;
import javafx.scene.layout.VBox;

/** How all contenders stand, in a table that sorts. */
public final class ResultsCard {
    private static final double ROW = 27;
    private static final double WIDE = 820;

    private final Session session;
    private final Sheets sheets;
    private final Card card = new Card(Messages.binding("results.title"));
    private final ObservableList<ResultRow> rows = FXCollections.observableArrayList();
    private final StringProperty metric = new SimpleStringProperty(Messages.text("metric.none"));
    private final TableView<ResultRow> table = ResultsTable.create(metric);
    private final Label remark = Labels.plain("", "secondary");
    private final Subscriptions attached = new Subscriptions();
    private boolean selecting;

    /** The card of {@code session}. */
    public ResultsCard(Session session, Sheets sheets) {
        this.session = session;
        SortedList<ResultRow> sorted = new SortedList<>(rows);
        sorted.comparatorProperty().bind(table.comparatorProperty());
        table.setItems(sorted);
        remark.setWrapText(true);
        card.setId("results-card");
        this.sheets = sheets;
        card.actions(Buttons.link("results.all", this::showAll));
        card.setContent(table, remark);
        attached.listen(session.readProperty(), now -> refresh());
        attached.listen(session.experimentProperty(), now -> refresh());
        attached.listen(session.selection().contenderProperty(), now -> select());
        attached.listen(Messages.languageProperty(), now -> refresh());
        attached.listen(table.getSelectionModel().selectedItemProperty(), row -> {
            if (row != null && !selecting) {
                session.selection().contenderProperty().set(row.contender().id());
            }
        });
        refresh();
    }

    /** The card. */
    public VBox node() {
        return card;
    }

    /** Opens the table with all columns. */
    public void showAll() {
        sheets.open(Messages.binding("results.title"), WIDE, wide());
    }

    /** The lines, in the order of the document. */
    public List<ResultRow> rows() {
        return List.copyOf(rows);
    }

    /** Detaches everything. */
    public void dispose() {
        attached.dispose();
    }

    private void refresh() {
        if (session.experiment() == null) {
            return;
        }
        RaceSnapshot now = session.snapshotProperty().get();
        List<ContenderSpec> contenders = session.experiment().contenders();
        selecting = true;
        rows.setAll(contenders.stream().map(one -> new ResultRow(one, Snapshots.of(now, one.id()).orElse(null))).toList());
        select();
        selecting = false;
        String name = now.contenders().stream().map(RaceSnapshot.Standing::metricName).filter(Objects::nonNull).findFirst().orElse("none");
        metric.set(Messages.text("metric." + name));
        double height = ROW * (rows.size() + 1) + 1;
        table.setPrefHeight(height);
        table.setMinHeight(Math.min(height, 5 * ROW));
        remark.setText(Remarks.of(rows));
    }

    /** The same lines with all columns, while the race goes on. */
    private TableView<ResultRow> wide() {
        TableView<ResultRow> whole = ResultsTable.wide(metric);
        SortedList<ResultRow> sorted = new SortedList<>(rows);
        sorted.comparatorProperty().bind(whole.comparatorProperty());
        whole.setItems(sorted);
        whole.setPrefHeight(ROW * (rows.size() + 1) + 2);
        return whole;
    }

    private void select() {
        boolean was = selecting;
        selecting = true;
        String chosen = session.selection().contenderProperty().get();
        table.getItems().stream().filter(row -> row.contender().id().equals(chosen)).findFirst()
                .ifPresentOrElse(row -> table.getSelectionModel().select(row), () -> table.getSelectionModel().clearSelection());
        selecting = was;
    }
}

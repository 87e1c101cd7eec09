package downhill.ui.screen.results;

import downhill.race.RaceSnapshot;
import downhill.race.Starts;
import downhill.race.document.ContenderSpec;
import downhill.race.document.Problem;
import downhill.ui.control.Buttons;
import downhill.ui.control.Card;
import downhill.ui.control.Labels;
import downhill.ui.control.Sheets;
import downhill.ui.fx.Subscriptions;
import downhill.ui.i18n.Messages;
import downhill.ui.i18n.Spoken;
import downhill.ui.panel.WeightedLoss;
import downhill.ui.session.Edits;
import downhill.ui.session.Obstacles;
import downhill.ui.session.Session;
import downhill.ui.session.Snapshots;
import downhill.ui.theme.TypeScale;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.WeakHashMap;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import javafx.collections.transformation.SortedList;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TableView;
import javafx.scene.layout.VBox;

/** How all contenders stand, in a table that sorts. */
public final class ResultsCard {
    /** More lines than these scroll. */
    private static final int MOST_LINES = 8;
    private static final double WIDE = 1180;

    private final Session session;
    private final Sheets sheets;
    private final Card card = new Card(Messages.binding("results.title"));
    private final ObservableList<ResultLine> rows = FXCollections.observableArrayList();
    /** Key of the metric's title. */
    private final StringProperty metric = new SimpleStringProperty("metric.none");
    private final StringProperty weighted = new SimpleStringProperty("");
    /** All that show the lines, as long as anybody looks at them. */
    private final Set<TableView<ResultLine>> tables = Collections.newSetFromMap(new WeakHashMap<>());
    private final TableView<ResultLine> table = ResultsTable.create(metric, weighted);
    private final TableView<ResultLine> large = wide();
    private final VBox below = Card.plain();
    private final Label remark = Labels.plain("", "secondary");
    private final Button moreSeeds = Buttons.link("results.seeds.more", this::runMoreSeeds, String.valueOf(Edits.TELLING_SEEDS));
    private final Subscriptions attached = new Subscriptions();
    private final Map<String, Double> rates = new HashMap<>();
    private final Courses courses = new Courses();
    private Consumer<String> copy = text -> { };
    private BiConsumer<String, String> save = (name, text) -> { };
    private boolean behind;
    private boolean selecting;

    /** The card of {@code session}. */
    public ResultsCard(Session session, Sheets sheets) {
        this.session = session;
        fill(table);
        below.setId("results-large");
        remark.setWrapText(true);
        remark.setMinHeight(Label.USE_PREF_SIZE);
        card.setId("results-card");
        this.sheets = sheets;
        card.actions(menu().button(), Buttons.link("results.all", this::showAll));
        moreSeeds.setId("more-seeds");
        card.setContent(table, remark, moreSeeds);
        // each pulse goes through all nodes of a window, those out of sight too
        attached.follow(below.visibleProperty(), seen -> below.getChildren().setAll(seen ? List.of(large) : List.of()));
        attached.listen(large.widthProperty(), width -> fitColumns());
        attached.listen(session.snapshotProperty(), now -> catchUp());
        attached.listen(session.readProperty(), this::changed);
        attached.listen(session.experimentProperty(), now -> refresh());
        attached.listen(session.selection().contenderProperty(), now -> select());
        attached.listen(Messages.languageProperty(), now -> {
            rows.clear(); // their words are in the other language
            refresh();
        });
        attached.listen(table.sceneProperty().flatMap(TypeScale::of), scale -> refresh());
        attached.listen(table.getSelectionModel().selectedItemProperty(), row -> {
            if (row != null && !selecting) {
                session.selection().contenderProperty().set(row.id());
            }
        });
        refresh();
    }

    /** The card. */
    public VBox node() {
        return card;
    }

    /** Below the table and what is said of it. */
    public void note(Node more) {
        card.setContent(table, remark, moreSeeds, more);
    }

    /** The table with all columns, for a projected window. */
    public VBox projected() {
        return below;
    }

    /** Opens the table with all columns. */
    public void showAll() {
        TableView<ResultLine> whole = wide();
        ResultsTable.showData(whole, hasData());
        sheets.open(Messages.binding("results.title"), WIDE, whole, menu().button());
    }

    /** Hands over to {@code copying} what shall be on the clipboard, and to {@code saving} a name for a file and its text. */
    public void taken(Consumer<String> copying, BiConsumer<String, String> saving) {
        this.copy = copying;
        this.save = saving;
    }

    private ResultsMenu menu() {
        return new ResultsMenu(format -> copy.accept(text(format)), format -> save.accept("results." + format.ending(), text(format)));
    }

    /** In the order of the table. */
    private String text(SheetFormat format) {
        return format.text(table.getItems().stream().map(ResultLine::row).toList(), Messages.text(metric.get()), hasData());
    }

    /** The lines, in the order of the document. */
    public List<ResultRow> rows() {
        return rows.stream().map(ResultLine::row).toList();
    }

    /** Detaches everything. */
    public void dispose() {
        attached.dispose();
    }

    /** While the race runs a table takes the frame after the other numbers', so that no frame has to do all of it. */
    private void changed(RaceSnapshot now) {
        behind = true;
        if (!Snapshots.isRunning(now)) {
            catchUp();
        }
    }

    private void catchUp() {
        if (behind) {
            behind = false;
            refresh();
        }
    }

    /** Lines stay as long as the contenders do; only what is read in them changes. */
    private void show(List<ResultRow> now) {
        if (!now.stream().map(row -> row.contender().id()).toList().equals(rows.stream().map(ResultLine::id).toList())) {
            rows.setAll(now.stream().map(ResultLine::new).toList());
            return;
        }
        for (int i = 0; i < now.size(); i++) {
            rows.get(i).show(now.get(i));
        }
        if (!tables.stream().allMatch(ResultsCard::isOrdered)) {
            rows.setAll(List.copyOf(rows));
        }
    }

    /** Whether the lines are still in the order that a person chose. */
    private static boolean isOrdered(TableView<ResultLine> one) {
        Comparator<ResultLine> order = one.getComparator();
        for (int i = 1; order != null && i < one.getItems().size(); i++) {
            if (order.compare(one.getItems().get(i - 1), one.getItems().get(i)) > 0) {
                return false;
            }
        }
        return true;
    }

    private void refresh() {
        if (session.experiment() == null) {
            return;
        }
        RaceSnapshot now = session.readProperty().get();
        List<ContenderSpec> contenders = session.experiment().contenders();
        selecting = true;
        show(contenders.stream().map(one -> row(one, now)).toList());
        select();
        selecting = false;
        String name = now.contenders().stream().map(RaceSnapshot.Standing::metricName).filter(Objects::nonNull).findFirst().orElse("none");
        metric.set("metric." + name);
        ResultsTable.showData(table, hasData());
        fitColumns();
        fit(table);
        fit(large);
        weighted.set(WeightedLoss.about(session.experiment().problem()));
        moreSeeds.setVisible(Remarks.wantsSeeds(rows()) && Obstacles.noChance(session).isEmpty());
        moreSeeds.setManaged(moreSeeds.isVisible());
        String starts = Starts.differing(session.experiment()).map(Spoken::text).orElse("");
        remark.setText(Stream.of(Remarks.of(rows(), heldRows()), starts, weighted.get()).filter(words -> !words.isEmpty())
                .collect(Collectors.joining(" ")));
    }

    private void runMoreSeeds() {
        session.edit(document -> Edits.withSeedsOfAll(document, Edits.TELLING_SEEDS));
    }

    private ResultRow row(ContenderSpec one, RaceSnapshot now) {
        ResultRow row = new ResultRow(one, Snapshots.of(now, one.id()).orElse(null), Snapshots.isRunning(now),
                rate(one.id(), now), edge(one, 0, now), edge(one, 1, now), ValidationCourse.NONE);
        return row.with(courses.of(session.race().racing(), row.standing(), row.validation()));
    }

    private int heldRows() {
        return session.race().racing() == null ? 0 : session.race().racing().prepared().map(each -> each.validation().count()).orElse(0);
    }

    private boolean hasData() {
        return session.experiment() == null || session.experiment().problem() instanceof Problem.Learning;
    }

    /** Steps a second, while the race rests those when it ran last. */
    private double rate(String id, RaceSnapshot now) {
        if (now.step() == 0) {
            rates.remove(id);
        }
        Snapshots.of(now, id).map(RaceSnapshot.Standing::stepsPerSecond).filter(rate -> rate > 0).ifPresent(rate -> rates.put(id, rate));
        return Snapshots.isUnborn(now, id) ? Double.NaN : rates.getOrDefault(id, Double.NaN);
    }

    /** Least or greatest of several seeds. */
    private double edge(ContenderSpec one, int which, RaceSnapshot now) {
        if (one.seeds() < 2 || session.race().racing() == null) {
            return Double.NaN;
        }
        return session.race().racing().lossRange(one.id(), now.step()).map(range -> range[which]).orElse(Double.NaN);
    }

    /** The same lines with all columns, while the race goes on. */
    private TableView<ResultLine> wide() {
        TableView<ResultLine> whole = ResultsTable.wide(metric, weighted);
        fill(whole);
        fit(whole);
        return whole;
    }

    private void fill(TableView<ResultLine> one) {
        SortedList<ResultLine> sorted = new SortedList<>(rows);
        sorted.comparatorProperty().bind(one.comparatorProperty());
        one.setItems(sorted);
        tables.add(one);
    }

    private void fitColumns() {
        boolean several = rows().stream().anyMatch(row -> row.contender().seeds() > 1);
        FittingColumns.show(large, TypeScale.of(large), hasData(), several);
    }

    /** As high as its lines, so that nothing scrolls where that can be. */
    private void fit(TableView<ResultLine> one) {
        double scale = TypeScale.of(one);
        double row = ResultsTable.rowHeight(one);
        double height = scale * (ResultsTable.HEAD + row * rows.size()) + 3;
        one.setPrefHeight(height);
        one.setMinHeight(Math.min(height, scale * (ResultsTable.HEAD + MOST_LINES * row)));
    }

    private void select() {
        boolean was = selecting;
        selecting = true;
        String chosen = session.selection().contenderProperty().get();
        ResultLine line = rows.stream().filter(one -> one.id().equals(chosen)).findFirst().orElse(null);
        if (line == null) {
            table.getSelectionModel().clearSelection();
        } else if (table.getSelectionModel().getSelectedItem() != line) {
            table.getSelectionModel().select(line);
        }
        selecting = was;
    }
}

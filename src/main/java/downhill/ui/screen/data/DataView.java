package downhill.ui.screen.data;

import downhill.data.DataSource;
import downhill.data.Notice.About;
import downhill.data.csv.ImportReport;
import downhill.ui.control.Buttons;
import downhill.ui.control.EmptyState;
import downhill.ui.control.FormGate;
import downhill.ui.control.Labels;
import downhill.ui.control.NoticeBar;
import downhill.ui.control.ProgressNote;
import downhill.ui.control.Rows;
import downhill.ui.control.WrapRow;
import downhill.ui.fx.KeptFocus;
import downhill.ui.i18n.Messages;
import downhill.ui.i18n.Spoken;
import downhill.ui.session.LoadedData;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.IntConsumer;
import java.util.function.Supplier;
import java.util.stream.Stream;
import javafx.beans.binding.Bindings;
import javafx.collections.FXCollections;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TableView;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

/** The table, its columns, and all that is done to it, in words. */
final class DataView {
    private static final double LEAST = 110;
    /** Share of the height that the columns may take; the first rows have the rest. */
    private static final double MOST_COLUMNS = 0.58;
    private static final int MOST_PROBLEMS = 100;
    private static final int MOST_GUESSES = 4;

    private final DataModel model;
    private final Label source = Labels.shortened(Labels.plain("", "strong"));
    private final Label counts = Labels.shortened(Labels.plain("", "secondary"));
    private final NoticeBar notice = new NoticeBar();
    private final ProgressNote progress;
    private final WrapRow decision = new WrapRow(8);
    private final TableView<ColumnLine> columns;
    private final RowsTable rows = new RowsTable();
    private final SettingsForm settings;
    private final VBox guesses = new VBox(2);
    private final VBox words = new VBox(4);
    private final VBox side;
    private final DataBody body;
    private final StackPane stack = new StackPane();
    private final VBox whole;
    private final TargetChoice target;
    private final Button use;
    private final EmptyState empty;
    private final Button reading;
    private final Button save;
    private LoadedData shown;

    DataView(DataModel model, Runnable openFile, Runnable gallery, Runnable reading, Runnable saveProblems, IntConsumer ask) {
        this.model = model;
        progress = new ProgressNote(model::discard);
        this.reading = Buttons.link("data.import.open", reading);
        this.reading.managedProperty().bind(this.reading.visibleProperty());
        save = Buttons.link("data.problems.save", saveProblems);
        columns = ColumnsTable.create(model);
        rows.asks(ask, () -> !model.draftProperty().get() && shown != null && shown.isUsable());
        rows.chooses(model.rowProperty(), () -> !model.draftProperty().get());
        settings = new SettingsForm(model);
        empty = new EmptyState("data.none", "data.none.how", Buttons.primary("data.open", openFile),
                Buttons.ghost("data.samples", gallery));
        use = Buttons.primary("data.use", model::use);
        use.setId("data-use");
        decision.getChildren().setAll(Labels.styled(Labels.bound(Messages.binding("data.draft")), "secondary"), Rows.space(),
                Buttons.ghost("data.keep", model::discard), use);
        decision.setAlignment(Pos.CENTER_LEFT);
        decision.managedProperty().bind(decision.visibleProperty());
        decision.visibleProperty().bind(model.draftProperty());
        WrapRow head = new WrapRow(12);
        head.setAlignment(Pos.CENTER_LEFT);
        target = new TargetChoice(model);
        head.getChildren().setAll(source, counts, this.reading, progress, Rows.space(),
                Buttons.ghost("data.samples", gallery), Buttons.ghost("data.open", openFile));
        Label first = Labels.shortened(Labels.styled(Labels.bound(Bindings.when(model.draftProperty())
                .then(Messages.binding("data.firstRows")).otherwise(Messages.binding("data.firstRows.ask"))), "secondary", "small"));
        VBox tables = new VBox(6, decision, target.node(), guesses, columns, first, rows.node());
        VBox.setVgrow(rows.node(), Priority.ALWAYS);
        rows.node().setPrefHeight(LEAST);
        rows.node().setMinHeight(LEAST);
        columns.setMinHeight(LEAST);
        columns.prefHeightProperty().bind(Bindings.createDoubleBinding(() -> Math.min(ColumnsTable.height(columns),
                MOST_COLUMNS * tables.getHeight()), columns.itemsProperty(), columns.fixedCellSizeProperty(), tables.heightProperty()));
        tables.setMinWidth(0);
        side = new VBox(10, settings.node(), Rows.divider(), words);
        body = new DataBody(tables, side);
        stack.getChildren().setAll(body, empty);
        FormGate.guard(stack);
        body.visibleProperty().bind(empty.visibleProperty().not());
        whole = new VBox(8, head, notice, stack);
        VBox.setVgrow(stack, Priority.ALWAYS);
    }

    VBox node() {
        return whole;
    }

    /** Another row of the experiment's table is chosen. */
    void markRow() {
        rows.mark();
    }

    void show(LoadedData data) {
        shown = data;
        choose();
        if (data == null) {
            clear();
            return;
        }
        source.setText(DataWords.source(data.spec().source()));
        counts.setText(DataWords.counts(data.imported()));
        reading.setVisible(data.spec().source() instanceof DataSource.CsvFile);
        KeptFocus.across(columns, () -> columns.setItems(FXCollections.observableArrayList(ColumnLine.of(data))));
        rows.show(data.imported().table());
        settings.show(data);
        target.show(data);
        use.setDisable(!data.isUsable());
        guesses.getChildren().setAll(guesses(data));
        words.getChildren().setAll(lines(data));
        if (!data.imported().report().problems().isEmpty() && model.file().isPresent()) {
            words.getChildren().add(save);
        }
    }

    /** Either a table, or one that is coming, or how to get one. */
    private void choose() {
        empty.setVisible(shown == null && (model.task() == null || !model.task().isActive()));
        side.setVisible(shown != null);
    }

    /** Nothing stays of a table that is there no longer. */
    private void clear() {
        source.setText("");
        counts.setText("");
        reading.setVisible(false);
        columns.getItems().clear();
        rows.clear();
        target.show(null);
        guesses.getChildren().clear();
        words.getChildren().clear();
    }

    void showProblem(Supplier<String> problem) {
        if (problem.get().isEmpty()) {
            notice.dismiss();
        } else {
            notice.show(NoticeBar.Kind.ERROR, problem);
        }
    }

    void tell(Supplier<String> words) {
        notice.show(NoticeBar.Kind.INFO, words);
    }

    void frame() {
        choose();
        if (model.task() != null && (progress.isVisible() || model.task().isActive())) {
            progress.show(model.task());
        }
    }

    /**
     * What was guessed and which rows are left out stands where it is seen without scrolling; what was decided on columns, too,
     * if there is room.
     */
    private static List<Label> guesses(LoadedData data) {
        Stream<String> found = data.prepared() == null ? Stream.of()
                : data.prepared().notices().stream().filter(one -> one.about() != About.OTHER)
                .sorted(Comparator.comparing(one -> one.about() == About.IGNORED)).limit(MOST_GUESSES).map(one -> Spoken.text(one.said()));
        return Stream.concat(DataWords.leftOut(data.imported().report()).stream(), found).map(DataView::line).toList();
    }

    private static List<Label> lines(LoadedData data) {
        List<Label> lines = new ArrayList<>();
        noticed(data, lines);
        if (data.isUsable()) {
            lines.add(title("data.done"));
            lines.add(line(DataWords.split(data.prepared())));
            data.prepared().preprocessing().describe(data.imported().table()).stream().limit(MOST_PROBLEMS)
                    .forEach(said -> lines.add(line(Spoken.text(said))));
        }
        problems(data.imported().report(), lines);
        return lines;
    }

    private static void noticed(LoadedData data, List<Label> lines) {
        Stream<String> notices = Stream.concat(data.prepared() == null ? Stream.empty()
                : data.prepared().notices().stream().map(one -> Spoken.text(one.said())),
                data.imported().report().decisions().stream().filter(decision -> !decision.sure()).map(DataWords::decision));
        List<String> noted = notices.distinct().toList();
        if (!noted.isEmpty()) {
            lines.add(title("data.noticed"));
            noted.forEach(text -> lines.add(line(text)));
        }
    }

    private static void problems(ImportReport report, List<Label> lines) {
        if (!report.problems().isEmpty()) {
            lines.add(title("data.problems"));
            report.problems().stream().limit(MOST_PROBLEMS).forEach(problem -> lines.add(line(Spoken.text(problem.said()))));
        }
    }

    private static Label title(String key) {
        return Labels.styled(Labels.bound(Messages.binding(key)), "strong");
    }

    private static Label line(String text) {
        Label label = Labels.plain(text, "secondary", "small");
        label.setWrapText(true);
        label.setMinHeight(Label.USE_PREF_SIZE);
        return label;
    }
}

package downhill.ui.screen.explain;

import downhill.analysis.explain.anew.FeatureTrials;
import downhill.data.MadeColumn;
import downhill.data.Visible;
import downhill.ui.control.Buttons;
import downhill.ui.control.LeastWidths;
import downhill.ui.fx.Subscriptions;
import downhill.ui.i18n.Messages;
import downhill.ui.i18n.Numbers;
import downhill.ui.i18n.Spoken;
import downhill.words.Said;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import javafx.beans.InvalidationListener;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.SelectionMode;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/** Columns made of others that were tried, with what each gained, and how those chosen become part of the preparation. */
final class TrialsTable {
    private static final double NAME = 170;
    private static final double ROUND = 56;
    private static final double NUMBER = 88;
    private static final double RANGE = 128;
    private static final double WORDS = 112;
    private static final int DIGITS = 3;
    private static final double LEAST = 0.001;

    private final MadeRow made;
    private final TableView<FeatureTrials.Trial> table = new TableView<>();
    private final Label words = AnewScreen.line("", "secondary");
    private final Button add;
    private final VBox node;
    private Object shownOf;

    TrialsTable(MadeRow made, Subscriptions attached) {
        this.made = made;
        table.setId("explain-trials");
        table.setMinHeight(0);
        table.getSelectionModel().setSelectionMode(SelectionMode.MULTIPLE);
        table.accessibleTextProperty().bind(Messages.binding("explain.anew.made"));
        table.accessibleHelpProperty().bind(Messages.binding("explain.anew.keys"));
        table.setOnKeyPressed(event -> {
            if (event.getCode() == KeyCode.ENTER) {
                add();
                event.consume();
            }
        });
        LeastWidths.keep(table);
        VBox.setVgrow(table, Priority.ALWAYS);
        add = Buttons.ghost("explain.anew.add", this::add);
        add.setId("explain-anew-add");
        add.setMinWidth(Region.USE_PREF_SIZE);
        table.getSelectionModel().getSelectedItems().addListener((InvalidationListener) source -> add.setDisable(chosen().isEmpty()));
        add.setDisable(true);
        words.setId("explain-trials-words");
        HBox.setHgrow(words, Priority.ALWAYS);
        HBox foot = new HBox(12, words, add);
        foot.setAlignment(Pos.CENTER_LEFT);
        node = new VBox(8, table, foot);
        attached.listen(made.preparedProperty(), now -> {
            table.refresh();
            add.setDisable(chosen().isEmpty());
        });
    }

    private List<MadeColumn> chosen() {
        return table.getSelectionModel().getSelectedItems().stream().flatMap(each -> each.made().stream())
                .filter(each -> !made.has(each)).distinct().toList();
    }

    private void add() {
        List<MadeColumn> chosen = chosen();
        if (!chosen.isEmpty()) {
            made.add(chosen);
        }
    }

    /** Null where nothing has come yet. */
    Node of(Retraining.Found<FeatureTrials> found) {
        if (found == null) {
            return null;
        }
        List<Object> now = List.of(found, Messages.languageProperty().get());
        if (!now.equals(shownOf)) {
            shownOf = now;
            fill(found);
        }
        return node;
    }

    private void fill(Retraining.Found<FeatureTrials> found) {
        table.getColumns().setAll(List.of(column("explain.anew.name", NAME, TrialsTable::name),
                number(column("explain.anew.round", ROUND, each -> Numbers.count(each.round()))),
                number(titled(Messages.text("explain.anew.gain", metric(found)), NUMBER, each -> number(each.test().mean()))),
                number(column("explain.anew.range", RANGE, TrialsTable::range)),
                number(column("explain.anew.error", NUMBER, TrialsTable::error)),
                column("explain.anew.state", WORDS, this::state)));
        LeastWidths.fit(table);
        table.getItems().setAll(found.result().tried());
        table.getSelectionModel().clearSelection();
        found.result().tried().stream().filter(FeatureTrials.Trial::kept).forEach(table.getSelectionModel()::select);
        words.setText(told(found));
    }

    private static String metric(Retraining.Found<FeatureTrials> found) {
        return Messages.text("score." + found.anew().metric().key());
    }

    private static String told(Retraining.Found<FeatureTrials> found) {
        FeatureTrials trials = found.result();
        long count = trials.tried().stream().map(FeatureTrials.Trial::made).distinct().count();
        String before = Spoken.text(Said.of("explain.features.score", metric(found),
                Numbers.significant(trials.before(), DIGITS), found.anew().rows().folds().size(), trials.suggested(), count));
        String kept = trials.kept().isEmpty() ? Spoken.text(Said.of("explain.features.none", trials.suggested()))
                : Spoken.text(Said.of("explain.features.kept",
                trials.kept().stream().map(each -> Visible.line(each.name())).collect(Collectors.joining(", ")),
                metric(found), Numbers.significant(trials.after(), DIGITS), trials.suggested()))
                + Messages.text("explain.anew.join") + Spoken.text(Said.of("explain.features.chosen"));
        return before + Messages.text("explain.anew.join") + kept;
    }

    private static String name(FeatureTrials.Trial trial) {
        return trial.made().stream().map(each -> Visible.line(each.name())).collect(Collectors.joining(" + "));
    }

    private static String number(double value) {
        return Double.isNaN(value) ? "–" : Numbers.significant(value, DIGITS);
    }

    private static String range(FeatureTrials.Trial trial) {
        return Double.isNaN(trial.test().low()) ? "–" : Messages.text("explain.anew.between", number(trial.test().low()),
                number(trial.test().high()));
    }

    private static String error(FeatureTrials.Trial trial) {
        double error = trial.error();
        if (error < LEAST) {
            return "< " + Numbers.plain(LEAST);
        }
        return Double.isNaN(error) ? "–" : Numbers.fixed(error, DIGITS);
    }

    private String state(FeatureTrials.Trial trial) {
        if (trial.made().stream().allMatch(made::has)) {
            return Messages.text("explain.anew.there");
        }
        return trial.kept() ? Messages.text("explain.anew.earned") : "";
    }

    private static TableColumn<FeatureTrials.Trial, String> column(String key, double least, Function<FeatureTrials.Trial, String> words) {
        return titled(Messages.text(key), least, words);
    }

    private static TableColumn<FeatureTrials.Trial, String> titled(String title, double least,
                                                                   Function<FeatureTrials.Trial, String> words) {
        TableColumn<FeatureTrials.Trial, String> column = new TableColumn<>(title);
        column.setMinWidth(least);
        column.setSortable(false);
        column.setCellValueFactory(cell -> new ReadOnlyStringWrapper(words.apply(cell.getValue())));
        return column;
    }

    private static TableColumn<FeatureTrials.Trial, String> number(TableColumn<FeatureTrials.Trial, String> column) {
        column.getStyleClass().add("number");
        return column;
    }
}

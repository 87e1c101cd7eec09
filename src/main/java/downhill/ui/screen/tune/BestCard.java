package downhill.ui.screen.tune;

import downhill.study.trial.Trial;
import downhill.study.trial.TrialState;
import downhill.ui.command.Command;
import downhill.ui.control.Card;
import downhill.ui.control.CommandButton;
import downhill.ui.control.Labels;
import downhill.ui.control.LeastWidths;
import downhill.ui.control.Rows;
import downhill.ui.control.SteadyCell;
import downhill.ui.control.WrapRow;
import downhill.ui.fx.Subscriptions;
import downhill.ui.i18n.Messages;
import downhill.ui.i18n.Numbers;
import downhill.ui.tune.TrialAxis;
import downhill.ui.tune.TuneStand;
import downhill.ui.tune.TuneState;
import java.util.List;
import java.util.function.Function;
import javafx.geometry.HPos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.scene.text.Text;
import javafx.scene.text.TextFlow;

/** The best trials as a table, what is chosen of them in words, and what can be done with them. */
final class BestCard {
    private static final int MOST = 50;
    /** Lines that are added at a time while a search runs. */
    private static final int AT_A_TIME = 3;
    private static final double ROW = 27;
    private static final double LEAST = 120;

    private final TrialView view;
    private final TableView<BestLine> table = new TableView<>();
    private final Text name = new Text();
    private final Text values = new Text();
    private final Label outcome = Labels.plain("", "secondary");
    private final Card card = new Card(Messages.binding("tune.best"));
    private final Subscriptions attached = new Subscriptions();
    private final TableColumn<BestLine, Trial> spread = column("tune.best.folds", trial -> Numbers.narrow(trial.scores().spread()), 68);
    private boolean quiet;

    BestCard(TrialView view, TuneCommands commands) {
        this.view = view;
        card.setId("tune-best");
        table.setId("tune-trials");
        table.setFixedCellSize(ROW);
        table.setMinHeight(LEAST);
        table.accessibleTextProperty().bind(Messages.binding("tune.best"));
        Label none = Rows.paragraph(Messages.binding("tune.best.empty"));
        table.setPlaceholder(none);
        LeastWidths.keep(table);
        spread.setVisible(false);
        table.getColumns().setAll(List.of(column("tune.trial", trial -> String.valueOf(trial.number()), 52),
                column("tune.best.loss", trial -> Numbers.significant(TrialAxis.outcome(trial), 4), 76),
                spread, column("tune.best.steps", trial -> Numbers.count(TrialView.steps(trial, view.stand().budget())), 64)));
        table.getSelectionModel().selectedItemProperty().addListener((source, old, now) -> choose(now));
        name.getStyleClass().addAll("words", "strong");
        values.getStyleClass().add("words");
        TextFlow told = new TextFlow(name, values);
        told.setMinHeight(Region.USE_PREF_SIZE);
        outcome.setWrapText(true);
        outcome.setMinHeight(Region.USE_PREF_SIZE);
        WrapRow actions = new WrapRow(8);
        Button race = CommandButton.ghost("tune.race.short", commands.of(TuneDeed.RACE));
        race.getStyleClass().add("primary");
        race.setId("tune-race");
        Button defaults = CommandButton.ghost("tune.defaults.short", commands.of(TuneDeed.DEFAULTS));
        defaults.setId("tune-defaults");
        Button evaluate = CommandButton.ghost("tune.evaluate.short", commands.of(TuneDeed.EVALUATE));
        evaluate.setId("tune-evaluate");
        actions.getChildren().addAll(race, evaluate, defaults);
        Button export = CommandButton.link("tune.export.short", commands.of(TuneDeed.EXPORT));
        export.setId("tune-export");
        card.actions(export);
        VBox.setVgrow(table, Priority.ALWAYS);
        VBox.setVgrow(card, Priority.ALWAYS);
        card.setContent(table, told, outcome, actions);
        view.follow(attached, this::show);
        follow(race, commands.of(TuneDeed.RACE));
        follow(evaluate, commands.of(TuneDeed.EVALUATE));
        follow(defaults, commands.of(TuneDeed.DEFAULTS));
        follow(export, commands.of(TuneDeed.EXPORT));
        show();
    }

    private void follow(Button button, Command command) {
        button.setDisable(true);
        view.follow(attached, () -> button.setDisable(!command.isEnabled()));
    }

    Card node() {
        return card;
    }

    void dispose() {
        attached.dispose();
    }

    private static TableColumn<BestLine, Trial> column(String key, Function<Trial, String> words, double least) {
        TableColumn<BestLine, Trial> column = new TableColumn<>();
        column.textProperty().bind(Messages.binding(key));
        column.getStyleClass().add("number");
        column.setSortable(false);
        column.setMinWidth(least);
        column.setCellFactory(any -> new SteadyCell<>(HPos.RIGHT, BestLine::trialProperty, words));
        return column;
    }

    private void choose(BestLine line) {
        if (!quiet && line != null) {
            view.pick().chosenProperty().set(line.trial().number());
        }
    }

    private void show() {
        TuneStand now = view.stand();
        quiet = true;
        List<Trial> best = now.ranked().stream().filter(trial -> trial.state() != TrialState.FAILED).limit(MOST).toList();
        BestLine.show(table.getItems(), best, now.state() == TuneState.RUNNING ? AT_A_TIME : MOST);
        spread.setVisible(best.stream().anyMatch(trial -> trial.scores().folds().size() > 1));
        Trial told = view.pick().told().orElse(null);
        select(told == null ? -1 : best.indexOf(told));
        quiet = false;
        tell(told);
    }

    private void select(int line) {
        if (line < 0 || line >= table.getItems().size()) {
            table.getSelectionModel().clearSelection();
        } else if (table.getSelectionModel().getSelectedIndex() != line) {
            table.getSelectionModel().clearAndSelect(line);
        }
    }

    private void tell(Trial told) {
        name.setText(told == null ? "" : TrialView.name(told) + Messages.text("tune.trial.colon"));
        values.setText(told == null ? "" : view.values(told));
        outcome.setText(told == null ? "" : view.outcome(told) + level(told));
    }

    /** The best other one from which it cannot be told by their folds. */
    private String level(Trial told) {
        return view.stand().complete().stream().filter(other -> other.number() != told.number() && FoldNoise.isLevel(told, other))
                .findFirst().map(other -> " " + Messages.text("tune.level", TrialView.name(other))).orElse("");
    }
}

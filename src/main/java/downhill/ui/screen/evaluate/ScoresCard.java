package downhill.ui.screen.evaluate;

import downhill.analysis.verdict.Standing;
import downhill.race.document.ContenderSpec;
import downhill.ui.control.Card;
import downhill.ui.control.ContenderName;
import downhill.ui.control.Labels;
import downhill.ui.fx.Subscriptions;
import downhill.ui.i18n.Messages;
import downhill.ui.i18n.Numbers;
import java.util.List;
import javafx.geometry.HPos;
import javafx.scene.control.Label;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/** The score of each contender with its interval. */
final class ScoresCard {
    private static final double GAP = 12;

    private final EvaluateModel model;
    private final Card card = new Card(Messages.binding("evaluate.scores"));
    private final Subscriptions attached = new Subscriptions();

    ScoresCard(EvaluateModel model) {
        this.model = model;
        card.setId("scores-card");
        attached.listen(model.stateProperty(), now -> refresh());
        attached.listen(Messages.languageProperty(), now -> refresh());
        refresh();
    }

    VBox node() {
        return card;
    }

    private void refresh() {
        EvaluationState state = model.state();
        boolean judged = state.verdict() != null;
        card.setVisible(judged);
        card.setManaged(judged);
        if (judged) {
            card.setContent(table(state));
        }
    }

    private static GridPane table(EvaluationState state) {
        GridPane table = new GridPane();
        table.setHgap(GAP);
        table.setVgap(4);
        ColumnConstraints names = new ColumnConstraints();
        names.setHgrow(Priority.ALWAYS);
        table.getColumnConstraints().addAll(names, numbers(), numbers());
        table.addRow(0, Labels.plain(""), heading(MethodWords.metric(state.metric())), heading(Messages.text("evaluate.interval")));
        List<ContenderSpec> contenders = state.hearing().experiment().contenders();
        List<Standing> standings = state.verdict().verdict().standings();
        for (int i = 0; i < standings.size(); i++) {
            ContenderName name = new ContenderName();
            name.show(contenders.get(i).name(), contenders.get(i).style());
            table.addRow(i + 1, name, number(Numbers.format(standings.get(i).middle().value())), number(interval(standings.get(i))));
        }
        return table;
    }

    private static String interval(Standing standing) {
        return Double.isNaN(standing.middle().low()) ? "–" : Messages.text("evaluate.range", Numbers.format(standing.middle().low()),
                Numbers.format(standing.middle().high()));
    }

    private static ColumnConstraints numbers() {
        ColumnConstraints column = new ColumnConstraints();
        column.setHalignment(HPos.RIGHT);
        return column;
    }

    private static Label heading(String words) {
        return Labels.shortened(Labels.plain(words, "secondary"));
    }

    private static Label number(String words) {
        Label label = Labels.plain(words);
        label.setMinWidth(Label.USE_PREF_SIZE);
        return label;
    }

    void dispose() {
        attached.dispose();
    }
}

package downhill.ui.screen.evaluate;

import downhill.analysis.score.CrossScores;
import downhill.analysis.score.ScoreMetric;
import downhill.analysis.verdict.Verdict;
import downhill.ui.command.Command;
import downhill.ui.control.Buttons;
import downhill.ui.control.Card;
import downhill.ui.control.CommandButton;
import downhill.ui.control.Labels;
import downhill.ui.control.Rows;
import downhill.ui.control.Sheets;
import downhill.ui.fx.Subscriptions;
import downhill.ui.i18n.Messages;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;

/** What the contenders score by the metric that was chosen and two others; all of them in a sheet. */
final class ScoresCard {
    private static final double WIDE = 760;
    private static final double PAIRS = 120;
    private static final int COLUMNS = 3;
    /** What else says most. */
    private static final Set<ScoreMetric> OTHERS = Set.of(ScoreMetric.ACCURACY, ScoreMetric.LOG_LOSS, ScoreMetric.ROC_AUC,
            ScoreMetric.RMSE, ScoreMetric.MAE, ScoreMetric.R2);

    private final EvaluateModel model;
    private final Card card = new Card(Messages.binding("evaluate.scores"));
    private final Subscriptions attached = new Subscriptions();

    /** {@code all} opens the sheet. */
    ScoresCard(EvaluateModel model, Command all) {
        this.model = model;
        card.setId("scores-card");
        card.actions(CommandButton.link("evaluate.all", all));
        attached.listen(model.stateProperty(), now -> refresh());
        attached.listen(Messages.languageProperty(), now -> refresh());
        refresh();
    }

    VBox node() {
        return card;
    }

    private void refresh() {
        EvaluationState.Finished finished = model.state().finished();
        card.setVisible(finished != null);
        card.setManaged(finished != null);
        if (finished != null) {
            CrossScores first = finished.scores().get(0);
            List<CrossScores> shown = finished.scores().stream().filter(each -> each == first || OTHERS.contains(each.metric()))
                    .limit(COLUMNS).toList();
            card.setContent(ScoresTable.of(model.state().hearing().experiment().contenders(), shown));
        }
    }

    /** All metrics with their spread. */
    static void open(EvaluateModel model, Sheets sheets) {
        VBox content = new VBox(12, Rows.paragraph(Messages.binding("evaluate.all.how")),
                ScoresTable.whole(model.state().hearing().experiment().contenders(), model.state().finished().scores(), true));
        Verdict verdict = model.state().verdict().verdict();
        if (!verdict.pairs().isEmpty()) {
            VBox lines = new VBox(6);
            IntStream.range(0, verdict.pairs().size()).mapToObj(pair -> line(verdict, pair)).forEach(lines.getChildren()::add);
            content.getChildren().addAll(Rows.divider(), Rows.paragraph(Messages.binding("evaluate.pair.how")),
                    Rows.scrolledWhole(lines, PAIRS));
        }
        sheets.open(Messages.binding("evaluate.scores"), WIDE, content, Buttons.ghost("sheet.close", sheets::close));
    }

    private static Label line(Verdict verdict, int pair) {
        Label line = Labels.styled(Labels.bound(Messages.following(() -> PairWords.all(verdict).get(pair))), "small");
        line.setWrapText(true);
        line.setMinHeight(Label.USE_PREF_SIZE);
        return line;
    }

    void dispose() {
        attached.dispose();
    }
}

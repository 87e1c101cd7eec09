package downhill.ui.screen.evaluate;

import downhill.analysis.verdict.Standing;
import downhill.analysis.verdict.Verdict;
import downhill.data.split.Fold;
import downhill.race.document.ContenderSpec;
import downhill.ui.chart.FoldDots;
import downhill.ui.chart.PairBars;
import downhill.ui.chart.PickChart;
import downhill.ui.command.Command;
import downhill.ui.control.Labels;
import downhill.ui.control.Rows;
import downhill.ui.i18n.Messages;
import downhill.ui.i18n.Numbers;
import downhill.ui.i18n.Spoken;
import java.util.List;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/** Every fold as a dot, and for each two contenders who is better; as far as folds are finished. */
final class VerdictScreen extends EvaluateScreen {
    private final PickChart dots = new PickChart();
    private final PickChart bars = new PickChart();
    private final Label heading = Labels.secondary("evaluate.pairs");
    private final VBox right = new VBox(2, heading, bars);
    private final NamedSentence sentence = new NamedSentence();
    private final BooleanProperty beside = new SimpleBooleanProperty(this, "beside", true);
    private final Node whole;

    VerdictScreen(EvaluateModel model, Command run) {
        super(model, run, "tab.verdict");
        attached.listen(model.session().experimentProperty(), now -> refresh());
        dots.setId("evaluate-dots");
        bars.setId("evaluate-bars");
        attached.bind(dots.titleProperty(), Messages.binding("evaluate.dots"));
        attached.bind(bars.titleProperty(), Messages.binding("evaluate.pairs"));
        heading.setWrapText(true);
        VBox.setVgrow(bars, Priority.ALWAYS);
        HBox both = new HBox(8, dots, right);
        for (Node half : List.of(dots, right)) {
            HBox.setHgrow(half, Priority.ALWAYS);
        }
        dots.setPicked(this::choose);
        dots.setWords(this::words);
        bars.setWords(place -> PairWords.all(model.state().verdict().verdict()).get(place));
        dots.setPrefWidth(400);
        right.setPrefWidth(400);
        right.setMinWidth(0);
        var scroll = Rows.scrolled(both);
        scroll.setFitToHeight(true);
        VBox.setVgrow(scroll, Priority.ALWAYS);
        sentence.setId("verdict-strip");
        sentence.visibleProperty().bind(beside.not());
        sentence.managedProperty().bind(sentence.visibleProperty());
        sentence.setMinHeight(NamedSentence.USE_PREF_SIZE);
        whole = new VBox(8, sentence, scroll);
    }

    /** Whether the card with the words is in view; where it is not they stand above the dots, for they are the point of it all. */
    BooleanProperty besideProperty() {
        return beside;
    }

    @Override
    protected boolean has(EvaluationState state) {
        return state.verdict() != null;
    }

    @Override
    protected Node picture(EvaluationState state) {
        Verdict verdict = state.verdict().verdict();
        String told = Spoken.text(state.verdict().sentence());
        FoldDots left = new FoldDots(verdict, axis(state), styles(state), verdict.standings().stream().map(VerdictScreen::remark).toList(),
                model.foldProperty().get(), told);
        String words = model.isOutdated() ? told + "\n" + Messages.text("evaluate.outdated") : told;
        sentence.show(words, state.hearing().experiment().contenders());
        dots.setMinHeight(left.leastHeight());
        dots.show(left);
        String unknown = Messages.text(state.done() == 1 ? "evaluate.uncompared.one" : "evaluate.uncompared");
        PairBars pairs = new PairBars(verdict, styles(state), Messages.text("evaluate.level", "{0}"), unknown,
                told);
        bars.setMinHeight(pairs.leastHeight());
        bars.show(pairs);
        right.setVisible(!pairs.isEmpty());
        right.setManaged(!pairs.isEmpty());
        return whole;
    }

    /** A fold, and whose dot it was. */
    private void choose(int number) {
        int folds = model.state().done();
        model.choose(number % folds);
        model.chooseContender(contender(number / folds).id());
    }

    private ContenderSpec contender(int place) {
        return model.state().hearing().experiment().contenders().get(place);
    }

    private String words(int number) {
        EvaluationState state = model.state();
        int folds = state.done();
        Fold fold = state.rows().folds().get(number % folds);
        double score = state.verdict().verdict().standings().get(number / folds).scores()[number % folds];
        return Messages.text("evaluate.dot", contender(number / folds).name(), Numbers.format(score), Numbers.count(fold.number() + 1),
                Numbers.count(fold.repeat() + 1), Numbers.count(fold.held().length));
    }

    private static String axis(EvaluationState state) {
        return Messages.text("evaluate.axis", MethodWords.metric(state.metric()), Numbers.count(state.done()));
    }

    private static String remark(Standing standing) {
        return standing.diverged() == 0 ? "" : Messages.text("evaluate.diverged", Numbers.count(standing.diverged()),
                Numbers.count(standing.scores().length));
    }

    @Override
    public void dispose() {
        super.dispose();
        dots.dispose();
        bars.dispose();
    }
}

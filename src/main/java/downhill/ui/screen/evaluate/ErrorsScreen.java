package downhill.ui.screen.evaluate;

import downhill.analysis.score.ContenderAnswers;
import downhill.race.document.ContenderSpec;
import downhill.ui.chart.PlotPicture;
import downhill.ui.chart.shape.Points;
import downhill.ui.chart.shape.Range;
import downhill.ui.command.Command;
import downhill.ui.control.Labels;
import downhill.ui.fit.ClassPictures;
import downhill.ui.fit.Panel;
import downhill.ui.fit.PanelGrid;
import downhill.ui.i18n.Messages;
import downhill.ui.i18n.Numbers;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import javafx.beans.property.IntegerProperty;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/**
 * Which classes were taken for which, or predicted against actual numbers, over all rows held out, and of the fold that is chosen. A row
 * that is chosen here is chosen everywhere, and the other way round.
 */
final class ErrorsScreen extends FoundScreen<ErrorsScreen.Found> {
    /** Dots of a contender: more of them are a cloud. */
    private static final int MOST_DOTS = 4000;

    private final PanelGrid grid = new PanelGrid();
    private final Label line = Labels.plain("");
    private final VBox whole = new VBox(6, grid.node(), line);

    /** What each contender said of all rows held out, and of those of the fold that is chosen; empty where none is. */
    record Found(List<RowAnswers> all, List<RowAnswers> chosen) {
    }

    ErrorsScreen(EvaluateModel model, Command run) {
        super(model, run, "tab.errors");
        line.setId("evaluate-row");
        line.setWrapText(true);
        line.setMinHeight(Label.USE_PREF_SIZE);
        line.managedProperty().bind(line.textProperty().isNotEmpty());
        VBox.setVgrow(grid.node(), Priority.ALWAYS);
        grid.choosesRows(row());
        grid.choosesCells(this::chooseIn);
        attached.listen(row(), now -> refresh());
    }

    private IntegerProperty row() {
        return model.session().selection().rowProperty();
    }

    @Override
    protected Object choice() {
        return model.chosenFold() == null ? EvaluateModel.NO_FOLD : model.foldProperty().get();
    }

    @Override
    protected Found compute(EvaluationState state, Object choice) {
        int classes = state.hearing().classes().size();
        return new Found(of(state.finished().answers(), classes), of(EvaluateModel.answers(state, (int) choice), classes));
    }

    private static List<RowAnswers> of(List<ContenderAnswers> answers, int classes) {
        return answers.stream().map(each -> RowAnswers.of(each, classes)).toList();
    }

    @Override
    protected Node show(EvaluationState state, Found found) {
        List<ContenderSpec> contenders = state.hearing().experiment().contenders();
        Range range = range(found.all());
        List<Panel> panels = new ArrayList<>();
        for (int i = 0; i < found.all().size(); i++) {
            RowAnswers fold = found.chosen().isEmpty() ? null : found.chosen().get(i);
            RowAnswers all = found.all().get(i);
            panels.add(all.ofClasses() ? matrix(contenders.get(i), all, fold, state) : plot(contenders.get(i), all, fold, range, state));
        }
        grid.show(panels, List.of(), panel -> Optional.empty());
        List<RowAnswers> shown = found.chosen().isEmpty() ? found.all() : found.chosen();
        for (int i = 0; i < shown.size() && shown.get(i).ofClasses(); i++) {
            grid.markCell(i, shown.get(i).cell(row().get()));
        }
        line.setText(new RowSentence(state, found.all()).of(row().get()));
        return whole;
    }

    /** Of the fold alone where one is chosen. */
    private static Panel matrix(ContenderSpec one, RowAnswers all, RowAnswers fold, EvaluationState state) {
        Panel whole = ClassPictures.confusion(one, all.matrix(), all.matrix().accuracy(), state.hearing().classes());
        if (fold == null) {
            return whole;
        }
        Panel part = ClassPictures.confusion(one, fold.matrix(), fold.matrix().accuracy(), state.hearing().classes());
        return Panel.of(one.id(), one.name(), one.style(), Messages.text("evaluate.of.fold", part.caption(), whole.caption()),
                part.tiles());
    }

    /** The next row of a cell; its contender is chosen, too. */
    private void chooseIn(String contender, int cell) {
        EvaluationState state = model.state();
        List<ContenderSpec> all = state.hearing().experiment().contenders();
        int at = IntStream.range(0, all.size()).filter(i -> all.get(i).id().equals(contender)).findFirst().orElse(-1);
        if (at < 0 || state.finished() == null) {
            return;
        }
        List<ContenderAnswers> fold = EvaluateModel.answers(state, (int) choice());
        List<ContenderAnswers> from = fold.isEmpty() ? state.finished().answers() : fold;
        List<Integer> rows = RowAnswers.of(from.get(at), state.hearing().classes().size()).inCell(cell);
        model.chooseContender(contender);
        if (!rows.isEmpty()) {
            row().set(rows.get((rows.indexOf(row().get()) + 1) % rows.size()));
        }
    }

    /** As wide as what is actual, and somewhat more, so that one that diverges does not flatten the rest. */
    private static Range range(List<RowAnswers> found) {
        double[] actual = found.stream().flatMapToDouble(each -> Arrays.stream(each.actual())).toArray();
        double low = Arrays.stream(actual).min().orElse(0);
        double high = Arrays.stream(actual).max().orElse(1);
        return Range.around(low, high, 0.1);
    }

    /** Dots of the fold that is chosen stand out from the others. */
    private Panel plot(ContenderSpec one, RowAnswers all, RowAnswers fold, Range range, EvaluationState state) {
        String rmse = Messages.text("evaluate.errors.rmse", Numbers.format(all.rmse()));
        String caption = fold == null ? rmse : Messages.text("evaluate.in.fold", rmse, Numbers.format(fold.rmse()));
        String target = state.hearing().learning().data().target();
        PlotPicture.Line diagonal = new PlotPicture.Line(Points.of(new double[] {range.low(), range.high()}, new double[] {range.low(),
            range.high()}), 0, PlotPicture.Stroke.REFERENCE);
        String actual = Messages.text("fit.actual", target == null ? "" : target);
        List<PlotPicture.Dots> dots = new ArrayList<>();
        dots.add(dots(all, fold == null ? one.style() : -1));
        if (fold != null) {
            dots.add(dots(fold, one.style()));
        }
        return Panel.of(one.id(), one.name(), one.style(), caption, PlotPicture.of(actual, Messages.text("fit.predicted"), range,
                range).marked(state.hearing().marks(), state.hearing().marks()).dots(dots).lines(List.of(diagonal)).told(caption));
    }

    private PlotPicture.Dots dots(RowAnswers of, int style) {
        RowAnswers some = of.some(MOST_DOTS, row().get());
        return new PlotPicture.Dots(some.actual(), some.predicted(), null, style, some.rows());
    }

    @Override
    public void dispose() {
        super.dispose();
        grid.dispose();
    }
}

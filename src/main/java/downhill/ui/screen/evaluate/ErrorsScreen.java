package downhill.ui.screen.evaluate;

import downhill.analysis.metric.ConfusionMatrix;
import downhill.analysis.score.ContenderAnswers;
import downhill.analysis.score.Predictions;
import downhill.race.document.ContenderSpec;
import downhill.ui.chart.PlotPicture;
import downhill.ui.chart.shape.Points;
import downhill.ui.chart.shape.Range;
import downhill.ui.command.Command;
import downhill.ui.fit.ClassPictures;
import downhill.ui.fit.Panel;
import downhill.ui.fit.PanelGrid;
import downhill.ui.i18n.Messages;
import downhill.ui.i18n.Numbers;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import javafx.scene.Node;

/** Which classes were taken for which, or predicted against actual numbers, over all rows held out. */
final class ErrorsScreen extends FoundScreen<List<ErrorsScreen.Found>> {
    /** Dots of a contender: more of them are a cloud. */
    private static final int MOST_DOTS = 4000;

    private final PanelGrid grid = new PanelGrid();

    /**
     * What one contender said of all rows held out.
     *
     * @param matrix    null where numbers are predicted
     * @param accuracy  NaN there
     * @param predicted some of them; empty where there are classes
     * @param actual    of the same rows
     */
    record Found(ConfusionMatrix matrix, double accuracy, double[] predicted, double[] actual) {
        static Found of(ContenderAnswers answers, int classes) {
            List<Predictions> all = answers.runs().stream().map(run -> run.predictions()).filter(each -> each != null).toList();
            if (classes > 0) {
                ConfusionMatrix matrix = ConfusionMatrix.of(classes, all.stream().flatMapToDouble(each -> DoubleStream.of(each.actual()))
                        .mapToInt(each -> (int) each).toArray(), all.stream().flatMapToInt(each -> Arrays.stream(each.probabilities()
                        .predicted())).toArray());
                return new Found(matrix, matrix.accuracy(), new double[0], new double[0]);
            }
            return new Found(null, Double.NaN, some(all.stream().flatMapToDouble(each -> DoubleStream.of(each.values())).toArray()),
                    some(all.stream().flatMapToDouble(each -> DoubleStream.of(each.actual())).toArray()));
        }

        private static double[] some(double[] all) {
            int stride = (all.length + MOST_DOTS - 1) / MOST_DOTS;
            double[] kept = new double[stride == 0 ? 0 : (all.length + stride - 1) / stride];
            Arrays.setAll(kept, i -> all[i * stride]);
            return kept;
        }
    }

    ErrorsScreen(EvaluateModel model, Command run) {
        super(model, run, "tab.errors");
    }

    @Override
    protected Object choice() {
        return "";
    }

    @Override
    protected List<Found> compute(EvaluationState state, Object choice) {
        return state.finished().answers().stream().map(each -> Found.of(each, state.hearing().classes().size())).toList();
    }

    @Override
    protected Node show(EvaluationState state, List<Found> found) {
        List<ContenderSpec> contenders = state.hearing().experiment().contenders();
        Range range = range(found);
        List<Panel> panels = new ArrayList<>();
        for (int i = 0; i < found.size(); i++) {
            Found one = found.get(i);
            panels.add(one.matrix() != null ? ClassPictures.confusion(contenders.get(i), one.matrix(), one.accuracy(),
                    state.hearing().classes()) : plot(contenders.get(i), one, range, state));
        }
        grid.show(panels, List.of(), panel -> Optional.empty());
        return grid.node();
    }

    /** As wide as what is actual, and somewhat more, so that one that diverges does not flatten the rest. */
    private static Range range(List<Found> found) {
        double[] actual = found.stream().flatMapToDouble(each -> DoubleStream.of(each.actual())).toArray();
        double low = Arrays.stream(actual).min().orElse(0);
        double high = Arrays.stream(actual).max().orElse(1);
        return Range.around(low, high, 0.1);
    }

    private static Panel plot(ContenderSpec one, Found found, Range range, EvaluationState state) {
        double rmse = Math.sqrt(IntStream.range(0, found.actual().length)
                .mapToDouble(i -> Math.pow(found.predicted()[i] - found.actual()[i], 2)).average().orElse(Double.NaN));
        String caption = Messages.text("evaluate.errors.rmse", Numbers.format(rmse));
        String target = state.hearing().learning().data().target();
        PlotPicture.Line diagonal = new PlotPicture.Line(Points.of(new double[] {range.low(), range.high()}, new double[] {range.low(),
            range.high()}), 0, PlotPicture.Stroke.REFERENCE);
        String actual = Messages.text("fit.actual", target == null ? "" : target);
        return Panel.of(one.id(), one.name(), one.style(), caption, PlotPicture.of(actual, Messages.text("fit.predicted"), range,
                range).dots(List.of(new PlotPicture.Dots(found.actual(), found.predicted(), null,
                one.style()))).lines(List.of(diagonal)).told(caption));
    }

    @Override
    public void dispose() {
        super.dispose();
        grid.dispose();
    }
}

package downhill.ui.screen.explain;

import downhill.ui.chart.LineChart;
import downhill.ui.chart.LineOptions;
import downhill.ui.chart.SeriesData;
import downhill.ui.chart.shape.Points;
import downhill.ui.i18n.Messages;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import javafx.scene.Node;

/** When the model began to use which feature: its importance at each step of the history. A click goes to that step. */
final class LearnedScreen extends ExplainScreen {
    private static final int MOST = 6;

    private final LineChart chart = new LineChart();

    LearnedScreen(ExplainModel model) {
        super(model, "learned");
        chart.setId("explain-learned");
        chart.setPicked(step -> model.session().race().seek(Math.max(0, Math.round(step))));
        attached.bind(chart.titleProperty(), Messages.binding("explain.learned.chart"));
        attached.bindBoth(chart.hoverXProperty(), model.session().selection().hoverStepProperty());
        attached.listen(model.work().learned().answerProperty(), now -> refresh());
        attached.listen(model.askedProperty(), now -> {
            if (!model.isRunning()) {
                refresh(); // the mark of the step; while the race runs it comes with the next answer
            }
        });
        attached.add(chart::dispose);
    }

    @Override
    protected void watch(boolean on) {
        model.work().learned().watch(this, on);
    }

    @Override
    protected Node picture() {
        Learned found = model.work().learned().answer();
        if (found == null) {
            return null;
        }
        List<Integer> order = IntStream.range(0, found.columns().size()).boxed()
                .sorted(Comparator.comparingDouble((Integer i) -> -last(found.means()[i]))).limit(MOST).toList();
        List<SeriesData> series = new ArrayList<>();
        for (int i : order) {
            series.add(SeriesData.main(found.columns().get(i), Points.of(found.steps(), found.means()[i]), series.size()));
        }
        Asked asked = model.askedProperty().get();
        chart.show(LineOptions.PLAIN.titled(Messages.text("race.step"), model.words("explain.effect.mean", found.asked()))
                .at(asked == null ? Double.NaN : asked.step()), series);
        return chart;
    }

    private static double last(double[] values) {
        return values.length == 0 ? 0 : values[values.length - 1];
    }
}

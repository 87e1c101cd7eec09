package downhill.ui.screen.evaluate;

import downhill.race.document.ContenderSpec;
import downhill.ui.chart.LineChart;
import downhill.ui.chart.LineOptions;
import downhill.ui.chart.SeriesData;
import downhill.ui.chart.shape.Band;
import downhill.ui.chart.shape.PointBuffer;
import downhill.ui.command.Command;
import downhill.ui.control.EmptyState;
import downhill.ui.i18n.Messages;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import javafx.scene.Node;

/** The score on held out rows while the contenders train: the mean of all folds within a standard error of it. */
final class CoursesScreen extends EvaluateScreen {
    private final LineChart chart = new LineChart();

    CoursesScreen(EvaluateModel model, Command run) {
        super(model, run, "tab.courses");
        chart.setId("evaluate-courses");
        attached.bind(chart.titleProperty(), Messages.binding("evaluate.courses"));
    }

    @Override
    protected boolean has(EvaluationState state) {
        return !state.courses().isEmpty();
    }

    @Override
    protected Node unfit() {
        EvaluationState state = model.state();
        boolean tuned = state.hearing() != null && state.hearing().method().nested() != null;
        return tuned ? new EmptyState("evaluate.courses.nested", "evaluate.courses.nested.why") : null;
    }

    @Override
    protected Node picture(EvaluationState state) {
        List<SeriesData> curves = new ArrayList<>();
        for (ContenderSpec one : state.hearing().experiment().contenders()) {
            state.courses().stream().filter(course -> course.id().equals(one.id())).findFirst()
                    .ifPresent(course -> curves.add(curve(one, course)));
        }
        chart.show(LineOptions.PLAIN.titled(Messages.text("evaluate.step"), Messages.text("evaluate.axis.mean",
                MethodWords.metric(state.metric().lossLike()))), curves);
        return chart;
    }

    private static SeriesData curve(ContenderSpec one, ScoreCourse course) {
        PointBuffer mean = new PointBuffer();
        PointBuffer low = new PointBuffer();
        PointBuffer high = new PointBuffer();
        for (int i = 0; i < course.steps().length; i++) {
            int at = i;
            double[] runs = Arrays.stream(course.scores()).mapToDouble(run -> run[at]).filter(Double::isFinite).toArray();
            if (runs.length > 0) {
                double middle = Arrays.stream(runs).average().orElseThrow();
                double error = error(runs, middle);
                mean.append(course.steps()[i], middle);
                low.append(course.steps()[i], middle - error);
                high.append(course.steps()[i], middle + error);
            }
        }
        return SeriesData.main(one.name(), mean.snapshot(), one.style()).within(new Band(low.snapshot(), high.snapshot()));
    }

    /** Standard error of the mean; 0 of one run. */
    private static double error(double[] runs, double mean) {
        double squares = Arrays.stream(runs).map(value -> (value - mean) * (value - mean)).sum();
        return runs.length < 2 ? 0 : Math.sqrt(squares / (runs.length - 1) / runs.length);
    }

    @Override
    public void dispose() {
        super.dispose();
        chart.dispose();
    }
}

package downhill.ui.screen.contenders;

import downhill.optim.Rule;
import downhill.optim.Schedule;
import downhill.race.document.ContenderSpec;
import downhill.ui.chart.LineChart;
import downhill.ui.chart.LineOptions;
import downhill.ui.chart.SeriesData;
import downhill.ui.chart.shape.Points;
import downhill.ui.fx.Subscriptions;
import downhill.ui.i18n.Messages;
import downhill.ui.session.Edits;
import java.util.List;
import javafx.scene.Node;

/** The learning rate that a schedule will give at each step of the run. */
final class ScheduleCurve {
    private static final int MOST_POINTS = 400;
    private static final double HEIGHT = 130;

    private final long budget;
    private final LineChart chart = new LineChart();
    private final Subscriptions attached = new Subscriptions();
    private Runnable again = () -> { };

    /** Over so many steps. */
    ScheduleCurve(long budget) {
        this.budget = budget;
        chart.setId("schedule-curve");
        chart.setMinHeight(HEIGHT);
        chart.setPrefHeight(HEIGHT);
        attached.bind(chart.titleProperty(), Messages.binding("contenders.schedule.curve"));
        attached.listen(Messages.languageProperty(), now -> again.run());
        attached.bind(chart.emptyTextProperty(), Messages.binding("contenders.schedule.unknown"));
    }

    Node node() {
        return chart;
    }

    /** Draws it; nothing where the rate is unknown beforehand: of a rule without one, or by a schedule that waits for the loss. */
    void show(double base, Schedule schedule, int style) {
        again = () -> draw(base, schedule, style);
        again.run();
    }

    private void draw(double base, Schedule schedule, int style) {
        boolean known = !Double.isNaN(base) && !(schedule instanceof Schedule.ReduceOnPlateau);
        chart.show(LineOptions.PLAIN.titled(Messages.text("race.step"), "η"),
                known ? List.of(SeriesData.main("", points(base, schedule, budget), style)) : List.of());
    }

    void dispose() {
        attached.dispose();
        chart.dispose();
    }

    /** The learning rate of the contender before any schedule, NaN for a rule without one. */
    static double base(ContenderSpec contender, Rule rule) {
        return rule.hyperparameter(Rule.LEARNING_RATE_KEY).map(rate -> Edits.inForce(contender, rate)).orElse(Double.NaN);
    }

    /** The first step's, the last step's, and equally many between. */
    static Points points(double base, Schedule schedule, long budget) {
        int count = (int) Math.max(2, Math.min(MOST_POINTS, budget));
        double[] step = new double[count];
        double[] rate = new double[count];
        for (int i = 0; i < count; i++) {
            long index = Math.round((double) i * Math.max(1, budget - 1) / (count - 1));
            step[i] = index;
            rate[i] = schedule.learningRate(base, index);
        }
        return Points.of(step, rate);
    }
}

package downhill.ui.screen.box;

import downhill.cluster.BoxRun;
import downhill.ui.chart.Marks;
import downhill.ui.chart.PlotKey;
import downhill.ui.chart.PlotPicture;
import downhill.ui.chart.shape.Points;
import downhill.ui.chart.shape.Range;
import downhill.ui.i18n.Messages;
import downhill.ui.i18n.Numbers;
import java.util.ArrayList;
import java.util.List;

/** Gradients as arrows from the origin, and the loss of each batch as a curve. */
final class BoxPicture {
    private static final double ROOM = 1.15;
    /** Length and half the width of an arrow's head, as shares of the plot. */
    private static final double HEAD = 0.035;
    private static final double BROAD = 0.016;
    private static final double LEAST = 1e-9;

    private BoxPicture() {
    }

    /** Of the last step. */
    static PlotPicture arrows(BoxRun.Step step) {
        double reach = LEAST;
        for (double[] gradient : step.gradients()) {
            reach = Math.max(reach, gradient == null ? 0 : Math.max(Math.abs(gradient[0]), Math.abs(gradient[1])));
        }
        Range range = new Range(-ROOM * reach, ROOM * reach);
        List<PlotPicture.Line> lines = new ArrayList<>();
        List<PlotKey> keys = new ArrayList<>();
        for (int i = 0; i < step.gradients().size(); i++) {
            double[] gradient = step.gradients().get(i);
            String name = Messages.text(gradient == null ? "box.worker.lost" : "box.worker", i + 1, Numbers.count((long) step.rows()[i]));
            keys.add(new PlotKey(name, i, PlotKey.Kind.LINE));
            if (gradient != null) {
                lines.add(new PlotPicture.Line(arrow(gradient, reach), i, PlotPicture.Stroke.OWN));
            }
        }
        keys.add(new PlotKey(Messages.text("box.mean"), 0, PlotKey.Kind.MEASURED));
        lines.add(new PlotPicture.Line(arrow(step.mean(), reach), 0, PlotPicture.Stroke.MEASURED));
        return PlotPicture.of(Messages.text("box.slope"), Messages.text("box.intercept"), range, range).lines(lines).keyed(keys)
                .marked(Marks.NUMBERS, Marks.NUMBERS).told(told(step));
    }

    private static Points arrow(double[] tip, double reach) {
        double length = Math.hypot(tip[0], tip[1]);
        double x = length == 0 ? 0 : tip[0] / length;
        double y = length == 0 ? 0 : tip[1] / length;
        double head = Math.min(length, 2 * ROOM * reach * HEAD);
        double broad = 2 * ROOM * reach * BROAD * head / (2 * ROOM * reach * HEAD);
        double backX = tip[0] - head * x;
        double backY = tip[1] - head * y;
        return Points.of(new double[] {0, tip[0], backX - broad * y, tip[0], backX + broad * y},
                new double[] {0, tip[1], backY + broad * x, tip[1], backY - broad * x});
    }

    /** Of all steps that are kept. */
    static PlotPicture losses(List<BoxRun.Step> steps) {
        double[] x = steps.stream().mapToDouble(BoxRun.Step::step).toArray();
        double[] y = steps.stream().mapToDouble(BoxRun.Step::loss).toArray();
        double most = 0;
        for (double loss : y) {
            most = Double.isFinite(loss) ? Math.max(most, loss) : most;
        }
        return PlotPicture.of(Messages.text("box.step"), Messages.text("box.loss"), new Range(Math.max(0, x[0] - 1), x[x.length - 1] + 1),
                new Range(0, Math.max(LEAST, most) * ROOM))
                .lines(List.of(new PlotPicture.Line(Points.of(x, y), 0, PlotPicture.Stroke.OWN)))
                .told(Messages.text("box.loss.told", Numbers.count((long) x[x.length - 1]), Numbers.format(y[y.length - 1])));
    }

    /** What is to be seen of a step, in sentences. */
    static String told(BoxRun.Step step) {
        double rows = 0;
        int lost = 0;
        for (int i = 0; i < step.rows().length; i++) {
            rows += step.rows()[i];
            lost += step.gradients().get(i) == null ? 1 : 0;
        }
        double apart = Math.max(Math.abs(step.mean()[0] - step.whole()[0]), Math.abs(step.mean()[1] - step.whole()[1]));
        String at = Messages.text("box.told", Numbers.count(step.step()), Numbers.format(step.loss()), Numbers.format(step.parameters()[0]),
                Numbers.format(step.parameters()[1]));
        boolean same = apart <= 1e-12 * Math.max(1, Math.max(Math.abs(step.whole()[0]), Math.abs(step.whole()[1])));
        String equal = apart == 0 ? Messages.text("box.exact", Numbers.count((long) rows))
                : Messages.text("box.same", Numbers.count((long) rows), Numbers.brief(apart));
        String mean = same ? equal : Messages.text("box.other", Numbers.format(apart));
        return lost == 0 ? at + " " + mean : at + " " + mean + " " + Messages.text("box.lost", Numbers.count(lost));
    }
}

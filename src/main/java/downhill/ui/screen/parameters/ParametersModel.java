package downhill.ui.screen.parameters;

import downhill.race.document.ContenderSpec;
import downhill.race.history.Curve;
import downhill.ui.chart.PlaneMark;
import downhill.ui.chart.SeriesData;
import downhill.ui.chart.shape.PathData;
import downhill.ui.chart.shape.Points;
import downhill.ui.session.CurveFeed;
import downhill.ui.session.Session;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import javafx.beans.property.IntegerProperty;
import javafx.beans.property.SimpleIntegerProperty;

/** Two chosen parameters of every contender, against the step and against each other. */
final class ParametersModel {
    private final Session session;
    private final CurveFeed curves;
    private final IntegerProperty first = new SimpleIntegerProperty(this, "first", 0);
    private final IntegerProperty second = new SimpleIntegerProperty(this, "second", 0);
    private List<String> names = List.of();

    ParametersModel(Session session, CurveFeed curves) {
        this.session = session;
        this.curves = curves;
    }

    Session session() {
        return session;
    }

    IntegerProperty firstProperty() {
        return first;
    }

    IntegerProperty secondProperty() {
        return second;
    }

    /** Names of all parameters; empty until the race is ready. */
    List<String> names() {
        return names;
    }

    /** Asks the race for the names; true where they are new. The two parameters stay where they still exist. */
    boolean refreshNames() {
        List<String> now = session.race().racing() == null ? List.of() : session.race().racing().parameterNames();
        if (now.isEmpty() || now.equals(names)) {
            return false;
        }
        names = now;
        int some = Math.min(12, now.size());
        if (first.get() >= now.size() || second.get() >= now.size() || second.get() == first.get()) {
            first.set(0);
            second.set(some < 2 ? 0 : now.size() / some);
        }
        return true;
    }

    void choose(IntegerProperty which, int index) {
        which.set(index);
        session.race().watch(first.get(), second.get());
    }

    List<SeriesData> series(int parameter) {
        List<SeriesData> series = new ArrayList<>();
        for (ContenderSpec one : session.experiment().contenders()) {
            Curve curve = curves.parameter(one.id(), parameter);
            SeriesData line = SeriesData.main(one.name(), Points.of(curve.x(), curve.y()), one.style());
            series.add(session.selection().isShown(one) ? line : line.asMuted());
        }
        return series;
    }

    /** Both parameters at the steps at which both were recorded. */
    List<PathData> paths() {
        List<PathData> paths = new ArrayList<>();
        for (ContenderSpec one : session.experiment().contenders()) {
            if (session.selection().isShown(one)) {
                Curve across = curves.parameter(one.id(), first.get());
                Curve up = curves.parameter(one.id(), second.get());
                Points points = joined(across, up);
                boolean together = Arrays.equals(across.x(), up.x());
                PathData path = PathData.of(one.name(), points, one.style());
                paths.add(together && points.size() > 0 ? path.withSteps(across.x()).headAt(head(across.x())) : path);
            }
        }
        return paths;
    }

    /** The step shown, where the curves go on beyond it; else NaN. */
    double shownStep() {
        long now = session.snapshotProperty().get().step();
        return session.race().racing() != null && session.race().racing().recordedSteps() > now ? now : Double.NaN;
    }

    /** Index of the last point at or before the step shown. */
    private int head(double[] steps) {
        int found = Arrays.binarySearch(steps, session.snapshotProperty().get().step());
        return found >= 0 ? found : Math.max(0, -found - 2);
    }

    /** Where everybody shown was at the step pointed at; nothing where there is none. */
    List<PlaneMark> marks() {
        double step = session.selection().hoverStepProperty().get();
        List<PlaneMark> marks = new ArrayList<>();
        for (ContenderSpec one : session.experiment().contenders()) {
            double x = curves.parameter(one.id(), first.get()).at(step);
            double y = curves.parameter(one.id(), second.get()).at(step);
            if (session.selection().isShown(one) && Double.isFinite(x + y)) {
                marks.add(PlaneMark.ring(x, y, one.style()));
            }
        }
        return marks;
    }

    static Points joined(Curve one, Curve other) {
        double[] x = new double[Math.min(one.size(), other.size())];
        double[] y = new double[x.length];
        int count = 0;
        int j = 0;
        for (int i = 0; i < one.size() && j < other.size() && count < x.length; i++) {
            while (j < other.size() - 1 && other.x()[j] < one.x()[i]) {
                j++;
            }
            if (other.x()[j] >= one.x()[i]) {
                x[count] = one.y()[i];
                y[count++] = other.y()[j];
            }
        }
        return Points.of(Arrays.copyOf(x, count), Arrays.copyOf(y, count));
    }
}

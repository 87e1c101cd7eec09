package downhill.ui.screen.curvature;

import downhill.analysis.curvature.Edge;
import downhill.analysis.curvature.Stability;
import downhill.race.Outcome;
import downhill.race.RaceSnapshot;
import downhill.race.RaceSnapshot.Standing;
import downhill.race.document.ContenderSpec;
import downhill.ui.chart.LineOptions;
import downhill.ui.chart.SeriesData;
import downhill.ui.chart.shape.Points;
import downhill.ui.chart.shape.Range;
import downhill.ui.fit.Absent;
import downhill.ui.i18n.Messages;
import downhill.ui.i18n.Numbers;
import downhill.ui.session.CurvatureFeed;
import downhill.ui.session.Session;
import downhill.ui.session.Snapshots;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Gauges of all contenders along their courses, and what each says where the time line stands. */
final class CurvatureModel {
    /** A gauge that is drawn no higher; what is beyond says so in words. */
    private static final double TOP = 3;
    private static final double LEAST_TOP = 1.3;

    /**
     * What is told of a contender where the time line stands.
     *
     * @param one     who
     * @param moment  its last measurement there; null where there is none yet
     * @param edge    where it stands to its limit
     * @param words   in a sentence
     */
    record Told(ContenderSpec one, Stability moment, Edge edge, String words) {
        /** Whether steps may be about to grow. */
        boolean warns() {
            return edge == Edge.BEYOND;
        }
    }

    private final Session session;
    private final CurvatureFeed feed;
    private final StillModel still;
    private CurvatureQuantity quantity = CurvatureQuantity.GAUGE;

    CurvatureModel(Session session, CurvatureFeed feed) {
        this.session = session;
        this.feed = feed;
        still = new StillModel(session, feed.still());
    }

    /** What is drawn where the contenders stand. */
    StillModel still() {
        return still;
    }

    CurvatureFeed feed() {
        return feed;
    }

    Session session() {
        return session;
    }

    CurvatureQuantity quantity() {
        return quantity;
    }

    void choose(CurvatureQuantity other) {
        quantity = other;
        feed.draw(other.measure());
        still.look(other);
    }

    /** Whether anything of anybody was measured. */
    boolean isEmpty() {
        return session.experiment() == null
                || session.experiment().contenders().stream().allMatch(one -> feed.until(one.id(), Long.MAX_VALUE).isEmpty());
    }

    List<SeriesData> series() {
        List<SeriesData> series = new ArrayList<>();
        for (ContenderSpec one : session.experiment().contenders()) {
            List<Stability> course = feed.course(one.id()).stream().filter(at -> Double.isFinite(quantity.of(at))).toList();
            if (!course.isEmpty()) {
                SeriesData line = SeriesData.main(one.name(), points(course), one.style());
                line = standing(one).filter(at -> at.outcome() == Outcome.DIVERGED).isPresent() ? line.asDiverged() : line;
                series.add(session.selection().isShown(one) ? line : line.asMuted());
            }
        }
        return series;
    }

    private Points points(List<Stability> course) {
        return Points.of(course.stream().mapToDouble(Stability::step).toArray(), course.stream().mapToDouble(quantity::of).toArray());
    }

    private Optional<Standing> standing(ContenderSpec one) {
        return Snapshots.of(session.snapshotProperty().get(), one.id());
    }

    LineOptions options(List<SeriesData> series) {
        long step = session.snapshotProperty().get().step();
        LineOptions options = LineOptions.PLAIN.titled(Messages.text("race.step"), quantity.words()).log(quantity.isLog())
                .at(step > 0 ? step : Double.NaN);
        if (quantity != CurvatureQuantity.GAUGE) {
            return options;
        }
        double most = series.stream().filter(one -> !one.muted()).mapToDouble(CurvatureModel::highest).max().orElse(0);
        return options.level(1, Messages.text("curvature.edge.line"))
                .ranges(null, new Range(0, Math.max(LEAST_TOP, Math.min(TOP, 1.08 * most))));
    }

    static double highest(SeriesData one) {
        double most = 0;
        for (int i = 0; i < one.points().size(); i++) {
            most = Math.max(most, one.points().y(i));
        }
        return most;
    }

    /** Of everybody shown, where the time line stands. */
    List<Told> told() {
        return Absent.shown(session).stream().map(this::told).toList();
    }

    private Told told(ContenderSpec one) {
        RaceSnapshot now = session.snapshotProperty().get();
        Standing standing = standing(one).orElse(null);
        List<Stability> until = feed.until(one.id(), standing == null ? now.step() : standing.step());
        Stability last = until.isEmpty() ? null : until.get(until.size() - 1);
        Edge edge = Edge.of(until.stream().map(Stability::gauge).toList());
        return new Told(one, last, edge, words(one, standing, last, edge));
    }

    private static String words(ContenderSpec one, Standing standing, Stability last, Edge edge) {
        if (standing != null && standing.outcome() == Outcome.UNBORN) {
            return Messages.text("fit.unborn", Numbers.count(standing.step()));
        }
        if (last == null || last.step() == one.birth() && edge == Edge.NONE) {
            return Messages.text("curvature.soon");
        }
        if (standing != null && standing.outcome() == Outcome.DIVERGED && standing.step() >= standing.outcomeStep()) {
            return Messages.text(edge == Edge.NONE ? "curvature.diverged" : "curvature.diverged.gauge",
                    Numbers.count(standing.outcomeStep()), Numbers.significant(last.gauge(), 3), Numbers.count(last.step()));
        }
        return Messages.text("curvature.says." + switch (edge) {
            case NONE -> "none";
            case STABLE -> "stable";
            case EDGE -> "edge";
            case BEYOND -> "beyond";
        });
    }
}

package downhill.ui.landscape;

import downhill.engine.train.RunState;
import downhill.race.Outcome;
import downhill.race.RaceSnapshot.Standing;
import downhill.race.Racing;
import downhill.race.document.ContenderSpec;
import downhill.race.history.Curve;
import downhill.race.history.PathPoint;
import downhill.ui.session.AskedElsewhere;
import downhill.ui.session.Session;
import downhill.ui.session.Snapshots;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/** Reads the ways of all contenders from the race. */
final class Walks {
    /** With two parameters every step is recorded; more points than this are read thinned out. */
    private static final int MOST_POINTS = 4000;

    private Walks() {
    }

    /** All contenders of the document, in its order. */
    static List<Walk> of(Session session, Racing race, Map<String, RunState> heads) {
        List<Walk> walks = new ArrayList<>();
        boolean two = race.parameterNames().size() == 2;
        for (ContenderSpec one : session.experiment().contenders()) {
            Standing standing = Snapshots.of(session.snapshotProperty().get(), one.id()).orElse(null);
            boolean diverged = standing != null && standing.outcome() == Outcome.DIVERGED;
            RunState head = heads.get(one.id());
            boolean unborn = standing != null && standing.outcome() == Outcome.UNBORN;
            boolean elsewhere = AskedElsewhere.is(session, one);
            List<PathPoint> points = List.of();
            if (!unborn) {
                points = two && !elsewhere ? everyStep(race, one.id()) : asked(race, one.id());
            }
            walks.add(new Walk(one.id(), one.name(), one.style(), session.selection().isShown(one), diverged,
                    standing == null ? Double.NaN : standing.loss(), points, head == null ? null
                            : new PathPoint(head.step(), head.answer())));
        }
        return walks;
    }

    /** Where it was asked on its way: what is drawn is what it answers with. */
    private static List<PathPoint> asked(Racing race, String id) {
        return race.path(id).stream().map(point -> new PathPoint(point.step(), point.answer())).toList();
    }

    /** Both parameters at each step; the thinned path where they were thinned out apart from each other. */
    private static List<PathPoint> everyStep(Racing race, String id) {
        Curve x = race.parameter(id, 0, MOST_POINTS);
        Curve y = race.parameter(id, 1, MOST_POINTS);
        if (x.size() == 0 || !Arrays.equals(x.x(), y.x())) {
            return asked(race, id);
        }
        List<PathPoint> points = new ArrayList<>(x.size());
        for (int i = 0; i < x.size(); i++) {
            points.add(new PathPoint(Math.round(x.x()[i]), new double[] {x.y()[i], y.y()[i]}));
        }
        return points;
    }
}

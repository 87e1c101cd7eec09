package downhill.ui.screen.evaluate;

import downhill.analysis.score.ContenderScores;
import downhill.analysis.score.FoldScore;
import downhill.data.split.FoldSpec;
import downhill.race.document.ContenderSpec;
import downhill.study.Doubts;
import downhill.study.Tuned;
import downhill.ui.i18n.Messages;
import downhill.ui.i18n.Numbers;
import downhill.ui.i18n.Spoken;
import downhill.words.Said;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.LongStream;

/** What makes a comparison fair, point by point. */
final class Fairness {
    /** Fewer differences than these tell little, whatever the test says. */
    private static final int FEW = 10;

    /**
     * One point.
     *
     * @param words what is asked for, or what is not so
     * @param fair  whether it is so
     * @param why   a sentence on it
     */
    record Point(String words, boolean fair, String why) {
        private static Point of(String key, boolean fair, String... arguments) {
            String name = "fair." + key + (fair ? "" : ".not");
            return new Point(Messages.text(name, (Object[]) arguments), fair, Messages.text(name + ".why", (Object[]) arguments));
        }
    }

    private Fairness() {
    }

    /** Of folds that are finished. */
    static List<Point> of(EvaluationState state) {
        List<ContenderScores> all = state.verdict().scores().contenders();
        List<Point> points = new ArrayList<>();
        points.add(Point.of("rows", true));
        points.add(Point.of("preparation", true));
        boolean seeds = state.hearing().experiment().contenders().stream().map(ContenderSpec::seeds).distinct().count() == 1;
        points.add(Point.of("seeds", seeds));
        points.add(steps(all));
        points.add(tuning(state));
        long diverged = all.stream().flatMap(each -> each.runs().stream()).filter(FoldScore::diverged).count();
        points.add(Point.of("finished", diverged == 0, Numbers.count(diverged)));
        points.add(Point.of("folds", state.done() >= FEW, Numbers.count(state.done())));
        if (!state.hearing().classes().isEmpty()) {
            List<Said> unseen = state.rows().unseen();
            points.add(Point.of("classes", unseen.isEmpty(), Spoken.sentences(unseen)));
        }
        FoldSpec folds = state.hearing().foldSpec();
        if (folds.rolling()) {
            points.add(Point.of("order", false));
        }
        return points;
    }

    private static Point tuning(EvaluationState state) {
        Tuned tuned = state.finished().tuned();
        if (tuned.trials() > 0) {
            return Point.of("tuning", true, Numbers.count(tuned.trials()));
        }
        List<String> own = new Doubts(state.hearing().experiment(), state.verdict().verdict(), tuned).ownSettings();
        return Point.of("settings", own.isEmpty(), String.join(", ", own));
    }

    private static Point steps(List<ContenderScores> all) {
        long[] steps = all.stream().flatMap(each -> each.runs().stream()).filter(run -> !run.diverged()).mapToLong(FoldScore::steps)
                .toArray();
        long least = LongStream.of(steps).min().orElse(0);
        long most = LongStream.of(steps).max().orElse(0);
        return Point.of("steps", least == most, Numbers.count(least), Numbers.count(most));
    }
}

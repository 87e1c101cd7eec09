package downhill.ui.screen.explain;

import downhill.analysis.explain.ExplainedColumn;
import downhill.analysis.explain.ExplainedRows;
import downhill.ui.session.Feed;
import java.util.List;
import java.util.function.Function;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;

/**
 * What is worked out of a model beside the race, each while somebody looks at it: quick answers on one thread, so that what a person moves
 * follows the hand; the others on another. FX thread.
 */
final class Explanations {
    private final Feed quick = Feed.threads(1, "explain-quick");
    /** What is told of one row besides why, so that all of it follows a hand on a slider. */
    private final Feed beside = Feed.threads(1, "explain-beside");
    private final Feed slow = Feed.threads(1, "explain-work");
    private final Engines engines = new Engines();
    private final LearnedWork history = new LearnedWork();
    private final ObjectProperty<EffectKind> kind = new SimpleObjectProperty<>(this, "kind", EffectKind.PDP);
    private final Asking<Question, SaidRows> said = quick("said", Explanations::rows,
            (now, lent, progress) -> SaidRows.of(now.asked(), lent));
    private final Asking<Question, Probe> probe = quick("probe", now -> List.of(row(now), now.feature()), ProbeWork::of);
    private final Asking<Question, Effects> effects = quick("effects", now -> List.of(rows(now), now.feature(), now.kind()),
            EffectWork::of);
    private final Asking<Question, ChangeSet> changes = beside("changes", now -> List.of(row(now), now.kept()), ChangeSet::of);
    private final Asking<Question, RowCourse> course = beside("course", now -> List.of(row(now), now.path()), RowCourse::of);
    private final Asking<Question, MovedRows> shares = slow("shares", now -> List.of(rows(now), now.running()), ShareWork::of);
    private final Asking<Question, RuleSet> rules = slow("rules", Explanations::rows, RuleSet::of);
    private final Asking<Question, Compared> compared = slow("compared",
            now -> List.of(now.everybody().stream().map(Asked::state).toList(), rows(now)), Compared::of);
    private final Asking<Question, Weights> weights = slow("weights", Explanations::rows, Weights::of);
    private final Asking<Question, Learned> learned = slow("learned",
            now -> List.of(now.asked().contender().id(), now.asked().rows(), now.asked().chosen(), now.path(), toGoOn()), history::of)
            .goingOn(now -> !now.complete());
    private final Asking<Question, NearRow> line = slow("line", Explanations::row, NearRow::of);
    private final Asking<Question, NearRegion> region = slow("region", Explanations::row, NearRegion::of);
    private final Asking<Question, RowSlopes> slopes = slow("slopes", now -> List.of(row(now), now.said()), engines.slopes()::of);
    private final Asking<Question, PairShares> pairs = slow("pairs", now -> List.of(rows(now), now.running()), PairShares::of);
    private final Asking<Question, PairSurface> surface = slow("surface", now -> List.of(rows(now), now.pair()), PairSurface::of);
    private final Asking<Question, Inner> inner = slow("inner", Explanations::row, Inner::of);
    private final Asking<Question, AlikeRows> nearest = slow("nearest", Explanations::row, ExampleWork::nearest);
    private final Asking<Question, AlikeRows> standing = slow("standing", Explanations::rows, ExampleWork::standing);
    private final Asking<Question, Erring> errs = slow("errs", Explanations::rows, Erring::of);

    private <R> Asking<Question, R> quick(String name, Function<Question, Object> key, Asking.Work<Question, R> work) {
        return new Asking<>(quick, name, engines, key, work);
    }

    private <R> Asking<Question, R> beside(String name, Function<Question, Object> key, Asking.Work<Question, R> work) {
        return new Asking<>(beside, name, engines, key, work);
    }

    private <R> Asking<Question, R> slow(String name, Function<Question, Object> key, Asking.Work<Question, R> work) {
        return new Asking<>(slow, name, engines, key, work);
    }

    /** What is not finished is asked again, and goes on. */
    private Object toGoOn() {
        Learned now = learned.answer();
        return now == null || now.complete() ? "" : now;
    }

    private static Object rows(Question now) {
        return List.of(now.asked().state(), now.asked().rows(), now.asked().chosen());
    }

    private static Object row(Question now) {
        return List.of(rows(now), now.tableRow(), now.changed() == null ? "" : now.changed());
    }

    Asking<Question, SaidRows> said() {
        return said;
    }

    Asking<Question, Probe> probe() {
        return probe;
    }

    Asking<Question, MovedRows> shares() {
        return shares;
    }

    Asking<Question, Effects> effects() {
        return effects;
    }

    Asking<Question, ChangeSet> changes() {
        return changes;
    }

    Asking<Question, RuleSet> rules() {
        return rules;
    }

    Asking<Question, Compared> compared() {
        return compared;
    }

    Asking<Question, Weights> weights() {
        return weights;
    }

    /** The features of a model. */
    List<ExplainedColumn> columns(Asked asked) {
        return engines.of(asked).columns();
    }

    /** The rows it is asked about. */
    ExplainedRows rows(Asked asked) {
        return engines.rows(asked);
    }

    /** Rows that the model learned from. */
    ExplainedRows training(Asked asked) {
        return engines.training(asked);
    }

    Asking<Question, Learned> learned() {
        return learned;
    }

    Asking<Question, RowCourse> course() {
        return course;
    }

    Asking<Question, NearRow> line() {
        return line;
    }

    Asking<Question, NearRegion> region() {
        return region;
    }

    Asking<Question, RowSlopes> slopes() {
        return slopes;
    }

    Asking<Question, PairShares> pairs() {
        return pairs;
    }

    Asking<Question, PairSurface> surface() {
        return surface;
    }

    Asking<Question, Inner> inner() {
        return inner;
    }

    Asking<Question, Erring> errs() {
        return errs;
    }

    Asking<Question, AlikeRows> nearest() {
        return nearest;
    }

    Asking<Question, AlikeRows> standing() {
        return standing;
    }

    /** How the effect of a feature is told. */
    ObjectProperty<EffectKind> kindProperty() {
        return kind;
    }

    /** What keeps anything from being worked out, in a sentence; empty where nothing does. */
    String problem() {
        return quick.problemProperty().get() + beside.problemProperty().get() + slow.problemProperty().get();
    }

    /** In view, or no longer. */
    void setActive(Object viewer, boolean on) {
        quick.watch(viewer, on);
        beside.watch(viewer, on);
        slow.watch(viewer, on);
    }

    /** Takes what has arrived; once a frame, also where nothing is asked. */
    void take() {
        quick.frame();
        beside.frame();
        slow.frame();
    }

    /** Asks for what is missing. */
    void ask(Question question) {
        boolean running = question != null && question.running();
        Question known = question != null && question.tableRow() >= 0 ? question : null;
        Question path = question == null || question.path().isEmpty() ? null : question;
        List.of(said, shares, compared, errs, standing).forEach(each -> each.frame(question, running));
        List.of(slopes, inner, nearest).forEach(each -> each.frame(known, running));
        course.frame(known == null ? null : path, running);
        if (question != null && !question.asked().site().isOfImages()) { // a pixel is no feature
            List.of(rules, weights, effects, pairs).forEach(each -> each.frame(question, running));
            List.of(probe, changes, line, region).forEach(each -> each.frame(known, running));
            learned.frame(path, running);
            surface.frame(question.pair().isEmpty() ? null : question, running);
        }
    }

    private List<Asking<Question, ?>> all() {
        return List.of(said, probe, shares, effects, changes, rules, compared, weights, learned, course, line, region, slopes, pairs,
                surface, inner, errs, nearest, standing);
    }

    /** What was worked out is of another subject. */
    void forget() {
        all().forEach(Asking::forget);
    }

    /** Whether somebody looks at anything that is not there yet. */
    boolean isAwaited() {
        return all().stream().anyMatch(Asking::isAwaited);
    }

    /** Whether what follows every step is still being worked out, in the large picture or below it. */
    boolean isBusy() {
        return List.of(said, probe, effects, shares, slopes).stream().anyMatch(Asking::isBusy)
                || List.of(weights, compared, pairs, surface, inner).stream().anyMatch(Asking::isAwaited);
    }

    /** Does it on the thread of the slow answers, and waits; for films. */
    <R> R join(Function<Engines, R> work) {
        return slow.join(() -> work.apply(engines));
    }

    /** Ends all work. */
    void close() {
        quick.close();
        beside.close();
        slow.close(engines::close);
    }
}

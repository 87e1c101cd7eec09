package downhill.ui.screen.explain;

import downhill.analysis.explain.ExplainedRows;
import downhill.ui.session.Feed;
import java.util.List;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;

/**
 * What is worked out of a model beside the race, each while somebody looks at it: quick answers on one thread, so that what a person moves
 * follows the hand; the others on another. FX thread.
 */
final class Explanations {
    private final Feed quick = Feed.threads(1, "explain-quick");
    private final Feed slow = Feed.threads(1, "explain-work");
    private final Engines engines = new Engines();
    private final LearnedWork history = new LearnedWork();
    private final ObjectProperty<EffectKind> kind = new SimpleObjectProperty<>(this, "kind", EffectKind.PDP);
    private final Asking<Question, SaidRows> said = new Asking<>(quick, "said", engines, Explanations::rows,
            (now, lent, task) -> SaidRows.of(now.asked(), lent));
    private final Asking<Question, Probe> probe = new Asking<>(quick, "probe", engines,
            now -> List.of(rows(now), now.tableRow(), now.feature(), now.changed() == null ? "" : now.changed()), ProbeWork::of);
    private final Asking<Question, MovedRows> shares = new Asking<>(slow, "shares", engines,
            now -> List.of(rows(now), now.running()),
            ShareWork::of);
    private final Asking<Question, Effects> effects = new Asking<>(quick, "effects", engines,
            now -> List.of(rows(now), now.feature(), now.kind()), EffectWork::of);
    private final Asking<Question, ChangeSet> changes = new Asking<>(quick, "changes", engines,
            now -> List.of(rows(now), now.tableRow(), now.changed() == null ? "" : now.changed()), ChangeSet::of);
    private final Asking<Question, RuleSet> rules = new Asking<>(slow, "rules", engines, Explanations::rows, RuleSet::of);
    private final Asking<Question, Compared> compared = new Asking<>(slow, "compared", engines,
            now -> List.of(now.everybody().stream().map(Asked::state).toList(), rows(now)), Compared::of);
    private final Asking<Question, Weights> weights = new Asking<>(slow, "weights", engines, Explanations::rows, Weights::of);
    private final Asking<Question, Learned> learned = new Asking<>(slow, "learned", engines,
            now -> List.of(now.asked().contender().id(), now.asked().rows(), now.asked().chosen(), now.path(), toGoOn()), history::of);

    /** What is not finished is asked again, and goes on. */
    private Object toGoOn() {
        Learned now = learned.answer();
        return now == null || now.complete() ? "" : now;
    }

    private static Object rows(Question now) {
        return List.of(now.asked().state(), now.asked().rows(), now.asked().chosen());
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

    /** Rows that the model learned from. */
    ExplainedRows training(Asked asked) {
        return engines.training(asked);
    }

    Asking<Question, Learned> learned() {
        return learned;
    }

    /** How the effect of a feature is told. */
    ObjectProperty<EffectKind> kindProperty() {
        return kind;
    }

    /** What keeps anything from being worked out, in a sentence; empty where nothing does. */
    String problem() {
        return quick.problemProperty().get() + slow.problemProperty().get();
    }

    /** In view, or no longer. */
    void setActive(Object viewer, boolean on) {
        quick.watch(viewer, on);
        slow.watch(viewer, on);
    }

    /** Takes what has arrived; once a frame, also where nothing is asked. */
    void take() {
        quick.frame();
        slow.frame();
    }

    /** Asks for what is missing. */
    void ask(Question question) {
        boolean running = question != null && question.running();
        said.frame(question, running);
        if (question != null && question.asked().site().isOfImages()) {
            return; // a pixel is no feature
        }
        boolean known = question != null && question.tableRow() >= 0;
        probe.frame(known ? question : null, running);
        changes.frame(known ? question : null, running);
        shares.frame(question, running);
        rules.frame(question, running);
        compared.frame(question, running);
        weights.frame(question, running);
        effects.frame(question, running);
        learned.frame(question == null || question.path().isEmpty() ? null : question, running);
    }

    /** What was worked out is of another subject. */
    void forget() {
        List.of(said, probe, shares, effects, changes, rules, compared, weights, learned).forEach(Asking::forget);
    }

    /** Ends all work. */
    void close() {
        quick.close();
        slow.close(engines::close);
    }
}

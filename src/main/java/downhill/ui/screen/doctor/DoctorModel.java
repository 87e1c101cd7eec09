package downhill.ui.screen.doctor;

import downhill.analysis.diagnosis.Finding;
import downhill.analysis.diagnosis.Remedy;
import downhill.race.document.ContenderSpec;
import downhill.race.document.Descent;
import downhill.race.document.Experiment;
import downhill.race.document.TriedRemedy;
import downhill.store.ExperimentStore;
import downhill.ui.fx.Subscriptions;
import downhill.ui.i18n.Spoken;
import downhill.ui.session.Branching;
import downhill.ui.session.Feed;
import downhill.ui.session.Session;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javafx.beans.property.ReadOnlyObjectProperty;

/** What is found, and what is tried, which stands in the document. FX thread. */
final class DoctorModel {
    private final Session session;
    private final DoctorFeed feed;
    private final Subscriptions attached = new Subscriptions();

    DoctorModel(Session session, Feed feed) {
        this.session = session;
        this.feed = new DoctorFeed(session, feed);
        attached.listen(roundProperty(), this::writeDown);
    }

    Session session() {
        return session;
    }

    /** What was seen last. */
    ReadOnlyObjectProperty<Round> roundProperty() {
        return feed.roundProperty();
    }

    void watch(Object viewer, boolean on) {
        feed.watch(viewer, on);
    }

    void frame() {
        feed.frame();
    }

    /** Whether what was seen is of the race as it stands. */
    boolean isSettled() {
        return feed.isSettled();
    }

    /** The step at which a branch that tries it would come off. */
    static long step(Finding finding) {
        return finding.since();
    }

    /** Whether the race would go on with it, only longer. */
    boolean onlyLonger(Remedy remedy) {
        Experiment now = session.experiment();
        return remedy.contender() == null && shared(now, remedy).problem().equals(now.problem())
                && now.withTraining(now.training().withSteps(remedy.changed().training().steps())).equals(shared(now, remedy));
    }

    /** Runs a branch of the contender with the remedy, or all contenders where it is of what they share. */
    void attempt(Finding finding, Remedy remedy) {
        if (!session.race().isOpen()) {
            return;
        }
        if (remedy.contender() == null) {
            session.end().unlessLost(document -> shared(document, remedy), () -> together(finding, remedy));
        } else {
            branch(finding, remedy);
        }
    }

    private void branch(Finding finding, Remedy remedy) {
        ContenderSpec parent = Descent.byId(session.experiment(), finding.id());
        ContenderSpec mended = remedy.spec().orElse(null);
        if (parent != null && mended != null) {
            Branching branching = new Branching(session, parent, finding.since());
            ContenderSpec branch = mended(branching.copy(Spoken.text(remedy.what()), Map.of()), parent, mended);
            if (branching.letIn(branch, document -> document.tried(tried(document, finding, remedy, branch.id(), null)))) {
                session.race().start();
            }
        }
    }

    private TriedRemedy tried(Experiment document, Finding finding, Remedy remedy, String branch, String setup) {
        List<String> ids = document.tried().stream().map(TriedRemedy::id).toList();
        String id = IntStream.iterate(1, i -> i + 1).mapToObj(i -> "t" + i).filter(one -> !ids.contains(one)).findFirst().orElseThrow();
        Stream<String> arguments = remedy.what().arguments().stream().map(Object::toString);
        List<String> words = Stream.concat(Stream.of(remedy.what().key()), arguments).toList();
        return new TriedRemedy(id, finding.kind().word(), finding.id(), finding.contender(), remedy.setting(), words, branch, setup,
                roundProperty().get().condition(finding.id()).kept(), null);
    }

    /** What is different in {@code mended} and nothing else. */
    private static ContenderSpec mended(ContenderSpec copy, ContenderSpec parent, ContenderSpec mended) {
        Map<String, Double> values = new TreeMap<>(copy.hyperparameters());
        mended.hyperparameters().forEach((key, value) -> {
            if (!value.equals(parent.inForce().get(key))) {
                values.put(key, value);
            }
        });
        return copy.withHyperparameters(values).withPenalty(mended.penalty()).withBatchSize(mended.batchSize())
                .withClipping(mended.clipping());
    }

    private void together(Finding finding, Remedy remedy) {
        boolean taken = session.edit(document -> {
            Experiment changed = shared(document, remedy);
            return changed.tried(tried(document, finding, remedy, null, ExperimentStore.setup(changed)));
        });
        if (taken) {
            session.race().start();
        }
    }

    private static Experiment shared(Experiment document, Remedy remedy) {
        return document.withProblem(remedy.changed().problem()).withTraining(remedy.changed().training());
    }

    /** What came of a remedy stands in the document once it has come to its end. */
    private void writeDown(Round seen) {
        List<TriedRemedy> known = session.experiment() == null ? List.of() : session.experiment().tried();
        for (FollowUp one : seen.reports()) {
            TriedRemedy told = one.tried().with(one.effect());
            if (one.over() && known.contains(one.tried()) && !told.equals(one.tried())) {
                session.note(document -> document.tried(told));
            }
        }
    }

    void close() {
        attached.dispose();
        feed.close();
    }
}

package downhill.ui.screen.doctor;

import downhill.analysis.diagnosis.Finding;
import downhill.analysis.diagnosis.Remedy;
import downhill.race.document.ContenderSpec;
import downhill.race.document.Descent;
import downhill.race.document.Experiment;
import downhill.ui.fx.Subscriptions;
import downhill.ui.i18n.Spoken;
import downhill.ui.session.Branching;
import downhill.ui.session.Feed;
import downhill.ui.session.Session;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import javafx.beans.property.ReadOnlyObjectProperty;

/** What is found, and what has been tried since the experiment was opened. FX thread. */
final class DoctorModel {
    private final Session session;
    private final DoctorFeed feed;
    private final Subscriptions attached = new Subscriptions();
    private List<Treatment> treatments = List.of();

    DoctorModel(Session session, Feed feed) {
        this.session = session;
        this.feed = new DoctorFeed(session, feed);
        attached.listen(session.openingsProperty(), now -> treatments = List.of());
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
        feed.frame(treatments);
    }

    /** Whether what was seen is of the race as it stands. */
    boolean isSettled() {
        return feed.isSettled(treatments);
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
            if (branching.letIn(branch)) {
                begin(new Treatment(finding, remedy, branch.id(), roundProperty().get().conditions()));
            }
        }
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
        Treatment treatment = new Treatment(finding, remedy, null, roundProperty().get().conditions());
        if (session.edit(document -> shared(document, remedy))) {
            begin(treatment);
        }
    }

    private static Experiment shared(Experiment document, Remedy remedy) {
        return document.withProblem(remedy.changed().problem()).withTraining(remedy.changed().training());
    }

    private void begin(Treatment treatment) {
        List<Treatment> more = new ArrayList<>(treatments);
        more.add(treatment);
        treatments = List.copyOf(more);
        session.race().start();
    }

    void close() {
        attached.dispose();
        feed.close();
    }
}

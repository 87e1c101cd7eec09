package downhill.ui.screen.doctor;

import downhill.analysis.diagnosis.Finding;
import downhill.data.prepare.Prepared;
import downhill.engine.train.RunState;
import downhill.race.RaceSnapshot;
import downhill.race.Racing;
import downhill.ui.session.Feed;
import downhill.ui.session.Line;
import downhill.ui.session.Session;
import downhill.ui.session.Snapshots;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

/**
 * Looks at the race while somebody watches, beside it and at most once a second and a half while it runs. What it finds there shows once
 * it was found twice, so that what comes and goes with the noise does not flicker. FX thread.
 */
final class DoctorFeed {
    private static final long PACE_NANOS = 1_500_000_000L;
    private static final long SOON_NANOS = 250_000_000L;

    /** All that an answer depends on. */
    private record Question(Object race, Object standing, Object document) {
    }

    private final Session session;
    private final Feed feed;
    private final Line line;
    private final ReadOnlyObjectWrapper<Round> round = new ReadOnlyObjectWrapper<>(this, "round", Round.NONE);
    private List<Finding> before = List.of();
    private Racing subject;
    private Question latest;
    private long since;

    /** @param feed with one thread */
    DoctorFeed(Session session, Feed feed) {
        this.session = session;
        this.feed = feed;
        line = feed.line("run doctor").resting(20);
    }

    /** What was seen last. */
    ReadOnlyObjectProperty<Round> roundProperty() {
        return round.getReadOnlyProperty();
    }

    /** {@code viewer} looks, or no longer. */
    void watch(Object viewer, boolean on) {
        feed.watch(viewer, on);
    }

    /** Once a frame: takes what was seen, and looks again where it is time. */
    void frame() {
        Racing race = session.race().isOpen() ? session.race().racing() : null;
        if (race != subject) {
            subject = race;
            before = List.of();
            latest = null;
            line.forget();
            round.set(Round.NONE);
        }
        feed.frame();
        Prepared data = race == null ? null : race.prepared().orElse(null);
        RaceSnapshot now = session.snapshotProperty().get();
        Question question = question();
        boolean running = Snapshots.isRunning(now);
        if (data != null && (running || isQuiet(question)) && line.wants(question, running ? PACE_NANOS : 0)) {
            line.<Map<String, RunState>, Round>ask(question, race.states(), (states, task) -> Round.of(race, data, now, states),
                    seen -> show(seen, running));
        }
    }

    /** Whether it has been the same for a while: somebody who draws the time line along wants no answer on the way. */
    private boolean isQuiet(Question question) {
        if (!question.equals(latest)) {
            latest = question;
            since = feed.nanos();
        }
        return feed.nanos() - since >= SOON_NANOS;
    }

    private void show(Round seen, boolean running) {
        List<Finding> sure = running ? seen.findings().stream().filter(this::wasThere).toList() : seen.findings();
        before = seen.findings();
        round.set(seen.with(sure));
    }

    private boolean wasThere(Finding one) {
        return before.stream().anyMatch(other -> other.kind() == one.kind() && Objects.equals(other.id(), one.id()));
    }

    /** While the race rests its version tells nothing: each question that it answers makes another. */
    private Question question() {
        RaceSnapshot now = session.snapshotProperty().get();
        Object standing = Snapshots.isRunning(now) ? (Object) now.version() : List.of(now.state(), now.step(), now.contenders());
        return new Question(subject, standing, session.experiment());
    }

    /** Whether what was seen is of the race as it stands; for tests. */
    boolean isSettled() {
        return line.isAnswered(question());
    }

    void close() {
        feed.close();
    }
}

package downhill.ui.session;

import downhill.analysis.step.SpreadHistory;
import downhill.analysis.step.StepRecord;
import downhill.engine.train.RunState;
import downhill.race.Outcome;
import downhill.race.RaceSnapshot;
import downhill.race.RaceSnapshot.Standing;
import downhill.race.Racing;
import downhill.race.document.ContenderSpec;
import downhill.race.history.PathPoint;
import downhill.ui.fx.Subscriptions;
import downhill.ui.i18n.Messages;
import downhill.ui.i18n.Numbers;
import downhill.ui.i18n.Retold;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.IntStream;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.value.ObservableValue;

/**
 * The step of the chosen contender that begins where the race stands, taken apart; for one that has ended, its last step.
 * Done again beside the race, only while somebody watches, and while the race runs a few times a second at most. FX thread.
 */
public final class StepFeed implements AutoCloseable {
    private static final long PACE_NANOS = 350_000_000L;
    private static final long NOW = -1;

    /** Which step of which document: {@link #NOW} while the race runs, and then {@code version} tells two questions apart. */
    private record Question(Racing race, String contender, long step, long version, Object document) {
    }

    /** What somebody has asked for beside the step: {@code most} values, given to {@code done}. */
    private record Wish<R>(int most, Consumer<? super R> done) {
    }

    private final Session session;
    private final ObservableValue<String> whose;
    private final ReadOnlyObjectWrapper<StepRecord> record = new ReadOnlyObjectWrapper<>(this, "record");
    private final Retold problem = new Retold(this, "problem");
    private final Subscriptions attached = new Subscriptions();
    private final StepDesk desk;
    private final Feed feed;
    private final Line steps;
    private final Line recents;
    private final Line histories;
    private Wish<List<MeasuredStep>> recent;
    private Wish<SpreadHistory> history;
    /** The step told, where the race rests there. */
    private Question told;
    private Object subject;

    /** Steps of {@code session}'s race. */
    public StepFeed(Session session) {
        this(session, session.selection().contenderProperty());
    }

    /** Steps of the contender with this id, whoever is chosen. */
    public StepFeed(Session session, ObservableValue<String> whose) {
        this(session, whose, Feed.threads(1, "step-feed"));
    }

    /** @param feed with one thread */
    StepFeed(Session session, ObservableValue<String> whose, Feed feed) {
        this.session = session;
        this.whose = whose;
        this.feed = feed;
        this.steps = feed.line("step").resting(1);
        this.recents = feed.line("recent steps");
        this.histories = feed.line("history of weights");
        this.desk = new StepDesk(session.rules());
        attached.listen(session.snapshotProperty(), now -> frame());
        attached.listen(whose, now -> frame());
        attached.listen(session.experimentProperty(), now -> frame());
    }

    /** The newest answer; null where there is none (yet) for the contender chosen. */
    public ReadOnlyObjectProperty<StepRecord> recordProperty() {
        return record.getReadOnlyProperty();
    }

    /** Why there is no answer, in a sentence; empty where nothing is wrong. */
    public ReadOnlyStringProperty problemProperty() {
        return problem.textProperty();
    }

    /** While nobody watches, nothing is computed. */
    public void watch(Object watcher, boolean on) {
        if (feed.watch(watcher, on)) {
            if (!feed.isWatched()) {
                forgetWishes();
            }
            frame();
        }
    }

    /** The contender chosen; null where none is. */
    public ContenderSpec contender() {
        String id = whose.getValue();
        return session.experiment() == null ? null
                : session.experiment().contenders().stream().filter(one -> one.id().equals(id)).findFirst().orElse(null);
    }

    /**
     * Measures the steps before the one answered last, the newest {@code most} of them, and that one. A newer call ends an older
     * one without an answer, and so does another step; while the race runs there is none.
     */
    public void recent(int most, Consumer<? super List<MeasuredStep>> done) {
        recents.forget();
        recent = told == null ? null : new Wish<>(most, done);
    }

    /**
     * Counts how the chosen contender's weights and gradients were spread at up to {@code most} steps of its way so far. A newer
     * call ends an older one without an answer.
     */
    public void history(int most, Consumer<? super SpreadHistory> done) {
        histories.forget();
        history = new Wish<>(most, done);
    }

    /**
     * Works something out of a step on a thread of its own; a newer call of the same {@code what} ends an older one without an answer.
     *
     * @param what names the question
     */
    public <R> void derive(String what, StepRecord of, Function<StepRecord, R> work, Consumer<? super R> done) {
        Line line = feed.line(what);
        line.forget();
        line.<R>ask(of, task -> work.apply(of), done);
    }

    /** All steps of the chosen contender to be done again; empty where it has done fewer than two. */
    public Optional<Reel> reel() {
        ContenderSpec chosen = contender();
        Racing race = race();
        long last = chosen == null || race == null ? 0 : race.recordedSteps(chosen.id()) - 1;
        return chosen == null || last <= chosen.birth() ? Optional.empty() : Optional.of(new Reel(chosen.birth(), last, step -> {
            RunState state = race.stateAt(chosen.id(), step).join();
            return feed.join(() -> desk.step(race, chosen.id(), state));
        }));
    }

    /** The race to ask; null where there is none. */
    private Racing race() {
        Racing now = session.race().racing();
        return now != null && session.race().isOpen() && now.layout().isPresent() ? now : null;
    }

    /** Once a frame: takes what has arrived and asks for what is missing. */
    public void frame() {
        ContenderSpec chosen = contender();
        Racing race = race();
        forgetOthers(race, chosen);
        feed.frame();
        if (!feed.isWatched() || chosen == null || race == null) {
            return;
        }
        String none = withoutStep(chosen);
        if (none != null) {
            told = null;
            record.set(null);
        } else {
            askStep(race, chosen);
            askRecent(race, chosen);
            askHistory(race, chosen);
        }
        problem.say(none == null ? feed.problemSaidProperty().get() : () -> Messages.text(none, Numbers.count(chosen.birth())));
    }

    /** Key of why there is no step to tell: before its birth, or where the race was over at it; null where there is one. */
    private String withoutStep(ContenderSpec chosen) {
        Standing standing = Snapshots.of(session.snapshotProperty().get(), chosen.id()).orElse(null);
        if (standing == null || standing.outcome() == Outcome.FAILED) {
            return null;
        }
        if (standing.outcome() == Outcome.UNBORN) {
            return "fit.unborn";
        }
        return standing.outcome().ended() && standing.outcomeStep() <= chosen.birth() ? "fit.stepless" : null;
    }

    private void forgetOthers(Racing race, ContenderSpec chosen) {
        Object now = chosen == null || race == null ? null : List.of(System.identityHashCode(race), chosen.id());
        if (!Objects.equals(now, subject)) {
            subject = now;
            told = null;
            steps.forget();
            forgetWishes();
            problem.clear();
            record.set(null);
        }
    }

    private void forgetWishes() {
        recents.forget();
        histories.forget();
        recent = null;
        history = null;
    }

    private void askStep(Racing race, ContenderSpec chosen) {
        Question question = question(race, chosen);
        if (question == null || !steps.wants(question, question.step() == NOW ? PACE_NANOS : 0)) {
            return;
        }
        recents.forget(); // the step asked for comes before what recent steps were like
        recent = null;
        CompletableFuture<RunState> state = question.step() == NOW ? race.stateNow(chosen.id())
                : race.stateAt(chosen.id(), question.step());
        steps.<RunState, StepRecord>ask(question, state, (before, task) -> desk.step(race, chosen.id(), before), step -> {
            told = question.step() == NOW ? null : question;
            record.set(step);
        });
    }

    private Question question(Racing race, ContenderSpec chosen) {
        RaceSnapshot now = session.snapshotProperty().get();
        Standing standing = Snapshots.of(now, chosen.id()).orElse(null);
        if (standing == null) {
            return null;
        }
        if (standing.outcome().ended()) {
            return standing.outcomeStep() <= chosen.birth() ? null
                    : new Question(race, chosen.id(), standing.outcomeStep() - 1, 0, session.experiment());
        }
        return Snapshots.isRunning(now) ? new Question(race, chosen.id(), NOW, now.version(), session.experiment())
                : new Question(race, chosen.id(), standing.step(), 0, session.experiment());
    }

    private void askRecent(Racing race, ContenderSpec chosen) {
        Wish<List<MeasuredStep>> wish = recent;
        if (wish == null || told == null || !recents.wants(wish, 0)) {
            return;
        }
        long until = told.step() + 1;
        recents.<RunState, List<MeasuredStep>>ask(wish, race.stateAt(chosen.id(), Math.max(chosen.birth(), until - wish.most())),
                (state, task) -> desk.measure(race, chosen.id(), state, until, () -> !task.isCancelled()), measured -> {
                    recent = null;
                    wish.done().accept(measured);
                });
    }

    private void askHistory(Racing race, ContenderSpec chosen) {
        Wish<SpreadHistory> wish = history;
        if (wish == null || !histories.wants(wish, 0)) {
            return;
        }
        List<PathPoint> way = thinned(race.path(chosen.id()), wish.most());
        if (!way.isEmpty()) { // else it has not been anywhere yet
            histories.<SpreadHistory>ask(wish, task -> desk.spread(race, chosen.id(), way, () -> !task.isCancelled()), spread -> {
                history = null;
                wish.done().accept(spread);
            });
        }
    }

    /** Evenly, first and last kept; up to where the race stands. */
    private List<PathPoint> thinned(List<PathPoint> way, int most) {
        long now = session.snapshotProperty().get().step();
        List<PathPoint> past = way.stream().filter(point -> point.step() <= now).toList();
        int count = Math.min(most, past.size());
        return IntStream.range(0, count)
                .mapToObj(i -> past.get(count == 1 ? 0 : (int) ((long) i * (past.size() - 1) / (count - 1)))).toList();
    }

    @Override
    public void close() {
        attached.dispose();
        feed.close(desk::close);
    }
}

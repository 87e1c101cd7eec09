package downhill.ui.session;

import downhill.analysis.step.SpreadHistory;
import downhill.analysis.step.StepRecord;
import downhill.race.Race;
import downhill.race.RaceSnapshot;
import downhill.race.RaceSnapshot.Standing;
import downhill.race.document.ContenderSpec;
import downhill.race.history.PathPoint;
import downhill.ui.fx.Subscriptions;
import downhill.ui.i18n.Messages;
import downhill.ui.i18n.Numbers;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import java.util.function.LongSupplier;
import java.util.stream.IntStream;
import javafx.application.Platform;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.value.ObservableValue;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The step of the chosen contender that begins where the race stands, taken apart; for one that has ended, its last step.
 * Done again on a thread of its own, only while somebody watches, and while the race runs a few times a second at most.
 * One question at a time; what changed meanwhile is asked next, and an answer about another contender is dropped. FX thread.
 */
public final class StepFeed implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(StepFeed.class);
    private static final long REST_NANOS = 350_000_000L;
    /** What fails so often in a row is told. */
    private static final int TRIES = 3;

    private record Question(Race race, String contender, long step, boolean running) {
    }

    private final Session session;
    private final ObservableValue<String> whose;
    private final Set<Object> watchers = new HashSet<>();
    private final ReadOnlyObjectWrapper<StepRecord> record = new ReadOnlyObjectWrapper<>(this, "record");
    private final Subscriptions attached = new Subscriptions();
    private final Executor window;
    private final ExecutorService thread = Executors.newSingleThreadExecutor(StepFeed::daemon);
    private final StepDesk desk;
    private final LongSupplier clock;
    /** Grows with every question about recent steps, and with what makes an answer useless. */
    private final AtomicLong turns = new AtomicLong();
    private final AtomicLong histories = new AtomicLong();
    private final ReadOnlyStringWrapper problem = new ReadOnlyStringWrapper(this, "problem", "");
    private final List<Runnable> again = new ArrayList<>();
    private int failures;
    private Question asked;
    private Question answered;
    private boolean busy;
    private long rested;
    private Object subject;

    /** Steps of {@code session}'s race. */
    public StepFeed(Session session) {
        this(session, session.selection().contenderProperty());
    }

    /** Steps of the contender with this id, whoever is chosen. */
    public StepFeed(Session session, ObservableValue<String> whose) {
        this(session, whose, Platform::runLater, System::nanoTime);
    }

    StepFeed(Session session, ObservableValue<String> whose, Executor window, LongSupplier clock) {
        this.session = session;
        this.whose = whose;
        this.window = window;
        this.clock = clock;
        this.desk = new StepDesk(session.rules());
        attached.listen(session.snapshotProperty(), now -> refresh());
        attached.listen(whose, now -> refresh());
        attached.listen(session.experimentProperty(), now -> {
            answered = null;
            refresh();
        });
    }

    private static Thread daemon(Runnable work) {
        Thread thread = new Thread(work, "step-feed");
        thread.setDaemon(true);
        return thread;
    }

    /** The newest answer; null where there is none (yet) for the contender chosen. */
    public ReadOnlyObjectProperty<StepRecord> recordProperty() {
        return record.getReadOnlyProperty();
    }

    /** Why there is no answer, in a sentence; empty where nothing is wrong. */
    public ReadOnlyStringProperty problemProperty() {
        return problem.getReadOnlyProperty();
    }

    /** Once a frame: what brought no answer is asked again, after a rest. */
    public void frame() {
        if (!again.isEmpty() && clock.getAsLong() - rested >= REST_NANOS) {
            List<Runnable> now = List.copyOf(again);
            again.clear();
            rested = clock.getAsLong();
            now.forEach(Runnable::run);
        }
    }

    /** A few failures may pass, as of a contender that is just being put back; more are told. A race that was closed owes no answer. */
    private void failed(Throwable failure, Runnable retry) {
        Throwable cause = failure instanceof CompletionException && failure.getCause() != null ? failure.getCause() : failure;
        if (cause instanceof CancellationException || watchers.isEmpty()) {
            return;
        }
        LOG.warn("A step could not be taken apart", cause);
        failures++;
        rested = clock.getAsLong();
        if (failures < TRIES) {
            again.add(retry);
        } else {
            problem.set(Failures.sentence(cause));
        }
    }

    private void worked() {
        failures = 0;
        problem.set("");
    }

    /** While nobody watches, nothing is computed. */
    public void watch(Object watcher, boolean on) {
        if (on ? watchers.add(watcher) : watchers.remove(watcher)) {
            refresh();
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
     * one without an answer; while the race runs there is none.
     */
    public void recent(int most, Consumer<List<MeasuredStep>> done) {
        long turn = turns.incrementAndGet();
        Question question = answered;
        ContenderSpec chosen = contender();
        if (question == null || chosen == null) {
            return;
        }
        long birth = chosen.fork() == null ? 0 : chosen.fork().step();
        long from = Math.max(birth, question.step() + 1 - most);
        question.race().stateAt(question.contender(), from)
                .thenApplyAsync(state -> desk.measure(question.race(), question.contender(), state, question.step() + 1, () -> turns.get() == turn), thread)
                .whenComplete((steps, failure) -> window.execute(() -> answer(turns, turn, steps, failure, done, () -> recent(most, done))));
    }

    /** Hands over an answer that is still wanted, or asks again. */
    private <T> void answer(AtomicLong newest, long turn, T result, Throwable failure, Consumer<T> done, Runnable retry) {
        if (newest.get() != turn) {
            return;
        }
        if (failure == null) {
            worked();
            done.accept(result);
        } else {
            failed(failure, () -> ifNewest(newest, turn, retry));
        }
    }

    private static void ifNewest(AtomicLong newest, long turn, Runnable action) {
        if (newest.get() == turn) {
            action.run();
        }
    }

    /**
     * Counts how the chosen contender's weights and gradients were spread at up to {@code most} steps of its way so far. A newer
     * call ends an older one without an answer.
     */
    public void history(int most, Consumer<SpreadHistory> done) {
        long turn = histories.incrementAndGet();
        ContenderSpec chosen = contender();
        Race race = race();
        if (chosen == null || race == null) {
            return;
        }
        List<PathPoint> way = thinned(race.path(chosen.id()), most);
        if (way.isEmpty()) {
            again.add(() -> ifNewest(histories, turn, () -> history(most, done))); // it has not been anywhere yet
            return;
        }
        CompletableFuture.supplyAsync(() -> desk.spread(race, chosen.id(), way, () -> histories.get() == turn), thread)
                .whenComplete((spread, failure) -> window.execute(() -> answer(histories, turn, spread, failure, done, () -> history(most, done))));
    }

    /** All steps of the chosen contender to be done again; empty where it has done fewer than two. */
    public Optional<Reel> reel() {
        ContenderSpec chosen = contender();
        Race race = race();
        long birth = chosen == null || chosen.fork() == null ? 0 : chosen.fork().step();
        long last = chosen == null || race == null ? 0 : race.recordedSteps(chosen.id()) - 1;
        return last <= birth ? Optional.empty() : Optional.of(new Reel(birth, last,
                step -> race.stateAt(chosen.id(), step).thenApplyAsync(state -> desk.step(race, chosen.id(), state), thread).join()));
    }

    /** The race to ask; null where there is none. */
    private Race race() {
        return session.race().racing() == null || !session.race().isOpen() ? null : session.race().racing().engine().orElse(null);
    }

    /** Evenly, first and last kept; up to where the race stands. */
    private List<PathPoint> thinned(List<PathPoint> way, int most) {
        long now = session.snapshotProperty().get().step();
        List<PathPoint> past = way.stream().filter(point -> point.step() <= now).toList();
        int count = Math.min(most, past.size());
        return IntStream.range(0, count).mapToObj(i -> past.get(count == 1 ? 0 : (int) ((long) i * (past.size() - 1) / (count - 1)))).toList();
    }

    private void refresh() {
        ContenderSpec chosen = contender();
        Race race = race();
        forgetOthers(race, chosen);
        if (watchers.isEmpty() || chosen == null || race == null || busy) {
            return;
        }
        if (Snapshots.isUnborn(session.snapshotProperty().get(), chosen.id())) {
            answered = null;
            record.set(null);
            problem.set(Messages.text("fit.unborn", Numbers.count(chosen.fork().step())));
            return;
        }
        Question question = question(race, chosen);
        boolean tooSoon = question != null && question.running() && clock.getAsLong() - rested < REST_NANOS;
        if (question != null && !question.equals(answered) && !tooSoon) {
            ask(question);
        }
    }

    private void forgetOthers(Race race, ContenderSpec chosen) {
        Object now = chosen == null || race == null ? null : List.of(System.identityHashCode(race), chosen.id());
        if (!Objects.equals(now, subject)) {
            subject = now;
            answered = null;
            again.clear();
            worked();
            record.set(null);
        }
    }

    private Question question(Race race, ContenderSpec chosen) {
        RaceSnapshot now = session.snapshotProperty().get();
        Standing standing = Snapshots.of(now, chosen.id()).orElse(null);
        if (standing == null || now.contenders().isEmpty()) {
            return null;
        }
        boolean running = Snapshots.isRunning(now);
        if (standing.outcome().ended()) {
            return standing.outcomeStep() < 1 ? null : new Question(race, chosen.id(), standing.outcomeStep() - 1, false);
        }
        return new Question(race, chosen.id(), running ? -1 : standing.step(), running);
    }

    private void ask(Question question) {
        turns.incrementAndGet(); // the step asked for comes before what recent steps were like
        busy = true;
        asked = question;
        CompletableFuture<downhill.engine.train.RunState> state = question.step() < 0 ? question.race().stateNow(question.contender())
                : question.race().stateAt(question.contender(), question.step());
        state.thenApplyAsync(before -> desk.step(question.race(), question.contender(), before), thread)
                .whenComplete((result, failure) -> window.execute(() -> take(result, failure)));
    }

    /** Where there is no result the contender or its step may not be there yet: it is asked again. */
    private void take(StepRecord result, Throwable failure) {
        busy = false;
        rested = clock.getAsLong();
        ContenderSpec chosen = contender();
        boolean current = chosen != null && chosen.id().equals(asked.contender()) && session.race().racing() != null
                && session.race().racing().engine().orElse(null) == asked.race();
        if (current && result != null) {
            answered = asked.running() ? null : asked;
            worked();
            record.set(result);
        } else if (current) {
            failed(failure, this::refresh);
        }
        if (!current || result != null) {
            refresh();
        }
    }

    @Override
    public void close() {
        attached.dispose();
        watchers.clear();
        thread.execute(desk::close);
        thread.shutdown();
    }
}

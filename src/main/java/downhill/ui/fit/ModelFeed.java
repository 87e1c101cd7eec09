package downhill.ui.fit;

import downhill.engine.train.RunState;
import downhill.race.Outcome;
import downhill.race.Race;
import downhill.race.RaceSnapshot;
import downhill.race.RaceSnapshot.Standing;
import downhill.ui.chart.Film;
import downhill.ui.chart.shape.Range;
import downhill.ui.fx.FxExecutor;
import downhill.ui.session.Failures;
import downhill.ui.session.Racing;
import downhill.ui.session.Session;
import downhill.ui.session.Snapshots;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Consumer;
import java.util.function.LongSupplier;
import javafx.application.Platform;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleObjectProperty;

/**
 * Where all contenders stand, and a worker that asks their models. Asked once a frame; while the race runs it looks three
 * times a second at most, and with nobody looking it costs nothing. FX thread.
 */
public final class ModelFeed {
    private static final long GAP_NANOS = 333_000_000L;

    /** Work on the engine's thread. */
    @FunctionalInterface
    public interface Reading<T> {
        /** Asks the model; touches nothing of the window. */
        T read(ModelEngine engine) throws Exception;
    }

    /** What a moment looks like; on the engine's thread. */
    @FunctionalInterface
    public interface Look {
        /** All panels. */
        FitPicture at(Standpoint moment, ModelEngine engine);
    }

    private final Session session;
    private final FxExecutor work;
    private final Executor thread;
    private final Worker worker;
    private final LongSupplier clock;
    private final Set<Object> viewers = new HashSet<>();
    private final ReadOnlyObjectWrapper<FitSite> site = new ReadOnlyObjectWrapper<>(this, "site");
    private final ReadOnlyObjectWrapper<Standpoint> standpoint = new ReadOnlyObjectWrapper<>(this, "standpoint");
    private final ReadOnlyObjectWrapper<String> problem = new ReadOnlyObjectWrapper<>(this, "problem", "");
    private final ObjectProperty<FitFocus> focus = new SimpleObjectProperty<>(this, "focus", FitFocus.NONE);
    private Racing race;
    private CompletableFuture<Map<String, List<RunState>>> answer;
    private List<Object> asked = List.of();
    private long askedAt;
    private boolean busy;
    private Runnable next;

    private ModelFeed(Session session, Executor thread, Executor window, Worker worker, LongSupplier clock) {
        this.session = session;
        this.thread = thread;
        this.work = new FxExecutor(thread, window);
        this.worker = worker;
        this.clock = clock;
    }

    /** With a thread of its own, which starts with the first reading. */
    public static ModelFeed of(Session session) {
        ExecutorService thread = Executors.newSingleThreadExecutor(runnable -> {
            Thread made = new Thread(runnable, "fit-work");
            made.setDaemon(true);
            return made;
        });
        return new ModelFeed(session, thread, Platform::runLater, new Worker(thread), System::nanoTime);
    }

    /** Model and data; null for a surface and while the data are not there. */
    public ReadOnlyObjectProperty<FitSite> siteProperty() {
        return site.getReadOnlyProperty();
    }

    /** Where everybody stood last; null until known. */
    public ReadOnlyObjectProperty<Standpoint> standpointProperty() {
        return standpoint.getReadOnlyProperty();
    }

    /** Why there is nothing to see, in a sentence; empty where nothing is wrong. */
    public ReadOnlyObjectProperty<String> problemProperty() {
        return problem.getReadOnlyProperty();
    }

    /** Features, class and row that the fit's screen looks at; {@link FitFocus#NONE} until it has been opened. */
    public ObjectProperty<FitFocus> focusProperty() {
        return focus;
    }

    /** {@code viewer} looks, or no longer. */
    public void setActive(Object viewer, boolean on) {
        if (on ? viewers.add(viewer) : viewers.remove(viewer)) {
            asked = List.of();
        }
    }

    /** Asks the model of the standpoint's site; while an older question is worked on, of the newer ones only the last is kept. */
    public <T> void ask(Reading<T> reading, Consumer<? super T> done) {
        Standpoint from = standpoint.get();
        if (from == null) {
            return;
        }
        if (busy) {
            next = () -> ask(reading, done);
            return;
        }
        busy = true;
        work.<T>submit("fit", task -> reading.read(worker.engine(from.site())), result -> {
            try {
                if (from.site() == site.get()) {
                    done.accept(result);
                }
            } finally {
                goOn();
            }
        }, failure -> {
            problem.set(Failures.sentence(failure));
            goOn();
        });
    }

    /** One panel over all steps that the race has recorded; empty where there is only one moment. */
    public Optional<Film> film(String panel, Look look) {
        Standpoint now = standpoint.get();
        Race engine = race == null ? null : race.engine().orElse(null);
        long last = engine == null ? 0 : race.recordedSteps();
        List<Standing> everybody = session.snapshotProperty().get().contenders();
        return now == null || last < 1 ? Optional.empty()
                : Optional.of(new PanelFilm(new Range(0, last), step -> moment(engine, everybody, now, step, look), panel));
    }

    /** One that has ended stays where it ended; one that was not there yet, or has diverged by then, is left out. */
    private FitPicture moment(Race engine, List<Standing> everybody, Standpoint like, long step, Look look) {
        Map<String, List<RunState>> states = new HashMap<>();
        for (Standing one : everybody) {
            if (one.outcome() != Outcome.DIVERGED || step < one.outcomeStep()) {
                long at = one.outcome().ended() ? Math.min(step, one.outcomeStep()) : step;
                engine.statesAt(one.id(), at).handle((seeds, unknown) -> Optional.ofNullable(seeds)).join().ifPresent(seeds -> states.put(one.id(), List.of(seeds)));
            }
        }
        Standpoint there = new Standpoint(like.site(), like.layout(), states);
        return CompletableFuture.supplyAsync(() -> look.at(there, worker.engine(there.site())), thread).join();
    }

    private void goOn() {
        busy = false;
        Runnable now = next;
        next = null;
        if (now != null) {
            now.run();
        }
    }

    /** Once a frame: takes what has arrived and asks for what is missing. */
    public void frame() {
        if (viewers.isEmpty() || session.experiment() == null) {
            return;
        }
        goTo(FitSite.of(session.experiment(), session.dataProperty().get()).orElse(null));
        Racing now = session.race().racing();
        if (now != race) {
            race = now;
            answer = null;
            asked = List.of();
        }
        if (site.get() == null || !session.race().isOpen()) { // a race that another is about to take the place of is of a model before
            return;
        }
        take();
        look(session.snapshotProperty().get());
    }

    private void goTo(FitSite next) {
        boolean same = next == null ? site.get() == null : next.sameAs(site.get());
        if (!same) {
            standpoint.set(null); // first: who hears of the site would ask the new one about the states of the old
            site.set(next);
            problem.set("");
            answer = null;
            asked = List.of();
        }
    }

    private void take() {
        if (answer != null && answer.isDone()) {
            CompletableFuture<Map<String, List<RunState>>> here = answer;
            answer = null;
            if (!here.isCompletedExceptionally()) {
                problem.set("");
                race.layout().ifPresent(layout -> standpoint.set(new Standpoint(site.get(), layout, here.join())));
            }
        }
    }

    private void look(RaceSnapshot now) {
        boolean early = Snapshots.isRunning(now) && clock.getAsLong() - askedAt < GAP_NANOS;
        if (busy || answer != null || early || race.layout().isEmpty()) {
            return;
        }
        List<Object> positions = now.contenders().stream().<Object>map(one -> List.of(one.id(), one.step(), one.outcome())).toList();
        if (!positions.equals(asked)) {
            asked = positions;
            askedAt = clock.getAsLong();
            answer = race.everySeed();
        }
    }

    /** Ends all work. */
    public void dispose() {
        viewers.clear();
        next = null;
        standpoint.set(null);
        work.close();
        worker.close();
    }
}

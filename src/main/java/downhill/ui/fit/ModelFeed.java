package downhill.ui.fit;

import downhill.engine.train.RunState;
import downhill.race.Outcome;
import downhill.race.RaceSnapshot;
import downhill.race.RaceSnapshot.Standing;
import downhill.race.Racing;
import downhill.race.document.ContenderSpec;
import downhill.ui.chart.Film;
import downhill.ui.chart.shape.Range;
import downhill.ui.session.Feed;
import downhill.ui.session.Line;
import downhill.ui.session.Session;
import downhill.ui.session.Snapshots;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.SimpleObjectProperty;

/**
 * Where all contenders stand, and a worker that asks their models. Asked once a frame; while the race runs it looks three
 * times a second at most, and with nobody looking it costs nothing. FX thread.
 */
public final class ModelFeed {
    private static final long PACE_NANOS = 333_000_000L;

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

    /** What somebody has asked the models of a standpoint; the key tells it from other wishes. */
    private record Wish<T>(Object key, Standpoint from, Reading<T> reading, Consumer<? super T> done) {
    }

    private final Session session;
    private final Feed feed;
    private final Line states;
    private final Line readings;
    private final Worker worker = new Worker();
    private final Map<Object, Wish<?>> wishes = new LinkedHashMap<>();
    private final ReadOnlyObjectWrapper<FitSite> site = new ReadOnlyObjectWrapper<>(this, "site");
    private final ReadOnlyObjectWrapper<Standpoint> standpoint = new ReadOnlyObjectWrapper<>(this, "standpoint");
    private final ObjectProperty<FitFocus> focus = new SimpleObjectProperty<>(this, "focus", FitFocus.NONE);
    private Racing race;

    /** @param feed with one thread */
    ModelFeed(Session session, Feed feed) {
        this.session = session;
        this.feed = feed;
        this.states = feed.line("states");
        this.readings = feed.line("fit");
    }

    /** With a thread of its own, which starts with the first reading. */
    public static ModelFeed of(Session session) {
        return new ModelFeed(session, Feed.threads(1, "fit-work"));
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
    public ReadOnlyStringProperty problemProperty() {
        return feed.problemProperty();
    }

    /** Features, class and row that the fit's screen looks at; {@link FitFocus#NONE} until it has been opened. */
    public ObjectProperty<FitFocus> focusProperty() {
        return focus;
    }

    /** {@code viewer} looks, or no longer. */
    public void setActive(Object viewer, boolean on) {
        if (feed.watch(viewer, on)) {
            states.forget();
            wishes.remove(viewer);
        }
    }

    /**
     * Asks the model of the standpoint's site; while an older question is worked on, of the newer ones of a viewer only the last is kept.
     *
     * @param viewer who asks, and looks
     */
    public <T> void ask(Object viewer, Reading<T> reading, Consumer<? super T> done) {
        Standpoint from = standpoint.get();
        if (from != null) {
            wishes.put(viewer, new Wish<>(new Object(), from, reading, done));
            read();
        }
    }

    private void read() {
        for (Map.Entry<Object, Wish<?>> one : List.copyOf(wishes.entrySet())) {
            if (readings.wants(one.getValue().key(), 0)) {
                read(one.getKey(), one.getValue());
            }
        }
    }

    /** Whoever is asked for now comes after all others. */
    private <T> void read(Object viewer, Wish<T> wish) {
        wishes.remove(viewer);
        wishes.put(viewer, wish);
        readings.<T>ask(wish.key(), task -> wish.reading().read(worker.engine(wish.from().site())), result -> {
            wishes.remove(viewer, wish);
            wish.done().accept(result);
        });
    }

    /** One panel over all steps that the race has recorded; empty where there is only one moment. */
    public Optional<Film> film(String panel, Look look) {
        Standpoint now = standpoint.get();
        Racing of = race;
        long last = of == null || of.layout().isEmpty() ? 0 : of.recordedSteps();
        List<Standing> everybody = session.snapshotProperty().get().contenders();
        return now == null || last < 1 ? Optional.empty()
                : Optional.of(new PanelFilm(new Range(0, last), step -> moment(of, everybody, now, step, look), panel));
    }

    /** One that has ended stays where it ended; one that was not there yet, or has diverged by then, is left out. */
    private FitPicture moment(Racing of, List<Standing> everybody, Standpoint like, long step, Look look) {
        Map<String, List<RunState>> states = new HashMap<>();
        for (Standing one : everybody) {
            boolean lost = one.outcome() == Outcome.DIVERGED && step >= one.outcomeStep();
            if (!lost && step >= birth(of, one.id())) {
                long at = one.outcome().ended() ? Math.min(step, one.outcomeStep()) : step;
                of.statesAt(one.id(), at).handle((seeds, unknown) -> Optional.ofNullable(seeds)).join()
                        .ifPresent(seeds -> states.put(one.id(), List.of(seeds)));
            }
        }
        Standpoint there = new Standpoint(like.site(), like.layout(), states);
        return feed.join(() -> look.at(there, worker.engine(there.site())));
    }

    private static long birth(Racing of, String contender) {
        return of.experiment().contenders().stream().filter(one -> one.id().equals(contender)).mapToLong(ContenderSpec::birth).sum();
    }

    /** Once a frame: takes what has arrived and asks for what is missing. */
    public void frame() {
        if (!feed.isWatched() || session.experiment() == null) {
            return;
        }
        goTo(FitSite.of(session.experiment(), session.dataProperty().get()).orElse(null));
        Racing now = session.race().racing();
        if (now != race) {
            race = now;
            states.forget();
        }
        feed.frame();
        if (site.get() != null && session.race().isOpen()) { // a race that another is about to take the place of is of a model before
            read();
            look(session.snapshotProperty().get());
        }
    }

    private void goTo(FitSite next) {
        boolean same = next == null ? site.get() == null : next.sameAs(site.get());
        if (!same) {
            standpoint.set(null); // first: who hears of the rest would ask the new site about the states of the old
            wishes.clear();
            feed.forget();
            site.set(next);
        }
    }

    private void look(RaceSnapshot now) {
        List<Object> positions = now.contenders().stream().<Object>map(one -> List.of(one.id(), one.step(), one.outcome())).toList();
        if (!readings.isBusy() && race.layout().isPresent() && states.wants(positions, Snapshots.isRunning(now) ? PACE_NANOS : 0)) {
            states.ask(positions, race.everySeed(), here -> standpoint.set(new Standpoint(site.get(), race.layout().orElseThrow(), here)));
        }
    }

    /** Ends all work. */
    public void dispose() {
        wishes.clear();
        standpoint.set(null);
        feed.close(worker::close);
    }
}

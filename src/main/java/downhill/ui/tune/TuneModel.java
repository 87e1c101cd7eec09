package downhill.ui.tune;

import downhill.data.DataException;
import downhill.race.RaceOptions;
import downhill.race.document.Experiment;
import downhill.store.ExperimentStore;
import downhill.store.StudyStore;
import downhill.study.FoldChoice;
import downhill.study.Judging;
import downhill.study.Recipe;
import downhill.study.Study;
import downhill.study.StudySettings;
import downhill.study.StudySettings.PrunerName;
import downhill.study.sample.Sampler;
import downhill.study.stop.Pruner;
import downhill.study.trial.Ledger;
import downhill.study.trial.MemoryLedger;
import downhill.ui.fx.Subscriptions;
import downhill.ui.i18n.Messages;
import downhill.ui.i18n.Retold;
import downhill.ui.i18n.Spoken;
import downhill.ui.session.Pace;
import downhill.ui.session.Session;
import downhill.words.Said;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Supplier;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.SimpleObjectProperty;

/**
 * The search of an open experiment: its plan, the search that runs, and how that stands. It runs beside the race and never touches it. FX
 * thread.
 */
public final class TuneModel {
    private static final double PER_SECOND = 8;

    private final Session session;
    private final ObjectProperty<TunePlan> plan = new SimpleObjectProperty<>(this, "plan", TunePlan.start());
    private final ReadOnlyObjectWrapper<TuneStand> stand = new ReadOnlyObjectWrapper<>(this, "stand", TuneStand.NONE);
    private final Retold problem = new Retold(this, "problem");
    private final Pace pace = new Pace(PER_SECOND);
    private final ObjectProperty<TunePlace> place = new SimpleObjectProperty<>(this, "place", TunePlace.HERE);
    private final ReadOnlyObjectWrapper<TunePlace.Cost> cost = new ReadOnlyObjectWrapper<>(this, "cost");
    private volatile TunePlace.Spread spread;
    private TuneSearch search;
    private Recipe recipe;
    private MemoryLedger memory;
    private TuneKept kept;
    private final Subscriptions attached = new Subscriptions();
    private int most;
    private PrunerName pruning;
    private String mark = "";
    private String measure = "loss";
    private List<Object> asideOf = List.of();
    private TuneBase aside;

    /** Of what {@code session} has open. */
    public TuneModel(Session session) {
        this.session = session;
        attached.follow(session.experimentProperty(), this::opened);
        attached.listen(plan, this::write);
    }

    /** What the document says is searched for, also after something was undone. */
    private void opened(Experiment now) {
        if (now != null && !Objects.equals(now.search(), plan.get().spec())) {
            plan.set(TunePlan.of(now.search()));
        }
    }

    private void write(TunePlan now) {
        if (session.experiment() != null && !Objects.equals(now.spec(), session.experiment().search())) {
            session.edit(document -> document.withSearch(now.spec()));
        }
    }

    /** What is to be searched. */
    public ObjectProperty<TunePlan> planProperty() {
        return plan;
    }

    /** Where trials are trained from the next search on; it stays with the window. */
    public ObjectProperty<TunePlace> placeProperty() {
        return place;
    }

    /** How the workers of the search have done; null where it has none. */
    public ReadOnlyObjectProperty<TunePlace.Cost> costProperty() {
        return cost.getReadOnlyProperty();
    }

    /** Where a relative path of the data's file starts. */
    public Path folder() {
        return session.folder() == null ? Path.of("") : session.folder();
    }

    /** How the search stands, new some times a second. */
    public ReadOnlyObjectProperty<TuneStand> standProperty() {
        return stand.getReadOnlyProperty();
    }

    /** What kept the search from beginning or going on; empty where nothing did. */
    public ReadOnlyStringProperty problemProperty() {
        return problem.textProperty();
    }

    /** How trials were made that are there; null before the first search. */
    public Recipe recipe() {
        return recipe;
    }

    /** Where the trials that are there are written down; null before the first search. */
    public TuneKept kept() {
        return kept;
    }

    /** The experiment that is open. */
    public Session session() {
        return session;
    }

    /** When trials were under way, in seconds since the first began, as {@code {from, to}} by number. */
    public Map<Integer, double[]> spans() {
        return search == null ? Map.of() : search.seconds();
    }

    /** Why there can be no search now, in the language of the window; empty where there can. */
    public String obstacle() {
        String key = TuneBase.obstacle(session);
        if (key.isEmpty()) {
            key = plan.get().knobs().isEmpty() ? "why.tune.knobs" : TuneBase.unjudged(session, plan.get().chosen());
        }
        return key.isEmpty() ? "" : Messages.text(key);
    }

    /** Whether what would be begun goes on with the trials that are there. */
    public boolean goesOn() {
        TuneStand now = stand.get();
        if (recipe == null || TuneBase.of(session) == null || now.trials().isEmpty() || now.ended() >= most(recipe, plan.get())) {
            return false;
        }
        try {
            TuneBase base = base();
            return base.experiment().equals(recipe.base()) && base.mark(plan.get().chosen()).equals(mark) && isSameSpace(base);
        } catch (IllegalArgumentException | DataException refused) {
            return false;
        }
    }

    /** Made ready anew only where it is another: rows kept aside leave others to learn from. */
    private TuneBase base() {
        TuneBase now = TuneBase.of(session);
        List<Object> of = List.of(now, plan.get().chosen().get(StudySettings.OUTER), plan.get().chosen().has(StudySettings.OUTER));
        if (!of.equals(asideOf)) {
            aside = now.keepingAside(plan.get().chosen());
            asideOf = of;
        }
        return aside;
    }

    private boolean isSameSpace(TuneBase base) {
        return base.problem(plan.get().knobs()).equals(Said.NOTHING) && base.recipe(plan.get().knobs()).space().equals(recipe.space());
    }

    /** Begins, waits, or goes on. */
    public void toggle() {
        switch (stand.get().state()) {
            case RUNNING -> pause(true);
            case PAUSED -> pause(false);
            default -> start();
        }
    }

    private void pause(boolean on) {
        search.pause(on);
        show();
    }

    /** Begins, or goes on with the trials that are there where they are of the same search. */
    public void start() {
        if (stand.get().state().isUnderWay() || !obstacle().isEmpty()) {
            return;
        }
        problem.clear();
        try {
            FoldChoice.check(plan.get().chosen());
            TuneBase base = base();
            boolean goesOn = goesOn();
            Recipe next = base.recipe(plan.get().knobs());
            begin(base, next, goesOn);
        } catch (IllegalArgumentException | DataException refused) {
            Said why = Said.message(refused);
            problem.say(() -> Spoken.text(why));
        }
    }

    private void begin(TuneBase base, Recipe next, boolean goesOn) {
        TunePlan now = plan.get();
        Sampler sampler = now.chosen().get(StudySettings.SAMPLER).sampler(base.experiment().seed());
        PrunerName given = now.chosen().get(StudySettings.PRUNER);
        Pruner pruner = given.pruner();
        sampler.check(next.space());
        Judging judging = base.judging(now.chosen());
        memory = goesOn && memory != null ? memory : new MemoryLedger();
        recipe = next;
        mark = base.mark(now.chosen());
        measure = judging.measure();
        pruning = given;
        most = most(next, now);
        kept = new TuneKept(now.store(), next.space(), ledger(base, next, now));
        search = new TuneSearch(now.seconds());
        spread = null;
        TunePlace where = place.get();
        Path folder = folder();
        search.start(kept.ledger(), ledger -> {
            if (where.isHere()) {
                return new Study(next, ledger, sampler, pruner, judging, base.library(), RaceOptions.besideWindow().threads())::run;
            }
            spread = where.spread(next, folder, judging, ledger, now.chosen());
            return spread;
        }, () -> judging.guess(next.base()), most, now.store() == null);
        show();
    }

    private Supplier<Ledger> ledger(TuneBase base, Recipe next, TunePlan now) {
        MemoryLedger kept = memory;
        if (now.store() == null) {
            return () -> kept;
        }
        Path folder = folder();
        Map<String, String> notes = now.notes(base.experiment(), measure);
        return () -> {
            StudyStore store = new StudyStore(now.store(), now.study(), next.space(),
                    ExperimentStore.fingerprint(base.experiment(), folder) + base.mark(now.chosen()));
            store.note(notes);
            return store;
        };
    }

    private static int most(Recipe made, TunePlan now) {
        int wanted = now.chosen().whole(StudySettings.TRIALS);
        return Math.min(wanted, now.chosen().get(StudySettings.SAMPLER).sampler(0).most(made.space()).orElse(wanted));
    }

    /** Ends the search; its trials stay. */
    public void stop() {
        if (search != null) {
            search.stop();
        }
    }

    /** Lets go of the trials: another experiment has been opened. */
    public void forget() {
        stop();
        search = null;
        recipe = null;
        memory = null;
        kept = null;
        aside = null;
        asideOf = List.of();
        problem.clear();
        spread = null;
        cost.set(null);
        stand.set(TuneStand.NONE);
    }

    /** Once a frame. */
    public void frame() {
        if (search == null) {
            return;
        }
        boolean news = search.state() != stand.get().state() || search.trials() != stand.get().trials();
        if (search.state() != stand.get().state() || (news || search.state() == TuneState.RUNNING) && pace.isTime()) {
            show();
        }
    }

    private void show() {
        TuneState state = search.state();
        if (state == TuneState.FAILED) {
            Said why = search.problem();
            problem.say(() -> Spoken.text(why));
        }
        cost.set(spread == null ? null : spread.cost());
        stand.set(new TuneStand(state, search.trials(), recipe.space(), most, recipe.base().training().steps(), pruning,
                search.elapsed(), search.limit(), measure, search.guess()));
    }

    /** Ends the search with the window. */
    public void close() {
        stop();
        attached.dispose();
    }
}

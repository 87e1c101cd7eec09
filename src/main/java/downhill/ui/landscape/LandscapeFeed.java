package downhill.ui.landscape;

import downhill.analysis.landscape.DataScope;
import downhill.analysis.landscape.Region;
import downhill.analysis.landscape.Terrain;
import downhill.engine.train.RunState;
import downhill.model.Surface;
import downhill.race.RaceState;
import downhill.ui.chart.Landscape;
import downhill.ui.chart.Range;
import downhill.ui.fx.FxExecutor;
import downhill.ui.fx.UiTask;
import downhill.ui.session.Failures;
import downhill.ui.session.Racing;
import downhill.ui.session.Session;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.LongSupplier;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleObjectProperty;

/**
 * The landscape of a session for all views that show it: one plane, its heights, and everybody's path on it. Asked once a
 * frame; everything that takes time is done elsewhere and what is no longer wanted is given up. FX thread.
 */
public final class LandscapeFeed {
    /** Threads that must be free for it at once: heights, nearer heights, paths and gaps must not wait for each other. */
    public static final int THREADS = 4;
    private static final String WHOLE = "whole";
    private static final String NEAR = "near";
    private static final long GAP_NANOS = 200_000_000L;

    private final Session session;
    private final FxExecutor work;
    private final LongSupplier clock;
    private final Heads heads = new Heads();
    private final Refit refit = new Refit();
    private final Set<Object> viewers = new HashSet<>();
    private final ObjectProperty<PlaneChoice> choice = new SimpleObjectProperty<>(this, "choice", PlaneChoice.START);
    private final ReadOnlyObjectWrapper<Ground> ground = new ReadOnlyObjectWrapper<>(this, "ground");
    private final ReadOnlyObjectWrapper<Landscape> whole = new ReadOnlyObjectWrapper<>(this, "whole");
    private final ReadOnlyObjectWrapper<Landscape> near = new ReadOnlyObjectWrapper<>(this, "near");
    private final ReadOnlyObjectWrapper<List<Track>> tracks = new ReadOnlyObjectWrapper<>(this, "tracks", List.of());
    private final ReadOnlyObjectWrapper<Surface> surface = new ReadOnlyObjectWrapper<>(this, "surface");
    private final ReadOnlyObjectWrapper<String> problem = new ReadOnlyObjectWrapper<>(this, "problem", "");
    private Projector projector = new Projector();
    private Site site;
    private Measuring measuring;
    private UiTask<?> surveying;
    private Map<String, Double> gaps = Map.of();
    private List<Object> surveyed = List.of();
    private Region nearRegion;
    private long known;
    private boolean outside;
    private long gapsAt;
    private Map<String, RunState> gapsOf;

    /** Of {@code session}; needs {@link #THREADS} threads of {@code work} for itself. */
    public LandscapeFeed(Session session, FxExecutor work, LongSupplier clock) {
        this.session = session;
        this.work = work;
        this.clock = clock;
    }

    /** Which plane is looked at. */
    public ObjectProperty<PlaneChoice> choiceProperty() {
        return choice;
    }

    /** The plane found; null until somebody has been somewhere. */
    public ReadOnlyObjectProperty<Ground> groundProperty() {
        return ground.getReadOnlyProperty();
    }

    /** Heights over the whole region of the ground; null until measured. */
    public ReadOnlyObjectProperty<Landscape> wholeProperty() {
        return whole.getReadOnlyProperty();
    }

    /** Heights over the part last asked for by {@link #look}; null where there is none. */
    public ReadOnlyObjectProperty<Landscape> nearProperty() {
        return near.getReadOnlyProperty();
    }

    /** Everybody's path, in the order of the document. */
    public ReadOnlyObjectProperty<List<Track>> tracksProperty() {
        return tracks.getReadOnlyProperty();
    }

    /** The surface walked on; null for a model. */
    public ReadOnlyObjectProperty<Surface> surfaceProperty() {
        return surface.getReadOnlyProperty();
    }

    /** Why there is no landscape, in a sentence; empty where nothing is wrong. */
    public ReadOnlyObjectProperty<String> problemProperty() {
        return problem.getReadOnlyProperty();
    }

    /** Which rows the heights are the mean of; null until known. */
    public DataScope scope() {
        return measuring == null ? null : measuring.scope();
    }

    /** Names of the parameters in order; empty until the race is ready. */
    public List<String> names() {
        Racing race = session.race().racing();
        return race == null ? List.of() : race.parameterNames();
    }

    /** The states of all contenders at their heads, as far as known. */
    public Map<String, RunState> states() {
        return heads.latest();
    }

    /** {@code viewer} shows the landscape now, or no longer. With nobody looking it costs nothing. */
    public void setActive(Object viewer, boolean on) {
        if (on ? viewers.add(viewer) : viewers.remove(viewer)) {
            surveyed = List.of();
        }
    }

    /** Measures a part of the ground more finely; null for the whole again. */
    public void look(Region part) {
        nearRegion = part;
        if (measuring != null && part == null) {
            measuring.forget(NEAR);
        }
        if (part == null) {
            near.set(null);
        } else if (measuring != null && ground.get() != null) {
            measuring.measure(NEAR, ground.get().plane(), part);
        }
    }

    /** Once a frame: takes what has arrived and asks for what is missing. */
    public void frame() {
        if (viewers.isEmpty() || session.experiment() == null) {
            return;
        }
        goTo(Site.of(session.experiment(), session.dataProperty().get()).orElse(null));
        Racing race = session.race().racing();
        heads.ask(race, session.snapshotProperty().get());
        if (measuring != null && fits(race)) {
            fetch();
            survey(race);
            measureGaps();
        }
    }

    /** While another experiment is made ready the race is still the last one's. */
    private boolean fits(Racing race) {
        return race != null && !session.race().openingProperty().get()
                && race.layout().filter(layout -> layout.count() == measuring.parameterCount()).isPresent();
    }

    /** Ends all work. */
    public void dispose() {
        viewers.clear();
        leave();
        work.close();
    }

    private void goTo(Site next) {
        if (next == null ? site == null : next.equals(site)) {
            return;
        }
        leave();
        site = next;
        surface.set(next == null ? null : next.surface());
        if (next != null) {
            work.<Terrain>submit("landscape.terrain", task -> next.terrain(), terrain -> settle(next, terrain), this::fail);
        }
    }

    private void settle(Site of, Terrain terrain) {
        if (of == site && terrain.parameterCount() >= 2) {
            measuring = new Measuring(work, terrain, of.heavy(), this::fail);
        }
    }

    private void leave() {
        if (measuring != null) {
            measuring.close();
            measuring = null;
        }
        if (surveying != null) {
            surveying.cancel();
        }
        site = null;
        projector = new Projector();
        gaps = Map.of();
        surveyed = List.of();
        known = 0;
        outside = false;
        nearRegion = null;
        problem.set("");
        near.set(null);
        whole.set(null);
        ground.set(null);
        tracks.set(List.of());
    }

    private void fail(Exception failure) {
        problem.set(Failures.sentence(failure));
    }

    private void fetch() {
        downhill.analysis.landscape.Landscape fresh = measuring.fetch(WHOLE);
        if (fresh != null && ground.get() != null && fresh.plane() == ground.get().plane()) {
            whole.set(heights(fresh));
        }
        downhill.analysis.landscape.Landscape closer = measuring.fetch(NEAR);
        if (closer != null && nearRegion != null) {
            near.set(heights(closer));
        }
    }

    private static Landscape heights(downhill.analysis.landscape.Landscape measured) {
        Region region = measured.region();
        return new Landscape(new Range(region.aLow(), region.aHigh()), new Range(region.bLow(), region.bHigh()), measured.z(), Landscape.Spacing.AUTO);
    }

    private void survey(Racing race) {
        boolean ended = session.snapshotProperty().get().state() == RaceState.ENDED;
        boolean stale = refit.due(known, ended, outside, clock.getAsLong());
        List<Object> inputs = List.of(session.snapshotProperty().get().version(), race, heads.latest(), session.experiment(), choice.get(),
                session.selection().revisionProperty().get(), gaps, stale);
        if (inputs.equals(surveyed) || surveying != null && surveying.isActive()) {
            return;
        }
        surveyed = inputs;
        List<Walk> walks = Walks.of(session, race, heads.latest());
        Ground now = ground.get();
        long end = walks.stream().mapToLong(Walk::end).max().orElse(0);
        boolean wanted = now == null || !now.choice().equals(choice.get()) || !startsInside(now, walks)
                || surface.get() == null && nearRegion == null && refit.due(end, ended, outside, clock.getAsLong());
        known = end;
        Fitting fitting = new Fitting(race.layout().orElseThrow(), surface.get());
        PlaneChoice asked = choice.get();
        Projector onto = projector;
        surveying = work.<Survey>submit("landscape.survey", task -> survey(wanted ? fitting.fit(asked, walks).orElse(null) : now, walks, onto),
                found -> apply(found, end, ended), this::fail);
    }

    /** On a surface the region holds the start; another start may lie outside. */
    private boolean startsInside(Ground now, List<Walk> walks) {
        return surface.get() == null || walks.stream().filter(walk -> !walk.points().isEmpty()).map(walk -> walk.points().get(0).parameters())
                .allMatch(start -> now.region().contains(start[0], start[1]));
    }

    private static Survey survey(Ground ground, List<Walk> walks, Projector projector) {
        return ground == null ? Survey.NOTHING : new Survey(ground, projector.tracks(ground.plane(), walks, ground.exact()));
    }

    private void apply(Survey found, long end, boolean ended) {
        if (measuring == null) {
            return;
        }
        if (found.ground() != null && found.ground() != ground.get()) {
            refit.done(end, ended, clock.getAsLong());
            gaps = Map.of();
            ground.set(found.ground());
            measuring.measure(WHOLE, found.ground().plane(), found.ground().region());
        }
        outside = found.tracks().stream().anyMatch(track -> isOutside(track, found.ground()));
        tracks.set(found.tracks().stream().map(this::withGap).toList());
    }

    private static boolean isOutside(Track track, Ground on) {
        return track.head() >= 0 && !track.diverged() && !on.region().contains(track.points().x(track.head()), track.points().y(track.head()));
    }

    private Track withGap(Track track) {
        Double known = gaps.get(track.id());
        return known == null ? track : track.withGap(known);
    }

    private void measureGaps() {
        Ground now = ground.get();
        if (now == null || now.exact() || tracks.get().isEmpty() || clock.getAsLong() - gapsAt < GAP_NANOS || heads.latest() == gapsOf && !gaps.isEmpty()) {
            return;
        }
        gapsAt = clock.getAsLong();
        gapsOf = heads.latest();
        measuring.gaps(now.plane(), tracks.get(), found -> {
            if (ground.get() == now) {
                gaps = found;
                tracks.set(tracks.get().stream().map(this::withGap).toList());
            }
        });
    }
}

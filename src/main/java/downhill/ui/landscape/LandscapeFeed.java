package downhill.ui.landscape;

import downhill.analysis.landscape.DataScope;
import downhill.analysis.landscape.Region;
import downhill.analysis.landscape.Terrain;
import downhill.engine.train.RunState;
import downhill.model.Surface;
import downhill.race.RaceSnapshot;
import downhill.race.RaceState;
import downhill.race.Racing;
import downhill.ui.chart.shape.Landscape;
import downhill.ui.session.Feed;
import downhill.ui.session.Line;
import downhill.ui.session.Session;
import downhill.ui.session.Snapshots;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.SimpleObjectProperty;

/**
 * The landscape of a session for all views that show it: one plane, its heights, and everybody's path on it. Asked once a
 * frame; everything that takes time is done elsewhere and what is no longer wanted is given up. FX thread.
 */
public final class LandscapeFeed {
    /** Threads that must be free for it at once: heights, nearer heights, paths and gaps must not wait for each other. */
    private static final int THREADS = 4;
    /** A race that runs answers twice between two frames of the curves; paths need no more of them. */
    private static final long PATHS_NANOS = 30_000_000L;
    private static final long GLANCE_NANOS = 150_000_000L;

    private final Session session;
    private final Feed feed;
    private final Line terrains;
    private final Line surveys;
    private final Heads heads;
    private final Heights heights = new Heights();
    private final Refit refit = new Refit();
    private final ObjectProperty<PlaneChoice> choice = new SimpleObjectProperty<>(this, "choice", PlaneChoice.START);
    private final ReadOnlyObjectWrapper<List<Track>> tracks = new ReadOnlyObjectWrapper<>(this, "tracks", List.of());
    private final ReadOnlyObjectWrapper<Surface> surface = new ReadOnlyObjectWrapper<>(this, "surface");
    private final GapFeed gaps;
    private final Map<Object, Long> paces = new HashMap<>();
    private Projector projector = new Projector();
    private Site site;
    private Measuring measuring;
    private long known;
    private boolean outside;

    /** Of {@code session}, with threads of its own, which begin with the first work. */
    public LandscapeFeed(Session session) {
        this(session, Feed.threads(THREADS, "landscape-work"));
    }

    /** @param feed with {@link #THREADS} threads, or one that does everything at once */
    public LandscapeFeed(Session session, Feed feed) {
        this.session = session;
        this.feed = feed;
        this.terrains = feed.line("terrain");
        this.surveys = feed.line("paths");
        this.heads = new Heads(feed.line("heads"));
        this.gaps = new GapFeed(tracks, feed::nanos);
    }

    /** Which plane is looked at. */
    public ObjectProperty<PlaneChoice> choiceProperty() {
        return choice;
    }

    /** The plane found; null until somebody has been somewhere. */
    public ReadOnlyObjectProperty<Ground> groundProperty() {
        return heights.groundProperty();
    }

    /** Heights over the whole region of the ground; null until measured. */
    public ReadOnlyObjectProperty<Landscape> wholeProperty() {
        return heights.wholeProperty();
    }

    /** Heights over the part last asked for by {@link #look}; null where there is none. */
    public ReadOnlyObjectProperty<Landscape> nearProperty() {
        return heights.nearProperty();
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
    public ReadOnlyStringProperty problemProperty() {
        return feed.problemProperty();
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
        watch(viewer, on, PATHS_NANOS);
    }

    /** The same for a viewer of small pictures, which are content with some frames a second while the race runs. */
    public void glance(Object viewer, boolean on) {
        watch(viewer, on, GLANCE_NANOS);
    }

    private void watch(Object viewer, boolean on, long pace) {
        paces.remove(viewer);
        if (on) {
            paces.put(viewer, pace);
        }
        if (feed.watch(viewer, on)) {
            surveys.forget();
        }
    }

    private long pace() {
        return Snapshots.isRunning(session.snapshotProperty().get()) && feed.isWatched() ? Collections.min(paces.values()) : 0;
    }

    /** Measures a part of the ground more finely; null for the whole again. */
    public void look(Region part) {
        heights.look(part, measuring);
    }

    /** Whether anybody looks at a landscape. */
    public boolean isWatched() {
        return feed.isWatched();
    }

    /** Whether what is there belongs to the problem of now: after a change of the document it is the last one's until the next frame. */
    public boolean isCurrent() {
        return session.experiment() != null && Site.of(session.experiment(), session.dataProperty().get()).filter(now -> now.equals(site))
                .isPresent();
    }

    /** Whether all there is to see is there: until somebody moves or chooses, nothing changes any more. */
    public boolean isSettled() {
        RaceSnapshot now = session.snapshotProperty().get();
        return measuring != null && fits(session.race().racing()) && heights.coming() == null && wholeProperty().get() != null
                && !measuring.busy()
                && heads.isAnswered(now) && gaps.isComplete() && surveys.isAnswered(inputs(false))
                && (surface.get() != null || heights.isNear()
                        || !refit.due(known, now.state() == RaceState.ENDED, outside, Long.MAX_VALUE));
    }

    /** Once a frame: takes what has arrived and asks for what is missing. */
    public void frame() {
        if (!feed.isWatched() || session.experiment() == null) {
            return;
        }
        goTo(Site.of(session.experiment(), session.dataProperty().get()).orElse(null));
        feed.frame();
        askTerrain();
        Racing race = session.race().racing();
        heads.ask(race, session.snapshotProperty().get(), pace());
        if (measuring != null && fits(race)) {
            heights.fetch(measuring);
            survey(race);
            gaps.measure(heights, measuring, Snapshots.isRunning(session.snapshotProperty().get()));
        }
    }

    /** Until another experiment is ready the race is still the last one's. */
    private boolean fits(Racing race) {
        return session.race().isOpen()
                && race.layout().filter(layout -> layout.count() == measuring.parameterCount()).isPresent();
    }

    /** Ends all work. */
    public void dispose() {
        leave();
        feed.close();
    }

    private void goTo(Site next) {
        if (next == null ? site == null : next.equals(site)) {
            return;
        }
        leave();
        site = next;
        surface.set(next == null ? null : next.surface());
    }

    private void askTerrain() {
        Site here = site;
        if (here != null && terrains.wants(here, 0)) {
            terrains.<Terrain>ask(here, task -> here.terrain(), terrain -> settle(here, terrain));
        }
    }

    private void settle(Site of, Terrain terrain) {
        if (terrain.parameterCount() >= 2) {
            measuring = new Measuring(feed, terrain, of.heavy());
            gaps.begin(measuring.batch());
        }
    }

    private void leave() {
        if (measuring != null) {
            measuring.close();
            measuring = null;
        }
        feed.forget();
        site = null;
        projector = new Projector();
        gaps.clear();
        known = 0;
        outside = false;
        heights.clear();
        tracks.set(List.of());
    }

    private void survey(Racing race) {
        boolean ended = session.snapshotProperty().get().state() == RaceState.ENDED;
        List<Object> inputs = inputs(surface.get() == null && refit.due(known, ended, outside, feed.nanos()));
        if (!surveys.wants(inputs, pace())) {
            return;
        }
        List<Walk> walks = Walks.of(session, race, heads.latest());
        Ground coming = heights.coming();
        Ground now = heights.isReady() ? coming : heights.ground();
        long end = walks.stream().mapToLong(Walk::end).max().orElse(0);
        boolean wanted = coming == null && isWanted(now, walks, refit.due(end, ended, outside, feed.nanos()))
                || coming != null && !coming.choice().equals(choice.get());
        known = end;
        Fitting fitting = new Fitting(race.layout().orElseThrow(), surface.get());
        PlaneChoice asked = choice.get();
        Projector onto = projector;
        surveys.<Survey>ask(inputs, task -> survey(wanted ? fitting.fit(asked, walks).orElse(null) : now, walks, onto),
                found -> apply(found, end, ended));
    }

    /** All that a survey depends on. */
    private List<Object> inputs(boolean stale) {
        return List.of(session.snapshotProperty().get().version(), session.race().racing(), heads.latest(), session.experiment(),
                choice.get(), session.selection().revisionProperty().get(), stale, heights.isReady());
    }

    private boolean isWanted(Ground now, List<Walk> walks, boolean due) {
        return now == null || !now.choice().equals(choice.get()) || !startsInside(now, walks) || surface.get() == null && !heights.isNear()
                && due;
    }

    /** On a surface the region holds the start; another start may lie outside. */
    private boolean startsInside(Ground now, List<Walk> walks) {
        return surface.get() == null || walks.stream().filter(walk -> !walk.points().isEmpty())
                .map(walk -> walk.points().get(0).parameters())
                .allMatch(start -> now.region().contains(start[0], start[1]));
    }

    private static Survey survey(Ground ground, List<Walk> walks, Projector projector) {
        return ground == null ? Survey.NOTHING : new Survey(ground, projector.tracks(ground.plane(), walks, ground.exact()));
    }

    private void apply(Survey found, long end, boolean ended) {
        if (measuring == null) {
            return;
        }
        Ground on = found.ground();
        if (heights.isNew(on)) {
            refit.done(end, ended, feed.nanos());
            heights.prepare(on, measuring);
        }
        heights.changeTo(on, measuring);
        if (on == heights.ground()) {
            outside = found.tracks().stream().anyMatch(track -> isOutside(track, on));
            tracks.set(found.tracks().stream().map(track -> gaps.told(on, track)).toList());
        }
    }

    private static boolean isOutside(Track track, Ground on) {
        return track.head() >= 0 && !track.diverged()
                && !on.region().contains(track.points().x(track.head()), track.points().y(track.head()));
    }
}

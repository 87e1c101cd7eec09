package downhill.ui.session;

import downhill.analysis.curvature.GaugeCourse;
import downhill.analysis.curvature.CurvatureMeasure;
import downhill.analysis.curvature.Stability;
import downhill.engine.train.RunState;
import downhill.race.Outcome;
import downhill.race.RaceSnapshot;
import downhill.race.RaceSnapshot.Standing;
import downhill.race.Racing;
import downhill.race.document.ContenderSpec;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.OptionalLong;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import javafx.beans.property.LongProperty;
import javafx.beans.property.ReadOnlyLongProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.SimpleLongProperty;

/**
 * How near every contender shown is to the edge of stability, along its course. While the race runs each in turn is measured where it
 * stands; where it rests, the step looked at comes first, and then what fills the widest gap of the past. Only while somebody looks, and
 * with a rest as long as a multiple of the work. FX thread.
 */
public final class CurvatureFeed implements AutoCloseable {
    /** Moments of a course that are filled in where the race rests. */
    private static final int FILLED = 48;
    private static final int MOST = 400;
    private static final long PACE_NANOS = 100_000_000L;
    private static final double REST = 2;
    /** Most parameters of a model whose gauge is measured unasked: of one of four millions it takes a gigabyte and most of a minute. */
    private static final int GLANCED = 20_000;

    /** {@code version} tells two questions at the head of a running race apart; 0 for a step. */
    private record Question(Racing race, String contender, CurvatureMeasure measure, long step, long version) {
    }

    private final Session session;
    private final Feed feed;
    /** Who follows whole courses, and does not only glance. */
    private final Set<Object> followers = new HashSet<>();
    private final Line line;
    private final CurvatureDesk desk;
    private final CurvatureStill still;
    private final Map<CurvatureMeasure, Map<String, GaugeCourse>> courses = new EnumMap<>(CurvatureMeasure.class);
    private CurvatureMeasure drawn = CurvatureMeasure.GAUGE;
    private final LongProperty revision = new SimpleLongProperty(this, "revision");
    private List<ContenderSpec> known = List.of();
    private Racing race;
    private String latest = "";

    /** Of {@code session}'s race, with a thread of its own, which begins with the first work. */
    public CurvatureFeed(Session session) {
        this(session, Feed.threads(1, "curvature-feed"));
    }

    /** @param feed with one thread */
    CurvatureFeed(Session session, Feed feed) {
        this.session = session;
        this.feed = feed;
        line = feed.line("curvature").resting(REST);
        desk = new CurvatureDesk(session.rules());
        still = new CurvatureStill(session, feed, desk, () -> revision.set(revision.get() + 1));
    }

    /** Grows with all that is measured or forgotten. */
    public ReadOnlyLongProperty revisionProperty() {
        return revision;
    }

    /** What is wrong, in whichever language is spoken. */
    public ReadOnlyObjectProperty<Supplier<String>> problemSaidProperty() {
        return feed.problemSaidProperty();
    }

    /** While nobody watches, nothing is computed, and what is under way is given up. */
    public void watch(Object watcher, boolean on) {
        if (on) {
            followers.add(watcher);
        } else if (followers.remove(watcher) && followers.isEmpty()) {
            line.giveUp();
            still.giveUp();
        }
        feed.watch(watcher, on);
    }

    /** {@code watcher} wants no courses, and no more than the gauge of the chosen contender at the step looked at, where the race rests. */
    public void glance(Object watcher, boolean on) {
        feed.watch(watcher, on);
        if (!feed.isWatched()) {
            line.giveUp();
        }
    }

    /**
     * What is drawn, and so measured from now on; the gauge always is. What was measured of something else is kept, and what is
     * under way of it is given up.
     */
    public void draw(CurvatureMeasure measure) {
        if (drawn != measure) {
            line.giveUp();
        }
        drawn = measure;
    }

    /** What is looked at where the contenders stand. */
    public CurvatureStill still() {
        return still;
    }

    /** What is drawn, as it was measured of a contender up to the end of what is recorded, by increasing step. */
    public List<Stability> course(String contender) {
        return race == null ? List.of() : of(drawn, contender).until(race.recordedSteps(contender));
    }

    /** The last moments at or before a step at which the gauge was measured, by increasing step. */
    public List<Stability> until(String contender, long step) {
        return of(CurvatureMeasure.GAUGE, contender).until(step);
    }

    private GaugeCourse of(CurvatureMeasure measure, String contender) {
        return courses.computeIfAbsent(measure, made -> new HashMap<>()).computeIfAbsent(contender, id -> new GaugeCourse(MOST));
    }

    /** Once a frame: takes what has arrived and asks for what is missing. */
    public void frame() {
        if (!feed.isWatched()) {
            return;
        }
        follow();
        feed.frame();
        if (race != null && session.race().isOpen() && race.layout().isPresent()) {
            ask(session.snapshotProperty().get());
            if (!followers.isEmpty()) {
                still.ask(session.snapshotProperty().get());
            }
        }
    }

    /** Courses of another race, and what was measured after a change, are of no use. */
    private void follow() {
        Racing now = session.race().racing();
        List<ContenderSpec> specs = session.experiment() == null ? List.of() : session.experiment().contenders();
        if (now != race) {
            race = now;
            courses.clear();
            known = specs;
            forgotten();
        } else if (specs != known) {
            Map<String, Long> from = CourseChange.changed(known, specs);
            known = specs;
            from.forEach((id, step) -> courses.values().stream().map(of -> of.get(id)).filter(Objects::nonNull)
                    .forEach(course -> course.forgetFrom(step)));
            if (!from.isEmpty()) {
                forgotten();
            }
        }
    }

    private void forgotten() {
        line.forget();
        still.forget();
        revision.set(revision.get() + 1);
    }

    private void ask(RaceSnapshot now) {
        boolean running = Snapshots.isRunning(now);
        Question question = followers.isEmpty() ? glance(now) : next(now, running);
        if (followers.isEmpty() && !line.isAsked(question)) {
            line.giveUp();
        }
        if (question == null || !line.wants(question, running ? PACE_NANOS : 0)) {
            return;
        }
        CompletableFuture<RunState> state = running && question.version() != 0 ? race.stateNow(question.contender())
                : race.stateAt(question.contender(), question.step());
        Racing of = race;
        Set<CurvatureMeasure> wanted = EnumSet.of(question.measure());
        if (question.version() != 0 || !of(CurvatureMeasure.GAUGE, question.contender()).knows(question.step())) {
            wanted.add(CurvatureMeasure.GAUGE);
        }
        line.<RunState, Stability>ask(question, state, (at, task) -> desk.measure(of, question.contender(), at, wanted, task), found -> {
            latest = question.contender();
            wanted.forEach(measure -> of(measure, question.contender()).add(found));
            revision.set(revision.get() + 1);
        });
    }

    private Question next(RaceSnapshot now, boolean running) {
        return running ? turn(now) : gap(now);
    }

    private Stream<ContenderSpec> shown() {
        return known.stream().filter(session.selection()::isShown);
    }

    /** Each in turn where it stands; whoever has ended is filled in later. */
    private Question turn(RaceSnapshot now) {
        List<String> running = shown().map(ContenderSpec::id).filter(id -> Snapshots.of(now, id)
                .filter(one -> one.outcome() == Outcome.RUNNING).isPresent()).toList();
        if (running.isEmpty()) {
            return gap(now);
        }
        String next = running.get((running.indexOf(latest) + 1) % running.size());
        return new Question(race, next, drawn, -1, now.version());
    }

    /** Where the race rests, of the contender chosen at the step looked at; of a large model only for whoever watches its course. */
    private Question glance(RaceSnapshot now) {
        if (race.layout().get().count() > GLANCED) {
            return null;
        }
        String id = session.selection().contenderProperty().get();
        Standing standing = id == null ? null : Snapshots.of(now, id).orElse(null);
        boolean there = standing != null && !Snapshots.isRunning(now) && !standing.outcome().ended()
                && standing.outcome() != Outcome.UNBORN;
        return there && !of(CurvatureMeasure.GAUGE, id).knows(standing.step())
                ? new Question(race, id, CurvatureMeasure.GAUGE, standing.step(), 0) : null;
    }

    /** Of whoever is known least. */
    private Question gap(RaceSnapshot now) {
        return shown().sorted(Comparator.comparingInt(one -> of(drawn, one.id()).size()))
                .map(one -> gap(now, one)).filter(question -> question != null).findFirst().orElse(null);
    }

    private Question gap(RaceSnapshot now, ContenderSpec one) {
        Standing standing = Snapshots.of(now, one.id()).orElse(null);
        if (standing == null || standing.outcome() == Outcome.FAILED || standing.outcome() == Outcome.UNBORN) {
            return null;
        }
        GaugeCourse course = of(drawn, one.id());
        long last = standing.outcome().ended() ? standing.outcomeStep() - 1 : race.recordedSteps(one.id()) - 1;
        long first = one.birth();
        long looked = Math.min(standing.step(), last);
        return LongStream.of(looked).filter(step -> step >= first && !course.knows(step)).boxed().findFirst().map(OptionalLong::of)
                .orElseGet(() -> course.next(first, last, FILLED)).stream().boxed().findFirst()
                .map(step -> new Question(race, one.id(), drawn, step, 0)).orElse(null);
    }

    /** Whether something along the courses is under way. */
    boolean isBusy() {
        return line.isBusy();
    }

    /** Whether all that there is to measure is measured. */
    public boolean isSettled() {
        return race != null && !line.isBusy() && gap(session.snapshotProperty().get()) == null && still.isSettled();
    }

    @Override
    public void close() {
        feed.close(desk::close);
    }
}

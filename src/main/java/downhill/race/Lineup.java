package downhill.race;

import downhill.expr.FormulaException;
import downhill.race.document.ContenderSpec;
import downhill.race.document.CourseKey;
import downhill.race.document.Descent;
import downhill.race.document.Experiment;
import downhill.race.document.Roster;
import downhill.race.history.ContenderHistory;
import downhill.words.Said;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CancellationException;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Keeps the contenders in the race in step with the document: takes in, lets go, and says who cannot take part and why. */
final class Lineup {
    private static final Logger LOG = LoggerFactory.getLogger(Lineup.class);

    private record Failure(ContenderSpec spec, Said message) {
    }

    private final Roster roster;
    private final Field field;
    private final Nursery nursery;
    private final Map<String, ContenderHistory> histories;
    private final Attic attic;
    private final Consumer<Lane> forget;
    private final Map<String, Failure> failures = new HashMap<>();
    private final Map<String, ContenderSpec> unborn = new LinkedHashMap<>();

    /**
     * @param histories of all in the race by id, for readers
     * @param attic     keeps what those who leave have done
     * @param forget    makes a lane forget what it recorded beyond where it stands
     */
    Lineup(Roster roster, Field field, Nursery nursery, Map<String, ContenderHistory> histories, Attic attic,
           Consumer<Lane> forget) {
        this.attic = attic;
        this.forget = forget;
        this.roster = roster;
        this.field = field;
        this.nursery = nursery;
        this.histories = histories;
    }

    /** Why contenders could not take part, by id. */
    Map<String, Said> failures() {
        Map<String, Said> messages = new HashMap<>();
        failures.forEach((id, failure) -> messages.put(id, failure.message()));
        return messages;
    }

    /** Whether somebody waits for another contender to reach the step of a branch. */
    boolean waiting() {
        return !unborn.isEmpty();
    }

    boolean isEmpty() {
        return field.lanes().isEmpty() && failures.isEmpty();
    }

    void clear() {
        List.copyOf(field.lanes()).forEach(lane -> drop(lane.id));
        attic.restore(List.of());
        failures.clear();
        unborn.clear();
    }

    /**
     * Takes in contenders where they were saved; those that were not saved come by {@link #reconcile()}.
     *
     * @throws RuntimeException where what was saved does not fit the model; nobody is in the race then
     */
    void restore(Checkpoint from) {
        Map<String, SavedCourse> byId = new HashMap<>();
        Experiment now = roster.experiment();
        Checkpoint known = from.experiment().differsInContendersAlone(now) ? from.under(now) : from; // else it is refused
        known.courses().forEach(course -> byId.put(course.id(), course));
        try {
            List<Lane> lanes = new ArrayList<>();
            for (ContenderSpec spec : now.contenders()) {
                SavedCourse course = byId.get(spec.id());
                if (course != null) {
                    lanes.add(nursery.restored(spec, course, CourseKey.of(now, spec)));
                }
            }
            field.restore(lanes, from);
            lanes.forEach(lane -> histories.put(lane.id, lane.history));
            attic.restore(known.left());
        } catch (RuntimeException refused) {
            clear();
            throw refused;
        }
    }

    /** The race as it stands, without those whose specification is about to change. */
    Checkpoint save() {
        Experiment document = roster.experiment();
        Map<String, ContenderSpec> specs = new HashMap<>();
        document.contenders().forEach(spec -> specs.put(spec.id(), spec));
        return field.save(document, lane -> specs.containsKey(lane.id) && Nursery.sameCourse(lane.spec, specs.get(lane.id)),
                attic.list());
    }

    /** Makes the lanes what the document says. */
    void reconcile() {
        Set<String> wanted = new HashSet<>();
        for (ContenderSpec spec : roster.experiment().contenders()) {
            wanted.add(spec.id());
            Lane lane = field.lane(spec.id());
            Failure failure = failures.get(spec.id());
            boolean known = lane != null ? Nursery.sameCourse(lane.spec, spec)
                    : failure != null && Nursery.sameCourse(failure.spec(), spec);
            if (lane != null && (known || turned(lane, spec))) {
                lane.spec = spec;
            } else if (!known) {
                failures.remove(spec.id());
                leave(spec.id());
                unborn.put(spec.id(), spec);
            }
        }
        for (Lane lane : List.copyOf(field.lanes())) {
            if (!wanted.contains(lane.id)) {
                leave(lane.id);
            }
        }
        failures.keySet().retainAll(wanted);
        unborn.keySet().retainAll(wanted);
        bear();
    }

    /**
     * Where nothing but changes by hand are others, the course is the same up to the first of them: the lane goes back to a moment kept
     * before it and forgets what came after. False where it has to begin again.
     */
    private boolean turned(Lane lane, ContenderSpec spec) {
        boolean onlyChanges = spec.withChanges(lane.spec.changes()).course().equals(lane.spec.course());
        long from = onlyChanges ? parting(lane.spec.changes(), spec.changes()) : -1;
        if (from < lane.birth || lane.outcome == Outcome.FAILED || !nursery.accepts(spec)) {
            return false;
        }
        field.dissolve(Set.of(lane));
        lane.put(lane.frames.before(Math.min(from, lane.step)));
        if (!lane.knowsLosses(lane.step)) { // far back they are known only to those who do the steps again
            lane.put(lane.frames.before(Math.max(lane.birth, lane.step - lane.recent().window())));
        }
        forget.accept(lane);
        return true;
    }

    /** The step of the first change that only one of the two has. */
    private static long parting(List<ContenderSpec.Change> was, List<ContenderSpec.Change> now) {
        return Stream.concat(was.stream().filter(change -> !now.contains(change)), now.stream().filter(change -> !was.contains(change)))
                .mapToLong(ContenderSpec.Change::step).min().orElse(-1);
    }

    /** Whoever leaves may come back. */
    private void leave(String id) {
        Lane lane = field.lane(id);
        drop(id);
        if (lane != null && lane.outcome != Outcome.FAILED) {
            attic.put(lane);
        }
    }

    private void drop(String id) {
        field.remove(id);
        histories.remove(id);
    }

    /** Takes in those whose time has come; a branch waits until its parent has reached it. */
    boolean bear() {
        boolean any = false;
        List<Lane> born = new ArrayList<>();
        for (ContenderSpec known : List.copyOf(unborn.values())) {
            ContenderSpec spec = newest(known);
            ContenderSpec.Fork root = Descent.root(spec);
            Lane parent = root == null ? null : field.lane(root.parent());
            if (!waits(root, parent, born)) {
                unborn.remove(spec.id());
                any = true;
                bear(spec, parent, born);
            }
        }
        field.add(born);
        born.forEach(lane -> histories.put(lane.id, lane.history));
        return any;
    }

    /** With the lineage it may have got while it waited. */
    private ContenderSpec newest(ContenderSpec known) {
        return roster.byId(known.id()).filter(now -> Nursery.sameCourse(known, now)).orElse(known);
    }

    private boolean waits(ContenderSpec.Fork root, Lane parent, List<Lane> born) {
        if (root == null) {
            return false;
        }
        boolean unready = unborn.containsKey(root.parent()) || born.stream().anyMatch(lane -> lane.id.equals(root.parent()));
        boolean comes = root.step() <= roster.experiment().training().steps();
        return comes && (unready || parent != null && parent.running() && parent.recorded() < root.step());
    }

    private void comeBack(Lane lane) {
        field.comeBack(lane);
        histories.put(lane.id, lane.history);
    }

    private void bear(ContenderSpec spec, Lane parent, List<Lane> born) {
        try {
            CourseKey key = CourseKey.of(spec, id -> parent == null ? null : parent.key());
            SavedCourse left = attic.take(key);
            if (left == null) {
                born.add(nursery.lane(spec, parent, key));
            } else {
                comeBack(nursery.restored(spec, left, key));
            }
        } catch (IllegalArgumentException | FormulaException refused) {
            failures.put(spec.id(), new Failure(spec, Said.message(refused)));
        } catch (CancellationException closing) {
            throw closing;
        } catch (RuntimeException unforeseen) { // one that cannot take part is no reason to end the race of the others
            LOG.warn("A contender cannot take part", unforeseen);
            failures.put(spec.id(), new Failure(spec, Said.message(unforeseen)));
        }
    }
}

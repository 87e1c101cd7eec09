package downhill.race.document;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.function.BiFunction;

/**
 * What one deed of a person made of a document, in the order in which it is done. A list of revisions is a log: done one after another on
 * the first document they give the last, undone in the opposite order they give the first again.
 *
 * @param changes none where nothing is another
 */
public record Revision(List<Change> changes) {
    /** The list is kept as it is. */
    public Revision {
        changes = List.copyOf(changes);
    }

    /** What makes {@code now} of {@code was}. */
    public static Revision between(Experiment was, Experiment now) {
        List<Change> changes = new ArrayList<>();
        add(changes, was.title(), now.title(), Change.Title::new);
        add(changes, was.problem(), now.problem(), Change.Subject::new);
        add(changes, was.training(), now.training(), Change.Training::new);
        add(changes, was.seed(), now.seed(), Change.Seed::new);
        add(changes, was.precision(), now.precision(), Change.Format::new);
        add(changes, was.evaluated(), now.evaluated(), Change.Method::new);
        add(changes, was.search(), now.search(), Change.Search::new);
        add(changes, was.shrink(), now.shrink(), Change.Forms::new);
        contenders(changes, was.contenders(), now.contenders());
        treatments(changes, was.tried(), now.tried());
        return new Revision(changes);
    }

    private static <T> void add(List<Change> changes, T was, T now, BiFunction<T, T, Change> change) {
        if (!Objects.equals(was, now)) {
            changes.add(change.apply(was, now));
        }
    }

    /**
     * First whoever leaves, from the last to the first, then who stays, then who comes, from the first to the last: so every
     * place is right.
     */
    private static void contenders(List<Change> changes, List<ContenderSpec> was, List<ContenderSpec> now) {
        List<String> before = new ArrayList<>(ids(was));
        List<String> after = new ArrayList<>(ids(now));
        for (int place = was.size() - 1; place >= 0; place--) {
            if (!after.contains(was.get(place).id())) {
                changes.add(new Change.Removed(was.get(place), place));
            }
        }
        for (ContenderSpec one : was) {
            int place = after.indexOf(one.id());
            if (place >= 0) {
                add(changes, one, now.get(place), Change.Edited::new);
            }
        }
        List<String> staying = before.stream().filter(after::contains).toList();
        add(changes, staying, after.stream().filter(before::contains).toList(), Change.Ordered::new);
        for (int place = 0; place < now.size(); place++) {
            if (!before.contains(now.get(place).id())) {
                changes.add(new Change.Added(now.get(place), place));
            }
        }
    }

    /** Who was tried, or no longer; what came of it is written down beside. */
    private static void treatments(List<Change> changes, List<TriedRemedy> was, List<TriedRemedy> now) {
        was.stream().filter(one -> !has(now, one)).forEach(one -> changes.add(new Change.Treated(one, false)));
        now.stream().filter(one -> !has(was, one)).forEach(one -> changes.add(new Change.Treated(one, true)));
    }

    private static boolean has(List<TriedRemedy> some, TriedRemedy one) {
        return some.stream().anyMatch(other -> other.id().equals(one.id()));
    }

    private static List<String> ids(List<ContenderSpec> contenders) {
        return contenders.stream().map(ContenderSpec::id).toList();
    }

    /** The same, in the course of which the race began again. */
    public Revision restarting() {
        List<Change> all = new ArrayList<>(changes);
        all.add(new Change.Restarted());
        return new Revision(all);
    }

    /** Whether the race began again by it, whatever became of the document. */
    public boolean restarts() {
        return changes.stream().anyMatch(Change.Restarted.class::isInstance);
    }

    /** {@code document} with all of it. */
    public Experiment in(Experiment document) {
        Experiment now = document;
        for (Change change : changes) {
            now = change.in(now);
        }
        return now;
    }

    /** What undoes it. */
    public Revision back() {
        List<Change> opposite = new ArrayList<>(changes.stream().map(Change::back).toList());
        Collections.reverse(opposite);
        return new Revision(opposite);
    }

    /** Whether nothing is another. */
    public boolean isEmpty() {
        return changes.isEmpty();
    }
}

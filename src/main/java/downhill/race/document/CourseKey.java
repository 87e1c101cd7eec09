package downhill.race.document;

import java.util.List;
import java.util.function.Function;

/**
 * All that the course of a contender depends on in one race: two that are equal take the same course, bit for bit.
 *
 * @param course what it is, see {@link ContenderSpec#course}
 * @param parent the same of whom it branches off, up to the step at which it does; null where it branches off nobody
 */
public record CourseKey(ContenderSpec course, CourseKey parent) {
    /** Of a contender of a document. */
    public static CourseKey of(Experiment document, ContenderSpec spec) {
        return inDocument(document, spec, document.contenders().size());
    }

    private static CourseKey inDocument(Experiment document, ContenderSpec spec, int hops) {
        return of(spec, id -> {
            ContenderSpec parent = hops == 0 ? null : Descent.byId(document, id); // a document may say that two descend from each other
            return parent == null ? null : inDocument(document, parent, hops - 1);
        });
    }

    /** Of a contender whose first ancestor without a lineage is known to {@code roots} by its id. */
    public static CourseKey of(ContenderSpec spec, Function<String, CourseKey> roots) {
        return of(spec, spec.fork() == null ? List.of() : spec.fork().lineage(), roots);
    }

    private static CourseKey of(ContenderSpec spec, List<ContenderSpec> lineage, Function<String, CourseKey> roots) {
        ContenderSpec.Fork fork = spec.fork();
        if (fork == null) {
            return new CourseKey(spec.course(), null);
        }
        ContenderSpec gone = Descent.parent(fork, lineage);
        CourseKey parent = gone == null ? roots.apply(fork.parent()) : of(gone, Descent.without(lineage, gone), roots);
        return new CourseKey(spec.course(), parent == null ? null : parent.before(fork.step()));
    }

    /** The same up to a step: what was changed by hand later is left out. */
    private CourseKey before(long step) {
        return new CourseKey(course.withChanges(course.changes().stream().filter(change -> change.step() < step).toList()), parent);
    }}

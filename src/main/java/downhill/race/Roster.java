package downhill.race;

import downhill.race.document.ContenderSpec;
import downhill.race.document.Descent;
import downhill.race.document.Experiment;
import downhill.words.RefusedException;
import downhill.words.Said;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;

/** The document as it now stands, changed from any thread. */
final class Roster {
    private final AtomicReference<Experiment> document;
    private final Consumer<Experiment> check;

    /** @param check throws where a document that somebody asks for cannot be raced; the one that was there then stays */
    Roster(Experiment experiment, Consumer<Experiment> check) {
        document = new AtomicReference<>(experiment);
        this.check = check;
    }

    Experiment experiment() {
        return document.get();
    }

    Optional<ContenderSpec> byId(String id) {
        return find(document.get(), id);
    }

    private static Optional<ContenderSpec> find(Experiment experiment, String id) {
        return experiment.contenders().stream().filter(spec -> spec.id().equals(id)).findFirst();
    }

    private static Experiment changed(Experiment experiment, String id, UnaryOperator<ContenderSpec> change) {
        return experiment.withContenders(experiment.contenders().stream().map(spec -> spec.id().equals(id) ? change.apply(spec) : spec)
                .toList());
    }

    ContenderSpec require(String id) {
        return byId(id).orElseThrow(() -> new RefusedException(Said.of("contender.none", id)));
    }

    void add(ContenderSpec spec) {
        document.updateAndGet(now -> {
            if (now.contenders().stream().anyMatch(other -> other.id().equals(spec.id()))) {
                throw new RefusedException(Said.of("contender.there", spec.id()));
            }
            List<ContenderSpec> more = new ArrayList<>(now.contenders());
            more.add(Descent.rooted(now, spec));
            return checked(now.withContenders(more));
        });
    }

    void remove(String id) {
        document.updateAndGet(now -> {
            Experiment kept = find(now, id).map(was -> Descent.keeping(now, was, Descent.ALL)).orElse(now);
            return kept.withContenders(kept.contenders().stream().filter(spec -> !spec.id().equals(id)).toList());
        });
    }

    /** Takes a document over as it is. */
    void follow(Experiment now) {
        document.set(checked(now));
    }

    private Experiment checked(Experiment wanted) {
        check.accept(wanted);
        return wanted;
    }

    /** Puts another specification in the place of the one of its id; nothing happens where it is no longer there. */
    void replace(ContenderSpec next) {
        document.updateAndGet(now -> find(now, next.id()).map(was -> {
            Experiment kept = Nursery.sameCourse(was, next) ? now : Descent.keeping(now, was, Descent.ALL);
            return checked(changed(kept, next.id(), old -> Descent.kept(old, next)));
        }).orElse(now));
    }

    /** Changes the course of one contender from a step on; those that branched off later keep the one they came from. */
    void divert(String id, long step, UnaryOperator<ContenderSpec> change) {
        document.updateAndGet(now -> find(now, id).map(was -> changed(Descent.keeping(now, was, step), id, change)).orElse(now));
    }

    /** Changes one contender; nothing happens where it is no longer there. */
    void change(String id, UnaryOperator<ContenderSpec> change) {
        document.updateAndGet(now -> changed(now, id, change));
    }

    void changeAll(UnaryOperator<ContenderSpec> change) {
        document.updateAndGet(now -> now.withContenders(now.contenders().stream().map(change).toList()));
    }
}

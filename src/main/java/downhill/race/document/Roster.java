package downhill.race.document;

import downhill.words.RefusedException;
import downhill.words.Said;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;

/**
 * The document as one race sees it: that of its owner, as long as only its title and its contenders are others than when the race was
 * asked for. Once data, model, training, seed or number format are others, it is the document of another race, and this one stays with
 * what it saw last. From any thread.
 */
public final class Roster implements Document.Follower, AutoCloseable {
    private final Document document;
    private volatile Experiment seen;
    private volatile boolean follows = true;
    private volatile Runnable changed = () -> { };
    private volatile Consumer<Experiment> checked = wanted -> { };

    /** Follows {@code document} from now on. */
    public Roster(Document document) {
        this.document = document;
        synchronized (document) { // nothing is heard before it is known what it changes
            seen = document.follow(this);
        }
    }

    @Override
    public void check(Experiment was, Experiment wanted) {
        if (follows && seen.differsInContendersAlone(wanted)) {
            checked.accept(wanted);
        }
    }

    @Override
    public void hear(Document.Edit edit) {
        if (follows && seen.differsInContendersAlone(edit.now())) {
            seen = edit.now();
            changed.run();
        } else {
            follows = false;
        }
    }

    /** Is told, on any thread, that there are other contenders; quick, and waits for nothing. */
    public void onChange(Runnable told) {
        changed = told;
    }

    /** Is asked before there are, and throws {@link RefusedException} where they cannot be raced: then they are not. */
    public void onCheck(Consumer<Experiment> asked) {
        checked = asked;
    }

    /** The document. */
    public Experiment experiment() {
        return seen;
    }

    /** Whether it is still the document of this race. */
    public boolean follows() {
        return follows;
    }

    /** A contender; empty where there is none of that id. */
    public Optional<ContenderSpec> byId(String id) {
        return Optional.ofNullable(Descent.byId(seen, id));
    }

    /**
     * The same.
     *
     * @throws RefusedException where there is none
     */
    public ContenderSpec require(String id) {
        return byId(id).orElseThrow(() -> new RefusedException(Said.of("contender.none", id)));
    }

    /** Changes the document of its owner. What was asked of a race before that document became another's is changed in both. */
    public void edit(UnaryOperator<Experiment> change) {
        synchronized (document) { // nobody else may make it another's in between
            document.edit(change);
            seen = follows ? seen : change.apply(seen);
        }
    }

    /** One more, at the end. */
    public void add(ContenderSpec spec) {
        edit(now -> {
            if (Descent.byId(now, spec.id()) != null) {
                throw new RefusedException(Said.of("contender.there", spec.id()));
            }
            List<ContenderSpec> more = new ArrayList<>(now.contenders());
            more.add(spec);
            return Descent.settled(now, now.withContenders(more));
        });
    }

    /** One less; what branched off it stays. */
    public void remove(String id) {
        edit(now -> Descent.settled(now, now.withContenders(now.contenders().stream().filter(one -> !one.id().equals(id)).toList())));
    }

    /**
     * One more, which comes off another at a step.
     *
     * @param changed what it is, with an id of its own; its fork may carry values of parameters, its changes are dropped
     */
    public void fork(String id, long step, ContenderSpec changed) {
        ContenderSpec parent = require(id);
        Map<Integer, Double> typed = changed.fork() == null ? Map.of() : changed.fork().parameters();
        ContenderSpec.Fork origin = new ContenderSpec.Fork(id, step, typed);
        add(changed.copy(changed.id(), changed.name(), changed.style(), origin).withChanges(List.of()).withSeeds(parent.seeds()));
    }

    /** Puts another specification in the place of the one of its id; nothing happens where it is no longer there. */
    public void replace(ContenderSpec next) {
        edit(now -> Descent.settled(now, changed(now, next.id(), was -> next)));
    }

    /** Changes the course of one contender from a step on; those that branched off later keep the one they came from. */
    public void divert(String id, long step, UnaryOperator<ContenderSpec> change) {
        edit(now -> {
            ContenderSpec was = Descent.byId(now, id);
            return was == null ? now : changed(Descent.keeping(now, was, step), id, change);
        });
    }

    /** Changes all, as the race begins again; that it does is an edit, too, where {@code told}. */
    public void restart(UnaryOperator<ContenderSpec> change, boolean told) {
        UnaryOperator<Experiment> all = now -> now.withContenders(now.contenders().stream().map(change).toList());
        if (told && follows) {
            document.restart(all);
        } else {
            edit(all);
        }
    }

    private static Experiment changed(Experiment experiment, String id, UnaryOperator<ContenderSpec> change) {
        return experiment.withContenders(experiment.contenders().stream().map(spec -> spec.id().equals(id) ? change.apply(spec) : spec)
                .toList());
    }

    /** It is the document of no race any more. */
    @Override
    public void close() {
        document.leave(this);
    }
}

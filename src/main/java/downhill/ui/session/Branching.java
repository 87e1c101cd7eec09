package downhill.ui.session;

import downhill.race.Outcome;
import downhill.race.RaceSnapshot.Standing;
import downhill.race.document.ContenderSpec;
import downhill.race.document.Experiment;
import downhill.ui.i18n.Numbers;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;

/** Lets a branch of a contender into the race of a session. FX thread. */
public final class Branching {
    /** Between a parent's name and the step. */
    private static final String BRANCH = " ⎇ ";

    private final Session session;
    private final ContenderSpec parent;
    private final long step;

    /** Branches {@code parent} off at {@code step}, or at the last step it has. */
    public Branching(Session session, ContenderSpec parent, long step) {
        this.session = session;
        this.parent = parent;
        this.step = Math.min(step, Snapshots.of(session.snapshotProperty().get(), parent.id()).map(Branching::lastStep).orElse(step));
    }

    /** A contender that diverged has no state at the step that was not finite. */
    private static long lastStep(Standing standing) {
        return standing.outcome() == Outcome.DIVERGED ? Math.max(0, standing.outcomeStep() - 1) : standing.step();
    }

    /** Where it comes off. */
    public long step() {
        return step;
    }

    /** Numbers of the parent's rule in force at the step. */
    public Map<String, Double> values() {
        return parent.withChanges(parent.changes().stream().filter(change -> change.step() <= step).toList()).inForce();
    }

    /** Such as {@code Adam ⎇ 240: η 0.2}; {@code words} say what is different, and may be empty. */
    public String name(String words) {
        String stem = parent.fork() == null ? parent.name() : parent.name().split(BRANCH)[0];
        return stem + BRANCH + Numbers.count(step) + (words.isEmpty() ? "" : ": " + words);
    }

    /**
     * The branch as a contender of the document, like its parent at the step.
     *
     * @param words what will be different, for its name
     * @param typed parameters that begin with other values, by place
     */
    public ContenderSpec copy(String words, Map<Integer, Double> typed) {
        Experiment document = session.experiment();
        ContenderSpec.Fork origin = new ContenderSpec.Fork(parent.id(), step, typed);
        return parent.copy(Edits.freshId(document), Edits.freshName(document, name(words)), Edits.freshStyle(document), origin)
                .withChanges(List.of()).withHyperparameters(values()).withMuted(false);
    }

    /** Lets {@code branch} into the race, right behind its parent, and chooses it; false where there is no room for it, which is told. */
    public boolean letIn(ContenderSpec branch) {
        return letIn(branch, document -> document);
    }

    /** The same, with {@code also} done to the document by the same edit. */
    public boolean letIn(ContenderSpec branch, UnaryOperator<Experiment> also) {
        boolean taken = session.edit(document -> {
            List<ContenderSpec> all = new ArrayList<>(document.contenders());
            all.add(indexOf(all, parent.id()) + 1, branch);
            return also.apply(document.withContenders(all));
        });
        if (taken) {
            session.selection().contenderProperty().set(branch.id());
        }
        return taken;
    }

    private static int indexOf(List<ContenderSpec> all, String id) {
        for (int i = 0; i < all.size(); i++) {
            if (all.get(i).id().equals(id)) {
                return i;
            }
        }
        return all.size() - 1;
    }
}

package downhill.race.document;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * Whom branches come from. A branch goes on from its parent's state at a step; where the parent then takes another course before
 * that step, or leaves, the branch keeps what its parent was, so that the document alone repeats it.
 */
public final class Descent {
    /** From the very beginning. */
    public static final long ALL = -1;

    private Descent() {
    }

    /** The parent as a lineage has it; null where it is as the document has it. */
    public static ContenderSpec parent(ContenderSpec.Fork fork, List<ContenderSpec> lineage) {
        return lineage.stream().filter(one -> one.id().equals(fork.parent())).findFirst().orElse(null);
    }

    /** The branch, its own or an ancestor's, that comes off a contender of the document; null where there is none. */
    public static ContenderSpec.Fork root(ContenderSpec spec) {
        ContenderSpec.Fork link = spec.fork();
        List<ContenderSpec> unseen = new ArrayList<>(link == null ? List.of() : link.lineage());
        while (link != null && parent(link, unseen) != null) {
            ContenderSpec parent = parent(link, unseen);
            unseen.remove(parent);
            link = parent.fork();
        }
        return link;
    }

    /**
     * Where a branch of a contender at a step comes off: the contender itself, or where it had not begun by then, the ancestor whose
     * course it shares.
     */
    public static ContenderSpec.Fork origin(Experiment document, String id, long step) {
        ContenderSpec.Fork link = new ContenderSpec.Fork(id, step, Map.of());
        int most = document.contenders().stream().mapToInt(one -> 1 + (one.fork() == null ? 0 : one.fork().lineage().size())).sum();
        for (int hops = 0; hops < most; hops++) { // no more: a document may say that two descend from each other
            ContenderSpec gone = parent(link, link.lineage());
            ContenderSpec at = gone == null ? byId(document, link.parent()) : gone;
            if (at == null || at.fork() == null || step >= at.fork().step()) {
                break;
            }
            link = new ContenderSpec.Fork(at.fork().parent(), step, Map.of(), gone == null ? at.fork().lineage()
                    : without(link.lineage(), gone));
        }
        return link;
    }

    /** The first of its ancestors; itself where it branches off nobody. */
    public static ContenderSpec first(Experiment document, ContenderSpec spec) {
        List<ContenderSpec> unseen = new ArrayList<>();
        ContenderSpec now = spec;
        for (int hops = 0; now.fork() != null && hops <= document.contenders().size() + unseen.size(); hops++) {
            unseen.addAll(now.fork().lineage());
            ContenderSpec gone = parent(now.fork(), unseen);
            ContenderSpec parent = gone == null ? byId(document, now.fork().parent()) : gone;
            unseen.remove(gone);
            if (parent == null) { // it is refused where it is to race
                return now;
            }
            now = parent;
        }
        return now;
    }

    /** Null where there is none. */
    public static ContenderSpec byId(Experiment document, String id) {
        return document.contenders().stream().filter(one -> one.id().equals(id)).findFirst().orElse(null);
    }

    /** A lineage without one of its ancestors, who has been found. */
    public static List<ContenderSpec> without(List<ContenderSpec> lineage, ContenderSpec found) {
        return lineage.stream().filter(one -> one != found).toList();
    }

    /** A branch with the lineage it has now kept, where another specification of it was made from one that had none yet. */
    public static ContenderSpec kept(ContenderSpec now, ContenderSpec next) {
        ContenderSpec.Fork fork = next.fork();
        boolean same = fork != null && now.fork() != null && fork.lineage().isEmpty() && fork.parent().equals(now.fork().parent())
                && fork.step() == now.fork().step();
        return same ? next.withFork(fork.withLineage(now.fork().lineage())) : next;
    }

    /**
     * The document before a contender of it takes another course: all that branched off it later than that keep it as it is.
     *
     * @param was  the contender, as it is
     * @param from the step up to which its course stays the same, or {@link #ALL}
     */
    public static Experiment keeping(Experiment document, ContenderSpec was, long from) {
        return document.withContenders(document.contenders().stream().map(one -> {
            ContenderSpec.Fork root = one.id().equals(was.id()) ? null : root(one);
            boolean concerned = root != null && root.parent().equals(was.id()) && root.step() > from;
            return concerned ? one.withFork(one.fork().withLineage(longer(one.fork().lineage(), was))) : one;
        }).toList());
    }

    /**
     * What a person made of a document, so that the document alone still repeats every branch: those whose parent has left or takes
     * another course keep it as it was, and one that was edited keeps the lineage it has got meanwhile.
     */
    public static Experiment settled(Experiment was, Experiment edited) {
        Experiment now = edited;
        for (ContenderSpec before : was.contenders()) {
            ContenderSpec after = byId(now, before.id());
            if (after != null && !after.equals(before)) {
                now = replaced(now, kept(before, after));
            }
            if (after == null || !after.course().equals(before.course())) {
                now = keeping(now, before, ALL);
            }
        }
        for (ContenderSpec after : edited.contenders()) {
            now = byId(was, after.id()) == null ? replaced(now, rooted(now, byId(now, after.id()))) : now;
        }
        return now;
    }

    private static Experiment replaced(Experiment document, ContenderSpec next) {
        return document.withContenders(document.contenders().stream().map(one -> one.id().equals(next.id()) ? next : one).toList());
    }

    /** A branch at a step at which its parent had not begun comes off whom the parent came from. */
    public static ContenderSpec rooted(Experiment document, ContenderSpec spec) {
        ContenderSpec.Fork fork = spec.fork();
        boolean known = fork == null || parent(fork, fork.lineage()) != null;
        ContenderSpec.Fork origin = known ? fork : origin(document, fork.parent(), fork.step());
        return known || origin.parent().equals(fork.parent()) ? spec
                : spec.withFork(new ContenderSpec.Fork(origin.parent(), origin.step(), fork.parameters(), origin.lineage()));
    }

    private static List<ContenderSpec> longer(List<ContenderSpec> lineage, ContenderSpec was) {
        List<ContenderSpec> all = new ArrayList<>(lineage);
        all.add(plain(was));
        if (was.fork() != null) {
            all.addAll(was.fork().lineage());
        }
        return all;
    }

    /** Without a lineage. */
    public static ContenderSpec plain(ContenderSpec spec) {
        return spec.fork() == null || spec.fork().lineage().isEmpty() ? spec : spec.withFork(spec.fork().withLineage(List.of()));
    }
}

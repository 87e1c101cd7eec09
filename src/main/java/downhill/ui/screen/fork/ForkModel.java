package downhill.ui.screen.fork;

import downhill.optim.Penalty;
import downhill.optim.Rule;
import downhill.race.document.ContenderSpec;
import downhill.race.document.Descent;
import downhill.ui.i18n.Messages;
import downhill.ui.i18n.Numbers;
import downhill.ui.session.Branching;
import downhill.ui.session.Edits;
import downhill.ui.session.Session;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** A branch in the making: its parent, the step, and what becomes of one change. */
final class ForkModel {
    private final Session session;
    private final ContenderSpec parent;
    private final Branching branching;

    /** Branches {@code parent} off at {@code step}, or at the last step it has. */
    ForkModel(Session session, ContenderSpec parent, long step) {
        this.session = session;
        this.parent = parent;
        branching = new Branching(session, parent, step);
    }

    Session session() {
        return session;
    }

    ContenderSpec parent() {
        return parent;
    }

    long step() {
        return branching.step();
    }

    /**
     * Id of the contender of the race that has the state at the step: the parent, or where it had not begun by then, whom it comes
     * from; empty where that one has left.
     */
    Optional<String> source() {
        ContenderSpec.Fork origin = session.experiment().branchOff(parent.id(), step());
        return Descent.parent(origin, origin.lineage()) == null ? Optional.of(origin.parent()) : Optional.empty();
    }

    /** The name of whom the branch has run as up to the step; the parent's where nobody else has the state there. */
    String past() {
        return source().flatMap(id -> session.experiment().contenders().stream().filter(one -> one.id().equals(id)).findFirst())
                .orElse(parent).name();
    }

    /** The parent's rule, which may be one that it brings with it. */
    Rule rule() {
        return session.ruleOf(parent).orElseThrow();
    }

    /** What a branch may go on with: the built-in rules and those that contenders bring with them, each once. */
    List<Rule> rules() {
        Stream<Rule> own = session.experiment().contenders().stream().filter(one -> one.ruleText() != null)
                .flatMap(one -> session.ruleOf(one).stream());
        return Stream.of(session.rules().all().stream(), own, Stream.of(rule())).flatMap(some -> some).distinct().toList();
    }

    private boolean isBuiltIn(Rule rule) {
        return session.rules().byId(rule.id()).filter(rule::equals).isPresent();
    }

    /** Numbers of the parent's rule in force at the step. */
    Map<String, Double> values() {
        return branching.values();
    }

    double value(downhill.optim.Hyperparameter what) {
        return values().getOrDefault(what.key(), what.defaultValue());
    }

    Penalty penalty() {
        return parent.penalty() != null ? parent.penalty() : session.experiment().training().penalty();
    }

    int batch() {
        return parent.batchSize() == ContenderSpec.SHARED_BATCH ? session.experiment().training().batchSize() : parent.batchSize();
    }

    /** Such as {@code Adam ⎇ 240: η 0.2}. */
    String name(Difference difference) {
        return branching.name(words(difference));
    }

    private String words(Difference difference) {
        if (difference instanceof Difference.OtherRule other) {
            return other.rule().name();
        } else if (difference instanceof Difference.OtherNumber other) {
            return other.what().symbol() + " " + Numbers.plain(other.value());
        } else if (difference instanceof Difference.OtherBatch other) {
            return other.rows() == 0 ? Messages.text("fork.name.batch.full")
                    : Messages.text("fork.name.batch", Numbers.count(other.rows()));
        } else if (difference instanceof Difference.OtherL1 other) {
            return "L1 " + Numbers.plain(other.factor());
        } else if (difference instanceof Difference.OtherL2 other) {
            return "L2 " + Numbers.plain(other.factor());
        } else if (difference instanceof Difference.OtherParameter other) {
            return other.name() + " " + Numbers.plain(other.value());
        }
        return "";
    }

    /** The branch as a contender of the document. */
    ContenderSpec branch(Difference difference) {
        Map<Integer, Double> typed = difference instanceof Difference.OtherParameter other ? Map.of(other.index(), other.value())
                : Map.of();
        return changed(branching.copy(words(difference), typed), difference);
    }

    private ContenderSpec changed(ContenderSpec copy, Difference difference) {
        if (difference instanceof Difference.OtherRule other) {
            return copy.withRule(other.rule().id(), isBuiltIn(other.rule()) ? null : other.rule().text(), shared(other.rule()));
        } else if (difference instanceof Difference.OtherNumber other) {
            return Edits.withHyperparameter(copy, other.what().key(), other.value());
        } else if (difference instanceof Difference.OtherBatch other) {
            return copy.withBatchSize(other.rows());
        } else if (difference instanceof Difference.OtherL1 other) {
            return copy.withPenalty(new Penalty(other.factor(), penalty().l2()));
        } else if (difference instanceof Difference.OtherL2 other) {
            return copy.withPenalty(new Penalty(penalty().l1(), other.factor()));
        }
        return copy;
    }

    /** Numbers that both rules have are kept where the other allows them, so that nothing but the rule differs. */
    private Map<String, Double> shared(Rule other) {
        Map<String, Double> kept = new HashMap<>(values());
        rule().hyperparameters().forEach(one -> kept.putIfAbsent(one.key(), one.defaultValue()));
        kept.entrySet().removeIf(entry -> other.hyperparameter(entry.getKey()).map(h -> h.problemWith(entry.getValue()) != null)
                .orElse(true));
        return kept;
    }

    /** Lets the branch into the race; nothing happens where there is no room for it. */
    ContenderSpec apply(Difference difference) {
        ContenderSpec branch = branch(difference);
        branching.letIn(branch);
        return branch;
    }
}

package downhill.ui.screen.contenders;

import downhill.optim.Hyperparameter;
import downhill.optim.Rule;
import downhill.race.RaceSnapshot;
import downhill.race.RaceSnapshot.Standing;
import downhill.race.RaceState;
import downhill.race.document.ContenderSpec;
import downhill.race.document.Experiment;
import downhill.ui.i18n.Messages;
import downhill.ui.i18n.Numbers;
import downhill.ui.session.Edits;
import downhill.ui.session.Session;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** What can be done with contenders. */
final class ContendersModel {
    private final Session session;
    private Runnable marked = () -> { };
    private boolean again;

    ContendersModel(Session session) {
        this.session = session;
    }

    /** The race begins anew with each run: of a contender that has ended the rate can be changed, which puts the race back to its start. */
    void runAgain() {
        again = true;
    }

    void onMark(Runnable opens) {
        marked = opens;
    }

    void askAboutMark() {
        marked.run();
    }

    Session session() {
        return session;
    }

    List<ContenderSpec> contenders() {
        return session.experiment() == null ? List.of() : session.experiment().contenders();
    }

    String settings(ContenderSpec contender) {
        String settings = ContenderWords.settings(contender, session.ruleOf(contender).orElse(null));
        return ContenderWords.origin(contender, session.experiment()).map(origin -> settings + " · " + origin).orElse(settings);
    }

    /** What a contender can follow: the rules of the program, and its own where it brings one, whatever the id of that. */
    List<Rule> rules(ContenderSpec contender) {
        return Stream.concat(session.rules().all().stream(), session.ruleOf(contender).stream()).distinct().toList();
    }

    /** The learning rate of its rule, where it has one that a slider can show: above 0. */
    Optional<Hyperparameter> rate(ContenderSpec contender) {
        return session.ruleOf(contender).flatMap(rule -> rule.hyperparameter(Rule.LEARNING_RATE_KEY))
                .filter(rate -> rate.min() > 0 && Edits.inForce(contender, rate) > 0);
    }

    /** From the next step on, before the race from the start; a rate that the rule refuses changes nothing. */
    void setRate(String id, double value) {
        ContenderSpec contender = contender(id).orElseThrow();
        Hyperparameter rate = rate(contender).orElseThrow();
        if (rate.problemWith(value) == null && value != Edits.inForce(contender, rate)) {
            if (again && hasEnded(id)) {
                session.race().reset();
            }
            session.changeHyperparameter(id, Rule.LEARNING_RATE_KEY, value);
        }
    }

    private boolean hasEnded(String id) {
        return session.snapshotProperty().get().contenders().stream().anyMatch(one -> one.id().equals(id) && one.outcome().ended());
    }

    /** Why another learning rate would change nothing now, in a sentence; empty where it would. */
    String rateRefusal(ContenderSpec contender, Standing standing) {
        RaceSnapshot race = session.snapshotProperty().get();
        if (standing == null || race.step() == 0) {
            return "";
        }
        if (race.state() == RaceState.FAILED) {
            return Messages.text("contenders.rate.failed");
        }
        if (again) {
            return "";
        }
        if (standing.outcome().ended()) {
            return Messages.text("contenders.rate.ended", Numbers.count(standing.outcomeStep()));
        }
        return contender.schedule().isSpent(standing.step()) ? Messages.text("contenders.rate.spent") : "";
    }

    Optional<ContenderSpec> contender(String id) {
        return contenders().stream().filter(one -> one.id().equals(id)).findFirst();
    }

    void select(String id) {
        session.selection().contenderProperty().set(id);
    }

    String selected() {
        return session.selection().contenderProperty().get();
    }

    void setSolo(String id, boolean alone) {
        session.selection().setSolo(id, alone);
    }

    void setMuted(String id, boolean muted) {
        session.edit(document -> Edits.contender(document, id, one -> one.withMuted(muted)));
    }

    /** An empty name changes nothing. */
    void rename(String id, String name) {
        if (!name.isBlank()) {
            session.edit(document -> Edits.contender(document, id, one -> one.withName(name.strip())));
        }
    }

    /** Adds a contender with the rule's defaults and chooses it; nothing happens where the race has no room for it. */
    void add(Rule rule) {
        Experiment document = session.experiment();
        String id = Edits.freshId(document);
        ContenderSpec fresh = ContenderSpec.of(id, Edits.freshName(document, rule.name()), rule.id(), Map.of(), Edits.freshStyle(document));
        admit(fresh, document.contenders().size());
    }

    /** Adds a copy right behind the original and chooses it; nothing happens where the race has no room for it. */
    void duplicate(String id) {
        Experiment document = session.experiment();
        int at = indexOf(id);
        ContenderSpec original = document.contenders().get(at);
        String fresh = Edits.freshId(document);
        ContenderSpec copy = original.copy(fresh, Edits.freshName(document, original.name()), Edits.freshStyle(document), original.fork());
        admit(copy, at + 1);
    }

    private void admit(ContenderSpec fresh, int at) {
        if (session.edit(now -> now.withContenders(with(now.contenders(), fresh, at)))) {
            select(fresh.id());
        }
    }

    void remove(String id) {
        session.edit(now -> now.withContenders(now.contenders().stream().filter(one -> !one.id().equals(id)).toList()));
    }

    /** Moves a contender up (−1) or down (1) in the list. */
    void move(String id, int by) {
        int at = indexOf(id);
        int to = at + by;
        if (at >= 0 && to >= 0 && to < contenders().size()) {
            List<ContenderSpec> order = new ArrayList<>(contenders());
            order.add(to, order.remove(at));
            session.edit(now -> now.withContenders(order));
        }
    }

    private int indexOf(String id) {
        List<ContenderSpec> all = contenders();
        for (int i = 0; i < all.size(); i++) {
            if (all.get(i).id().equals(id)) {
                return i;
            }
        }
        return -1;
    }

    private static List<ContenderSpec> with(List<ContenderSpec> all, ContenderSpec one, int at) {
        List<ContenderSpec> longer = new ArrayList<>(all);
        longer.add(at, one);
        return longer;
    }
}

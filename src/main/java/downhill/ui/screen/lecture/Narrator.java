package downhill.ui.screen.lecture;

import downhill.race.Outcome;
import downhill.race.RaceSnapshot;
import downhill.race.RaceSnapshot.Standing;
import downhill.race.RaceState;
import downhill.race.document.ContenderSpec;
import downhill.ui.i18n.Messages;
import downhill.ui.i18n.Numbers;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Puts what happened between two moments of a race into a sentence. It is about the contender chosen, or the best one where
 * none is chosen; losses are those that are told everywhere, means of the last batches.
 */
final class Narrator {
    private static final int OTHERS = 2;
    private static final int DIGITS = 3;
    private static final int MORE_DIGITS = 6;

    private RaceSnapshot before;
    private RaceSnapshot now;

    /** The race has come from where it was told of last to {@code next}. */
    void move(RaceSnapshot next) {
        if (now == null || now.step() != next.step() || before == null) {
            before = now;
        }
        now = next;
    }

    /** What happened between the last two moves. */
    String sentence(List<ContenderSpec> contenders, String chosen) {
        if (now == null || now.state() == RaceState.PREPARING || contenders.isEmpty()) {
            return Messages.text("caption.preparing");
        }
        if (now.step() == 0) {
            return Messages.text("caption.start");
        }
        Optional<Standing> fallen = fallen();
        Optional<Standing> hero = hero(chosen);
        if (fallen.isPresent()) {
            Standing one = fallen.get();
            return Messages.text("caption.diverged", Numbers.count(one.outcomeStep()), name(contenders, one.id()))
                    + others(contenders, one.id());
        }
        return hero.map(one -> deed(one, name(contenders, one.id())) + others(contenders, one.id())).orElse(Messages.text("caption.over"));
    }

    private Optional<Standing> fallen() {
        return now.contenders().stream().filter(this::hasJustDiverged).findFirst();
    }

    /** Whom the sentence is about; empty at the beginning, and where nobody runs any more. */
    Optional<Standing> about(String chosen) {
        return now == null || now.state() == RaceState.PREPARING || now.step() == 0 ? Optional.empty() : fallen().or(() -> hero(chosen));
    }

    /** How a contender stood at the move before; null where there is none. */
    Standing before(String id) {
        return before == null ? null : standing(before, id).orElse(null);
    }

    private boolean hasJustDiverged(Standing one) {
        return one.outcome() == Outcome.DIVERGED && before != null && before.step() < now.step()
                && standing(before, one.id()).map(Standing::outcome).orElse(Outcome.DIVERGED) != Outcome.DIVERGED;
    }

    private Optional<Standing> hero(String chosen) {
        Optional<Standing> wanted = standing(now, chosen).filter(Narrator::counts);
        return wanted.isPresent() ? wanted : ranked().stream().findFirst();
    }

    private String deed(Standing one, String name) {
        double was = before == null || before.step() >= now.step() ? Double.NaN
                : standing(before, one.id()).map(Standing::loss).orElse(Double.NaN);
        String step = Numbers.count(now.step());
        if (!Double.isFinite(was) || before.step() == 0) {
            return Messages.text("caption.at", step, name, Numbers.format(one.loss()));
        }
        boolean alike = Numbers.significant(was, DIGITS).equals(Numbers.significant(one.loss(), DIGITS));
        int digits = alike ? MORE_DIGITS : DIGITS;
        String moved = one.loss() < was ? "lowered" : "raised";
        String deed = was == one.loss() ? "kept" : moved;
        String span = now.step() == before.step() + 1 ? "caption.step." : "caption.steps.";
        return Messages.text(span + deed, step, name, Numbers.significant(was, digits), Numbers.significant(one.loss(), digits),
                Numbers.count(before.step() + 1));
    }

    /** The best of the rest, and the full stop. */
    private String others(List<ContenderSpec> contenders, String hero) {
        List<String> words = new ArrayList<>();
        for (Standing one : ranked()) {
            if (!one.id().equals(hero) && words.size() < OTHERS) {
                words.add(Messages.text("caption.other", name(contenders, one.id()), Numbers.format(one.loss())));
            }
        }
        return words.stream().map(one -> Messages.text("caption.join") + one).collect(Collectors.joining()) + Messages.text("caption.end");
    }

    /** Those with a loss, the best first. */
    private List<Standing> ranked() {
        return now.contenders().stream().filter(Narrator::counts).sorted(Comparator.comparingDouble(Standing::loss)).toList();
    }

    private static boolean counts(Standing one) {
        return Double.isFinite(one.loss()) && one.outcome() != Outcome.DIVERGED && one.outcome() != Outcome.FAILED;
    }

    private static Optional<Standing> standing(RaceSnapshot at, String id) {
        return at.contenders().stream().filter(one -> one.id().equals(id)).findFirst();
    }

    private static String name(List<ContenderSpec> contenders, String id) {
        return contenders.stream().filter(one -> one.id().equals(id)).findFirst().map(ContenderSpec::name).orElse(id);
    }
}

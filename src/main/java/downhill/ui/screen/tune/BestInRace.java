package downhill.ui.screen.tune;

import downhill.data.SplitSpec;
import downhill.optim.RuleLibrary;
import downhill.race.document.ContenderSpec;
import downhill.race.document.Experiment;
import downhill.race.document.Problem;
import downhill.study.Recipe;
import downhill.study.trial.Trial;
import downhill.ui.session.Edits;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/** Trials as contenders of the open experiment. */
final class BestInRace {
    private static final int MOST = 4;

    private final Recipe recipe;
    private final Experiment shared;
    private final List<Trial> taken = new ArrayList<>();

    /**
     * The best of these, which are complete, the best first. What all contenders of a race share, such as the model, is that of the very
     * best; trials with another one are left out.
     */
    BestInRace(Recipe recipe, List<Trial> best) {
        this.recipe = recipe;
        shared = recipe.at(best.get(0).values());
        best.stream().filter(trial -> shared.differsInContendersAlone(recipe.at(trial.values()))).limit(MOST).forEach(taken::add);
    }

    /** A run with these values, as a trial of its own. */
    static BestInRace of(Recipe recipe, Map<String, Object> values) {
        return new BestInRace(recipe, List.of(Trial.begun(0, values, 0, 0)));
    }

    /** How many take part. */
    int count() {
        return taken.size();
    }

    /** Whether some better than the last of these had another model or training. */
    boolean leavesOut(List<Trial> best) {
        return !taken.equals(best.subList(0, Math.min(MOST, best.size())));
    }

    /** Whether the experiment still learns from what the trials learned from. */
    boolean fits(Experiment document) {
        return document.problem() instanceof Problem.Learning now && recipe.base().problem() instanceof Problem.Learning then
                && now.data().source().equals(then.data().source());
    }

    /** The experiment with the trials behind those who race already; who races as a trial does is not put in twice. */
    Experiment in(Experiment document) {
        return in(document, TrialView::name);
    }

    /** The same under names that {@code named} gives. */
    Experiment in(Experiment document, Function<Trial, String> named) {
        Experiment now = document.withProblem(sealedAs(document, shared.problem())).withTraining(shared.training());
        for (Trial trial : taken) {
            ContenderSpec one = recipe.at(trial.values()).contenders().get(0);
            boolean known = now.contenders().stream()
                    .anyMatch(each -> each.copy(one.id(), "", 0, each.fork()).course().equals(one.course()));
            if (!known) {
                now = with(now, one, named.apply(trial));
            }
        }
        return now;
    }

    /** What the search kept aside is kept aside by the search alone: the experiment keeps its own seal. */
    private static Problem sealedAs(Experiment document, Problem found) {
        Problem.Learning learning = (Problem.Learning) found;
        SplitSpec own = ((Problem.Learning) document.problem()).data().split();
        return new Problem.Learning(learning.data().withSplit(learning.data().split().withSealed(own.sealedShare())), learning.model());
    }

    private static Experiment with(Experiment document, ContenderSpec one, String name) {
        List<ContenderSpec> all = new ArrayList<>(document.contenders());
        all.add(one.copy(Edits.freshId(document), Edits.freshName(document, name), Edits.freshStyle(document), null));
        return document.withContenders(all);
    }

    /** The experiment with what a trial has in the place of what the search began with. */
    static Experiment defaults(Experiment document, Recipe recipe, Trial trial, RuleLibrary rules) {
        Experiment found = recipe.at(trial.values());
        ContenderSpec one = found.contenders().get(0);
        Experiment now = document.withProblem(sealedAs(document, found.problem())).withTraining(found.training());
        return Edits.contender(now, one.id(), was -> was.ruleId().equals(one.ruleId()) ? kept(one, was, was.name())
                : kept(one, was, Edits.freshName(now, rules.byId(one.ruleId()).map(rule -> rule.name()).orElse(one.ruleId()))));
    }

    private static ContenderSpec kept(ContenderSpec one, ContenderSpec was, String name) {
        return one.copy(was.id(), name, was.style(), null).withSeeds(was.seeds()).withMuted(was.muted());
    }
}

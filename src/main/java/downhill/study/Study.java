package downhill.study;

import downhill.data.DataSpec;
import downhill.data.prepare.Prepared;
import downhill.optim.RuleLibrary;
import downhill.study.sample.Sampler;
import downhill.study.space.SearchSpace;
import downhill.study.stop.Pruner;
import downhill.study.stop.Rungs;
import downhill.study.trial.Ledger;
import downhill.study.trial.Trial;
import downhill.study.trial.TrialScores;
import downhill.study.trial.TrialState;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import java.util.function.Function;

/**
 * Chooses trials, trains those that were chosen together side by side, gives up those that do worse, and writes all of it down as it comes.
 * What is chosen and given up depends on what is written down alone: a study that was ended, however it was, goes on with the same trials.
 */
public final class Study {
    private final SearchSpace space;
    private final long budget;
    private final Ledger ledger;
    private final Sampler sampler;
    private final Pruner pruner;
    private final Lap.Starter courses;
    private boolean alone = true;

    /**
     * A study whose trials are races, judged by one split.
     *
     * @param rows    gives the rows of a specification of data
     * @param threads that may compute, at least 1
     * @throws downhill.words.RefusedException where the sampler cannot search the space
     */
    public Study(Recipe recipe, Ledger ledger, Sampler sampler, Pruner pruner, Function<DataSpec, Prepared> rows, RuleLibrary library,
                 int threads) {
        this(recipe, ledger, sampler, pruner, Judging.bySplit(rows), library, threads);
    }

    /**
     * A study whose trials are races.
     *
     * @param judging by which rows trials are judged
     * @param threads that may compute, at least 1
     * @throws downhill.words.RefusedException where the sampler cannot search the space
     */
    public Study(Recipe recipe, Ledger ledger, Sampler sampler, Pruner pruner, Judging judging, RuleLibrary library, int threads) {
        this(recipe.space(), recipe.base().training().steps(), ledger, sampler, pruner,
                Heats.starter(recipe, judging, library, threads));
    }

    /**
     * A study whose trials are trained by somebody else.
     *
     * @param budget  steps of a trial
     * @param courses trains those that were chosen together
     * @throws downhill.words.RefusedException where the sampler cannot search the space
     */
    public Study(SearchSpace space, long budget, Ledger ledger, Sampler sampler, Pruner pruner, Lap.Starter courses) {
        this.space = space;
        this.budget = budget;
        this.ledger = ledger;
        this.sampler = sampler;
        this.pruner = pruner;
        this.courses = courses;
        sampler.check(space);
    }

    /** The same beside others who work on the same ledger: who is given up is told by what they have written down by then, too. */
    public Study amongOthers() {
        alone = false;
        return this;
    }

    /**
     * Goes on until there are so many trials, or all that there can be.
     *
     * @param most    trials in all, with those of before
     * @param go      asked again and again; where it says no, what is under way is left for another time
     * @param watcher told all trials as they stand, when some begin and after each rung
     * @return whether it came to its end
     */
    public boolean run(int most, BooleanSupplier go, Consumer<List<Trial>> watcher) {
        while (go.getAsBoolean()) {
            Ledger.Claim claim = ledger.claim(all -> chosen(all, most));
            if (claim.mine().isEmpty()) {
                return true;
            }
            if (!new Generation(claim, watcher).race(go)) {
                return false;
            }
        }
        return false;
    }

    private List<Trial> chosen(List<Trial> all, int most) {
        int first = all.stream().mapToInt(Trial::number).max().orElse(-1) + 1;
        int bracket = (int) all.stream().mapToInt(Trial::generation).filter(each -> each >= 0).distinct().count()
                % pruner.brackets(budget);
        int end = Math.min(Math.min(most, sampler.most(space).orElse(Integer.MAX_VALUE)),
                first + pruner.together(bracket, sampler.together(space), budget));
        List<Trial> before = all.stream().filter(trial -> trial.state().ended()).toList();
        List<Trial> chosen = new ArrayList<>();
        for (int number = first; number < end; number++) {
            chosen.add(Trial.begun(number, sampler.next(space, before, number), first, bracket));
        }
        return chosen;
    }

    /** Trials that were chosen together, from their begin to their end. */
    private final class Generation {
        private final Map<Integer, Trial> all = new TreeMap<>();
        private final Set<Integer> racing = new TreeSet<>();
        private final Consumer<List<Trial>> watcher;
        private final int first;
        private final int bracket;
        private final List<Trial> mine;

        Generation(Ledger.Claim claim, Consumer<List<Trial>> watcher) {
            this.watcher = watcher;
            mine = claim.mine();
            claim.all().forEach(trial -> all.put(trial.number(), trial));
            mine.forEach(trial -> racing.add(trial.number()));
            first = mine.get(0).generation();
            bracket = mine.get(0).bracket();
        }

        boolean race(BooleanSupplier go) {
            List<Long> cuts = pruner.rungs(bracket, budget);
            Set<Long> steps = new TreeSet<>(Rungs.even(budget));
            steps.addAll(cuts);
            steps.add(budget);
            watcher.accept(List.copyOf(all.values()));
            try (Lap course = courses.begin(mine)) {
                for (List<Long> stretch : stretches(steps, cuts)) {
                    if (!racing.isEmpty()) {
                        course.ahead(stretch);
                    }
                    for (long step : stretch) {
                        if (!reach(course, step, go, step < budget && cuts.contains(step))) {
                            return false;
                        }
                    }
                }
                return true;
            } finally {
                ledger.release(racing);
            }
        }

        /** Steps in their order, parted where some may be given up. */
        private static List<List<Long>> stretches(Collection<Long> steps, List<Long> cuts) {
            List<List<Long>> stretches = new ArrayList<>(List.of(new ArrayList<>()));
            for (long step : steps) {
                stretches.get(stretches.size() - 1).add(step);
                if (cuts.contains(step)) {
                    stretches.add(new ArrayList<>());
                }
            }
            return stretches;
        }

        private boolean reach(Lap course, long step, BooleanSupplier go, boolean cut) {
            if (racing.isEmpty()) {
                return true;
            }
            Map<Integer, Double> values = course.advance(step, go);
            if (values == null) {
                return false;
            }
            values.keySet().retainAll(racing);
            values.forEach((number, value) -> all.computeIfPresent(number, (unused, trial) -> trial.reporting(step, value)));
            List<Trial> ended = new ArrayList<>(failed(values));
            if (cut) {
                ended.addAll(ended(losers(step), TrialState.PRUNED));
            } else if (step == budget) {
                Map<Integer, TrialScores> scores = course.scores();
                racing.forEach(number -> ended.add(all.get(number).ended(TrialState.COMPLETE, values.get(number))
                        .scored(scores.getOrDefault(number, TrialScores.NONE))));
                racing.clear();
            }
            write(step, values, ended);
            course.leave(ended.stream().map(Trial::number).toList());
            return true;
        }

        private void write(long step, Map<Integer, Double> values, List<Trial> ended) {
            ended.forEach(trial -> all.put(trial.number(), trial));
            ledger.write(step, values, ended);
            watcher.accept(List.copyOf(all.values()));
        }

        private List<Trial> failed(Map<Integer, Double> values) {
            return ended(values.entrySet().stream().filter(each -> !Double.isFinite(each.getValue())).map(Map.Entry::getKey).toList(),
                    TrialState.FAILED);
        }

        private List<Trial> ended(Collection<Integer> numbers, TrialState how) {
            List<Trial> ended = numbers.stream().filter(racing::contains).map(number -> all.get(number).ended(how, Double.NaN)).toList();
            ended.forEach(trial -> racing.remove(trial.number()));
            return ended;
        }

        /** Of all that were chosen together, those too that were given up there before the study was interrupted. */
        private Set<Integer> losers(long step) {
            List<Trial> mates = all.values().stream().filter(trial -> trial.generation() == first && trial.reports().containsKey(step))
                    .toList();
            List<Trial> others = alone ? all.values().stream().filter(trial -> trial.number() < first).toList()
                    : ledger.trials().stream().filter(trial -> trial.generation() != first).toList();
            return pruner.losers(step, mates, others);
        }
    }
}

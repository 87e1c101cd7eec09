package downhill.study;

import downhill.optim.Hyperparameter;
import downhill.optim.RuleLibrary;
import downhill.optim.Scale;
import downhill.optim.Schedule;
import downhill.race.document.ContenderSpec;
import downhill.race.document.Experiment;
import downhill.study.space.Knob;
import downhill.study.space.NumberRange;
import downhill.study.space.SearchSpace;
import downhill.words.RefusedException;
import downhill.words.Said;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/** What each contender is tuned over: of what is asked for, what it has. */
public final class NestedKnobs {
    private static final String RATE = "learningRate";
    /** How far from a contender's own rate others are tried, as a factor. */
    private static final double REACH = 100;

    private final List<Knob> wanted;
    private final boolean all;
    private final RuleLibrary library;
    private final Function<String, Schedule> schedules;
    private final Set<String> used = new LinkedHashSet<>();

    /**
     * Of a search.
     *
     * @param wanted    what is searched over with every contender that has it; where nothing is, the learning rate within a hundredth and a
     *                  hundred times that of the contender, in the sensible range of its rule
     * @param all       all numbers of each rule in their sensible ranges, beside what is wanted
     * @param schedules reads a schedule as it is typed
     */
    public NestedKnobs(List<Knob> wanted, boolean all, RuleLibrary library, Function<String, Schedule> schedules) {
        this.wanted = List.copyOf(wanted);
        this.all = all;
        this.library = library;
        this.schedules = schedules;
    }

    /** What is asked for. */
    public List<Knob> wanted() {
        return wanted;
    }

    /** Whether that is all numbers of each rule, too. */
    public boolean isAll() {
        return all;
    }

    Function<String, Schedule> schedules() {
        return schedules;
    }

    /** Of an experiment of one contender; empty where it has nothing of all that. */
    Optional<SearchSpace> space(Experiment base) {
        List<Knob> knobs = new ArrayList<>(wanted.stream().filter(knob -> has(base, knob)).toList());
        if (all || wanted.isEmpty()) {
            HyperparameterSlot.rule(base, library).hyperparameters().stream().filter(each -> all || each.key().equals(RATE))
                    .filter(each -> knobs.stream().noneMatch(knob -> SettingNames.same(knob.name(), each.key())))
                    .map(each -> declared(PartSlot.only(base), each)).filter(Objects::nonNull).forEach(knobs::add);
        }
        knobs.forEach(knob -> used.add(knob.name()));
        return knobs.isEmpty() ? Optional.empty() : Optional.of(new SearchSpace(knobs));
    }

    private boolean has(Experiment base, Knob knob) {
        boolean ofRules = library.all().stream().flatMap(rule -> rule.hyperparameters().stream())
                .anyMatch(each -> SettingNames.same(each.key(), knob.name()));
        boolean own = HyperparameterSlot.rule(base, library).hyperparameters().stream()
                .anyMatch(each -> SettingNames.same(each.key(), knob.name()));
        return own || !ofRules;
    }

    /** Null where there is nothing to choose. */
    private static Knob declared(ContenderSpec one, Hyperparameter each) {
        if (each.scale() == Scale.SWITCH || each.min() == each.max()) {
            return null;
        }
        boolean log = each.scale() == Scale.LOG;
        if (!each.key().equals(RATE)) {
            return new Knob(each.key(), NumberRange.real(each.min(), each.max(), log));
        }
        double own = one.hyperparameters().getOrDefault(RATE, each.defaultValue());
        double low = Math.min(own, Math.max(each.min(), own / REACH));
        double high = Math.max(own, Math.min(each.max(), own * REACH));
        return low < high ? new Knob(RATE, NumberRange.real(low, high, log && low > 0)) : null;
    }

    /** @throws RefusedException where something wanted is of no contender */
    void requireUsed() {
        wanted.stream().filter(knob -> !used.contains(knob.name())).findFirst().ifPresent(knob -> {
            throw new RefusedException(Said.of("space.nothing", knob.name()));
        });
    }

    /** Names of all that is tuned. */
    public List<String> used() {
        return List.copyOf(used);
    }
}

package downhill.study;

import downhill.data.MissingStrategy;
import downhill.data.NearNames;
import downhill.model.InputShape;
import downhill.optim.RuleLibrary;
import downhill.optim.Schedule;
import downhill.race.document.ContenderSpec;
import downhill.race.document.Experiment;
import downhill.setting.OneOf;
import downhill.setting.RealNumber;
import downhill.setting.WholeNumber;
import downhill.study.space.Choices;
import downhill.study.space.Condition;
import downhill.study.space.Knob;
import downhill.study.space.NumberRange;
import downhill.study.space.SearchSpace;
import downhill.study.space.ValueText;
import downhill.study.trial.Trial;
import downhill.words.RefusedException;
import downhill.words.Said;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** Makes an experiment of a point of a space: what is searched over is put into the one that everything else is taken from. */
public final class Recipe {
    private final Experiment base;
    private final SearchSpace space;
    private final Map<String, Slot> slots = new LinkedHashMap<>();

    /**
     * Finds where each knob acts and tries the ends of every range, so that a long search ends before it begins.
     *
     * @param base      an experiment on data, of one contender
     * @param shape     of its examples
     * @param wanted    what is searched over
     * @param schedules reads a schedule as it is typed
     * @throws RefusedException of one sentence that names the knob and the value
     */
    public Recipe(Experiment base, InputShape shape, SearchSpace wanted, RuleLibrary library, Function<String, Schedule> schedules) {
        this.base = base;
        Slots all = new Slots(library, shape, schedules);
        wanted.knobs().forEach(knob -> slots.put(knob.name(), once(knob.name(), all.slot(knob.name(), base))));
        List<Knob> knobs = new ArrayList<>();
        wanted.knobs().forEach(knob -> knobs.add(settled(knob, wanted, each -> Searchable.of(each, shape, library))));
        space = new SearchSpace(knobs);
        space.knobs().forEach(this::check);
    }

    /** The space with what follows from the settings: whole numbers are whole; what only some optimizers have matters only with them. */
    public SearchSpace space() {
        return space;
    }

    /** What everything that is not searched over is taken from. */
    public Experiment base() {
        return base;
    }

    /** The experiment, of one contender, at a point of the space. */
    public Experiment at(Map<String, Object> values) {
        Experiment experiment = base;
        List<Map.Entry<String, Object>> ordered = new ArrayList<>(values.entrySet());
        ordered.sort(Comparator.comparingInt(each -> slots.get(each.getKey()).order()));
        for (Map.Entry<String, Object> each : ordered) {
            experiment = slots.get(each.getKey()).with(experiment, each.getKey(), ValueText.of(each.getValue()));
        }
        return experiment;
    }

    /** What trials of one race have in common. */
    private record Alike(Experiment experiment, boolean apart) {
    }

    /**
     * Trials as races: those with the same data, model and training are contenders of one, each named by its number.
     *
     * @param apart whether trials of which this holds shall not race with those of which it does not
     */
    public List<Experiment> races(List<Trial> trials, Predicate<Experiment> apart) {
        Map<Alike, List<ContenderSpec>> alike = new LinkedHashMap<>();
        for (Trial trial : trials) {
            Experiment one = at(trial.values());
            String id = String.valueOf(trial.number());
            alike.computeIfAbsent(new Alike(one.withContenders(List.of()), apart.test(one)), unused -> new ArrayList<>())
                    .add(PartSlot.only(one).copy(id, id, 0, null));
        }
        return alike.entrySet().stream().map(each -> each.getKey().experiment().withContenders(each.getValue())).toList();
    }

    /** Two ways to write one setting would be two knobs of which only one acts. */
    private Slot once(String name, Slot slot) {
        for (Map.Entry<String, Slot> earlier : slots.entrySet()) {
            boolean declared = earlier.getValue() instanceof PartSlot<?, ?> other && SettingNames.isOf(name, other.part().setting());
            if (declared || SettingNames.same(earlier.getKey(), name)) {
                throw new RefusedException(Said.of("space.twice", name));
            }
        }
        return slot;
    }

    private Knob settled(Knob knob, SearchSpace wanted, Function<Experiment, List<Searchable>> offered) {
        Knob conditioned = knob;
        for (String decider : List.of(Slots.MODEL, Slots.OPTIMIZER)) {
            Knob other = wanted.knobs().stream().filter(each -> SettingNames.same(each.name(), decider)).findFirst().orElse(null);
            if (other != null && other.extent() instanceof Choices choices && slots.get(knob.name()).order() > order(other)) {
                conditioned = only(conditioned, other, choices);
            }
        }
        Experiment example = example(conditioned);
        if (!slots.get(knob.name()).fits(example)) {
            throw new RefusedException(absent(knob.name(), models(wanted).map(offered).flatMap(List::stream).toList()));
        }
        return new Knob(knob.name(), Ranges.of(knob, slots.get(knob.name()).kind(example)), conditioned.when());
    }

    /** The experiment as it is, and with each of the models that are searched over. */
    private Stream<Experiment> models(SearchSpace wanted) {
        Stream<Experiment> others = wanted.knobs().stream().filter(each -> SettingNames.same(each.name(), Slots.MODEL))
                .filter(each -> each.extent() instanceof Choices)
                .flatMap(each -> ((Choices) each.extent()).values().stream().map(value -> at(Map.of(each.name(), value))));
        return Stream.concat(Stream.of(base), others);
    }

    /** What may have been meant is what is called so in words, or is written nearly so. */
    private static Said absent(String name, List<Searchable> offered) {
        return offered.stream().filter(each -> each.isSaidWith(name)).findFirst()
                .map(each -> Said.of("space.nothing.near", name, each.name()))
                .orElseGet(() -> NearNames.absent("space.nothing.near", "space.nothing", name,
                        offered.stream().map(Searchable::name).distinct().toList()));
    }

    private int order(Knob knob) {
        return slots.get(knob.name()).order();
    }

    /** Only with those of another knob's values that have such a setting, where some have and some have not. */
    private Knob only(Knob knob, Knob other, Choices choices) {
        List<Object> fitting = choices.values().stream()
                .filter(value -> slots.get(knob.name()).fits(at(Map.of(other.name(), value)))).toList();
        return fitting.isEmpty() || fitting.size() == choices.values().size() ? knob : knob.onlyWhen(new Condition(other.name(), fitting));
    }

    /** An experiment in which the knob matters, as far as its conditions say. */
    private Experiment example(Knob knob) {
        Map<String, Object> taken = new LinkedHashMap<>();
        knob.when().stream().filter(each -> slots.containsKey(each.knob())).forEach(each -> taken.put(each.knob(), common(knob, each)));
        return at(taken);
    }

    private static Object common(Knob knob, Condition condition) {
        return condition.values().stream().filter(value -> knob.when().stream().filter(each -> each.knob().equals(condition.knob()))
                .allMatch(each -> each.values().contains(value))).findFirst().orElse(condition.values().get(0));
    }

    private void check(Knob knob) {
        List<Object> ends = knob.extent() instanceof NumberRange ? List.of(knob.extent().at(0), knob.extent().at(1))
                : ((Choices) knob.extent()).values();
        for (Experiment where : wheres(knob)) {
            for (Object value : ends) {
                slots.get(knob.name()).with(where, knob.name(), ValueText.of(value));
                requireSameRows(knob, value);
            }
        }
    }

    /** A strategy that leaves rows out would be judged by other rows than the others. */
    private static void requireSameRows(Knob knob, Object value) {
        if (SettingNames.isOf(knob.name(), downhill.data.DataSettings.MISSING)
                && ValueText.of(value).replace('_', '-').equals(OneOf.textOf(MissingStrategy.DROP_ROW))) {
            throw new RefusedException(Said.of("space.rows", knob.name(), value));
        }
    }

    /** With every optimizer or model that is searched over and with which the knob matters. */
    private List<Experiment> wheres(Knob knob) {
        List<Experiment> all = new ArrayList<>();
        for (Knob other : space.knobs()) {
            boolean decides = slots.get(other.name()).order() < slots.get(knob.name()).order();
            if (decides && other.extent() instanceof Choices choices) {
                choices.values().stream().filter(value -> knob.when().stream().filter(each -> each.knob().equals(other.name()))
                        .allMatch(each -> each.values().contains(value))).map(value -> at(Map.of(other.name(), value)))
                        .filter(slots.get(knob.name())::fits).forEach(all::add);
            }
        }
        return all.isEmpty() ? List.of(example(knob)) : all;
    }

    /** Ranges as the settings have them. */
    private static final class Ranges {
        static downhill.study.space.Extent of(Knob knob, downhill.setting.Kind<?> kind) {
            if (!(knob.extent() instanceof NumberRange numbers)) {
                return knob.extent();
            }
            if (kind instanceof WholeNumber) {
                return whole(knob, numbers);
            }
            if (!(kind instanceof RealNumber)) {
                throw new RefusedException(Said.of("space.kind", knob.name()));
            }
            return numbers;
        }

        private static NumberRange whole(Knob knob, NumberRange numbers) {
            try {
                return new NumberRange(numbers.low(), numbers.high(), numbers.log(), numbers.step(), true);
            } catch (RefusedException refused) {
                throw new RefusedException(Said.of("space.whose", knob.name(), refused.said()), refused);
            }
        }
    }
}

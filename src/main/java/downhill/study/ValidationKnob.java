package downhill.study;

import downhill.model.InputShape;
import downhill.optim.RuleLibrary;
import downhill.optim.Schedule;
import downhill.race.document.ContenderSpec;
import downhill.race.document.Experiment;
import downhill.study.sample.GridSampler;
import downhill.study.space.Knob;
import downhill.study.space.SearchSpace;
import downhill.words.RefusedException;
import downhill.words.Said;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.IntStream;

/**
 * A setting at several values, for a validation curve.
 *
 * @param name        as it was written
 * @param values      numbers, or other values as texts
 * @param experiments of all contenders, one for each value
 */
public record ValidationKnob(String name, List<Object> values, List<Experiment> experiments) {
    /**
     * Of all contenders of an experiment on data.
     *
     * @param knob      its range is taken at the places of a grid
     * @param shape     of its examples
     * @param schedules reads a schedule as it is typed
     * @throws RefusedException of one sentence where a contender has no such setting, or one of another kind for each
     */
    public static ValidationKnob of(Experiment experiment, Knob knob, InputShape shape, RuleLibrary library,
                                    Function<String, Schedule> schedules) {
        List<Recipe> recipes = experiment.contenders().stream().map(one -> new Recipe(experiment.withContenders(List.of(one)), shape,
                new SearchSpace(List.of(knob)), library, schedules)).toList();
        List<Object> values = GridSampler.places(recipes.get(0).space().knobs().get(0));
        return new ValidationKnob(knob.name(), values, values.stream().map(value -> at(recipes, knob.name(), value)).toList());
    }

    private static Experiment at(List<Recipe> recipes, String name, Object value) {
        List<Experiment> each = recipes.stream().map(recipe -> recipe.at(Map.of(name, value))).toList();
        List<ContenderSpec> all = new ArrayList<>();
        each.forEach(one -> all.addAll(one.contenders()));
        Experiment first = each.get(0).withContenders(List.of());
        if (!each.stream().allMatch(one -> one.withContenders(List.of()).equals(first))) {
            throw new RefusedException(Said.of("space.nothing", name));
        }
        return first.withContenders(all);
    }

    /** Where the values stand: themselves where all are numbers, else 1, 2, … */
    public double[] places() {
        double[] numbers = values.stream().mapToDouble(ValidationKnob::number).toArray();
        boolean all = Arrays.stream(numbers).noneMatch(Double::isNaN);
        return all ? numbers : IntStream.rangeClosed(1, numbers.length).asDoubleStream().toArray();
    }

    private static double number(Object value) {
        try {
            return Double.parseDouble(String.valueOf(value));
        } catch (NumberFormatException e) {
            return Double.NaN;
        }
    }
}

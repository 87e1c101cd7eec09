package downhill.study;

import downhill.model.Architecture;
import downhill.model.Family;
import downhill.model.ModelSettings;
import downhill.race.document.ContenderSpec;
import downhill.race.document.Experiment;
import downhill.race.document.Problem;
import downhill.setting.Kind;
import downhill.setting.Part;
import java.util.List;
import java.util.function.BiFunction;
import java.util.function.Function;

/**
 * A setting that is declared with its place.
 *
 * @param part  the setting
 * @param whole takes out what it describes
 * @param with  puts it back
 */
record PartSlot<S, T>(Part<S, T> part, Function<Experiment, S> whole, BiFunction<Experiment, S, Experiment> with) implements Slot {
    static <T> PartSlot<ContenderSpec, T> contender(Part<ContenderSpec, T> part) {
        return new PartSlot<>(part, PartSlot::only, (experiment, one) -> experiment.withContenders(List.of(one)));
    }

    static ContenderSpec only(Experiment experiment) {
        return experiment.contenders().get(0);
    }

    static Problem.Learning learning(Experiment experiment) {
        return (Problem.Learning) experiment.problem();
    }

    /** Where there are no hidden units, a share of them to leave out is no setting. */
    @Override
    public boolean fits(Experiment experiment) {
        if (part.setting() != ModelSettings.DROPOUT) {
            return true;
        }
        Architecture model = learning(experiment).model().architecture();
        return Family.of(model).hasHidden(model);
    }

    @Override
    public Kind<?> kind(Experiment experiment) {
        return part.setting().kind();
    }

    @Override
    public Experiment with(Experiment experiment, String name, String text) {
        S changed = part.with().apply(whole.apply(experiment), part.setting().read(name, text));
        return with.apply(experiment, changed);
    }
}

package downhill.study;

import downhill.model.Architecture;
import downhill.model.Family;
import downhill.model.ModelSpec;
import downhill.race.document.Experiment;
import downhill.race.document.Problem;
import downhill.setting.Kind;
import downhill.setting.Part;
import java.util.Optional;

/**
 * A size of a family of models.
 *
 * @param name as it was typed
 */
record FamilySlot(String name) implements Slot {
    private static Architecture architecture(Experiment experiment) {
        return PartSlot.learning(experiment).model().architecture();
    }

    private Optional<Part<Architecture, ?>> found(Experiment experiment) {
        return Family.of(architecture(experiment)).settings().stream().filter(part -> SettingNames.isOf(name, part.setting())).findFirst();
    }

    @Override
    public boolean fits(Experiment experiment) {
        return found(experiment).isPresent();
    }

    @Override
    public Kind<?> kind(Experiment experiment) {
        return found(experiment).orElseThrow().setting().kind();
    }

    @Override
    public Experiment with(Experiment experiment, String called, String text) {
        return model(experiment, with(found(experiment).orElseThrow(), architecture(experiment), called, text));
    }

    private static <T> Architecture with(Part<Architecture, T> part, Architecture now, String called, String text) {
        return part.with().apply(now, part.setting().read(called, text));
    }

    /** The experiment with another architecture and all else of its model. */
    static Experiment model(Experiment experiment, Architecture architecture) {
        Problem.Learning learning = PartSlot.learning(experiment);
        ModelSpec was = learning.model();
        return experiment.withProblem(new Problem.Learning(learning.data(),
                new ModelSpec(architecture, was.loss(), was.initializer(), was.dropout(), was.lossOptions())));
    }
}

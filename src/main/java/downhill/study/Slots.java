package downhill.study;

import downhill.data.DataSettings;
import downhill.model.Families;
import downhill.model.InputShape;
import downhill.model.Initializer;
import downhill.model.ModelSettings;
import downhill.model.ModelSpec;
import downhill.optim.RuleLibrary;
import downhill.optim.Schedule;
import downhill.race.document.ContenderSettings;
import downhill.race.document.Experiment;
import downhill.race.document.ExperimentSettings;
import downhill.race.document.Problem;
import downhill.race.document.TrainingSettings;
import downhill.setting.Part;
import downhill.setting.Setting;
import downhill.words.RefusedException;
import downhill.words.Said;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

/** Finds where a knob acts by its name: every setting that the program declares but those that trials are judged by. */
final class Slots {
    static final String OPTIMIZER = "optimizer";
    static final String MODEL = "model";
    static final String SCHEDULE = "schedule";

    private static final Part<ModelSpec, Double> DROPOUT = new Part<>(ModelSettings.DROPOUT, ModelSpec::dropout,
            (of, value) -> new ModelSpec(of.architecture(), of.loss(), of.initializer(), value, of.lossOptions()));
    private static final Part<ModelSpec, Initializer.Scheme> INITIALIZER = new Part<>(ModelSettings.INITIALIZER,
            of -> of.initializer().scheme(),
            (of, value) -> new ModelSpec(of.architecture(), of.loss(), Initializer.of(value), of.dropout(), of.lossOptions()));
    private static final List<Part<ModelSpec, ?>> MODELS = List.of(DROPOUT, INITIALIZER);
    /** With another of these, other rows are judged, or by another measure, or for another time. */
    private static final List<Setting<?>> FIXED = fixed();

    private final RuleLibrary library;
    private final InputShape shape;
    private final Function<String, Schedule> schedules;

    /** @param schedules reads a schedule as it is typed */
    Slots(RuleLibrary library, InputShape shape, Function<String, Schedule> schedules) {
        this.library = library;
        this.shape = shape;
        this.schedules = schedules;
    }

    private static List<Setting<?>> fixed() {
        List<Setting<?>> fixed = new ArrayList<>(List.of(TrainingSettings.STEPS, ContenderSettings.SEEDS, ExperimentSettings.SEED,
                ExperimentSettings.PRECISION, ModelSettings.LOSS, ModelSettings.HUBER_DELTA, ModelSettings.LABEL_SMOOTHING,
                ModelSettings.CLASS_WEIGHTS, DataSettings.IMAGE));
        DataSettings.all().stream().filter(setting -> !isPreparation(setting)).forEach(fixed::add);
        return fixed;
    }

    /** Whether trials are judged by it. */
    static boolean isFixed(Setting<?> setting) {
        return FIXED.stream().anyMatch(fixed -> fixed.key().equals(setting.key()));
    }

    /** What may be searched over of a model of any family. */
    static List<Part<ModelSpec, ?>> modelParts() {
        return MODELS;
    }

    private static boolean isPreparation(Setting<?> setting) {
        return setting == DataSettings.MISSING || setting == DataSettings.SCALING;
    }

    /**
     * Where a knob acts.
     *
     * @throws RefusedException of one sentence where there is nothing that it could be, or nothing that may be searched over
     */
    Slot slot(String name, Experiment base) {
        if (FIXED.stream().anyMatch(setting -> SettingNames.isOf(name, setting)) && declared(name).isEmpty() && !isSize(name)) {
            throw new RefusedException(Said.of("space.fixed", name));
        }
        if (SettingNames.same(name, OPTIMIZER)) {
            return ChoiceSlot.optimizer(library);
        }
        if (SettingNames.same(name, SCHEDULE)) {
            return ChoiceSlot.schedule(schedules);
        }
        return SettingNames.same(name, MODEL) ? ChoiceSlot.model(shape) : number(name, base);
    }

    /** What is a size of some family of models, such as the width of a recurrent one, though images have a width as well. */
    private static boolean isSize(String name) {
        return Families.all().stream().flatMap(family -> family.settings().stream())
                .anyMatch(part -> SettingNames.isOf(name, part.setting()));
    }

    private Slot number(String name, Experiment base) {
        boolean ofRules = Stream.concat(library.all().stream(), Stream.of(HyperparameterSlot.rule(base, library)))
                .flatMap(rule -> rule.hyperparameters().stream()).anyMatch(each -> SettingNames.same(each.key(), name));
        Optional<Slot> declared = declared(name);
        return ofRules ? new HyperparameterSlot(name, library, declared.orElse(null)) : declared.orElse(new FamilySlot(name));
    }

    private static Optional<Slot> declared(String name) {
        return Stream.of(contender(), training(), model(), data()).flatMap(slots -> slots)
                .filter(slot -> SettingNames.isOf(name, slot.part().setting())).<Slot>map(slot -> slot).findFirst();
    }

    private static Stream<PartSlot<?, ?>> contender() {
        return ContenderSettings.PARTS.stream().filter(part -> part.setting() != ContenderSettings.SEEDS).map(PartSlot::contender);
    }

    private static Stream<PartSlot<?, ?>> training() {
        return TrainingSettings.PARTS.stream().filter(part -> part.setting() != TrainingSettings.STEPS)
                .map(part -> new PartSlot<>(part, Experiment::training, Experiment::withTraining));
    }

    private static Stream<PartSlot<?, ?>> model() {
        return MODELS.stream().map(part -> new PartSlot<>(part, of -> PartSlot.learning(of).model(), (of, model) ->
                of.withProblem(new Problem.Learning(PartSlot.learning(of).data(), model))));
    }

    private static Stream<PartSlot<?, ?>> data() {
        return DataSettings.PARTS.stream().filter(part -> isPreparation(part.setting()))
                .map(part -> new PartSlot<>(part, of -> PartSlot.learning(of).data(), (of, data) ->
                        of.withProblem(new Problem.Learning(data, PartSlot.learning(of).model()))));
    }
}

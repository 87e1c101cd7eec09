package downhill.study;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import downhill.data.DataSettings;
import downhill.data.Scaling;
import downhill.model.Architecture;
import downhill.model.InputShape;
import downhill.optim.RuleLibrary;
import downhill.optim.Schedule;
import downhill.race.document.ContenderSettings;
import downhill.race.document.ContenderSpec;
import downhill.race.document.Experiment;
import downhill.race.document.ExperimentSettings;
import downhill.race.document.TrainingSettings;
import downhill.model.ModelSettings;
import downhill.setting.Part;
import downhill.setting.Setting;
import downhill.study.space.Knob;
import downhill.study.space.NumberRange;
import downhill.study.space.SearchSpace;
import downhill.study.space.VaryText;
import downhill.words.RefusedException;
import downhill.model.Families;
import downhill.model.Family;
import downhill.model.ModelSpec;
import downhill.data.TaskKind;
import downhill.race.document.Problem;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RecipeTest {
    private static final InputShape IRIS = InputShape.of(4);

    private static Recipe recipe(String... knobs) {
        return new Recipe(Studies.iris(100), IRIS, new SearchSpace(Stream.of(knobs).map(VaryText::read).toList()), RuleLibrary.complete(),
                text -> Schedule.CONSTANT);
    }

    private static Map<String, Object> values(Object... each) {
        Map<String, Object> values = new LinkedHashMap<>();
        for (int i = 0; i < each.length; i += 2) {
            values.put((String) each[i], each[i + 1]);
        }
        return values;
    }

    @Test
    void valuesOfEveryLayerFindTheirPlace() {
        Recipe recipe = recipe("learningRate=1e-4..1:log", "optimizer=adam,momentum", "batch=8..64", "l2=0..0.1", "dropout=0..0.5",
                "hidden=8,16,16-16", "activation=tanh,relu", "scaling=standard,min-max", "jitter=0..0.2", "beta1=0.8..0.99",
                "schedule=constant,cosine");
        Experiment made = recipe.at(values("learningRate", 0.02, "optimizer", "adam", "batch", 16L, "l2", 0.05, "dropout", 0.25,
                "hidden", "16-16", "activation", "relu", "scaling", "min-max", "jitter", 0.125, "beta1", 0.85, "schedule", "cosine"));
        ContenderSpec one = made.contenders().get(0);
        assertThat(one.hyperparameters()).containsOnly(Map.entry("learningRate", 0.02), Map.entry("beta1", 0.85));
        assertThat(one.batchSize()).isEqualTo(16);
        assertThat(one.penalty().l2()).isEqualTo(0.05);
        assertThat(PartSlot.learning(made).model().dropout()).isEqualTo(0.25);
        assertThat(((Architecture.Mlp) PartSlot.learning(made).model().architecture()).hidden()).containsExactly(16, 16);
        assertThat(PartSlot.learning(made).data().scaling()).isEqualTo(Scaling.MIN_MAX);
        assertThat(made.training().augmentation().jitter()).isEqualTo(0.125);
    }

    /** Images have a width as well, which is not searched over; the name means what the model has. */
    @Test
    void everySizeOfEveryFamilyCanBeSearchedOver() {
        for (Family<?> family : Families.all()) {
            InputShape shape = family.example();
            TaskKind task = family.means().orElse(TaskKind.MULTICLASS);
            Experiment iris = Studies.iris(100);
            Experiment base = iris.withProblem(new Problem.Learning(PartSlot.learning(iris).data().withTask(task),
                    new ModelSpec(family.start(shape), family.usualLoss(task))));
            for (Part<?, ?> part : family.settings()) {
                String usual = part.setting().usual() == null ? "2" : part.setting().usualText().replace(",", "-");
                Recipe made = new Recipe(base, shape, new SearchSpace(List.of(VaryText.read(part.setting().word() + "=" + usual))),
                        RuleLibrary.complete(), text -> Schedule.CONSTANT);
                assertThat(made.space().knobs()).as("%s of %s", part.setting().word(), family.id()).hasSize(1);
            }
        }
    }

    @Test
    void whatOnlySomeOptimizersHaveMattersOnlyWithThem() {
        SearchSpace space = recipe("optimizer=adam,momentum,adagrad", "momentum=0.5..0.99", "beta1=0.8..0.99", "learningRate=1e-4..1:log").space();
        assertThat(space.values(knob -> 0.0)).containsOnlyKeys("optimizer", "beta1", "learningRate");
        assertThat(space.values(knob -> 0.5)).containsOnlyKeys("optimizer", "momentum", "learningRate");
        assertThat(space.values(knob -> 0.99)).containsOnlyKeys("optimizer", "learningRate");
    }

    @Test
    void whatOnlySomeModelsHaveMattersOnlyWithThem() {
        SearchSpace space = recipe("model=softmax,mlp", "activation=tanh,relu").space();
        assertThat(space.values(knob -> 0.0)).containsOnlyKeys("model");
        assertThat(space.values(knob -> 0.99)).containsOnlyKeys("model", "activation");
    }

    @Test
    void aWeightDecayThatTheRuleHasNotActsThroughTheGradient() {
        Recipe recipe = recipe("optimizer=sgd,adamw", "weightDecay=0..0.1");
        assertThat(recipe.at(values("optimizer", "sgd", "weightDecay", 0.01)).contenders().get(0).weightDecay()).isEqualTo(0.01);
        assertThat(recipe.at(values("optimizer", "adamw", "weightDecay", 0.01)).contenders().get(0).hyperparameters())
                .containsEntry("weightDecay", 0.01);
    }

    @Test
    void wholeNumbersAreWholeWithoutBeingToldSo() {
        assertThat(((NumberRange) recipe("batch=8..64:log").space().knobs().get(0).extent()).whole()).isTrue();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "optimizer=adam,nonsense|no optimizer \"nonsense\"", "learningRate=-1..1|learningRate must be", "dropout=0..1|dropout must be",
        "batch=8..64.5|batch: its ends and its step must be whole", "hidden=1..9|give its values", "nonsense=1..2|no setting nonsense",
        "steps=10..20|steps cannot be searched", "validation=0.1..0.5|validation cannot be searched", "loss=mse|loss cannot be searched",
        "missing=mean,drop-row|leaves rows out", "activation=tanh,nonsense|activation must be", "beta9=0..1|no setting beta9",
        "model=mlp,nonsense|no model", "model=mlp,logistic|by a loss of its own", "seeds=1..3|seeds cannot be searched",
        "momentum=0..0.9|no setting momentum", "seed=1..9|seed cannot be searched"})
    void whatCannotBeSearchedOverIsRefusedInOneSentence(String knob, String why) {
        assertThatThrownBy(() -> recipe(knob)).isInstanceOf(RefusedException.class).hasMessageContaining(why)
                .satisfies(e -> assertThat(e.getMessage()).doesNotContain("\n"));
    }

    /** A setting that somebody adds later is searched over, or it is said why not. */
    @Test
    void everyDeclaredSettingIsSearchedOverOrRefusedForAReason() {
        List<Setting<?>> all = Stream.of(ContenderSettings.PARTS, TrainingSettings.PARTS, ExperimentSettings.PARTS, DataSettings.PARTS)
                .flatMap(List::stream).<Setting<?>>map(Part::setting).distinct().toList();
        assertThat(Stream.concat(all.stream(), ModelSettings.all().stream())).hasSizeGreaterThan(30).allSatisfy(setting -> {
            Slots slots = new Slots(RuleLibrary.complete(), IRIS, text -> Schedule.CONSTANT);
            try {
                Slot slot = slots.slot(setting.key(), Studies.iris(10));
                assertThat(slot).isInstanceOf(PartSlot.class).satisfies(found ->
                        assertThat(((PartSlot<?, ?>) found).part().setting()).isSameAs(setting));
            } catch (RefusedException refused) {
                assertThat(refused).hasMessageContaining(setting.key()).hasMessageContaining("judged by other rows");
            }
        });
        assertThat(new Knob("x", NumberRange.real(0, 1, false)).when()).isEmpty();
    }
}

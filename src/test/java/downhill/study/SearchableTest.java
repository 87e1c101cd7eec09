package downhill.study;

import static org.assertj.core.api.Assertions.assertThat;

import downhill.model.InputShape;
import downhill.optim.RuleLibrary;
import downhill.optim.ScheduleReader;
import downhill.race.document.Experiment;
import downhill.study.space.Choices;
import downhill.study.space.Knob;
import downhill.study.space.SearchSpace;
import downhill.study.space.VaryText;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What is offered can be searched over, and in the range that it is offered with. */
class SearchableTest {
    private static final Experiment IRIS = Studies.iris(100);
    private static final InputShape SHAPE = InputShape.of(4);
    private static final RuleLibrary RULES = RuleLibrary.complete();

    static Stream<Searchable> all() {
        return Searchable.of(IRIS, SHAPE, RULES).stream();
    }

    private static Recipe recipe(Knob knob) {
        return new Recipe(IRIS, SHAPE, new SearchSpace(List.of(knob)), RULES, text -> ScheduleReader.read(text, 100));
    }

    /** What only other rules have cannot be searched over with Adam alone: the knob needs a rule that has it. */
    private static boolean isOfAdam(Searchable one) {
        return one.number() == null || RULES.byId("adam").orElseThrow().hyperparameters().stream()
                .anyMatch(each -> each.key().equals(one.name()));
    }

    @ParameterizedTest
    @MethodSource("all")
    void itsBeginningIsASpace(Searchable one) {
        if (one.start() != null && isOfAdam(one)) {
            Recipe recipe = recipe(new Knob(one.name(), one.start()));
            recipe.space().knobs().forEach(knob -> List.of(0.0, 0.3, 1.0).forEach(unit ->
                    assertThat(recipe.at(java.util.Map.of(knob.name(), knob.extent().at(unit)))).isNotNull()));
        }
    }

    @ParameterizedTest
    @MethodSource("all")
    void allTheTextsThatAreOfferedAreTaken(Searchable one) {
        List<String> texts = one.texts(RULES);
        if (!texts.isEmpty() && one.start() instanceof Choices && isOfAdam(one)) {
            assertThat(recipe(new Knob(one.name(), new Choices(List.copyOf(texts.stream().map(text ->
                    downhill.study.space.ValueText.read(text)).toList())))).space().knobs()).hasSize(1);
        }
    }

    @Test
    void whatMattersMostComesFirstAndNothingTwice() {
        assertThat(all().map(Searchable::name)).startsWith("optimizer", "learningRate", "schedule", "batch").doesNotHaveDuplicates()
                .contains("hidden", "activation", "dropout", "l2", "scaling", "missing", "momentum", "model")
                .doesNotContain("steps", "seed", "loss");
    }

    @ParameterizedTest
    @MethodSource("all")
    void aKnobIsReadBackFromItsText(Searchable one) {
        if (one.start() != null) {
            Knob knob = new Knob(one.name(), one.start());
            assertThat(VaryText.read(VaryText.text(knob))).isEqualTo(knob);
        }
    }

    @Test
    void conditionsAndStepsAreReadBackToo() {
        for (String text : List.of("rate=1.0E-5..1.0:log", "dropout=0.0..0.5:step=0.1", "batch=8..64:log:int", "hidden=16,32,16-16",
                "momentum=0.5..0.99:if:optimizer=momentum,nesterov", "width=10..90:int:step=20")) {
            assertThat(VaryText.text(VaryText.read(text))).isEqualTo(text);
        }
    }
}

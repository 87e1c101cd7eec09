package downhill.ui.session;

import static org.assertj.core.api.Assertions.assertThat;

import downhill.analysis.Samples;
import downhill.data.TaskKind;
import downhill.data.prepare.Prepared;
import downhill.model.Families;
import downhill.model.Family;
import downhill.model.Initializer;
import downhill.model.InputShape;
import downhill.model.ModelSpec;
import downhill.model.ModelSummary;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** A model of any family over a change to any kind of data. */
class FittingModelTest {
    private static final Map<String, Prepared> DATA = Stream.of("iris", "diabetes", "digits", "sunspots")
            .collect(Collectors.toMap(Function.identity(), Samples::prepared));

    static Stream<Arguments> changes() {
        return Families.all().stream().flatMap(family -> DATA.keySet().stream().sorted().map(data -> Arguments.of(family.id(), data)));
    }

    @ParameterizedTest
    @MethodSource("changes")
    void itStaysWhereItFitsAndElseWhatSuitsTheDataTakesItsPlace(String id, String data) {
        Family<?> family = Families.named(id).orElseThrow();
        Prepared prepared = DATA.get(data);
        InputShape shape = InputShape.of(prepared.inputShape());
        Initializer normal = Initializer.normal(0.2);
        ModelSpec before = new ModelSpec(family.start(family.example()), family.usualLoss(TaskKind.REGRESSION), normal, 0.1);
        ModelSpec after = FittingModel.of(before, prepared);
        boolean fits = family.fits(prepared.task(), shape);
        assertThat(after.architecture()).isEqualTo(fits ? before.architecture() : Families.suiting(shape).start(shape));
        assertThat(after.loss().fits(prepared.task())).isTrue();
        assertThat(after.initializer()).isEqualTo(normal);
        assertThat(after.dropout()).isEqualTo(0.1);
        assertThat(ModelSummary.of(after, shape, prepared.outputs()).parameters()).isPositive();
    }
}

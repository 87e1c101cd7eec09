package downhill.optim;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import downhill.words.RefusedException;
import java.lang.reflect.Constructor;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class ScheduleFormTest {
    static Stream<Arguments> keys() {
        return Arrays.stream(ScheduleForm.values()).flatMap(form -> form.keys().stream().map(key -> Arguments.of(form, key.name(), key)));
    }

    /** Documents are read into the records themselves. */
    @ParameterizedTest(name = "{0} {1}")
    @MethodSource("keys")
    void aRecordRefusesWhatItsKeyRefuses(ScheduleForm form, String name, ScheduleKey key) throws ReflectiveOperationException {
        Map<String, Double> usual = form.keys().stream().collect(Collectors.toMap(ScheduleKey::name, each -> each.otherwise(70)));
        Schedule schedule = form.with(usual, 70, Schedule.CONSTANT);
        RecordComponent[] parts = schedule.getClass().getRecordComponents();
        Constructor<?> constructor = schedule.getClass().getDeclaredConstructor(Arrays.stream(parts).map(RecordComponent::getType)
                .toArray(Class<?>[]::new));
        double illegal = key.legal().lowOpen() ? key.legal().low() : key.legal().low() - 1;
        Object[] values = new Object[parts.length];
        for (int i = 0; i < parts.length; i++) {
            Object own = parts[i].getAccessor().invoke(schedule);
            Object wrong = own instanceof Integer ? (Object) (int) illegal : (Object) illegal;
            values[i] = parts[i].getName().equals(name) ? wrong : own;
        }
        assertThatThrownBy(() -> constructor.newInstance(values)).satisfies(failure -> assertThat(failure.getCause())
                .isInstanceOf(RefusedException.class)
                .hasMessageContaining(name + " of the schedule " + form.title() + " must be " + key.range()));
    }

    /** The ends are given to the schedule itself: both must allow the same. */
    @ParameterizedTest(name = "{0} {1}")
    @MethodSource("keys")
    void theRangeThatIsToldIsThatOfTheSchedule(ScheduleForm form, String name, ScheduleKey key) {
        Map<String, Double> chosen = new HashMap<>();
        form.keys().stream().filter(ScheduleKey::needed).forEach(needed -> chosen.put(needed.name(), needed.whole() ? 2 : 0.5));
        double unit = key.whole() ? 1 : 1e-9;
        chosen.put(name, key.legal().low() + (key.legal().lowOpen() ? unit : 0));
        assertThat(form.with(chosen, 100, Schedule.CONSTANT).learningRate(1, 0)).isBetween(0.0, 1e10);
        for (double illegal : new double[] {key.legal().low() - unit, key.legal().lowOpen() ? key.legal().low() : Double.NaN, key.legal()
                .high() + 1}) {
            chosen.put(name, illegal);
            assertThatThrownBy(() -> form.with(chosen, 100, Schedule.CONSTANT)).isInstanceOf(IllegalArgumentException.class)
                    .hasMessageContaining(name + " of the schedule " + form.title() + " must be " + key.range());
        }
    }

    @Test
    void theNamesAndKeysAreThoseOfTheRecords() {
        for (Class<?> kind : Schedule.class.getPermittedSubclasses()) {
            String name = kind.getSimpleName().replaceAll("(?<=[a-z])(?=[A-Z])", "-").toLowerCase(java.util.Locale.ROOT);
            ScheduleForm form = ScheduleForm.named(name).orElseThrow();
            List<String> components = Arrays.stream(kind.getRecordComponents()).map(each -> each.getName())
                    .filter(each -> !each.equals("then"))
                    .sorted().collect(Collectors.toList());
            assertThat(form.keys().stream().map(ScheduleKey::name).sorted()).as(name).containsExactlyElementsOf(components);
        }
        assertThat(ScheduleForm.values()).hasSameSizeAs(Schedule.class.getPermittedSubclasses());
    }

    @ParameterizedTest(name = "{0} {1}")
    @MethodSource("keys")
    void whatIsPutIntoAScheduleIsTakenOutOfIt(ScheduleForm form, String name, ScheduleKey key) {
        Map<String, Double> chosen = form.keys().stream().collect(Collectors.toMap(ScheduleKey::name, each -> each.otherwise(70)));
        double other = key.whole() ? 3 : 0.75;
        chosen.put(name, other);
        Schedule schedule = form.with(chosen, 70, Schedule.CONSTANT);
        assertThat(ScheduleForm.of(schedule)).isEqualTo(form);
        assertThat(key.part().applyAsDouble(schedule)).isEqualTo(other);
    }

    @Test
    void theLengthOfTheRunIsThatOfAScheduleForWhichNoneIsSaid() {
        assertThat(ScheduleForm.COSINE.with(Map.of(), 70, null)).isEqualTo(new Schedule.Cosine(70, 0));
        assertThat(ScheduleForm.ONE_CYCLE.with(Map.of(), 1, null)).isEqualTo(new Schedule.OneCycle(2, 0.3, 25, 1e4));
        assertThat(ScheduleForm.POLYNOMIAL.with(Map.of("steps", 5.0), 70, null)).isEqualTo(new Schedule.Polynomial(5, 1));
    }
}

package downhill.ui.screen.contenders;

import static org.assertj.core.api.Assertions.assertThat;

import downhill.optim.Schedule;
import downhill.optim.ScheduleForm;
import downhill.ui.fx.FxTest;
import java.util.Arrays;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

class ScheduleFieldsTest extends FxTest {
    static Stream<Schedule> all() {
        Stream<Schedule> plain = Stream.of(Schedule.CONSTANT, new Schedule.Exponential(0.99), new Schedule.InverseTime(0.01),
                new Schedule.Step(30, 0.3),
                new Schedule.Cosine(100, 0), new Schedule.Cosine(100, 1e-4), new Schedule.CosineRestarts(50, 3, 0),
                        new Schedule.CosineRestarts(50, 1, 1e-5),
                new Schedule.Polynomial(80, 2), new Schedule.OneCycle(100, 0.3, 25, 1e4), new Schedule.OneCycle(100, 0.4, 20, 1e3),
                new Schedule.ReduceOnPlateau(0.5, 4, 1e-3, 1e-7), new Schedule.ReduceOnPlateau(0.995, 0, 1e-4, 0));
        return plain.flatMap(one -> Stream.of(one, new Schedule.LinearWarmup(0, 20, one), new Schedule.LinearWarmup(0.1, 20, one),
                new Schedule.LinearWarmup(0.1, 20, new Schedule.LinearWarmup(0, 5, one))));
    }

    @ParameterizedTest
    @MethodSource("all")
    void whatTheFieldsShowAndGiveBackIsTheScheduleItself(Schedule schedule) {
        runFx(() -> assertThat(new ScheduleFields(schedule, 300).value()).isEqualTo(schedule));
    }

    /** What is offered is what the command line takes where nothing is said, and the length of the run where it is that. */
    @ParameterizedTest
    @EnumSource(value = ScheduleForm.class, mode = EnumSource.Mode.EXCLUDE, names = "LINEAR_WARMUP")
    void aFormThatIsChosenBeginsWithItsDefaults(ScheduleForm form) {
        runFx(() -> {
            ScheduleFields fields = new ScheduleFields(Schedule.CONSTANT, 300);
            AtomicInteger told = new AtomicInteger();
            fields.onChange(told::incrementAndGet);
            fields.form().setValue(form);
            Schedule offered = fields.value();
            assertThat(ScheduleForm.of(offered)).isEqualTo(form);
            form.keys().forEach(key -> assertThat(key.part().applyAsDouble(offered)).as(key.name()).isEqualTo(key.otherwise(300)));
            assertThat(told.get()).isEqualTo(form == ScheduleForm.CONSTANT ? 0 : 1);
        });
    }

    @Test
    void aWarmUpAfterAWarmUpIsOfferedOnlyWhereItIs() {
        runFx(() -> {
            assertThat(new ScheduleFields(Schedule.CONSTANT, 300).form().getItems()).doesNotContain(ScheduleForm.LINEAR_WARMUP)
                    .hasSize(Arrays.asList(ScheduleForm.values()).size() - 1);
            Schedule twice = new Schedule.LinearWarmup(0, 5, new Schedule.LinearWarmup(0, 5, Schedule.CONSTANT));
            assertThat(new ScheduleFields(twice, 300).form().getValue()).isEqualTo(ScheduleForm.LINEAR_WARMUP);
        });
    }
}

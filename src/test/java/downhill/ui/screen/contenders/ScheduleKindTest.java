package downhill.ui.screen.contenders;

import static org.assertj.core.api.Assertions.assertThat;

import downhill.optim.Schedule;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class ScheduleKindTest {
    static Stream<Schedule> all() {
        Stream<Schedule> plain = Stream.of(Schedule.CONSTANT, new Schedule.Exponential(0.99), new Schedule.InverseTime(0.01), new Schedule.Step(30, 0.3),
                new Schedule.Cosine(100, 0), new Schedule.Cosine(100, 1e-4), new Schedule.CosineRestarts(50, 3, 0), new Schedule.CosineRestarts(50, 1, 1e-5),
                new Schedule.Polynomial(80, 2), new Schedule.OneCycle(100, 0.3, 25, 1e4), new Schedule.OneCycle(100, 0.4, 25, 1e4),
                new Schedule.ReduceOnPlateau(0.5, 4, 1e-4, 0), new Schedule.ReduceOnPlateau(0.5, 0, 1e-4, 0));
        return plain.flatMap(one -> Stream.of(one, new Schedule.LinearWarmup(0, 20, one), new Schedule.LinearWarmup(0.1, 20, one)));
    }

    @ParameterizedTest
    @MethodSource("all")
    void whatTheFormShowsAndAppliesIsTheScheduleItself(Schedule schedule) {
        Schedule main = ScheduleKind.main(schedule);
        ScheduleKind kind = ScheduleKind.of(schedule);
        Schedule applied = ScheduleKind.after(ScheduleKind.warmup(schedule),
                kind.schedule(ScheduleKind.steps(main, 7), ScheduleKind.factor(main, kind.defaultFactor()), main));
        assertThat(applied).isEqualTo(schedule);
    }

    @Test
    void whatTheFormCannotSayIsNotPassedOffAsSomethingSimpler() {
        assertThat(ScheduleKind.of(new Schedule.Cosine(100, 1e-4))).isEqualTo(ScheduleKind.OTHER);
        assertThat(ScheduleKind.of(new Schedule.LinearWarmup(0, 5, new Schedule.CosineRestarts(50, 2, 0)))).isEqualTo(ScheduleKind.COSINE_RESTARTS);
        assertThat(ScheduleKind.of(new Schedule.LinearWarmup(0.1, 5, Schedule.CONSTANT))).isEqualTo(ScheduleKind.OTHER);
    }
}

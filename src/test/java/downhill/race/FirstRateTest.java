package downhill.race;

import static org.assertj.core.api.Assertions.assertThat;

import downhill.optim.Schedule;
import downhill.race.Racing.Quantity;
import downhill.race.document.ContenderSpec;
import downhill.race.document.TrainingSpec;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Before its first step a contender tells the learning rate that this step then has, whatever its schedule; so does it put back there. */
class FirstRateTest {
    private static final double BASE = 0.05;

    static Stream<Schedule> schedules() {
        Schedule plateau = new Schedule.ReduceOnPlateau(0.5, 3, 0, 0);
        return Stream.of(Schedule.CONSTANT, new Schedule.LinearWarmup(0.1, 20, Schedule.CONSTANT), new Schedule.LinearWarmup(0, 5, plateau),
                plateau, new Schedule.Cosine(30, 0), new Schedule.LinearWarmup(0.25, 4, new Schedule.Exponential(0.9)));
    }

    @ParameterizedTest
    @MethodSource("schedules")
    void isTheScheduleOfTheFirstStep(Schedule schedule) {
        ContenderSpec late = Races.contender("b", "adam", BASE).withSchedule(schedule)
                .withChanges(List.of(new ContenderSpec.Change(0, "learningRate", 0.02)));
        try (Race race = Races.open(Races.experiment(Races.line(), TrainingSpec.of(40, 0),
                Races.contender("a", "sgd", BASE).withSchedule(schedule), late))) {
            RaceSnapshot start = Races.await(race, RaceState.PAUSED);
            race.step(3);
            Races.await(race, snapshot -> snapshot.step() == 3 && snapshot.state() == RaceState.PAUSED);
            race.seek(0);
            RaceSnapshot back = Races.await(race, snapshot -> snapshot.step() == 0 && snapshot.state() == RaceState.PAUSED);
            for (String id : List.of("a", "b")) {
                double used = race.curve(id, Quantity.LEARNING_RATE, 100).y()[0];
                assertThat(used).isEqualTo(schedule.learningRate(id.equals("a") ? BASE : 0.02, 0));
                assertThat(Races.standing(start, id).learningRate()).isEqualTo(used);
                assertThat(Races.standing(back, id).learningRate()).isEqualTo(used);
            }
        }
    }
}

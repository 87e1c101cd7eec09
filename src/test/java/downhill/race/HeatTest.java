package downhill.race;

import static org.assertj.core.api.Assertions.assertThat;

import downhill.data.Progress;
import downhill.race.document.ContenderSpec;
import downhill.race.document.Experiment;
import downhill.race.document.TrainingSpec;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class HeatTest {
    private static Experiment three(TrainingSpec training) {
        return Races.experiment(Races.iris(), training, Races.contender("a", "adam", 0.01),
                Races.contender("b", "sgd", 0.1).withBatchSize(8), Races.contender("c", "momentum", 0.02));
    }

    private static Heat heat(Experiment experiment) {
        return new Heat(experiment, Races.data(experiment), Races.RULES, 2);
    }

    /** The validation losses of the race of the same document, to the last bit. */
    private static void assertLikeTheRace(Experiment experiment, Map<String, Heat.Standing> standings) {
        RaceResult race = RaceRunner.run(experiment, Races.data(experiment), Races.RULES, RaceOptions.alone(), Progress.NONE);
        for (RaceResult.Finish finish : race.contenders()) {
            Heat.Standing standing = standings.get(finish.id());
            if (standing != null) {
                assertThat(standing.outcome()).as(finish.id()).isEqualTo(finish.outcome());
                assertThat(standing.score().loss()).as(finish.id()).isEqualTo(finish.validationLoss());
            }
        }
    }

    @Test
    void itsNumbersAreThoseOfARace() {
        Experiment experiment = three(TrainingSpec.of(150, 32));
        try (Heat heat = heat(experiment)) {
            for (long step : new long[] {1, 37, 100, 150}) {
                assertThat(heat.advance(step, () -> true)).isTrue();
                assertLossesOfTheSameRowsAreTheSame(heat, experiment);
                assertLikeTheRace(experiment.withTraining(TrainingSpec.of(step, 32)), running(heat.standings(), step < 150));
            }
        }
    }

    private static void assertLossesOfTheSameRowsAreTheSame(Heat heat, Experiment experiment) {
        Map<String, Double> losses = heat.losses(Races.data(experiment));
        heat.standings().forEach((id, standing) -> assertThat(losses.get(id)).as(id).isEqualTo(standing.score().loss()));
    }

    private static Map<String, Heat.Standing> running(Map<String, Heat.Standing> standings, boolean runs) {
        assertThat(standings.values()).extracting(Heat.Standing::outcome).containsOnly(runs ? Outcome.RUNNING : Outcome.FINISHED);
        standings.replaceAll((id, standing) -> new Heat.Standing(Outcome.FINISHED, standing.score()));
        return standings;
    }

    @Test
    void whoeverLeavesChangesNothingForTheOthers() {
        Experiment experiment = three(TrainingSpec.of(150, 32));
        try (Heat heat = heat(experiment)) {
            heat.advance(50, () -> true);
            heat.leave(List.of("c", "nobody"));
            heat.advance(150, () -> true);
            assertThat(heat.standings()).containsOnlyKeys("a", "b");
            assertLikeTheRace(experiment, heat.standings());
            heat.leave(List.of("a", "b"));
            assertThat(heat.advance(150, () -> true)).as("nobody is left").isTrue();
            assertThat(heat.standings()).isEmpty();
        }
    }

    @Test
    void earlyStoppingIsThatOfTheRace() {
        TrainingSpec.EarlyStopping soon = new TrainingSpec.EarlyStopping(2, 0.05, true);
        Experiment experiment = three(TrainingSpec.of(400, 32).withEarlyStopping(soon));
        try (Heat heat = heat(experiment)) {
            heat.advance(400, () -> true);
            assertThat(heat.standings().values()).extracting(Heat.Standing::outcome).contains(Outcome.EARLY_STOPPED);
            assertLikeTheRace(experiment, heat.standings());
        }
    }

    @Test
    void oneThatDivergesOrCannotTakePartIsToldAndTheOthersGoOn() {
        ContenderSpec wild = Races.contender("wild", "gradient-descent", 1e300);
        ContenderSpec unknown = Races.contender("unknown", "no-such-rule", 0.1);
        Experiment experiment = Races.experiment(Races.iris(), TrainingSpec.of(50, 32), wild, unknown, Races.contender("a", "adam", 0.01));
        try (Heat heat = heat(experiment)) {
            assertThat(heat.advance(50, () -> true)).isTrue();
            assertThat(heat.standings().get("wild").outcome()).isEqualTo(Outcome.DIVERGED);
            assertThat(heat.standings().get("wild").score().loss()).isNaN();
            assertThat(heat.standings().get("unknown").outcome()).isEqualTo(Outcome.FAILED);
            assertThat(heat.standings().get("a").outcome()).isEqualTo(Outcome.FINISHED);
            heat.leave(List.of("unknown"));
            assertThat(heat.standings()).containsOnlyKeys("wild", "a");
        }
    }

    @Test
    void itEndsWhenToldTo() {
        try (Heat heat = heat(three(TrainingSpec.of(1_000_000, 32)))) {
            assertThat(heat.advance(1_000_000, () -> false)).isFalse();
        }
    }
}

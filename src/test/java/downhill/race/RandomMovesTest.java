package downhill.race;

import downhill.optim.Clipping;
import downhill.optim.Penalty;
import downhill.optim.Schedule;
import downhill.race.document.Experiment;
import downhill.race.document.Problem;
import downhill.race.document.TrainingSpec;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** No order of moves ends a race, and whatever was done, the document repeats it. */
class RandomMovesTest {
    private static final int STEPS = 400;
    private static final int BETWEEN_ENDS = 50;

    private static Experiment surface() {
        return Races.experiment(new Problem.Surface("rosenbrock", -1.5, 2), TrainingSpec.of(STEPS, 0),
                Races.contender("a", "gradient-descent", 1e-4), Races.contender("b", "adam", 0.02));
    }

    private static Experiment learning() {
        TrainingSpec.EarlyStopping stopping = new TrainingSpec.EarlyStopping(12, 1e-3, true);
        return Races.experiment(Races.line(), new TrainingSpec(STEPS, 8, Penalty.NONE, new Clipping.None(), stopping, null),
                Races.contender("a", "adam", 0.02),
                Races.contender("b", "momentum", 0.1).withSchedule(new Schedule.ReduceOnPlateau(0.5, 2, 0.01, 0)).withSeeds(2));
    }

    private static void play(Experiment experiment, long seed, int moves) {
        try (RandomMoves game = new RandomMoves(experiment, seed)) {
            game.race().ready().join();
            try {
                for (int i = 1; i <= moves; i++) {
                    game.move();
                    if (i % BETWEEN_ENDS == 0) {
                        game.checkThatTheDocumentRepeatsIt();
                    }
                }
            } catch (AssertionError | RuntimeException fault) {
                throw new AssertionError("seed " + seed + ": " + fault + "\nafter\n" + game.story(), fault);
            }
        }
    }

    @ParameterizedTest
    @CsvSource({"1,surface", "2,surface", "3,surface", "1,learning", "2,learning", "3,learning"})
    void noOrderOfMovesEndsARace(long seed, String problem) {
        play(problem.equals("surface") ? surface() : learning(), seed, 200);
    }

    @Test
    @Tag("soak")
    void tenThousandMovesEndNoRace() {
        for (long seed = 11; seed < 21; seed++) {
            play(seed % 2 == 0 ? surface() : learning(), seed, 1000);
        }
    }
}

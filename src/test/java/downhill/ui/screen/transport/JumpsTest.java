package downhill.ui.screen.transport;

import static org.assertj.core.api.Assertions.assertThat;

import downhill.race.Outcome;
import downhill.race.RaceSnapshot;
import downhill.race.RaceSnapshot.Standing;
import downhill.race.RaceState;
import downhill.race.history.Curve;
import java.util.List;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;

class JumpsTest {
    private static Curve curve(double... values) {
        double[] steps = new double[values.length];
        for (int i = 0; i < steps.length; i++) {
            steps[i] = 100 + i;
        }
        return new Curve(steps, values);
    }

    private static RaceSnapshot snapshot(Standing... standings) {
        return new RaceSnapshot(1, RaceState.PAUSED, 10, 0, 0, null, List.of(standings));
    }

    private static Standing standing(String id, Outcome outcome, long step, long end) {
        return new Standing(id, outcome, step, 1, 1, null, 0, 0, 0, end, Double.NaN, null);
    }

    @Test
    void theWorstJumpIsTheStepWhoseUpdateRaisedTheLossMost() {
        assertThat(Jumps.worst(curve(3, 2, 2.5, 1, 4, 4.2, 1))).isEqualTo(OptionalLong.of(103));
    }

    @Test
    void aLossThatNeverRoseHasNoWorstJump() {
        assertThat(Jumps.worst(curve(3, 2, 2, 1))).isEmpty();
        assertThat(Jumps.worst(Curve.EMPTY)).isEmpty();
    }

    @Test
    void aDivergenceIsRememberedAfterGoingBackBeforeIt() {
        Jumps jumps = new Jumps();
        jumps.observe(snapshot(standing("a", Outcome.DIVERGED, 128, 128), standing("b", Outcome.RUNNING, 200, -1)));
        jumps.observe(snapshot(standing("a", Outcome.RUNNING, 60, -1), standing("b", Outcome.RUNNING, 60, -1)));
        assertThat(jumps.divergence("a")).isEqualTo(OptionalLong.of(127));
        assertThat(jumps.divergence("b")).as("somebody else's where the chosen one has none").isEqualTo(OptionalLong.of(127));
    }

    @Test
    void aDivergenceThatNoLongerHappensIsForgotten() {
        Jumps jumps = new Jumps();
        jumps.observe(snapshot(standing("a", Outcome.DIVERGED, 128, 128)));
        jumps.observe(snapshot(standing("a", Outcome.RUNNING, 130, -1)));
        assertThat(jumps.divergence("a")).isEmpty();
        jumps.observe(snapshot(standing("a", Outcome.DIVERGED, 140, 140)));
        jumps.observe(snapshot());
        assertThat(jumps.divergence("a")).as("its contender is gone").isEmpty();
    }
}

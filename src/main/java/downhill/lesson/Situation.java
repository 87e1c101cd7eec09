package downhill.lesson;

import downhill.engine.train.RunState;
import downhill.race.RaceSnapshot;
import downhill.race.Racing;
import downhill.race.document.Experiment;
import java.util.Map;
import java.util.Optional;

/**
 * How a race stands at a moment, to be judged.
 *
 * @param race       its records
 * @param experiment that is raced
 * @param snapshot   of the moment
 * @param states     of those who have not diverged, by id
 */
public record Situation(Racing race, Experiment experiment, RaceSnapshot snapshot, Map<String, RunState> states) {

    /** How a race that rests stands; waits for its states. */
    public static Situation of(Racing race) {
        Map<String, RunState> states = race.states().join(); // the snapshot of the same moment is there when they are
        return new Situation(race, race.experiment(), race.snapshot(), states);
    }

    /** How a contender stands; empty where there is none of that id. */
    public Optional<RaceSnapshot.Standing> standing(String contender) {
        return snapshot.contenders().stream().filter(one -> one.id().equals(contender)).findFirst();
    }

    /** [P] with which it is asked; empty where it diverged or is not there. */
    public double[] parameters(String contender) {
        RunState state = states.get(contender);
        return state == null ? new double[0] : state.answer();
    }

    /** Its training loss now; NaN where there is none. */
    public double loss(String contender) {
        return standing(contender).map(RaceSnapshot.Standing::loss).orElse(Double.NaN);
    }

    /** Its training loss after {@code step} updates; NaN where there is none. */
    public double loss(String contender, long step) {
        return race.loss(contender, step);
    }
}

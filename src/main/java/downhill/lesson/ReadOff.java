package downhill.lesson;

import downhill.race.RaceSnapshot;
import java.util.Optional;

/**
 * A number that is read off a race.
 *
 * @param what      is read
 * @param contender of whom
 * @param parameter which parameter, from 0; null for other numbers
 */
public record ReadOff(What what, String contender, Integer parameter) {
    /** What can be read. */
    public enum What {
        /** Training loss, as it is told everywhere. */
        LOSS,
        /** Of the rows held out. */
        VALIDATION,
        /** Accuracy or R². */
        METRIC,
        /** Updates done when it ended, or so far. */
        STEPS,
        /** The value of a parameter. */
        PARAMETER,
        /** How many parameters it has. */
        COUNT
    }

    /** Its value; NaN where there is none. */
    public double of(Situation situation) {
        Optional<RaceSnapshot.Standing> standing = situation.standing(contender);
        return switch (what) {
            case LOSS -> situation.loss(contender);
            case VALIDATION -> standing.map(RaceSnapshot.Standing::validationLoss).orElse(Double.NaN);
            case METRIC -> standing.map(RaceSnapshot.Standing::metric).orElse(Double.NaN);
            case STEPS -> standing.map(one -> (double) (one.outcomeStep() >= 0 ? one.outcomeStep() : one.step())).orElse(Double.NaN);
            case PARAMETER -> parameter(situation.parameters(contender));
            case COUNT -> count(situation.parameters(contender).length);
        };
    }

    /** What has diverged shows none. */
    private static double count(int parameters) {
        return parameters == 0 ? Double.NaN : parameters;
    }

    private double parameter(double[] all) {
        return parameter != null && parameter < all.length ? all[parameter] : Double.NaN;
    }
}

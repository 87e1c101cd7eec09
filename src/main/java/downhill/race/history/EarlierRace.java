package downhill.race.history;

import downhill.words.Said;
import java.util.List;

/**
 * A race that is over, kept to be held against a later one: the training loss of its contenders, thinned. A value.
 *
 * @param name          as a person calls it
 * @param shown         whether it is laid behind the present one
 * @param stepsPerEpoch of its shared batch; 0 where it had no epochs
 * @param measured      what its losses are losses of; those of races where this differs cannot be compared
 * @param curves        of its contenders, in their order
 */
public record EarlierRace(String name, boolean shown, double stepsPerEpoch, String measured, List<Line> curves) {
    /** So many are kept of a session at most. */
    public static final int MOST = 6;
    /** About so many points of each curve. */
    public static final int POINTS = 300;

    public EarlierRace {
        curves = List.copyOf(curves);
    }

    /**
     * One contender's training loss.
     *
     * @param name  of the contender
     * @param style of its line
     * @param steps rising
     * @param losses as many; not-a-number makes a gap
     */
    public record Line(String name, int style, List<Long> steps, List<Double> losses) {
        public Line {
            steps = List.copyOf(steps);
            losses = List.copyOf(losses);
            boolean rising = steps.size() == losses.size() && steps.size() <= 4 * POINTS && style >= 0;
            for (int i = 1; rising && i < steps.size(); i++) {
                rising = steps.get(i) >= steps.get(i - 1);
            }
            SavedHistory.require(rising, Said.of("history.order"));
        }

        /** The same to be drawn. */
        public Curve curve() {
            return new Curve(steps.stream().mapToDouble(Long::doubleValue).toArray(),
                    losses.stream().mapToDouble(Double::doubleValue).toArray());
        }
    }

    /** The same under another name. */
    public EarlierRace withName(String other) {
        return new EarlierRace(other, shown, stepsPerEpoch, measured, curves);
    }

    /** The same shown or hidden. */
    public EarlierRace withShown(boolean other) {
        return new EarlierRace(name, other, stepsPerEpoch, measured, curves);
    }

    /** The step that it came to. */
    public long end() {
        return curves.stream().filter(line -> !line.steps().isEmpty()).mapToLong(line -> line.steps().get(line.steps().size() - 1)).max()
                .orElse(0);
    }
}

package downhill.race;

import downhill.engine.graph.ParameterLayout;
import downhill.engine.train.RuleTensors;
import downhill.engine.train.RunState;
import downhill.optim.Rule;
import downhill.race.history.SavedHistory;
import downhill.words.RefusedException;
import downhill.words.Said;
import java.util.List;

/**
 * What one contender has done so far, and where it stands; never written to.
 *
 * @param id        of the contender
 * @param ruleStart step at which its rule began with fresh states
 * @param now       where it stands; null runs for one that diverged
 * @param frames    earlier moments by increasing step, its birth first
 * @param standing  how it stands
 * @param history   its curves
 */
public record SavedCourse(String id, long ruleStart, KeyFrame now, List<KeyFrame> frames, Standing standing, SavedHistory history) {
    public SavedCourse {
        frames = List.copyOf(frames);
    }

    /**
     * How a contender stands.
     *
     * @param stopAt       step at which the user stopped it, Long.MAX_VALUE for none
     * @param outcomeStep  step at which it ended, −1 while it runs
     * @param outcomeValue the value that ended a diverged contender, else NaN
     * @param outcomeWhat  what was the first to be infinite or not a number and at which step, or null
     * @param loss         of the last step's batch
     * @param rate         learning rate of the last step
     * @param seedLosses   of each seed
     * @param score        of the latest validation
     */
    public record Standing(long stopAt, Outcome outcome, long outcomeStep, double outcomeValue, Said outcomeWhat, double loss,
                           double rate, double[] seedLosses, Score score) {
    }

    /** The same where it may go on at the end of its budget. */
    SavedCourse reopened() {
        Standing open = new Standing(standing.stopAt, Outcome.RUNNING, -1, Double.NaN, null, standing.loss, standing.rate,
                standing.seedLosses,
                standing.score);
        return standing.outcome == Outcome.FINISHED ? new SavedCourse(id, ruleStart, now, frames, open, history) : this;
    }

    /**
     * Throws {@link IllegalArgumentException} where the parts do not belong together or not to the model.
     *
     * @param layout of the model's parameters
     * @param rule   of the contender
     */
    void check(ParameterLayout layout, Rule rule) {
        int count = layout.count();
        int[] lengths = RuleTensors.lengths(rule, layout);
        require(!frames.isEmpty() && ruleStart >= 0, Said.of("course.beginning"));
        int seeds = frames.get(0).runs().length;
        long before = -1;
        for (KeyFrame frame : frames) {
            require(frame.step() > before && frame.runs() != null, Said.of("course.frames"));
            before = frame.step();
            check(frame, seeds, count, rule, lengths);
        }
        check(now, seeds, count, rule, lengths);
        boolean placed = now.step() >= frames.get(0).step() && history.start() == frames.get(0).step();
        boolean alive = standing.outcome().ended() || now.runs() != null;
        require(placed && alive && standing.outcome() != Outcome.UNBORN && standing.seedLosses().length == seeds, Said.of("course.stands"));
        boolean ended = standing.outcome() == Outcome.RUNNING || standing.outcomeStep() == now.step();
        require(ended && (history.low() != null) == seeds > 1, Said.of("course.outcome"));
    }

    private static void check(KeyFrame frame, int seeds, int count, Rule rule, int[] lengths) {
        require(frame.runs() == null || frame.runs().length == seeds && seeds > 0, Said.of("course.seeds"));
        for (RunState run : frame.runs() == null ? new RunState[0] : frame.runs()) {
            boolean fits = run.step() == frame.step() && run.parameters().length == count;
            fits &= run.fresh() || run.elements().length > rule.answerRow();
            for (int i = 0; i < run.elements().length; i++) {
                fits &= run.elements()[i].length == (i < lengths.length ? lengths[i] : count);
            }
            require(fits, Said.of("course.parameters"));
        }
        double[][] best = frame.best().parameters();
        for (double[] row : best == null ? new double[0][] : best) {
            require(best.length == seeds && row.length == count, Said.of("course.best"));
        }
    }

    private static void require(boolean holds, Said problem) {
        if (!holds) {
            throw new RefusedException(Said.of("course.damaged", problem));
        }
    }
}

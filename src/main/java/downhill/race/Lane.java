package downhill.race;

import downhill.engine.graph.ParameterLayout;
import downhill.engine.train.RunSpec;
import downhill.engine.train.RunState;
import downhill.optim.Rule;
import downhill.optim.ScheduleRun;
import downhill.race.document.ContenderSpec;
import downhill.race.document.CourseKey;
import downhill.race.document.TrainingSpec;
import downhill.race.history.ContenderHistory;
import downhill.words.Said;
import java.util.Arrays;

/** One contender as it runs: where it is, how it got there, how it ended. For the race's thread. */
final class Lane {
    final String id;
    final Rule rule;
    final int batch;
    final long[] seeds;
    final long birth;
    /** Step at which the rule began with fresh states; a branch with its parent's rule has its parent's. */
    final long ruleStart;
    final ContenderHistory history;
    final KeyFrames frames;
    /** False for a shadow, which repeats what another lane did and records nothing. */
    final boolean recording;
    final Meter meter = new Meter();
    ContenderSpec spec;
    /** What the course of whom it branches off depends on, up to there; null for none. */
    CourseKey ancestor;
    /** The runs' states while no team trains them. */
    RunState[] states;
    long step;
    long stopAt = Long.MAX_VALUE;
    Outcome outcome = Outcome.RUNNING;
    long outcomeStep = -1;
    double outcomeValue = Double.NaN;
    Said outcomeWhat;
    BestSoFar best = BestSoFar.NOTHING;
    Score score = Score.NONE;
    /** What was measured exactly where it is, beside the validations that belong to the race; null where nothing was. */
    Score measured;
    double loss = Double.NaN;
    double rate = Double.NaN;
    final double[] seedLosses;
    private final RecentLosses recent;

    /** A new contender, at its birth. */
    Lane(ContenderSpec spec, Rule rule, int batch, int window, long[] seeds, long ruleStart, KeyFrame born) {
        this(spec, rule, batch, window, seeds, born.step(), ruleStart,
                new ContenderHistory(born.step(), seeds.length > 1, born.runs()[0].parameters().length, window), new KeyFrames(), born,
                true);
        frames.add(born);
    }

    /** A contender that goes on where it was saved. */
    static Lane restored(ContenderSpec spec, Rule rule, int batch, int window, long[] seeds, SavedCourse saved) {
        KeyFrame birth = saved.frames().get(0);
        ContenderHistory history = new ContenderHistory(saved.history(), birth.runs()[0].parameters().length, window);
        history.publish();
        Lane lane = new Lane(spec, rule, batch, window, seeds, birth.step(), saved.ruleStart(), history, new KeyFrames(),
                saved.now().answeringBy(rule), true);
        saved.frames().forEach(frame -> lane.frames.add(frame.answeringBy(rule)));
        SavedCourse.Standing standing = saved.standing();
        lane.stopAt = standing.stopAt();
        lane.outcome = standing.outcome();
        lane.outcomeStep = standing.outcomeStep();
        lane.outcomeValue = standing.outcomeValue();
        lane.outcomeWhat = standing.outcomeWhat();
        lane.loss = standing.loss();
        lane.rate = standing.rate();
        lane.recent.mean(Math.max(0, lane.step - 1), lane.loss);
        lane.score = lane.saidOf(standing.score());
        System.arraycopy(standing.seedLosses(), 0, lane.seedLosses, 0, seeds.length);
        return lane;
    }

    /** What its course depends on. */
    CourseKey key() {
        return new CourseKey(spec.course(), ancestor);
    }

    /** What it has done so far; {@code runs} are its states now, null where it has none. */
    SavedCourse save(RunState[] runs) {
        SavedCourse.Standing standing = new SavedCourse.Standing(stopAt, outcome, outcomeStep, outcomeValue, outcomeWhat, loss, rate,
                seedLosses.clone(), score);
        return new SavedCourse(id, ruleStart, new KeyFrame(step, runs, best), frames.list(), standing, history.save());
    }

    private Lane(ContenderSpec spec, Rule rule, int batch, int window, long[] seeds, long birth, long ruleStart,
                 ContenderHistory history, KeyFrames frames, KeyFrame at, boolean recording) {
        this.id = spec.id();
        this.spec = spec;
        this.rule = rule;
        this.batch = batch;
        this.seeds = seeds;
        this.birth = birth;
        this.ruleStart = ruleStart;
        this.history = history;
        this.frames = frames;
        this.recording = recording;
        this.seedLosses = new double[seeds.length];
        this.recent = new RecentLosses(birth, window, seeds.length);
        put(at);
    }

    /** A lane that repeats this one's course from the latest key-frame up to a step. */
    Lane shadow(long upTo) {
        return new Lane(spec, rule, batch, recent.window(), seeds, birth, ruleStart, history, frames, frames.before(upTo), false);
    }

    /** A lane that records this one's course anew from a key-frame on. */
    Lane again(KeyFrame from) {
        return new Lane(spec, rule, batch, recent.window(), seeds, birth, ruleStart, history, frames, from, true);
    }

    /** The losses of its last batches: what it is told to have for a training loss is their mean. */
    RecentLosses recent() {
        return recent;
    }

    /** Whether, from where it is on, the losses that {@link #recent} needs at {@code target} are known or will be done again. */
    boolean knowsLosses(long target) {
        for (long at = Math.max(birth, target - recent.window()); at < step; at++) {
            if (Double.isNaN(history.lossAt(at))) {
                return false;
            }
        }
        return true;
    }

    boolean running() {
        return outcome == Outcome.RUNNING;
    }

    /** Steps known: a contender is never asked for a state beyond. */
    long recorded() {
        return Math.max(step, history.end());
    }

    /** Goes back to a key-frame, as if nothing had happened after it. */
    void put(KeyFrame frame) {
        step = frame.step();
        measured = null;
        states = frame.runs();
        best = frame.best();
        outcome = Outcome.RUNNING;
        outcomeStep = -1;
        outcomeValue = Double.NaN;
        outcomeWhat = null;
        loss = history.lossAt(step - 1);
        rate = history.rateAt(step - 1);
        Arrays.fill(seedLosses, Double.NaN);
        recent.recall(history, step);
        double[] validated = history.validationBefore(step);
        score = validated == null ? Score.NONE : new Score(validated[0], validated[1], Double.NaN);
    }

    void end(Outcome how, long at, double value, Said what) {
        outcome = how;
        outcomeStep = at;
        outcomeValue = value;
        outcomeWhat = what;
        step = at;
        measured = null;
    }

    /** Ends because something is not finite; {@link Breakdown} finds what. What it reached before that is no figure of what it is now. */
    void diverge(long at) {
        end(Outcome.DIVERGED, at, Double.NaN, null);
        score = Score.NONE;
    }

    /** The figures of where it is, as exactly as they are known. */
    Score shown() {
        return measured != null ? measured : score;
    }

    /** The rate of the last step, and before the first the one that the schedule has for it. */
    double shownRate() {
        int which = rule.learningRateIndex();
        if (which < 0 || !Double.isNaN(rate) || step != birth || ruleStart != birth || !running()) {
            return rate;
        }
        double base = valuesBefore(step + 1)[which]; // with what is changed at this very step
        return new ScheduleRun(spec.schedule(), base).learningRate(step);
    }

    /** What it was asked with at the best validation, by seed, where it has ended and answers with them; else null. */
    double[][] kept() {
        return outcome == Outcome.FINISHED || outcome == Outcome.EARLY_STOPPED ? best.parameters() : null;
    }

    /** Its states at a step as they answer. It goes on from them as they are, whatever it answers with. */
    RunState[] answering(RunState[] runs, long at) {
        double[][] answers = at == step && runs != null ? kept() : null;
        RunState[] each = runs == null ? null : runs.clone();
        for (int seed = 0; answers != null && seed < each.length; seed++) {
            each[seed] = each[seed].answering(answers[seed]);
        }
        return each;
    }

    /** The latest validation, or that of what it answers with. */
    private Score saidOf(Score latest) {
        if (outcome == Outcome.DIVERGED) {
            return Score.NONE;
        }
        double[] known = kept() == null || latest.loss() == best.loss() ? null : history.validationAt(best.step());
        return known == null ? latest : new Score(known[0], known[1], Double.NaN);
    }

    /** Hyperparameters in force just before the changes made at a step. */
    double[] valuesBefore(long at) {
        double[] values = Rules.startValues(rule, spec.hyperparameters());
        for (ContenderSpec.Change change : spec.changes()) {
            if (change.step() < at) {
                values[rule.indexOf(change.key())] = change.value();
            }
        }
        return values;
    }

    /** The step of the first change after a step. */
    long nextChange(long after) {
        return spec.changes().stream().mapToLong(ContenderSpec.Change::step).filter(at -> at > after).min()
                .orElse(Long.MAX_VALUE);
    }

    RunSpec runSpec(int seed, TrainingSpec training, ParameterLayout layout) {
        return new RunSpec(rule, valuesBefore(step), spec.schedule(),
                spec.penalty() != null ? spec.penalty() : training.penalty(),
                spec.clipping() != null ? spec.clipping() : training.clipping(), spec.weightDecay(), seeds[seed], ruleStart,
                Paces.row(spec, rule, layout));
    }
}

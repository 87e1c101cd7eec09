package downhill.race;

import downhill.engine.train.RunState;
import downhill.race.document.TrainingSpec;
import java.util.Arrays;
import java.util.stream.Stream;

/**
 * What is done when a contender has reached a step: validation, plateau schedules, early stopping, the end, a key-frame,
 * and changes that the document has there, in this order. The same for a contender that runs and for its shadow.
 */
final class Arrival {
    private final TrainingSpec training;
    private final Judge judge;
    private final StepSink sink;
    private final Task task;
    private final Spacing spacing;

    Arrival(TrainingSpec training, Task task, Judge judge, StepSink sink, Spacing spacing) {
        this.training = training;
        this.judge = judge;
        this.sink = sink;
        this.task = task;
        this.spacing = spacing;
    }

    /** Steps between the validations of a lane, 0 for none: folds have numbers of rows of their own. */
    private long interval(Lane lane) {
        return task.of(lane.id).validationInterval(training);
    }

    /** The next step at which something has to be done for this lane. */
    long next(Lane lane) {
        long next = training.steps();
        long interval = interval(lane);
        if (interval > 0) {
            next = Math.min(next, (lane.step / interval + 1) * interval);
        }
        if (lane.recording) {
            next = Math.min(next, Math.min(spacing.next(lane.step), lane.history.trail().next(lane.step)));
        }
        if (lane.stopAt > lane.step) {
            next = Math.min(next, lane.stopAt);
        }
        return Math.min(next, lane.nextChange(lane.step));
    }

    /** To be called at the birth of a lane and after each advance of its team. */
    void at(Lane lane, Team team) {
        long step = lane.step;
        long interval = interval(lane);
        boolean last = step >= training.steps();
        if (!lane.running()) {
            return;
        }
        trace(lane, team);
        if (interval > 0 && step == lane.birth && lane.spec.fork() != null) {
            look(lane, team);
        } else if (interval > 0 && (step % interval == 0 || last)) {
            validate(lane, team);
        }
        if (lane.running() && last) {
            finish(lane, team);
        } else if (lane.running() && step == lane.stopAt) {
            stop(lane, team);
        }
        if (lane.running()) {
            keep(lane, team);
            team.applyChanges(lane);
        }
    }

    /** Whether a lane has nothing to do where it is: it was put back to a birth at the end of the budget, or at which it was stopped. */
    boolean isOver(Lane lane) {
        return lane.step >= training.steps() || lane.step == lane.stopAt;
    }

    /** Ends a lane where it is, by the user's will. */
    void stop(Lane lane, Team team) {
        if (interval(lane) > 0 && lane.history.validationAt(lane.step) == null) {
            score(lane, team);
        }
        end(lane, team.save(lane), Outcome.STOPPED);
    }

    /** What was measured for a lane's end alone is no validation of a course that goes on: the document would not repeat it. */
    void forgetStop(Lane lane) {
        long interval = interval(lane);
        if (interval > 0 && lane.step % interval != 0 && lane.step != lane.birth) {
            lane.history.forgetValidation(lane.step);
        }
    }

    /** A branch is measured where it begins; schedules and early stopping have heard of that step from its parent. */
    private void look(Lane lane, Team team) {
        double[] known = lane.history.validationAt(lane.step);
        if (known == null) {
            score(lane, team);
        } else {
            lane.score = new Score(known[0], known[1], Double.NaN);
        }
    }

    private void validate(Lane lane, Team team) {
        look(lane, team);
        if (lane.rule.answerRow() >= 0 && Double.isNaN(lane.score.loss()) && !finite(team.save(lane))) {
            end(lane, team.save(lane), Outcome.DIVERGED);
            return;
        }
        team.observe(lane, lane.score.loss());
        TrainingSpec.EarlyStopping rule = training.earlyStopping();
        if (rule != null) {
            lane.best = lane.best.after(lane.step, lane.score.loss(), rule, () -> team.answers(lane));
            if (lane.best.exhausted(rule)) {
                stopEarly(lane, team);
            }
        }
    }

    private void score(Lane lane, Team team) {
        lane.score = mean(lane, team.answers(lane));
        if (lane.recording) {
            lane.history.validation(lane.step, lane.score.loss(), lane.score.metric());
            Spread spread = lane.score.lossSpread();
            if (spread != null) {
                lane.history.validationBand(lane.step, spread.least(), spread.most());
            }
            if (sink != null) {
                sink.validation(lane.id, lane.step, lane.score.loss(), lane.score.metric());
            }
        }
    }

    private Score mean(Lane lane, double[][] rows) {
        return Score.mean(Arrays.stream(rows).map(judge.of(lane.id)::validate).toArray(Score[]::new));
    }

    private void stopEarly(Lane lane, Team team) {
        RunState[] states = team.save(lane);
        if (!finite(states)) {
            end(lane, states, Outcome.DIVERGED);
            return;
        }
        double[][] best = lane.best.parameters();
        if (best != null && lane.rule.answerRow() < 0) {
            Arrays.setAll(states, seed -> new RunState(states[seed].step(), best[seed], states[seed].elements(),
                    states[seed].scalars(), states[seed].schedule()));
        }
        lane.states = states;
        lane.end(Outcome.EARLY_STOPPED, lane.step, lane.best.loss(), null);
        lane.score = lane.kept() == null ? lane.score : mean(lane, lane.kept());
    }

    /** It keeps the state it ended with, so that more steps can go on from there, and answers with the best. */
    private void finish(Lane lane, Team team) {
        end(lane, team.save(lane), Outcome.FINISHED);
        if (lane.kept() != null && lane.best.step() < lane.step) {
            lane.score = mean(lane, lane.kept());
        }
    }

    /** Whoever holds what is no number has diverged, however it came to its end. */
    private static void end(Lane lane, RunState[] states, Outcome how) {
        lane.states = states;
        if (finite(states)) {
            lane.end(how, lane.step, Double.NaN, null);
        } else {
            lane.diverge(lane.step);
        }
    }

    private static boolean finite(RunState[] states) {
        return Arrays.stream(states).flatMap(state -> Stream.of(state.parameters(), state.answer()))
                .allMatch(row -> Breakdown.notFinite(row) < 0);
    }

    private void keep(Lane lane, Team team) {
        if (lane.recording && spacing.due(lane.step) && !lane.frames.has(lane.step)) {
            lane.frames.add(new KeyFrame(lane.step, team.save(lane), lane.best));
        }
    }

    private void trace(Lane lane, Team team) {
        boolean begins = lane.step == lane.birth && lane.history.trail().points().isEmpty();
        if (lane.recording && (lane.history.trail().due(lane.step) || begins)) {
            lane.history.trail().add(team.point(lane), spacing.trailBytes());
        }
    }
}

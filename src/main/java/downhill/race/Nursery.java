package downhill.race;

import downhill.engine.train.RuleTensors;
import downhill.engine.train.RunState;
import downhill.expr.FormulaException;
import downhill.optim.CompiledRule;
import downhill.optim.Rule;
import downhill.race.document.ContenderSpec;
import downhill.race.document.CourseKey;
import downhill.race.document.Descent;
import downhill.race.document.Experiment;
import downhill.race.history.LossWindow;
import downhill.words.RefusedException;
import downhill.words.Said;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.function.BiFunction;
import java.util.stream.LongStream;

/** Makes lanes of contenders: from initial values, or from a moment of the contender they branch off. */
final class Nursery {
    private final Experiment experiment;
    private final Task task;
    private final Rules rules;
    private final Replay replay;

    Nursery(Experiment experiment, Task task, Rules rules, Replay replay) {
        this.experiment = experiment;
        this.task = task;
        this.rules = rules;
        this.replay = replay;
    }

    /** Whether two specifications give the same course: all but name, style and muting. A lineage only tells what has been. */
    static boolean sameCourse(ContenderSpec a, ContenderSpec b) {
        return a.course().equals(b.course());
    }

    /** The changes with one more; those after it belonged to a course that was given up. */
    static List<ContenderSpec.Change> with(List<ContenderSpec.Change> changes, ContenderSpec.Change change) {
        List<ContenderSpec.Change> kept = new ArrayList<>(changes);
        kept.removeIf(other -> other.step() > change.step() || other.step() == change.step() && other.key().equals(change.key()));
        kept.add(change);
        kept.sort(Comparator.comparingLong(ContenderSpec.Change::step));
        return kept;
    }

    /** One that branches off nobody. */
    Lane lane(ContenderSpec spec) {
        return lane(spec, null, CourseKey.of(spec, id -> null));
    }

    /** @param root whom it or its first ancestor that is in the document branches off; null where there is none */
    Lane lane(ContenderSpec spec, Lane root, CourseKey key) {
        Lane lane = lane(spec, spec.fork() == null ? List.of() : spec.fork().lineage(), root);
        lane.ancestor = key.parent();
        return lane;
    }

    private Lane lane(ContenderSpec spec, List<ContenderSpec> lineage, Lane root) {
        Rule rule = rule(spec);
        int batch = batch(spec);
        if (spec.fork() != null) {
            requireInTime(spec);
            ContenderSpec gone = Descent.parent(spec.fork(), lineage);
            return gone == null ? branch(spec, rule, batch, root, replay::at)
                    : branch(spec, rule, batch, lane(gone, Descent.without(lineage, gone), root), replay::grown);
        }
        long[] seeds = seeds(Math.max(1, spec.seeds()));
        RunState[] states = LongStream.of(seeds).mapToObj(seed -> RunState.initial(task.initial(spec, seed))).toArray(RunState[]::new);
        return new Lane(spec, rule, batch, window(batch), seeds, 0, new KeyFrame(0, states, BestSoFar.NOTHING));
    }

    private void requireInTime(ContenderSpec branch) {
        long last = experiment.training().steps();
        if (branch.fork().step() > last) {
            throw new RefusedException(Said.of("race.step.beyond", branch.name(), branch.fork().step(), last));
        }
    }

    /** Whether rule and numbers of {@code spec} can be raced. */
    boolean accepts(ContenderSpec spec) {
        try {
            rule(spec);
            return true;
        } catch (IllegalArgumentException | FormulaException refused) {
            return false;
        }
    }

    private Rule rule(ContenderSpec spec) {
        Rule rule = rules.of(spec);
        CompiledRule.of(rule);
        Said refusal = rule.refusal(spec.penalty() != null ? spec.penalty() : experiment.training().penalty());
        if (refusal != null) {
            throw new RefusedException(refusal);
        }
        Rules.startValues(rule, spec.hyperparameters());
        RuleTensors.require(rule, task.layout());
        Paces.row(spec, rule, task.layout());
        spec.changes().forEach(change -> Rules.check(rule, change.key(), change.value()));
        return rule;
    }

    private int batch(ContenderSpec spec) {
        return task.batch(spec.batchSize() == ContenderSpec.SHARED_BATCH ? experiment.training().batchSize() : spec.batchSize());
    }

    private int window(int batch) {
        return LossWindow.length(task.data().rows(), batch);
    }

    private long[] seeds(int count) {
        return LongStream.range(0, count).map(k -> experiment.seed() + k).toArray();
    }

    /** A contender that goes on where it was saved; refused where that does not fit the model. */
    Lane restored(ContenderSpec spec, SavedCourse saved, CourseKey key) {
        Rule rule = rule(spec);
        saved.check(task.layout(), rule);
        long[] seeds = seeds(saved.frames().get(0).runs().length);
        if (spec.fork() == null && seeds.length != Math.max(1, spec.seeds())) {
            throw new RefusedException(Said.of("race.seeds", spec.name()));
        }
        Lane lane = Lane.restored(spec, rule, batch(spec), window(batch(spec)), seeds, saved);
        lane.ancestor = key.parent();
        return lane;
    }

    private Lane branch(ContenderSpec spec, Rule rule, int batch, Lane parent, BiFunction<Lane, Long, KeyFrame> moments) {
        if (parent == null) {
            throw new RefusedException(Said.of("contender.parent", spec.name()));
        }
        KeyFrame moment = moments.apply(parent, spec.fork().step());
        if (moment.runs() == null) {
            throw new RefusedException(Said.of("race.finite", parent.spec.name(), moment.step()));
        }
        RunState[] states = moment.runs().clone();
        for (int seed = 0; seed < states.length; seed++) {
            states[seed] = branch(states[seed], spec.fork(), rule, rule.equals(parent.rule));
        }
        if (!keepsSchedule(spec, rule, parent, moment.step())) {
            Arrays.setAll(states, seed -> states[seed].unscheduled());
        }
        long ruleStart = rule.equals(parent.rule) ? parent.ruleStart : moment.step();
        return new Lane(spec, rule, batch, window(batch), parent.seeds, ruleStart, new KeyFrame(moment.step(), states, moment.best()));
    }

    /** A rate or a schedule of its own holds from the branch on, whatever its parent's schedule has made of the parent's rate. */
    private static boolean keepsSchedule(ContenderSpec spec, Rule rule, Lane parent, long step) {
        int rate = rule.learningRateIndex();
        return spec.schedule().equals(parent.spec.schedule()) && rule.equals(parent.rule)
                && (rate < 0 || Rules.startValues(rule, spec.hyperparameters())[rate] == parent.valuesBefore(step)[rate]);
    }

    private static RunState branch(RunState state, ContenderSpec.Fork fork, Rule rule, boolean sameRule) {
        double[] parameters = state.parameters().clone();
        fork.parameters().forEach((index, value) -> {
            if (index < 0 || index >= parameters.length) {
                throw new RefusedException(Said.of("race.parameter", index, parameters.length));
            }
            parameters[index] = value;
        });
        return sameRule ? new RunState(state.step(), parameters, state.elements(), state.scalars(), state.schedule()).answeringBy(rule)
                : new RunState(state.step(), parameters, new double[0][], new double[0], new double[0]);
    }
}

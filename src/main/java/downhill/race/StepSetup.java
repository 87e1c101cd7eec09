package downhill.race;

import downhill.data.prepare.Prepared;
import downhill.engine.graph.ParameterLayout;
import downhill.engine.train.RunSpec;
import downhill.engine.train.TrainingData;
import downhill.engine.train.TrainingGraph;
import downhill.optim.Rule;
import downhill.optim.RuleLibrary;
import downhill.race.document.ContenderSpec;
import downhill.race.document.Descent;
import downhill.race.document.Experiment;
import downhill.race.document.Problem;
import downhill.race.document.TrainingSpec;
import downhill.words.RefusedException;
import downhill.words.Said;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * All that one update of a contender depends on besides its state: with these, the step can be done again beside the race.
 *
 * @param run     how the contender learns, with the hyperparameters in force just before the step
 * @param changes made by hand at this very step, to be applied after its state has been restored
 * @param graph   for the contender's batch size
 * @param start   parameters [P] that the contender's first ancestor started from
 */
public record StepSetup(RunSpec run, List<ContenderSpec.Change> changes, TrainingGraph graph, TrainingData data,
                        ParameterLayout layout, double[] start) {

    /**
     * How one contender learns from its step 0 on.
     *
     * @param batch size that it asks for; 0 for all rows
     */
    public record Single(RunSpec run, int batch) {
    }

    /** That of the only contender of an experiment, which branches off no other. */
    public static Single single(Experiment experiment, RuleLibrary library) {
        ContenderSpec spec = experiment.contenders().get(0);
        Rule rule = new Rules(library).of(spec);
        return new Single(run(experiment, spec, rule, valuesBefore(spec, rule, 0), experiment.seed(), 0, null), batch(experiment, spec));
    }

    /** The same with another run of the same rule; its parameters keep their paces. */
    public StepSetup with(RunSpec other) {
        return new StepSetup(other.withPaces(run.paces()), changes, graph, data, layout, start);
    }

    private static int batch(Experiment experiment, ContenderSpec spec) {
        return spec.batchSize() == ContenderSpec.SHARED_BATCH ? experiment.training().batchSize() : spec.batchSize();
    }

    private static RunSpec run(Experiment experiment, ContenderSpec spec, Rule rule, double[] values, long seed, long ruleStart,
                               double[] paces) {
        TrainingSpec training = experiment.training();
        return new RunSpec(rule, values, spec.schedule(), spec.penalty() != null ? spec.penalty() : training.penalty(),
                spec.clipping() != null ? spec.clipping() : training.clipping(), spec.weightDecay(), seed, ruleStart, paces);
    }

    /**
     * The setup of a contender's step.
     *
     * @param prepared the data, or null for a surface
     * @param step     updates done before it
     * @param seed     which of the contender's seeds, from 0
     * @throws IllegalArgumentException where there is no such contender
     */
    public static StepSetup of(Experiment experiment, Prepared prepared, String contenderId, long step, int seed,
                               RuleLibrary library) {
        Map<String, ContenderSpec> byId = new HashMap<>();
        experiment.contenders().forEach(spec -> byId.put(spec.id(), spec));
        ContenderSpec spec = byId.get(contenderId);
        if (spec == null) {
            throw new RefusedException(Said.of("contender.none", contenderId));
        }
        Rules rules = new Rules(library);
        Task task = task(experiment, prepared);
        Rule rule = rules.of(spec);
        RunSpec run = run(experiment, spec, rule, valuesBefore(spec, rule, step), experiment.seed() + seed, ruleStart(spec, byId, rules),
                Paces.row(spec, rule, task.layout()));
        List<ContenderSpec.Change> now = spec.changes().stream().filter(change -> change.step() == step).toList();
        return new StepSetup(run, now, task.graph(task.batch(batch(experiment, spec)), false), task.data(), task.layout(),
                task.initial(Descent.first(experiment, spec), run.seed()));
    }

    static Task task(Experiment experiment, Prepared prepared) {
        if (experiment.problem() instanceof Problem.Learning learning) {
            return new LearningTask(prepared, learning.model(), experiment.training().augmentation());
        }
        return new SurfaceTask((Problem.Surface) experiment.problem());
    }

    private static double[] valuesBefore(ContenderSpec spec, Rule rule, long step) {
        double[] values = Rules.startValues(rule, spec.hyperparameters());
        spec.changes().stream().filter(change -> change.step() < step)
                .forEach(change -> values[rule.indexOf(change.key())] = change.value());
        return values;
    }

    private static long ruleStart(ContenderSpec spec, Map<String, ContenderSpec> byId, Rules rules) {
        return ruleStart(spec, spec.fork() == null ? List.of() : spec.fork().lineage(), byId, rules);
    }

    /** A branch with another rule than its parent's begins that rule anew. */
    private static long ruleStart(ContenderSpec spec, List<ContenderSpec> lineage, Map<String, ContenderSpec> byId, Rules rules) {
        ContenderSpec.Fork fork = spec.fork();
        if (fork == null) {
            return 0;
        }
        ContenderSpec gone = Descent.parent(fork, lineage);
        ContenderSpec parent = gone == null ? byId.get(fork.parent()) : gone;
        boolean sameRule = parent != null && rules.of(spec).equals(rules.of(parent));
        if (!sameRule) {
            return fork.step();
        }
        return gone == null ? ruleStart(parent, byId, rules) : ruleStart(gone, Descent.without(lineage, gone), byId, rules);
    }
}

package downhill.export.torch;

import downhill.data.prepare.Prepared;
import downhill.engine.train.RunState;
import downhill.model.ModelSpec;
import downhill.model.TrainedModel;
import downhill.optim.Average;
import downhill.optim.Clipping;
import downhill.optim.Rule;
import downhill.optim.RuleLibrary;
import downhill.optim.RuleParser;
import downhill.optim.Schedule;
import downhill.race.Racing;
import downhill.race.SavedCourse;
import downhill.race.StepSetup;
import downhill.race.Targets;
import downhill.race.document.ContenderSpec;
import downhill.race.document.Experiment;
import downhill.race.document.Problem;
import downhill.race.document.TrainingSpec;
import downhill.words.Said;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A contender where it stands, to be trained on in PyTorch.
 *
 * @param model  itself
 * @param stands its rule with what that remembers
 * @param told   what must be known: at which step, and what a script lacks of its training
 */
public record TorchStanding(TrainedModel model, TorchState stands, List<Said> told) {
    /**
     * Asks the race, which may take it a moment; not from the thread of a window.
     *
     * @return empty where the contender has no parameters: it has diverged, or is not born yet
     */
    public static Optional<TorchStanding> of(Racing race, Experiment experiment, Prepared data, ContenderSpec one) {
        return race.checkpoint().join().courses().stream().filter(each -> each.id().equals(one.id()))
                .filter(each -> each.now().runs() != null).findFirst().map(course -> of(race, experiment, data, one, course));
    }

    private static TorchStanding of(Racing race, Experiment experiment, Prepared data, ContenderSpec one, SavedCourse course) {
        ModelSpec model = ((Problem.Learning) experiment.problem()).model();
        Rule rule = rule(one);
        RunState state = race.stateNow(one.id()).join();
        StepSetup setup = StepSetup.of(experiment, data, one.id(), state.step(), 0, RuleLibrary.complete());
        double[] answer = race.answerAt(one.id(), state.step()).join();
        List<Said> told = new ArrayList<>(List.of(Said.of("export.stands", one.name(), state.step())));
        told.addAll(told(experiment, one));
        TrainedModel.Origin origin = new TrainedModel.Origin(one.ruleId(), one.inForce(), state.step(), experiment.seed(), "", "",
                Double.NaN, Double.NaN);
        return new TorchStanding(new TrainedModel(one.name(), model, data.preprocessing(), Targets.outputs(data, model), answer, origin),
                new TorchState(rule, state.answering(answer), course.ruleStart(), setup.layout(), setup.run().seed()), List.copyOf(told));
    }

    /** What a contender learns by, also a rule of a person's own, with what it keeps beside its parameters. */
    public static Rule rule(ContenderSpec one) {
        Rule plain = one.ruleText() != null ? RuleParser.parse(one.ruleText()) : RuleLibrary.complete().byId(one.ruleId()).orElseThrow();
        Average average = one.settledWeights().average();
        return average == null ? plain : average.of(plain);
    }

    /** What a script lacks of a contender's training, in one sentence; empty where it lacks nothing. */
    public static List<Said> told(Experiment experiment, ContenderSpec one) {
        List<Said> lacks = lacks(experiment.training(), ((Problem.Learning) experiment.problem()).model(), one);
        return lacks.isEmpty() ? List.of() : List.of(Said.of("export.lacks", Said.list(lacks)));
    }

    /** What the training has and a script has not. */
    private static List<Said> lacks(TrainingSpec training, ModelSpec model, ContenderSpec one) {
        List<Said> lacks = new ArrayList<>();
        boolean batches = one.batchSize() == ContenderSpec.SHARED_BATCH ? training.batchSize() != 0 : one.batchSize() != 0;
        add(lacks, batches, "export.lacks.batches");
        add(lacks, !one.schedule().equals(Schedule.CONSTANT), "export.lacks.schedule");
        boolean penalised = one.penalty() != null ? one.penalty().l1() + one.penalty().l2() > 0
                : training.penalty().l1() + training.penalty().l2() > 0;
        add(lacks, penalised || one.weightDecay() > 0, "export.lacks.penalty");
        add(lacks, !((one.clipping() != null ? one.clipping() : training.clipping()) instanceof Clipping.None), "export.lacks.clipping");
        add(lacks, !one.settledWeights().paces().isEmpty(), "export.lacks.paces");
        add(lacks, model.dropout() > 0 || training.isNoisy(), "export.lacks.noise");
        add(lacks, training.relabels(), "export.lacks.relabel");
        add(lacks, one.seeds() > 1, "export.lacks.seeds");
        return lacks;
    }

    private static void add(List<Said> lacks, boolean holds, String key) {
        if (holds) {
            lacks.add(new Said(key, List.of()));
        }
    }
}

package downhill.cli;

import downhill.data.Progress;
import downhill.data.prepare.Prepared;
import downhill.data.source.DataSources;
import downhill.engine.train.RunState;
import downhill.export.torch.TorchState;
import downhill.model.ModelSpec;
import downhill.model.TrainedEnsemble;
import downhill.model.TrainedModel;
import downhill.optim.Average;
import downhill.optim.Clipping;
import downhill.optim.Rule;
import downhill.optim.RuleLibrary;
import downhill.optim.RuleParser;
import downhill.optim.Schedule;
import downhill.optim.StateVariable;
import downhill.race.Race;
import downhill.race.SavedCourse;
import downhill.race.Targets;
import downhill.race.document.ContenderSpec;
import downhill.race.document.TrainingSpec;
import downhill.words.Said;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * What is exported: a trained model, or a contender of a session or an experiment with what its rule remembers where it stands.
 *
 * @param stands null of a trained model
 * @param told   what must be known
 */
record ExportSubject(TrainedEnsemble model, TorchState stands, List<Said> told) {

    /** @param contender name of it; null where there is one alone, or the file is a trained model's */
    static ExportSubject of(Path file, String contender, Progress progress) {
        if (!ExplainDocument.isOne(file)) {
            if (contender != null) {
                throw new InputException(Said.of("export.contender", file));
            }
            return new ExportSubject(FileScoring.read(file), null, List.of());
        }
        List<Said> told = new ArrayList<>();
        ExplainDocument document = ExplainDocument.open(file, told);
        ContenderSpec one = document.contender(contender);
        Progress asked = Progress.asking(() -> !progress.cancelled());
        Prepared data = DataSources.prepare(document.learning().data(), document.folder(), asked);
        try (Race race = document.race(data, asked, progress)) {
            return at(race, document, data, one, told);
        }
    }

    private static ExportSubject at(Race race, ExplainDocument document, Prepared data, ContenderSpec one, List<Said> told) {
        SavedCourse course = race.checkpoint().join().courses().stream().filter(each -> each.id().equals(one.id()))
                .filter(each -> each.now().runs() != null).findFirst()
                .orElseThrow(() -> new InputException(Said.of("explain.contender.none", one.name(), document.file())));
        Rule rule = rule(one);
        RunState state = race.stateNow(one.id()).join();
        double[] answer = race.answerAt(one.id(), state.step()).join();
        told.add(Said.of("export.stands", one.name(), state.step()));
        List<Said> lacks = lacks(document.experiment().training(), document.learning().model(), one);
        add(lacks, rule.evaluates() || rule.asks(Rule.LOSS) || rule.asks(Rule.NOISE), "export.lacks.rule");
        add(lacks, rule.states().stream().anyMatch(StateVariable::shaped), "export.lacks.states");
        if (!lacks.isEmpty()) {
            told.add(Said.of("export.lacks", Said.list(lacks)));
        }
        TrainedModel.Origin origin = new TrainedModel.Origin(one.ruleId(), one.inForce(), state.step(), document.experiment().seed(), "",
                "", Double.NaN, Double.NaN);
        TrainedEnsemble model = TrainedEnsemble.of(new TrainedModel(one.name(), document.learning().model(), data.preprocessing(),
                Targets.outputs(data, document.learning().model()), answer, origin));
        return new ExportSubject(FileScoring.finite(model, document.file()),
                new TorchState(rule, state.answering(answer), state.step() - course.ruleStart()), told);
    }

    private static Rule rule(ContenderSpec one) {
        Rule plain = one.ruleText() != null ? RuleParser.parse(one.ruleText()) : RuleLibrary.complete().byId(one.ruleId()).orElseThrow();
        Average average = one.settledWeights().average();
        return average == null ? plain : average.of(plain);
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
        add(lacks, model.dropout() > 0 || training.augmentation() != null, "export.lacks.noise");
        add(lacks, one.seeds() > 1, "export.lacks.seeds");
        return lacks;
    }

    private static void add(List<Said> lacks, boolean holds, String key) {
        if (holds) {
            lacks.add(new Said(key, List.of()));
        }
    }
}

package downhill.cli;

import downhill.analysis.diagnosis.BestValidation;
import downhill.analysis.diagnosis.Finding;
import downhill.data.prepare.Prepared;
import downhill.engine.Backend;
import downhill.export.torch.TorchStanding;
import downhill.model.TrainedModel;
import downhill.race.Outcome;
import downhill.race.Race;
import downhill.race.RaceResult;
import downhill.race.Targets;
import downhill.race.document.ContenderSpec;
import downhill.race.document.Experiment;
import downhill.race.document.Problem;
import downhill.race.history.Curve;
import downhill.race.history.Series;
import downhill.store.AtomicFiles;
import downhill.store.ModelStore;
import downhill.store.RaceSummary;
import downhill.store.ResultsStore;
import java.util.Objects;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Writes the summary, the picture and the trained models of a race. */
final class ResultFiles {
    /** Of a curve: all of its validations, and what is drawn of its losses. */
    static final int POINTS = 4000;

    private final ResultsStore store;
    private final RaceResult result;
    private final Race race;
    private final Validations validations;
    private final RaceSummary.Data data;
    private final LossChartWriter charts;

    /** @param data what was learned from, or null on a surface */
    ResultFiles(ResultsStore store, RaceResult result, Race race, Validations validations, RaceSummary.Data data, LossChartWriter charts) {
        this.store = store;
        this.result = result;
        this.race = race;
        this.validations = validations;
        this.data = data;
        this.charts = charts;
    }

    /** Writes what can be written; what cannot keeps nothing else from it. Gives what went wrong. */
    List<RuntimeException> write() {
        List<RuntimeException> failures = new ArrayList<>();
        attempt(() -> store.summary(summary()), failures);
        attempt(() -> race.prepared().ifPresent(data -> models(data, failures)), failures);
        attempt(this::picture, failures);
        return failures;
    }

    private static void attempt(Runnable work, List<RuntimeException> failures) {
        try {
            work.run();
        } catch (RuntimeException e) {
            failures.add(e);
        }
    }

    private RaceSummary summary() {
        return new RaceSummary(result.contenders().stream().map(this::entrant).toList(), Backend.current().name(),
                result.experiment().seed(), data, validations.findings().stream().map(ResultFiles::finding).toList());
    }

    private static RaceSummary.Finding finding(Finding found) {
        return new RaceSummary.Finding(found.contender(), found.kind().word(), found.evidence().toString(), found.remedy().setting());
    }

    private RaceSummary.Entrant entrant(RaceResult.Finish each) {
        BestValidation best = validations.best(each);
        RaceSummary.Best told = new RaceSummary.Best(best.loss(), best.step(), validations.overfitting(each).isPresent());
        return new RaceSummary.Entrant(each.name(), each.ruleId(), PrintedResults.word(each.outcome()),
                Objects.toString(PrintedResults.reason(each), null), each.steps(),
                each.initialLoss(), each.finalLoss(), each.loss(), each.validationLoss(), told,
                each.metricName() == null ? null : new RaceSummary.Metric(each.metricName(), each.metric()),
                each.stepsPerSecond(), each.seeds().stream().map(ResultFiles::seed).toList());
    }

    private static RaceSummary.Seed seed(RaceResult.SeedFinish seed) {
        return new RaceSummary.Seed(seed.seed(), seed.finalLoss(), seed.loss(), seed.validationLoss(), seed.metric());
    }

    private void models(Prepared data, List<RuntimeException> failures) {
        List<String> names = ResultNames.models(result.experiment().contenders());
        for (int i = 0; i < result.contenders().size(); i++) {
            int contender = i;
            attempt(() -> model(data, contender, names.get(contender)), failures);
        }
    }

    private void model(Prepared data, int contender, String name) {
        Experiment experiment = result.experiment();
        Problem.Learning learning = (Problem.Learning) experiment.problem();
        RaceResult.Finish finish = result.contenders().get(contender);
        if (finish.parameters().length > 0 && finish.outcome() != Outcome.DIVERGED) {
            TrainedModel.Origin origin = new TrainedModel.Origin(finish.ruleId(), experiment.contenders().get(contender).hyperparameters(),
                    finish.steps(), experiment.seed(), experiment.precision().name().toLowerCase(Locale.ROOT),
                    PrintedResults.word(finish.outcome()),
                    finish.seeds().get(0).trainingLoss(), finish.seeds().get(0).validationLoss());
            ModelStore.write(store.file(name), new TrainedModel(finish.name(), learning.model(), data.preprocessing(),
                    Targets.outputs(data, learning.model()), finish.parameters(), origin));
        }
    }

    private void picture() {
        List<LossChartWriter.LossCurve> curves = new ArrayList<>();
        for (int i = 0; i < result.contenders().size(); i++) {
            RaceResult.Finish finish = result.contenders().get(i);
            Curve loss = race.curve(finish.id(), Series.TRAIN_LOSS, 0, Long.MAX_VALUE, POINTS);
            Curve validation = race.curve(finish.id(), Series.VALIDATION_LOSS, 0, Long.MAX_VALUE, POINTS);
            ContenderSpec one = result.experiment().contenders().get(i);
            curves.add(new LossChartWriter.LossCurve(finish.name(), one.style(), finish.outcome() == Outcome.DIVERGED, loss, validation,
                    TorchStanding.rule(one).gradients(one.inForce())));
        }
        AtomicFiles.write(store.file(ResultNames.PICTURE), file -> charts.write(file, "loss", curves), false);
    }
}

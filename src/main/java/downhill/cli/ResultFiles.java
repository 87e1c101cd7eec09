package downhill.cli;

import downhill.data.Prepared;
import downhill.engine.Backend;
import downhill.race.ContenderSpec;
import downhill.race.Experiment;
import downhill.race.Outcome;
import downhill.race.Problem;
import downhill.race.Race;
import downhill.race.RaceResult;
import downhill.race.Targets;
import downhill.race.history.Curve;
import downhill.race.history.Series;
import downhill.store.AtomicFiles;
import downhill.store.ModelStore;
import downhill.store.RaceSummary;
import downhill.store.ResultsStore;
import downhill.store.TrainedModel;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** Writes the summary, the picture and the trained models of a race. */
final class ResultFiles {
    private static final int POINTS = 4000;

    private final ResultsStore store;
    private final RaceResult result;
    private final Race race;
    private final LossChartWriter charts;

    ResultFiles(ResultsStore store, RaceResult result, Race race, LossChartWriter charts) {
        this.store = store;
        this.result = result;
        this.race = race;
        this.charts = charts;
    }

    void write() {
        store.summary(summary());
        race.prepared().ifPresent(this::models);
        picture();
    }

    private RaceSummary summary() {
        List<RaceSummary.Entrant> entrants = result.contenders().stream().map(each -> new RaceSummary.Entrant(each.name(), each.ruleId(),
                ResultsTable.word(each.outcome()), each.steps(), each.initialLoss(), each.finalLoss(), each.validationLoss(),
                each.metricName() == null ? null : new RaceSummary.Metric(each.metricName(), each.metric()),
                each.stepsPerSecond(), each.seeds().stream().map(ResultFiles::seed).toList())).toList();
        return new RaceSummary(entrants, Backend.current().name(), result.experiment().seed());
    }

    private static RaceSummary.Seed seed(RaceResult.SeedFinish seed) {
        return new RaceSummary.Seed(seed.seed(), seed.finalLoss(), seed.validationLoss(), seed.metric());
    }

    private void models(Prepared data) {
        Experiment experiment = result.experiment();
        Problem.Learning learning = (Problem.Learning) experiment.problem();
        Set<String> used = new HashSet<>();
        for (int i = 0; i < result.contenders().size(); i++) {
            RaceResult.Finish finish = result.contenders().get(i);
            ContenderSpec contender = experiment.contenders().get(i);
            if (finish.parameters().length > 0 && finish.outcome() != Outcome.DIVERGED) {
                TrainedModel.Origin origin = new TrainedModel.Origin(finish.ruleId(), contender.hyperparameters(), finish.steps(),
                        experiment.seed(), experiment.precision().name().toLowerCase(Locale.ROOT), ResultsTable.word(finish.outcome()),
                        finish.seeds().get(0).trainingLoss(), finish.seeds().get(0).validationLoss());
                ModelStore.write(store.file("model-" + fileName(finish.name(), used) + ModelStore.ENDING), new TrainedModel(finish.name(),
                        learning.model(), data.preprocessing(), Targets.outputs(data, learning.model()), finish.parameters(), origin));
            }
        }
    }

    /** A name that every file system takes, and that no other model has. */
    static String fileName(String name, Set<String> used) {
        String plain = name.toLowerCase(Locale.ROOT).replaceAll("[^\\p{L}\\p{N}]+", "-").replaceAll("^-+|-+$", "");
        String start = plain.isEmpty() ? "contender" : plain.substring(0, Math.min(60, plain.length()));
        String tried = start;
        for (int number = 2; !used.add(tried); number++) {
            tried = start + "-" + number;
        }
        return tried;
    }

    private void picture() {
        List<LossChartWriter.LossCurve> curves = new ArrayList<>();
        for (int i = 0; i < result.contenders().size(); i++) {
            RaceResult.Finish finish = result.contenders().get(i);
            Curve loss = race.curve(finish.id(), Series.TRAIN_LOSS, 0, Long.MAX_VALUE, POINTS);
            Curve validation = race.curve(finish.id(), Series.VALIDATION_LOSS, 0, Long.MAX_VALUE, POINTS);
            curves.add(new LossChartWriter.LossCurve(finish.name(), result.experiment().contenders().get(i).style(),
                    finish.outcome() == Outcome.DIVERGED, loss.x(), loss.y(), validation.x(), validation.y()));
        }
        AtomicFiles.write(store.file("loss.png"), file -> charts.write(file, "loss", curves), false);
    }
}

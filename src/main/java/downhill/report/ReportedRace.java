package downhill.report;

import downhill.data.source.LoadedRows;
import downhill.model.TrainedEnsemble;
import downhill.model.TrainedModel;
import downhill.race.Outcome;
import downhill.race.Race;
import downhill.race.RaceResult;
import downhill.race.Targets;
import downhill.race.document.ContenderSpec;
import downhill.race.document.Experiment;
import downhill.race.document.Problem;
import downhill.words.Said;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * A race that is told of, at rest.
 *
 * @param folder paths of its data files are relative to it
 * @param rows   what is learned from; null on a surface
 * @param race   open, for its curves
 * @param result how its contenders stand
 */
record ReportedRace(Experiment experiment, Path folder, LoadedRows rows, Race race, RaceResult result) {

    boolean learns() {
        return rows != null;
    }

    Problem.Learning learning() {
        return (Problem.Learning) experiment.problem();
    }

    /** Names of the contenders, in a sentence. */
    Said names() {
        return Said.list(experiment.contenders().stream().map(each -> Said.plain(each.name())).toList());
    }

    ContenderSpec spec(RaceResult.Finish finish) {
        return experiment.contenders().stream().filter(each -> each.id().equals(finish.id())).findFirst().orElseThrow();
    }

    /** Those with a model that can be asked. */
    List<RaceResult.Finish> usable() {
        return result.contenders().stream().filter(each -> each.parameters().length > 0 && each.outcome() != Outcome.DIVERGED).toList();
    }

    /** The contender of this name, where it has a model. */
    Optional<RaceResult.Finish> usable(String name) {
        return usable().stream().filter(each -> each.name().equals(name)).findFirst();
    }

    /** The model that a contender has become. */
    TrainedEnsemble model(RaceResult.Finish finish) {
        TrainedModel.Origin origin = new TrainedModel.Origin(finish.ruleId(), spec(finish).hyperparameters(), finish.steps(),
                experiment.seed(), experiment.precision().name(), finish.outcome().name(), finish.trainingLoss(), finish.validationLoss());
        return TrainedEnsemble.of(new TrainedModel(finish.name(), learning().model(), rows.prepared().preprocessing(),
                Targets.outputs(rows.prepared(), learning().model()), finish.parameters(), origin));
    }
}

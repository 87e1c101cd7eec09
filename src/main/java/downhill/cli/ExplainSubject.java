package downhill.cli;

import downhill.data.Progress;
import downhill.data.prepare.Prepared;
import downhill.data.source.DataSources;
import downhill.model.TrainedEnsemble;
import downhill.model.TrainedModel;
import downhill.optim.RuleLibrary;
import downhill.race.Checkpoint;
import downhill.race.Race;
import downhill.race.RaceOptions;
import downhill.race.RaceRunner;
import downhill.race.RaceSnapshot;
import downhill.race.Targets;
import downhill.race.document.ContenderSpec;
import downhill.race.document.Experiment;
import downhill.race.document.Problem;
import downhill.store.ExperimentStore;
import downhill.store.OpenedExperiment;
import downhill.store.OpenedSession;
import downhill.store.SessionStore;
import downhill.words.Said;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CompletionException;
import java.util.stream.Collectors;

/** Finds the model that is to be explained: in its own file, or at a moment of a session or of an experiment that is repeated. */
final class ExplainSubject {
    private final Path file;
    private final Long step;
    private final String contender;
    private final Progress progress;
    private final List<Said> told;

    /**
     * @param step      null for where it stands, or the end
     * @param contender name of it; null where there is one alone
     * @param told      takes in what must be known
     */
    ExplainSubject(Path file, Long step, String contender, Progress progress, List<Said> told) {
        this.file = file;
        this.step = step;
        this.contender = contender;
        this.progress = progress;
        this.told = told;
    }

    /** @throws InputException of one sentence where there is none such */
    TrainedEnsemble find() {
        if (SessionStore.isSession(file)) {
            OpenedSession session = SessionStore.read(file);
            told.addAll(session.notices());
            return at(session.experiment(), session.folder(), session.checkpoint());
        }
        if (file.toString().toLowerCase(Locale.ROOT).endsWith(".json")) {
            OpenedExperiment opened = ExperimentStore.read(file);
            told.addAll(opened.notices());
            return at(opened.experiment(), opened.folder(), null);
        }
        if (step != null || contender != null) {
            throw new InputException(Said.of("explain.step.model", file));
        }
        return FileScoring.read(file);
    }

    private TrainedEnsemble at(Experiment experiment, Path folder, Checkpoint from) {
        if (!(experiment.problem() instanceof Problem.Learning learning)) {
            throw new InputException(Said.of("explain.surface", file));
        }
        ContenderSpec one = contender(experiment);
        Prepared data = DataSources.prepare(learning.data(), folder, Progress.asking(() -> !progress.cancelled()));
        try (Race race = Race.open(experiment, data, RuleLibrary.complete(), RaceOptions.alone(), from)) {
            RaceRunner.prepare(race, progress);
            if (from == null) {
                RaceRunner.run(race, Progress.asking(() -> !progress.cancelled()));
            }
            RaceSnapshot.Standing stands = race.snapshot().contenders().stream().filter(each -> each.id().equals(one.id())).findFirst()
                    .orElseThrow(() -> new InputException(Said.of("explain.contender.none", one.name(), file)));
            long moment = step == null ? stands.step() : step;
            told.add(Said.of("explain.moment", one.name(), moment));
            return model(learning, data, one, moment, parameters(race, one, moment));
        }
    }

    private static double[] parameters(Race race, ContenderSpec one, long moment) {
        try {
            return race.answerAt(one.id(), moment).join();
        } catch (CompletionException failed) {
            if (failed.getCause() instanceof RuntimeException reason) {
                throw reason;
            }
            throw failed;
        }
    }

    private ContenderSpec contender(Experiment experiment) {
        List<ContenderSpec> all = experiment.contenders();
        if (all.isEmpty()) {
            throw new InputException(Said.of("cli.contenders.none", file));
        }
        if (contender == null && all.size() == 1) {
            return all.get(0);
        }
        String names = all.stream().map(ContenderSpec::name).collect(Collectors.joining(", "));
        if (contender == null) {
            throw new InputException(Said.of("explain.contender.which", file, names));
        }
        return all.stream().filter(each -> each.name().equals(contender)).findFirst()
                .orElseThrow(() -> new InputException(Said.of("explain.contender.unknown", file, contender, names)));
    }

    private static TrainedEnsemble model(Problem.Learning learning, Prepared data, ContenderSpec one, long moment, double[] parameters) {
        TrainedModel.Origin origin = new TrainedModel.Origin(one.ruleId(), one.hyperparameters(), moment, 0, "", "", Double.NaN,
                Double.NaN);
        return TrainedEnsemble.of(new TrainedModel(one.name(), learning.model(), data.preprocessing(),
                Targets.outputs(data, learning.model()), parameters, origin));
    }
}

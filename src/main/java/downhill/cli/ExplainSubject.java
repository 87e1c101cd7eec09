package downhill.cli;

import downhill.analysis.explain.past.LabelCourse;
import downhill.data.Progress;
import downhill.data.prepare.Prepared;
import downhill.data.source.DataSources;
import downhill.model.TrainedEnsemble;
import downhill.model.TrainedModel;
import downhill.race.Outcome;
import downhill.race.Race;
import downhill.race.RaceSnapshot;
import downhill.race.Targets;
import downhill.race.document.ContenderSpec;
import downhill.words.Said;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletionException;
import java.util.function.LongFunction;
import java.util.stream.LongStream;

/** Finds the model that is to be explained: in its own file, or at a moment of a session or of an experiment that is repeated. */
final class ExplainSubject {
    private final Path file;
    private final Long step;
    private final String contender;
    private final Progress progress;
    private final List<Said> told;

    /**
     * What was found.
     *
     * @param past as many moments as were asked for, the last of them that of the model
     */
    record Found(TrainedEnsemble model, ExplainPast past) {
    }

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

    /**
     * Finds it.
     *
     * @param document null where the file is that of a trained model
     * @param moments  of its past that are wanted, evenly over the training; 0 for none
     * @throws InputException of one sentence where there is none such
     */
    Found find(ExplainDocument document, int moments) {
        if (document != null) {
            return at(document, moment -> LongStream.of(LabelCourse.moments(moment, moments)));
        }
        if (step != null || contender != null) {
            throw new InputException(Said.of("explain.step.model", file));
        }
        if (moments > 0) {
            throw new InputException(Said.of("explain.past.model", file));
        }
        return new Found(FileScoring.read(file), ExplainPast.NONE);
    }

    /** Of a document, with where it was at an early step: its race is run once. */
    Found withEarly(ExplainDocument document, long early) {
        return at(document, moment -> LongStream.of(early));
    }

    /**
     * What there is of all contenders of a document, by name; those that diverged before are left out.
     *
     * @param step null for where they stand
     */
    static Map<String, TrainedEnsemble> all(ExplainDocument document, Prepared data, Long step, Progress progress) {
        Map<String, TrainedEnsemble> all = new LinkedHashMap<>();
        try (Race race = document.race(data, progress, Progress.asking(() -> !progress.cancelled()))) {
            for (RaceSnapshot.Standing stands : race.snapshot().contenders()) {
                ContenderSpec one = document.experiment().contenders().stream().filter(each -> each.id().equals(stands.id())).findFirst()
                        .orElseThrow();
                long moment = step == null ? stands.step() : step;
                if (stands.outcome() != Outcome.DIVERGED || moment < stands.step()) {
                    all.put(one.name(), model(document, data, one, moment, parameters(race, one, moment)));
                }
            }
        }
        return all;
    }

    /** @param moments of the past that are wanted, from the moment of the model */
    private Found at(ExplainDocument document, LongFunction<LongStream> moments) {
        ContenderSpec one = document.contender(contender);
        Progress asked = Progress.asking(() -> !progress.cancelled());
        Prepared data = DataSources.prepare(document.learning().data(), document.folder(), asked);
        try (Race race = document.race(data, progress, asked)) {
            RaceSnapshot.Standing stands = race.snapshot().contenders().stream().filter(each -> each.id().equals(one.id())).findFirst()
                    .orElseThrow(() -> new InputException(Said.of("explain.contender.none", one.name(), file)));
            long moment = step == null ? stands.step() : step;
            told.add(Said.of("explain.moment", one.name(), moment));
            TrainedEnsemble model = model(document, data, one, moment, parameters(race, one, moment));
            List<Long> steps = moments.apply(moment).boxed().toList();
            return new Found(model, new ExplainPast(steps, steps.stream().map(at -> parameters(race, one, at)).toList()));
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

    private static TrainedEnsemble model(ExplainDocument document, Prepared data, ContenderSpec one, long moment, double[] parameters) {
        TrainedModel.Origin origin = new TrainedModel.Origin(one.ruleId(), one.hyperparameters(), moment, 0, "", "", Double.NaN,
                Double.NaN);
        return TrainedEnsemble.of(new TrainedModel(one.name(), document.learning().model(), data.preprocessing(),
                Targets.outputs(data, document.learning().model()), parameters, origin));
    }
}

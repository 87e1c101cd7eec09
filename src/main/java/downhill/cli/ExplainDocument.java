package downhill.cli;

import downhill.data.DataSource;
import downhill.data.Progress;
import downhill.data.prepare.Prepared;
import downhill.optim.RuleLibrary;
import downhill.race.Checkpoint;
import downhill.race.Race;
import downhill.race.RaceOptions;
import downhill.race.RaceRunner;
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
import java.util.stream.Collectors;

/**
 * A session or an experiment, of which a contender is looked at.
 *
 * @param experiment of a race; that learns from rows where it is to be explained
 * @param folder     paths of data files are relative to it
 * @param from       where a session stands; null of an experiment
 */
record ExplainDocument(Path file, Experiment experiment, Path folder, Checkpoint from) {

    /** Whether a file is one, by its name and beginning. */
    static boolean isOne(Path file) {
        return SessionStore.isSession(file) || file.toString().toLowerCase(Locale.ROOT).endsWith(".json");
    }

    /** @param told takes in what must be known of it */
    static ExplainDocument open(Path file, List<Said> told) {
        ExplainDocument document = any(file, told);
        if (!(document.experiment().problem() instanceof Problem.Learning)) {
            throw new InputException(Said.of("explain.surface", file));
        }
        return document;
    }

    /** The same of a race on a surface too. */
    static ExplainDocument any(Path file, List<Said> told) {
        if (SessionStore.isSession(file)) {
            OpenedSession session = SessionStore.read(file);
            told.addAll(session.notices());
            return new ExplainDocument(file, session.experiment(), session.folder(), session.checkpoint());
        }
        OpenedExperiment opened = ExperimentStore.read(file);
        told.addAll(opened.notices());
        return new ExplainDocument(file, opened.experiment(), opened.folder(), null);
    }

    /**
     * The race where it stands: of a session at its moment, of an experiment at its end, to which it is run. To be closed.
     *
     * @param data      null for a surface
     * @param preparing told how far the beginning is
     * @param running   told how far the run is
     */
    Race race(Prepared data, Progress preparing, Progress running) {
        Race race = Race.open(experiment, data, RuleLibrary.complete(), RaceOptions.alone(), from);
        try {
            RaceRunner.prepare(race, preparing);
            if (from == null) {
                RaceRunner.run(race, running);
            }
            return race;
        } catch (RuntimeException | Error failed) {
            race.close();
            throw failed;
        }
    }

    Problem.Learning learning() {
        return (Problem.Learning) experiment.problem();
    }

    /**
     * The one that is meant.
     *
     * @param name null where there is one alone
     */
    ContenderSpec contender(String name) {
        List<ContenderSpec> all = experiment.contenders();
        if (all.isEmpty()) {
            throw new InputException(Said.of("cli.contenders.none", file));
        }
        if (name == null && all.size() == 1) {
            return all.get(0);
        }
        String names = all.stream().map(ContenderSpec::name).collect(Collectors.joining(", "));
        if (name == null) {
            throw new InputException(Said.of("explain.contender.which", file, names));
        }
        return all.stream().filter(each -> each.name().equals(name)).findFirst()
                .orElseThrow(() -> new InputException(Said.of("explain.contender.unknown", file, name, names)));
    }

    /** Its own rows, as they are typed on the command line. */
    String csv() {
        DataSource source = learning().data().source();
        if (source instanceof DataSource.CsvFile csv) {
            return folder == null ? csv.path() : folder.resolve(csv.path()).toString();
        }
        if (source instanceof DataSource.Sample sample) {
            return sample.name();
        }
        throw new InputException(Said.of("explain.csv.made", file));
    }
}

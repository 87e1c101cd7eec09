package downhill.cli;

import downhill.cluster.SpreadTable;
import downhill.cluster.Workforce;
import downhill.data.DataSource;
import downhill.data.DataSpec;
import downhill.data.ImportOptions;
import downhill.data.source.PartPaths;
import downhill.race.document.Experiment;
import downhill.race.document.Problem;
import downhill.words.Said;
import java.nio.file.Path;
import java.util.List;
import java.util.function.ToIntFunction;
import picocli.CommandLine.Model.CommandSpec;

/** Has a table in several files read by workers, and something done with it while they hold it. */
final class SpreadJob {
    private final CommandSpec spec;
    private final WorkersOption on;
    private final Path folder;

    /** @param folder where relative paths start */
    SpreadJob(CommandSpec spec, WorkersOption on, Path folder) {
        this.spec = spec;
        this.on = on;
        this.folder = folder;
    }

    /** An experiment on other files; null for its own. */
    static Experiment on(Experiment experiment, String files) {
        if (files == null || !(experiment.problem() instanceof Problem.Learning learning)) {
            return experiment;
        }
        ImportOptions options = learning.data().source() instanceof DataSource.CsvFile csv ? csv.options() : ImportOptions.DEFAULT;
        DataSource.CsvFile other = new DataSource.CsvFile(files, options);
        return experiment.withProblem(new Problem.Learning(learning.data().withSource(other), learning.model()));
    }

    /** What an experiment learns from. */
    static DataSpec data(Experiment experiment) {
        if (experiment.problem() instanceof Problem.Learning learning) {
            return learning.data();
        }
        throw new InputException(Said.of("cli.on.files"));
    }

    /** Exit code of what was done. */
    int run(DataSpec data, boolean progress, ToIntFunction<SpreadTable> work) {
        if (!(data.source() instanceof DataSource.CsvFile csv)) {
            throw new InputException(Said.of("cli.on.files"));
        }
        if (csv.options().sampleRows() > 0 && csv.options().sampleRows() < ImportOptions.ALL) {
            throw new InputException(Said.of("cli.on.sample"));
        }
        List<Path> files = PartPaths.of(csv.path(), folder);
        try (Workforce workers = on.open()) {
            SpreadTable table = read(workers, files, data, progress);
            spec.commandLine().getErr().println(Said.of("cli.on.told", on.place(), files.size(),
                    table.rows().imported().report().imported(), table.workers()));
            if (table.workers() < workers.slots()) {
                spec.commandLine().getErr().println(Said.of("cli.on.few", workers.slots() - table.workers()));
            }
            return work.applyAsInt(table);
        }
    }

    private SpreadTable read(Workforce workers, List<Path> files, DataSpec data, boolean progress) {
        try (Job job = new Job(Said.of("cli.job.reading"), spec, progress)) {
            return SpreadTable.read(workers, files, data, job);
        }
    }
}

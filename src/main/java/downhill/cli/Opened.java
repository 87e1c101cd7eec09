package downhill.cli;

import downhill.data.source.LoadedRows;
import downhill.race.document.Experiment;
import downhill.race.document.Problem;
import java.nio.file.Path;
import java.util.List;

/**
 * An experiment on data that is to be judged.
 *
 * @param rows   what it learns from
 * @param folder paths of data files are relative to it
 * @param inputs files that are read
 */
record Opened(Experiment experiment, LoadedRows rows, Path folder, List<Path> inputs) {
    Problem.Learning learning() {
        return (Problem.Learning) experiment.problem();
    }
}

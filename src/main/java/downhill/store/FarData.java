package downhill.store;

import downhill.data.DataSource;
import downhill.race.document.Experiment;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Files that a document names and that lie elsewhere than in its folder and the folders within. A document may come from anybody: on a
 * share, only looking whether a file is there tells a stranger's machine who is asking; a mount may not answer.
 */
final class FarData {
    private FarData() {
    }

    /** The files that lie elsewhere, as absolute paths; none of them is touched. */
    static List<Path> of(Experiment experiment, List<DataFiles.Entry> entries, Path folder) {
        Path base = folder.toAbsolutePath().normalize();
        Stream<String> learned = DataFiles.csv(experiment).map(DataSource.CsvFile::path).stream();
        return Stream.concat(learned, entries.stream().map(DataFiles.Entry::path)).map(path -> DataFiles.path(path, base))
                .flatMap(Optional::stream)
                .filter(file -> isFar(file, base)).distinct().toList();
    }

    /** A link that came with the document may lead anywhere; what it leads to is not asked. */
    private static boolean isFar(Path file, Path base) {
        if (!file.startsWith(base)) {
            return true;
        }
        return Stream.iterate(file, path -> !path.equals(base), Path::getParent).anyMatch(Files::isSymbolicLink);
    }
}

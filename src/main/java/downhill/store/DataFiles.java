package downhill.store;

import downhill.data.DataSource;
import downhill.data.source.PartPaths;
import downhill.race.document.Experiment;
import downhill.race.document.Problem;
import downhill.words.Said;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** The files outside a document that its experiment learns from, with what they contained. */
final class DataFiles {
    /**
     * One file.
     *
     * @param path   as the experiment names it, with / between folders
     * @param sha256 of the content that the document was made with; empty where it could not be read
     */
    record Entry(String path, String sha256) {
    }

    private DataFiles() {
    }

    static Optional<DataSource.CsvFile> csv(Experiment experiment) {
        return experiment.problem() instanceof Problem.Learning learning && learning.data().source() instanceof DataSource.CsvFile csv
                ? Optional.of(csv) : Optional.empty();
    }

    /** A document does not take the place of its own data. */
    static void spare(Experiment experiment, Path folder, Path target) {
        csv(experiment).flatMap(csv -> path(csv.path(), folder)).ifPresent(data -> Outputs.spare(data, target));
    }

    /** Where a path of a document leads; empty where it is none on this system. */
    static Optional<Path> path(String path, Path folder) {
        try {
            return Optional.of((folder == null ? Path.of(path) : folder.resolve(path)).normalize());
        } catch (InvalidPathException none) {
            return Optional.empty();
        }
    }

    /** The same experiment with its file named from another folder: relatively where that is possible. */
    static Experiment moved(Experiment experiment, Path from, Path to) {
        Optional<DataSource.CsvFile> csv = csv(experiment);
        if (csv.isEmpty()) {
            return experiment;
        }
        return relocated(experiment, to, from.resolve(csv.get().path()));
    }

    /** The same experiment with another file, named from a folder: relatively where that is possible. */
    static Experiment relocated(Experiment experiment, Path to, Path found) {
        Path file = found.toAbsolutePath().normalize();
        Path base = to.toAbsolutePath().normalize();
        boolean sameRoot = file.getRoot().equals(base.getRoot());
        String path = (sameRoot ? base.relativize(file) : file).toString().replace('\\', '/');
        Problem.Learning learning = (Problem.Learning) experiment.problem();
        DataSource.CsvFile csv = csv(experiment).orElseThrow();
        return experiment.withProblem(new Problem.Learning(
                learning.data().withSource(new DataSource.CsvFile(path, csv.options())), learning.model()));
    }

    /** @param read SHA-256 of the file as it was read; null where that is not known: then of what it contains now */
    static List<Entry> entries(Experiment experiment, Path folder, String read) {
        return csv(experiment).map(csv -> new Entry(csv.path(), read != null ? read : hash(folder.resolve(csv.path()).normalize())))
                .stream().toList();
    }

    static String hash(Path file) {
        try {
            return FileHash.of(file);
        } catch (IOException e) {
            return "";
        }
    }

    /** The file that is not there, or null. */
    static MissingData missing(List<Entry> entries, Path folder) {
        try {
            for (Entry entry : entries) {
                Path file = folder.resolve(entry.path()).normalize();
                if (!Files.exists(file) && !PartPaths.isPattern(entry.path(), folder)) {
                    return new MissingData(file, entry.sha256());
                }
            }
        } catch (InvalidPathException noPathHere) {
            return null;
        }
        return null;
    }

    /** What has become of the files since, one sentence for each that is not as it was. */
    static List<Said> changes(List<Entry> entries, Path folder) {
        return entries.stream().map(entry -> change(entry, folder)).flatMap(Optional::stream).toList();
    }

    private static Optional<Said> change(Entry entry, Path folder) {
        try {
            Path file = folder.resolve(entry.path()).normalize();
            if (PartPaths.isPattern(entry.path(), folder)) {
                return Optional.empty();
            }
            if (!Files.exists(file)) {
                return Optional.of(Said.of("data.gone", file));
            }
            boolean same = entry.sha256().isEmpty() || FileHash.of(file).equals(entry.sha256());
            return same ? Optional.empty() : Optional.of(Said.of("data.changed", file));
        } catch (IOException | InvalidPathException e) {
            return Optional.of(Said.of("data.unreadable", entry.path(), Said.message(e)));
        }
    }
}

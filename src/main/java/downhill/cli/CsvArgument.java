package downhill.cli;

import downhill.data.DataSource;
import downhill.data.DataSpec;
import downhill.data.source.SampleData;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Optional;

/** A CSV argument: a file, or the name of a bundled sample where there is no such file. */
final class CsvArgument {
    private CsvArgument() {
    }

    /** How to learn from it, everything else left to be guessed; for a sample, as it is usually learned from. */
    static DataSpec spec(String argument) {
        return sample(argument).map(SampleData::spec).orElseGet(() -> DataSpec.of(new DataSource.CsvFile(argument)));
    }

    /** The path that it is; null for a sample or where it is none. */
    static Path file(String argument) {
        try {
            return sample(argument).isPresent() ? null : Path.of(argument);
        } catch (InvalidPathException e) {
            throw new InputException(PathWords.sentence(e));
        }
    }

    /** The sample of that name, unless there is such a file. A folder is none: a run's results may lie in one that is called so. */
    static Optional<SampleData> sample(String argument) {
        return sample(argument, Path.of(""));
    }

    /** @param folder that a file's name is relative to */
    static Optional<SampleData> sample(String argument, Path folder) {
        Path file = argument.indexOf('\0') < 0 ? folder.resolve(argument) : folder;
        return Files.exists(file) && !Files.isDirectory(file) ? Optional.empty()
                : SampleData.list().stream().filter(sample -> sample.name().equals(argument)).findFirst();
    }
}

package downhill.store;

import downhill.words.Said;
import downhill.words.SaidIOException;
import java.io.File;
import java.io.IOException;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Set;

/**
 * Temporary files that are being written: where the program is told to end meanwhile, they go with it. Other threads go on while it
 * ends, so from then on none is begun.
 */
final class Unfinished {
    private static final Set<Path> FILES = new HashSet<>();
    private static boolean ended;

    /** Makes a temporary file. */
    @FunctionalInterface
    interface Making {
        Path make() throws IOException;
    }

    static {
        Runtime.getRuntime().addShutdownHook(new Thread(Unfinished::sweep, "unfinished-files"));
    }

    private Unfinished() {
    }

    static synchronized Path begin(Making making) throws IOException {
        if (ended) {
            throw new SaidIOException(Said.of("program.ending"));
        }
        Path file = making.make();
        FILES.add(file);
        return file;
    }

    static synchronized void end(Path file) {
        FILES.remove(file);
    }

    /** Nobody is left to be told of one that cannot be deleted. */
    private static synchronized void sweep() {
        ended = true;
        FILES.stream().map(Path::toFile).forEach(File::delete);
    }
}

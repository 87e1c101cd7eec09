package downhill.store;

import java.io.File;
import java.nio.file.Path;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** Temporary files that are being written: where the program is told to end meanwhile, they go with it. */
final class Unfinished {
    private static final Set<Path> FILES = ConcurrentHashMap.newKeySet();

    static {
        Runtime.getRuntime().addShutdownHook(new Thread(Unfinished::sweep, "unfinished-files"));
    }

    private Unfinished() {
    }

    static void begin(Path file) {
        FILES.add(file);
    }

    static void end(Path file) {
        FILES.remove(file);
    }

    /** Nobody is left to be told of one that cannot be deleted. */
    private static void sweep() {
        FILES.stream().map(Path::toFile).forEach(File::delete);
    }
}

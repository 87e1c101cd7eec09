package downhill.engine;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** Finds programs by the search path, but never in the folder one happens to be in, where Windows looks first. */
public final class Programs {
    private Programs() {
    }

    /** The absolute path of a program; one that is named with its absolute path is itself. */
    public static Optional<Path> find(String name) {
        return find(name, windows(), System.getenv());
    }

    static Optional<Path> find(String name, boolean windows, Map<String, String> environment) {
        if (Path.of(name).isAbsolute()) {
            return Optional.of(Path.of(name));
        }
        String file = windows ? name + ".exe" : name;
        return folders(windows, environment).filter(Path::isAbsolute).map(folder -> folder.resolve(file))
                .filter(path -> Files.isRegularFile(path) && Files.isExecutable(path)).findFirst();
    }

    /** On Windows the names of variables are written in any case, and the system's own folder comes first. */
    private static Stream<Path> folders(boolean windows, Map<String, String> environment) {
        String system = variable(environment, "SystemRoot");
        Stream<String> own = windows && !system.isEmpty() ? Stream.of(system + File.separator + "System32") : Stream.empty();
        Stream<String> searched = Arrays.stream(variable(environment, "PATH").split(windows ? ";" : ":"));
        return Stream.concat(own, searched.map(one -> one.replace("\"", "").strip())).filter(one -> !one.isEmpty()).flatMap(Programs::path);
    }

    private static String variable(Map<String, String> environment, String name) {
        return environment.entrySet().stream().filter(one -> one.getKey().equalsIgnoreCase(name)).map(Map.Entry::getValue).findFirst()
                .orElse("");
    }

    private static Stream<Path> path(String folder) {
        try {
            return Stream.of(Path.of(folder));
        } catch (InvalidPathException noPath) {
            return Stream.empty();
        }
    }

    private static boolean windows() {
        return System.getProperty("os.name", "").startsWith("Windows");
    }
}

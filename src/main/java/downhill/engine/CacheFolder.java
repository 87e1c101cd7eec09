package downhill.engine;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;

/**
 * Where Downhill keeps what it can make again: unpacked natives, work that is open, and its log. Always an absolute folder: a relative one
 * would lie in whatever folder the program is started in, with whatever somebody else has put there.
 */
public final class CacheFolder {
    private static final String HOME = "user.home";

    private CacheFolder() {
    }

    /**
     * The folder by the customs of the system: {@code $XDG_CACHE_HOME/downhill} or {@code ~/.cache/downhill} on Linux,
     * {@code ~/Library/Caches/Downhill} on macOS, {@code %LOCALAPPDATA%\Downhill\Cache} on Windows. It need not exist. Where a person may
     * not write there, as in a home that is laid down for all, it is a private folder beside the temporary ones.
     */
    public static Path path() {
        return usable(path(System.getProperty("os.name", ""), home(), System.getenv()), temporary());
    }

    /** The folder, or one in its stead where neither it nor what it would lie in may be written into. */
    static Path usable(Path folder, Path temporary) {
        Path there = folder;
        while (there != null && Files.notExists(there)) {
            there = there.getParent();
        }
        return there == null || Files.isWritable(there) ? folder
                : substitute(temporary, System.getProperty("user.name", "")).resolve(folder.getFileName());
    }

    private static Path temporary() {
        return Path.of(System.getProperty("java.io.tmpdir", "")).toAbsolutePath();
    }

    /**
     * The person's home. A user without an entry in the system's list has none ({@code ?}), and gets a private folder beside the temporary
     * ones. Libraries that look for the home themselves then find that, too.
     */
    public static Path home() {
        Path known = absolute(System.getProperty(HOME), null);
        if (known != null) {
            return known;
        }
        Path made = substitute(temporary(), System.getProperty("user.name", ""));
        System.setProperty(HOME, made.toString());
        return made;
    }

    static Path path(String system, Path home, Map<String, String> environment) {
        String name = system.toLowerCase(Locale.ROOT);
        if (name.contains("win")) {
            return absolute(environment.get("LOCALAPPDATA"), home.resolve("AppData").resolve("Local")).resolve("Downhill").resolve("Cache");
        }
        if (name.contains("mac")) {
            return home.resolve("Library").resolve("Caches").resolve("Downhill");
        }
        return absolute(environment.get("XDG_CACHE_HOME"), home.resolve(".cache")).resolve("downhill");
    }

    /** The same at each start, so that natives are unpacked once; a new one where somebody else has taken that name. */
    static Path substitute(Path temporary, String user) {
        Path folder = temporary.resolve(("downhill-home-" + user).replaceAll("[^\\p{L}\\p{N}-]", ""));
        try {
            PrivateFiles.folder(folder);
            if (PrivateFiles.isOurs(folder) && !Files.isSymbolicLink(folder)) {
                return folder;
            }
        } catch (IOException notOurs) {
            // It is as if the name were taken.
        }
        return fresh(temporary, folder);
    }

    /** Where nothing can be written at all, who needs the folder will say so. */
    private static Path fresh(Path temporary, Path otherwise) {
        try {
            return Files.createTempDirectory(temporary, "downhill-home");
        } catch (IOException nothing) {
            return otherwise;
        }
    }

    private static Path absolute(String named, Path otherwise) {
        try {
            return named != null && Path.of(named).isAbsolute() ? Path.of(named) : otherwise;
        } catch (InvalidPathException noPath) {
            return otherwise;
        }
    }
}

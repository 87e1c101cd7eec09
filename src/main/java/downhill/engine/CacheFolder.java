package downhill.engine;

import java.nio.file.Path;
import java.util.Locale;

/** Where Downhill keeps what it can make again: unpacked natives and its log. */
public final class CacheFolder {
    private CacheFolder() {
    }

    /**
     * The folder by the customs of the system: {@code $XDG_CACHE_HOME/downhill} or {@code ~/.cache/downhill} on Linux,
     * {@code ~/Library/Caches/Downhill} on macOS, {@code %LOCALAPPDATA%\Downhill\Cache} on Windows. It need not exist.
     */
    public static Path path() {
        Path home = Path.of(System.getProperty("user.home", "."));
        String system = System.getProperty("os.name", "").toLowerCase(Locale.ROOT);
        if (system.contains("win")) {
            return from("LOCALAPPDATA", home.resolve("AppData").resolve("Local")).resolve("Downhill").resolve("Cache");
        }
        if (system.contains("mac")) {
            return home.resolve("Library").resolve("Caches").resolve("Downhill");
        }
        return from("XDG_CACHE_HOME", home.resolve(".cache")).resolve("downhill");
    }

    private static Path from(String variable, Path otherwise) {
        String value = System.getenv(variable);
        return value == null || value.isBlank() ? otherwise : Path.of(value);
    }
}

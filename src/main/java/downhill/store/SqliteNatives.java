package downhill.store;

import downhill.engine.CacheFolder;
import downhill.engine.PrivateFiles;
import downhill.engine.ProgramNatives;
import downhill.words.Said;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import org.sqlite.SQLiteJDBCLoader;
import org.sqlite.util.LibraryLoaderUtil;

/**
 * The native library of SQLite, unpacked once into a folder of our own: left to itself it would be unpacked at each start into the folder
 * for temporary files, which is everybody's.
 */
final class SqliteNatives {
    private static final String PATH = "org.sqlite.lib.path";
    private static final String NAME = "org.sqlite.lib.name";

    private SqliteNatives() {
    }

    /**
     * Tells the library where it lies; one named by hand is respected.
     *
     * @throws StoreException where it cannot be unpacked
     */
    static synchronized void prepare() {
        if (System.getProperty(PATH) != null) {
            return;
        }
        String name = LibraryLoaderUtil.getNativeLibName();
        Path folder = ProgramNatives.folder().filter(beside -> Files.exists(beside.resolve(name))).orElseGet(SqliteNatives::own);
        System.setProperty(NAME, name);
        System.setProperty(PATH, folder.toString());
    }

    private static Path own() {
        Path folder = CacheFolder.path().resolve("sqlite-" + SQLiteJDBCLoader.getVersion());
        try {
            PrivateFiles.folder(CacheFolder.path());
            PrivateFiles.folder(folder);
            unpack(folder);
        } catch (IOException e) {
            throw new StoreException(Said.of("study.native", folder, Said.message(e)), e);
        }
        return folder;
    }

    /** Unless it is there already. */
    static void unpack(Path folder) throws IOException {
        Path library = folder.resolve(LibraryLoaderUtil.getNativeLibName());
        if (Files.exists(library)) {
            return;
        }
        String resource = LibraryLoaderUtil.getNativeLibResourcePath() + "/" + LibraryLoaderUtil.getNativeLibName();
        Path unfinished = Files.createTempFile(folder, "library", ".tmp");
        try (InputStream in = SQLiteJDBCLoader.class.getResourceAsStream(resource)) {
            if (in == null) {
                return; // the library says itself that it knows no such machine
            }
            Files.copy(in, unfinished, StandardCopyOption.REPLACE_EXISTING);
            Files.move(unfinished, library, StandardCopyOption.ATOMIC_MOVE);
        } finally {
            Files.deleteIfExists(unfinished);
        }
    }
}

package downhill.engine;

import downhill.words.Said;
import downhill.words.SaidIOException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Where the native libraries of ND4J are unpacked on first use: a folder of our own, checked for space before. Must run
 * before ND4J is loaded.
 */
public final class Natives {
    /** System property of JavaCPP that names the folder; one set by hand is respected. */
    public static final String PROPERTY = "org.bytedeco.javacpp.cachedir";
    /** Bytes needed for the first unpacking. */
    public static final long NEEDED = 500_000_000L;

    /** Bytes needed for the first unpacking of the CUDA libraries. */
    private static final long NEEDED_FOR_CUDA = 4_200_000_000L;

    private Natives() {
    }

    /** The folder into which what does not lie in the program's is unpacked. */
    public static Path folder() {
        String chosen = System.getProperty(PROPERTY);
        return chosen == null || chosen.isBlank() ? CacheFolder.path().resolve("natives") : Path.of(chosen);
    }

    /** Whether something has been unpacked there before, or nothing needs to be. */
    public static boolean unpacked() {
        if (ProgramNatives.folder().isPresent()) {
            return true;
        }
        try (Stream<Path> files = Files.list(folder())) {
            return files.anyMatch(Files::isDirectory);
        } catch (IOException e) {
            return false;
        }
    }

    /**
     * Makes the folder and tells JavaCPP.
     *
     * @throws UnavailableException where it cannot be made or has too little space
     */
    public static void prepare() {
        Path folder = folder();
        requireAbsolute(folder);
        try {
            make(folder);
            long free = Files.getFileStore(folder).getUsableSpace();
            if (!unpacked() && free < NEEDED) {
                throw new UnavailableException(Said.of("natives.room", NEEDED / 1_000_000, folder, free / 1_000_000, PROPERTY));
            }
        } catch (IOException e) {
            throw new UnavailableException(Said.of("natives.folder", folder, Said.message(e), PROPERTY), e);
        }
        System.setProperty(PROPERTY, folder.toString());
        ProgramNatives.loadFirst();
    }

    /** From a relative folder, what lies in the folder that one happens to be in would be run. */
    private static void requireAbsolute(Path folder) {
        if (!folder.isAbsolute()) {
            throw new UnavailableException(Said.of("natives.relative", folder, PROPERTY));
        }
    }

    /** Where JavaCPP cannot write it would take another, perhaps anybody's, without a word. */
    private static void make(Path folder) throws IOException {
        if (folder.startsWith(CacheFolder.path())) {
            PrivateFiles.folder(CacheFolder.path());
            PrivateFiles.folder(folder);
        }
        Files.createDirectories(folder);
        if (!Files.isReadable(folder) || !Files.isWritable(folder) || !Files.isExecutable(folder)) {
            throw new SaidIOException(Said.of("natives.locked"));
        }
    }

    /** Why the CUDA libraries cannot be unpacked, or nothing. */
    static Optional<Said> lackForCuda() {
        Path folder = folder();
        long free = folder.toFile().getUsableSpace();
        String[] known = folder.toFile().list((parent, name) -> name.startsWith("nd4j-cuda"));
        boolean unpacked = known != null && known.length > 0;
        return unpacked || free >= NEEDED_FOR_CUDA ? Optional.empty()
                : Optional.of(Said.of("natives.room.gpu", NEEDED_FOR_CUDA / 1_000_000, folder, free / 1_000_000));
    }
}

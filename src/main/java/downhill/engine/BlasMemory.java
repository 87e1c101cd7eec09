package downhill.engine;

import java.io.IOException;
import java.io.Reader;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.Properties;
import org.slf4j.LoggerFactory;

/** Keeps a choice of kernels from one start to the next, for the same processor, library and wish. */
final class BlasMemory {
    private final Path file;

    private BlasMemory(Path file) {
        this.file = file;
    }

    /** In the cache folder; made when something is to be kept. */
    static BlasMemory of(Path folder) {
        return new BlasMemory(folder.resolve("openblas.properties"));
    }

    /** The one kept, without its warning, which has been given; or a new one, which is kept. */
    BlasChoice choice(Processor processor, String set) {
        String key = String.join(" | ", processor.key(), OpenBlas.version(), set == null ? "" : set);
        return read(key).orElseGet(() -> decided(key, processor, set));
    }

    private BlasChoice decided(String key, Processor processor, String set) {
        BlasChoice choice = BlasChoice.decide(processor, set, BlasTrial::run);
        write(key, choice);
        return choice;
    }

    Optional<BlasChoice> read(String key) {
        Properties kept = new Properties();
        if (!Files.isRegularFile(file)) {
            return Optional.empty();
        }
        try (Reader reader = Files.newBufferedReader(file)) {
            kept.load(reader);
        } catch (IOException | IllegalArgumentException e) {
            return Optional.empty();
        }
        if (!key.equals(kept.getProperty("key")) || kept.getProperty("reason") == null || kept.getProperty("check") == null) {
            return Optional.empty();
        }
        Optional<String> core = Optional.ofNullable(kept.getProperty("core")).filter(BlasCores.names()::contains);
        return Optional.of(new BlasChoice(core, kept.getProperty("reason"), kept.getProperty("check"), Optional.empty()));
    }

    /** A folder that cannot be written costs a trial at every start, nothing else. */
    void write(String key, BlasChoice choice) {
        Properties kept = new Properties();
        kept.setProperty("key", key);
        choice.core().ifPresent(core -> kept.setProperty("core", core));
        kept.setProperty("reason", choice.reason());
        kept.setProperty("check", choice.check());
        try {
            PrivateFiles.folder(file.getParent());
            PrivateFiles.file(file);
            try (Writer writer = Files.newBufferedWriter(file)) {
                kept.store(writer, "Which kernels OpenBLAS uses here; made anew when it is missing.");
            }
        } catch (IOException e) {
            LoggerFactory.getLogger(BlasMemory.class).warn("The choice of kernels is not kept in {}", file, e);
        }
    }
}

package downhill.engine;

import downhill.words.Said;
import java.io.IOException;
import java.io.Reader;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Properties;
import org.slf4j.LoggerFactory;

/** Keeps a choice of kernels from one start to the next, for the same processor, library and wish. */
final class BlasMemory {
    /** What was chosen in another way is chosen anew. */
    private static final String EDITION = "2";

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
        String key = key(processor, set);
        return read(key).orElseGet(() -> decided(key, processor, set));
    }

    static String key(Processor processor, String set) {
        return String.join(" | ", EDITION, processor.key(), OpenBlas.version(), set == null ? "" : set);
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
        Optional<Said> reason = said(kept, "reason.said");
        Optional<Said> check = said(kept, "check.said");
        if (!key.equals(kept.getProperty("key")) || reason.isEmpty() || check.isEmpty()) {
            return Optional.empty();
        }
        Optional<String> core = Optional.ofNullable(kept.getProperty("core")).filter(BlasCores.names()::contains);
        return Optional.of(new BlasChoice(core, reason.get(), check.get(), Optional.empty()));
    }

    private static Optional<Said> said(Properties kept, String name) {
        String key = kept.getProperty(name);
        List<Object> arguments = new ArrayList<>();
        for (String next = name + ".0"; key != null; next = name + "." + arguments.size()) {
            Object argument = kept.containsKey(next + ".text") ? kept.getProperty(next + ".text") : said(kept, next).orElse(null);
            if (argument == null) {
                return Optional.of(new Said(key, arguments));
            }
            arguments.add(argument);
        }
        return Optional.empty();
    }

    /** Its key below {@code name}, what is put in below that and a number: a text, or said in turn. */
    private static void keep(Properties kept, String name, Said said) {
        kept.setProperty(name, said.key());
        for (int i = 0; i < said.arguments().size(); i++) {
            String place = name + "." + i;
            if (said.arguments().get(i) instanceof Said inner) {
                keep(kept, place, inner);
            } else {
                kept.setProperty(place + ".text", said.arguments().get(i).toString());
            }
        }
    }

    /** A folder that cannot be written costs a trial at every start, nothing else. */
    void write(String key, BlasChoice choice) {
        Properties kept = new Properties();
        kept.setProperty("key", key);
        choice.core().ifPresent(core -> kept.setProperty("core", core));
        keep(kept, "reason.said", choice.reason());
        keep(kept, "check.said", choice.check());
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

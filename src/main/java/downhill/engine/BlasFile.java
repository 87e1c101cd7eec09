package downhill.engine;

import downhill.words.Said;
import java.io.IOException;
import java.io.Reader;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Properties;

/** The file in which a choice of kernels is kept. One that is not whole, or not of this program, is as none. */
final class BlasFile {
    private static final String SUM = "sum";
    private static final String FAILED = "failed";
    private static final String WHEN = "when";

    private final Path file;

    BlasFile(Path file) {
        this.file = file;
    }

    /**
     * What is kept.
     *
     * @param choice without its warning when it is read
     * @param failed how many starts one after the other have tried without an answer; 0 for a choice that stands
     * @param when   it was made, to the millisecond
     */
    record Entry(BlasChoice choice, int failed, Instant when) {
    }

    /** The one for {@code key}. */
    Optional<Entry> read(String key) {
        try {
            return Files.isRegularFile(file) ? entry(key) : Optional.empty();
        } catch (IOException | IllegalArgumentException notWhole) {
            return Optional.empty();
        }
    }

    private Optional<Entry> entry(String key) throws IOException {
        Properties kept = new Properties();
        try (Reader reader = Files.newBufferedReader(file)) {
            kept.load(reader);
        }
        Object sum = kept.remove(SUM);
        Optional<Said> reason = said(kept, "reason.said");
        Optional<Said> check = said(kept, "check.said");
        Optional<String> core = Optional.ofNullable(kept.getProperty("core"));
        boolean known = core.isEmpty() || BlasCores.names().contains(core.get());
        if (!sum(kept).equals(sum) || !key.equals(kept.getProperty("key")) || reason.isEmpty() || check.isEmpty() || !known) {
            return Optional.empty();
        }
        return Optional.of(new Entry(new BlasChoice(core, reason.get(), check.get(), Optional.empty()),
                Integer.parseInt(kept.getProperty(FAILED)), Instant.ofEpochMilli(Long.parseLong(kept.getProperty(WHEN)))));
    }

    /** Of all names and values, the same in every process. */
    private static String sum(Properties kept) {
        return Integer.toHexString(kept.hashCode());
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

    /** Written beside it and put in its place: another process that starts now reads the old one or the new one. */
    void write(String key, Entry entry) throws IOException {
        Properties kept = new Properties();
        kept.setProperty("key", key);
        entry.choice().core().ifPresent(core -> kept.setProperty("core", core));
        keep(kept, "reason.said", entry.choice().reason());
        keep(kept, "check.said", entry.choice().check());
        kept.setProperty(FAILED, String.valueOf(entry.failed()));
        kept.setProperty(WHEN, String.valueOf(entry.when().toEpochMilli()));
        kept.setProperty(SUM, sum(kept));
        PrivateFiles.folder(file.getParent());
        Path beside = Files.createTempFile(file.getParent(), "openblas", ".tmp");
        try {
            try (Writer writer = Files.newBufferedWriter(beside)) {
                kept.store(writer, "Which kernels OpenBLAS uses here; made anew when it is missing.");
            }
            Files.move(beside, file, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
        } finally {
            Files.deleteIfExists(beside);
        }
    }

    @Override
    public String toString() {
        return file.toString();
    }
}

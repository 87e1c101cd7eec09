package downhill.cli;

import downhill.race.document.ContenderSpec;
import downhill.race.document.Experiment;
import downhill.race.document.Problem;
import downhill.store.FileKind;
import downhill.store.ModelStore;
import downhill.store.Outputs;
import downhill.words.Said;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Supplier;

/** The files that a race will leave in its folder: known, and held against what is there, before it begins. */
final class ResultNames {
    static final String EXPERIMENT = "experiment.json";
    static final String HISTORY = "history.csv";
    static final String SEEDS = "seeds.csv";
    static final String PRETRAINING = "pretraining.csv";
    static final String SUMMARY = "summary.json";
    static final String PICTURE = "loss.png";

    private static final String MODEL = "model-";
    /** Bytes of a contender's name in the name of its model's file. */
    private static final int NAME_BYTES = 100;
    private static final int SHOWN = 5;

    private final Map<String, FileKind> files = new TreeMap<>(Map.of(
            EXPERIMENT, FileKind.DOCUMENT, HISTORY, FileKind.HISTORY, SUMMARY, FileKind.SUMMARY,
            PICTURE, FileKind.PICTURE));

    /** @param learned whether there will be models: a surface has none */
    ResultNames(List<ContenderSpec> contenders, boolean learned) {
        if (contenders.stream().anyMatch(each -> each.seeds() > 1)) {
            files.put(SEEDS, FileKind.SEEDS);
        }
        if (learned) {
            models(contenders).forEach(name -> files.put(name, FileKind.ZIP));
        }
    }

    /** With the course of what was learned before, where there is one. */
    ResultNames pretrained(boolean any) {
        if (any) {
            files.put(PRETRAINING, FileKind.PRETRAINING);
        }
        return this;
    }

    static ResultNames of(Experiment experiment) {
        return new ResultNames(experiment.contenders(), experiment.problem() instanceof Problem.Learning);
    }

    /**
     * @param read what the race is made from: nothing of it may be replaced
     * @throws downhill.store.StoreException where something would be lost
     */
    void check(Path folder, List<Path> read) {
        Outputs outputs = new Outputs();
        read.forEach(outputs::reading);
        files.forEach((name, kind) -> outputs.writing("--out " + folder, folder.resolve(name), kind));
        outputs.check();
    }

    /** One for each contender, in their order, whatever becomes of it. */
    static List<String> models(List<ContenderSpec> contenders) {
        Set<String> used = new HashSet<>();
        return contenders.stream().map(each -> MODEL + fileName(each.name(), used) + ModelStore.ENDING).toList();
    }

    /** A name that every file system takes, that this system's settings can write, and that no other model has. */
    static String fileName(String name, Set<String> used) {
        String plain = plain(name);
        if (!writable(plain)) {
            plain = plain(Normalizer.normalize(name, Normalizer.Form.NFKD).replaceAll("[^\\p{ASCII}]+", ""));
        }
        String start = plain.isEmpty() ? "contender" : plain;
        String tried = start;
        for (int number = 2; !used.add(tried); number++) {
            tried = start + "-" + number;
        }
        return tried;
    }

    private static String plain(String name) {
        String letters = name.toLowerCase(Locale.ROOT).replaceAll("[^\\p{L}\\p{N}]+", "-");
        return cut(letters.replaceAll("^-+", "")).replaceAll("-+$", "");
    }

    /** Between characters, never in one. */
    private static String cut(String text) {
        StringBuilder start = new StringBuilder();
        int bytes = 0;
        for (int character : text.codePoints().toArray()) {
            String next = Character.toString(character);
            bytes += next.getBytes(StandardCharsets.UTF_8).length;
            if (bytes > NAME_BYTES) {
                break;
            }
            start.append(next);
        }
        return start.toString();
    }

    /** Under LC_ALL=C there are no letters beyond ASCII in the names of files. */
    private static boolean writable(String name) {
        try {
            Path.of(name);
            return true;
        } catch (InvalidPathException notHere) {
            return false;
        }
    }

    /** What a person should know of results that are in the folder already; nothing where there are none. */
    List<Said> alreadyThere(Path folder, Supplier<String> document) {
        List<String> there = results(folder);
        if (there.isEmpty() || document.get().equals(text(folder.resolve(EXPERIMENT)))) {
            return List.of();
        }
        List<String> stay = new ArrayList<>(there);
        stay.removeAll(files.keySet());
        List<String> go = new ArrayList<>(there);
        go.removeAll(stay);
        List<Said> notes = new ArrayList<>();
        if (!go.isEmpty()) {
            notes.add(Said.of("cli.there.go", folder, list(go)));
        }
        if (!stay.isEmpty()) {
            notes.add(Said.of("cli.there.stay", folder, list(stay)));
        }
        return notes;
    }

    private static Said list(List<String> names) {
        Said first = Said.list(names.stream().limit(SHOWN).map(Said::plain).toList());
        return names.size() > SHOWN ? Said.of("cli.there.more", first, names.size() - SHOWN) : first;
    }

    private static String text(Path file) {
        try {
            return Files.isRegularFile(file) ? Files.readString(file) : null;
        } catch (IOException unreadable) {
            return null;
        }
    }

    private static List<String> results(Path folder) {
        Set<String> found = new TreeSet<>();
        for (String name : List.of(EXPERIMENT, HISTORY, SEEDS, PRETRAINING, SUMMARY, PICTURE)) {
            if (Files.exists(folder.resolve(name))) {
                found.add(name);
            }
        }
        try (DirectoryStream<Path> models = Files.newDirectoryStream(folder, MODEL + "*" + ModelStore.ENDING)) {
            models.forEach(model -> found.add(model.getFileName().toString()));
        } catch (IOException none) {
            return List.copyOf(found);
        }
        return List.copyOf(found);
    }
}

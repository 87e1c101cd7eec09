package downhill.store;

import downhill.words.Said;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * What is about to be written held against what is to be read, before anything runs: no output replaces an input, whatever names and links
 * they go by, nor another output, nor a pipe, a device, or a file that is no work of Downhill's kind.
 */
public final class Outputs {
    private record Output(String option, Path file, FileKind kind) {
    }

    private final List<Path> inputs = new ArrayList<>();
    private final List<Output> outputs = new ArrayList<>();

    /**
     * For whoever writes a single file.
     *
     * @param input  null where there is none
     * @throws StoreException where they are one file
     */
    public static void spare(Path input, Path output) {
        if (input != null && Destination.same(input, output)) {
            throw new StoreException(Said.of("store.learned", output));
        }
    }

    /** @param file null where nothing is read from a file */
    public Outputs reading(Path file) {
        inputs.add(file);
        return this;
    }

    /**
     * @param option how it was asked for, such as --out
     * @param file   null where nothing is written
     * @param kind   what may be there already
     */
    public Outputs writing(String option, Path file, FileKind kind) {
        if (file != null) {
            outputs.add(new Output(option, file, kind));
        }
        return this;
    }

    /** @throws StoreException with one sentence where something would be lost */
    public void check() {
        inputs.removeIf(Objects::isNull);
        Map<Object, Output> places = new HashMap<>();
        List<Output> others = new ArrayList<>();
        for (Output output : outputs) {
            checkInputs(output, output.file());
            checkPlace(output);
            if (output.kind() == FileKind.DOCUMENT) {
                checkInputs(output, AtomicFiles.previous(output.file().toAbsolutePath()));
            }
            same(output, places, others).ifPresent(other -> {
                throw new StoreException(Said.of("output.same", other.option(), output.option(), output.file()));
            });
        }
    }

    /** Which of those before goes to the same place; a thousand contenders have a file each, so places are looked up. */
    private static Optional<Output> same(Output output, Map<Object, Output> places, List<Output> others) {
        Object key = Destination.key(output.file());
        if (key != null) {
            return Optional.ofNullable(places.putIfAbsent(key, output));
        }
        others.add(output);
        return others.stream().filter(other -> other != output && Destination.same(output.file(), other.file())).findFirst();
    }

    private void checkInputs(Output output, Path file) {
        for (Path input : inputs) {
            if (Destination.same(file, input)) {
                throw new StoreException(Said.of("output.input", output.option(), input));
            }
        }
    }

    private static void checkPlace(Output output) {
        Path file = output.file();
        if (Files.isDirectory(file)) {
            throw new StoreException(Said.of("store.folder", file));
        }
        if (Destination.special(file)) {
            throw new StoreException(Said.of("store.device", file));
        }
        if (!output.kind().takes(file)) {
            throw new StoreException(Said.of("output.foreign", output.option(), file, output.kind().words()));
        }
    }
}

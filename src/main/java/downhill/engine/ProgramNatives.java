package downhill.engine;

import downhill.words.Said;
import java.io.IOException;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.bytedeco.javacpp.ClassProperties;
import org.bytedeco.javacpp.Loader;
import org.bytedeco.javacpp.Pointer;
import org.bytedeco.openblas.global.openblas;
import org.bytedeco.openblas.global.openblas_nolapack;
import org.nd4j.nativeblas.NativeOpsHolder;

/**
 * The numeric libraries in the program's folder, unpacked when the program is packaged: then nobody who uses it needs room for them. A
 * file {@value #INDEX} names them in the order in which they are loaded, a line each: JavaCPP's name for it, a tab, and the file.
 */
public final class ProgramNatives {
    /** System property that names the folder; the launcher of a packaged program sets it. */
    public static final String PROPERTY = "downhill.natives";
    static final String INDEX = "index.txt";

    private ProgramNatives() {
    }

    /** The folder, where the program has been packaged with one. */
    public static Optional<Path> folder() {
        return Optional.ofNullable(System.getProperty(PROPERTY)).map(Path::of)
                .filter(folder -> folder.isAbsolute() && Files.isRegularFile(folder.resolve(INDEX)));
    }

    /** What tells another process of the same program. */
    public static String option() {
        return "-D" + PROPERTY + "=" + folder().map(Path::toString).orElse("");
    }

    /** Loads JavaCPP's own library alone: with that OpenBLAS can be told its kernels before it is loaded. */
    static void loadFirst() {
        folder().ifPresent(folder -> lines(folder).stream().limit(1).forEach(line -> load(folder, line)));
    }

    /** Loads all of them, so that JavaCPP finds them loaded and unpacks nothing. */
    static void loadAll() {
        folder().ifPresent(folder -> lines(folder).forEach(line -> load(folder, line)));
    }

    private static List<String> lines(Path folder) {
        try {
            return Files.readAllLines(folder.resolve(INDEX), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UnavailableException(Said.of("natives.program", folder, Said.message(e)), e);
        }
    }

    private static void load(Path folder, String line) {
        int tab = line.indexOf('\t');
        try {
            URL library = folder.resolve(line.substring(tab + 1)).toUri().toURL();
            Loader.loadLibrary(Pointer.class, new URL[] {library}, line.substring(0, Math.max(0, tab)));
        } catch (IOException | LinkageError e) {
            throw new UnavailableException(Said.of("natives.program", folder, Said.message(e)), e);
        }
    }

    /**
     * Copies the libraries that this process has loaded into a folder, with their index. Loads those of the CPU first.
     *
     * @return names of the files
     */
    public static List<String> write(Path folder) throws IOException {
        Backend.current();
        Loader.load(openblas.class);
        Map<String, String> loaded = Loader.getLoadedLibraries();
        Map<String, Path> inOrder = new LinkedHashMap<>();
        Class<?> operations = NativeOpsHolder.getInstance().getDeviceNativeOps().getClass();
        for (Class<?> each : List.of(Pointer.class, openblas_nolapack.class, openblas.class, operations)) {
            for (String name : names(each)) {
                String path = loaded.get(name);
                if (path != null && Files.isRegularFile(Path.of(path))) {
                    inOrder.putIfAbsent(name, Path.of(path));
                }
            }
        }
        List<String> lines = new ArrayList<>();
        List<String> files = new ArrayList<>();
        Files.createDirectories(folder);
        for (Map.Entry<String, Path> one : inOrder.entrySet()) {
            String file = one.getValue().getFileName().toString();
            Files.copy(one.getValue(), folder.resolve(file), StandardCopyOption.REPLACE_EXISTING);
            lines.add(one.getKey() + "\t" + file);
            files.add(file);
        }
        Files.write(folder.resolve(INDEX), lines, StandardCharsets.UTF_8);
        return files;
    }

    /** As JavaCPP goes through them: what comes before, and the library itself; of a renamed one its new name. */
    private static List<String> names(Class<?> each) {
        ClassProperties properties = Loader.loadProperties(each, Loader.loadProperties(), true);
        List<String> names = new ArrayList<>(properties.get("platform.preload"));
        names.addAll(properties.get("platform.link"));
        names.add(properties.getProperty("platform.library"));
        return names.stream().map(name -> name.substring(name.indexOf('#') + 1)).toList();
    }
}

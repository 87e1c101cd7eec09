package downhill.store;

import downhill.engine.Backend;
import downhill.engine.ProgramNatives;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;

/**
 * Lays the natives of a program that is packaged into its folder: those of ND4J and SQLite into {@code natives}, those of the window where
 * JavaFX looks for them beside its jars. The jars no longer have those of ND4J. {@code installer/build.sh} calls it on a copy of the
 * program's jars, with other jars on the class path. A program with CUDA stays as it is.
 */
public final class NativesPackaging {
    private static final String WINDOW = "javafx-graphics";

    private NativesPackaging() {
    }

    /** @param arguments the folder of jars */
    public static void main(String[] arguments) throws IOException {
        Path jars = Path.of(arguments[0]).toAbsolutePath();
        if (Backend.cudaBuilt()) {
            return; // whether CUDA's are needed is seen on each machine, and those of the CPU are not loaded beside them
        }
        Path natives = jars.resolve("natives");
        List<String> files = ProgramNatives.write(natives);
        SqliteNatives.unpack(natives);
        boolean windows = System.getProperty("os.name", "").toLowerCase(Locale.ROOT).contains("win");
        for (Path jar : jars(jars)) {
            if (jar.getFileName().toString().startsWith(WINDOW)) {
                if (!windows) { // there JavaFX looks in a folder beside that of the jars, which is none of the package
                    unpack(jar, jars);
                }
            } else {
                without(jar, Set.copyOf(files));
            }
        }
        System.exit(0); // libraries may have started threads
    }

    private static List<Path> jars(Path folder) throws IOException {
        try (Stream<Path> all = Files.list(folder)) {
            return all.filter(file -> file.toString().endsWith(".jar")).sorted().toList();
        }
    }

    /** Libraries at the top of a jar, as JavaFX has them. */
    private static void unpack(Path jar, Path to) throws IOException {
        try (ZipFile zip = new ZipFile(jar.toFile())) {
            for (ZipEntry entry : Collections.list(zip.entries())) {
                if (entry.getName().matches("[^/\\\\]+\\.(so|dylib)")) {
                    try (InputStream in = zip.getInputStream(entry)) {
                        Files.copy(in, to.resolve(entry.getName()), StandardCopyOption.REPLACE_EXISTING);
                    }
                }
            }
        }
    }

    /** The jar without the files of these names; it stays as it is where it has none. */
    static void without(Path jar, Set<String> names) throws IOException {
        Path shorter = jar.resolveSibling(jar.getFileName() + ".tmp");
        try (ZipFile zip = new ZipFile(jar.toFile())) {
            List<? extends ZipEntry> entries = Collections.list(zip.entries());
            if (entries.stream().noneMatch(entry -> names.contains(last(entry)))) {
                return;
            }
            try (OutputStream file = Files.newOutputStream(shorter); ZipOutputStream out = new ZipOutputStream(file)) {
                for (ZipEntry entry : entries) {
                    if (!names.contains(last(entry))) {
                        ZipEntry copy = new ZipEntry(entry.getName());
                        copy.setTime(entry.getTime());
                        out.putNextEntry(copy);
                        try (InputStream in = zip.getInputStream(entry)) {
                            in.transferTo(out);
                        }
                        out.closeEntry();
                    }
                }
            }
        }
        Files.move(shorter, jar, StandardCopyOption.REPLACE_EXISTING);
    }

    private static String last(ZipEntry entry) {
        return entry.getName().substring(entry.getName().lastIndexOf('/') + 1);
    }
}

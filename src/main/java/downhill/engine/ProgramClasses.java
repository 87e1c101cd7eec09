package downhill.engine;

import java.io.File;
import java.io.IOException;
import java.net.URI;
import java.net.URL;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Where the classes of this program are, for another process of it. Whoever brings them by a loader of his own, as Spark does, does not
 * tell Java's own class path.
 */
public final class ProgramClasses {
    /** Every jar has one. */
    private static final String MANIFEST = "META-INF/MANIFEST.MF";
    private static final String JAR = "jar:file:";

    private ProgramClasses() {
    }

    /** As {@code java -cp} takes it. */
    public static String path() {
        return path(System.getProperty("java.class.path"), ProgramClasses.class.getClassLoader());
    }

    static String path(String known, ClassLoader loader) {
        Set<String> all = new LinkedHashSet<>(Arrays.asList(known.split(File.pathSeparator)));
        Set<Path> places = all.stream().map(one -> Path.of(one).toAbsolutePath().normalize()).collect(Collectors.toSet());
        try {
            for (URL url : Collections.list(loader.getResources(MANIFEST))) {
                if (url.toString().startsWith(JAR) && places.add(jar(url.toString()))) {
                    all.add(jar(url.toString()).toString());
                }
            }
        } catch (IOException unreadable) {
            return known;
        }
        return String.join(File.pathSeparator, all);
    }

    private static Path jar(String address) {
        String file = address.substring("jar:".length(), address.lastIndexOf("!/"));
        return Path.of(URI.create(file.replace(" ", "%20"))).normalize();
    }
}

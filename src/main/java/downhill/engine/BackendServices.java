package downhill.engine;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Enumeration;
import java.util.List;
import org.nd4j.common.config.ND4JClassLoading;

/**
 * What ND4J sees of its backends. With both on the class path it would load the CUDA one, since its priority can be changed
 * by environment variables only. So it is given a class loader that hides the CUDA jar's service entries: the classes stay
 * the same, but nothing of that jar is ever named, hence none of its natives loaded beside those of the CPU.
 */
final class BackendServices extends ClassLoader {
    /** How the names of the CUDA backend's classes begin. */
    static final String CUDA = "org.nd4j.linalg.jcublas";
    private static final String SERVICES = "META-INF/services/org.nd4j.";

    private BackendServices(ClassLoader parent) {
        super("nd4j on the CPU", parent);
    }

    /** Must come before ND4J is loaded. */
    static void keepToTheCpu() {
        ND4JClassLoading.setNd4jClassloader(new BackendServices(BackendServices.class.getClassLoader()));
    }

    @Override
    public Enumeration<URL> getResources(String name) throws IOException {
        Enumeration<URL> all = super.getResources(name);
        if (!name.startsWith(SERVICES)) {
            return all;
        }
        List<URL> kept = new ArrayList<>();
        for (URL url : Collections.list(all)) {
            if (!namesCuda(url)) {
                kept.add(url);
            }
        }
        return Collections.enumeration(kept);
    }

    static boolean namesCuda(URL service) {
        try (InputStream in = service.openStream()) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8).lines().anyMatch(line -> line.startsWith(CUDA));
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + service, e);
        }
    }
}

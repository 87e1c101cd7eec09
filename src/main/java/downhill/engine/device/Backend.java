package downhill.engine.device;

import downhill.engine.host.Host;
import java.util.Optional;
import org.nd4j.linalg.factory.Nd4j;

/**
 * What trainings are computed on.
 *
 * @param name    of ND4J's backend, such as CpuBackend
 * @param version of ND4J
 */
public record Backend(String name, String version) {
    private static final String CUDA = "org.nd4j.linalg.jcublas.JCublasBackend";
    private static final String BUILT_WITH = "1.0.0-M2.1";

    /** The backend in use; loads it where that has not happened. */
    public static Backend load() {
        Host.load();
        return new Backend(Nd4j.getBackend().getClass().getSimpleName(), nd4jVersion());
    }

    /** Whether ND4J's CUDA backend is part of this program; loads nothing. */
    public static boolean cudaOnClassPath() {
        return Backend.class.getResource("/" + CUDA.replace('.', '/') + ".class") != null;
    }

    private static String nd4jVersion() {
        return Optional.ofNullable(Nd4j.class.getPackage().getImplementationVersion()).orElse(BUILT_WITH);
    }

    /** In a word or two, for results: {@code CPU (ND4J 1.0.0-M2.1)}. */
    public String describe() {
        return (name.toLowerCase(java.util.Locale.ROOT).contains("cpu") ? "CPU" : name) + " (ND4J " + version + ")";
    }
}

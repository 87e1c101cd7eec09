package downhill.engine;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.bytedeco.javacpp.Loader;
import org.bytedeco.openblas.global.openblas_nolapack;
import org.slf4j.LoggerFactory;

/**
 * Which kernels OpenBLAS has chosen for this processor. It says so only while it is loaded, and only where an environment
 * variable asks for it; so a child process loads it.
 */
public final class OpenBlas {
    private static final int SECONDS = 20;
    private static final String CORE = "Core: ";

    private OpenBlas() {
    }

    /** Loads OpenBLAS and ends. */
    public static void main(String[] arguments) {
        Loader.load(openblas_nolapack.class);
    }

    /** Such as 0.3.19. */
    public static String version() {
        return openblas_nolapack.OPENBLAS_VERSION.replace("OpenBLAS", "").strip();
    }

    /** Such as Haswell; empty where it could not be found out. */
    public static Optional<String> core() {
        String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        List<String> command = List.of(java, "-D" + Natives.PROPERTY + "=" + Natives.folder(),
                "-cp", System.getProperty("java.class.path"), OpenBlas.class.getName());
        try {
            return ChildProcess.ask(command, Map.of("OPENBLAS_VERBOSE", "2"), SECONDS)
                    .flatMap(answer -> answer.text().lines().filter(line -> line.startsWith(CORE)).findFirst())
                    .map(line -> line.substring(CORE.length()).strip());
        } catch (IOException e) {
            LoggerFactory.getLogger(OpenBlas.class).warn("The core of OpenBLAS could not be asked for", e);
            return Optional.empty();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return Optional.empty();
        }
    }
}

package downhill.engine;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/**
 * Loads ND4J's CUDA backend and computes a little with it in a process of its own. A missing library, a driver that is too
 * old or a crash then costs a message; in this process it would cost ND4J, which cannot be loaded twice.
 */
final class CudaTrial {
    /** The first start unpacks four gigabytes. */
    private static final int PATIENCE_SECONDS = 300;
    private static final int SIZE = 8;

    private CudaTrial() {
    }

    /** What went wrong, in one line; empty where CUDA works, or where there is no {@code java} command to try it with. */
    static Optional<String> failure() {
        Path java = Path.of(System.getProperty("java.home"), "bin", windows() ? "java.exe" : "java");
        if (!Files.isExecutable(java)) {
            return Optional.empty();
        }
        ProgramAnswer answer = BoundedProcess.run(PATIENCE_SECONDS, java.toString(), "-cp", ProgramClasses.path(),
                "-D" + Natives.PROPERTY + "=" + Natives.folder(), CudaTrial.class.getName());
        return answer.exit() == 0 ? Optional.empty() : Optional.of(complaint(answer));
    }

    private static boolean windows() {
        return System.getProperty("os.name", "").startsWith("Windows");
    }

    /** The first line of a Java error, which says more than the trace below it, without the folders of the libraries. */
    static String complaint(ProgramAnswer answer) {
        String error = answer.output().lines().filter(line -> line.contains("Error: ") || line.contains("Exception: "))
                .map(line -> line.replaceAll("\\S*[/\\\\]", "")).findFirst().orElse(answer.output());
        return GpuList.firstLine(error.isBlank() ? "exit status " + answer.exit() : error);
    }

    /** Ends without an error where CUDA works. */
    public static void main(String[] arguments) {
        if (!Nd4j.getBackend().getClass().getName().startsWith(BackendServices.CUDA)) {
            throw new IllegalStateException("no CUDA device");
        }
        CudaDevices.useFirstSupported();
        INDArray ones = Nd4j.ones(SIZE, SIZE);
        double sum = ones.mmul(ones).add(ones).sumNumber().doubleValue();
        if (sum != SIZE * SIZE * (SIZE + 1)) {
            throw new IllegalStateException("the device computes " + sum);
        }
    }
}

package downhill.engine;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;

/** Asks the driver's own tool about the devices, in a child process that may hang or fail without harm. */
public final class NvidiaSmi {
    private static final String[] QUERY =
            {"nvidia-smi", "--query-gpu=name,compute_cap,memory.total", "--format=csv,noheader"};
    private static final int PATIENCE_SECONDS = 10;

    private NvidiaSmi() {
    }

    /** Takes up to ten seconds; usually a few hundredths. */
    public static GpuAnswer ask() {
        return ask(QUERY);
    }

    static GpuAnswer ask(String... command) {
        Path output;
        try {
            output = Files.createTempFile("downhill-gpu", ".txt");
        } catch (IOException e) {
            return new GpuAnswer(true, -1, "no temporary file for the answer: " + e.getMessage());
        }
        try {
            return ask(output.toFile(), command);
        } finally {
            output.toFile().delete();
        }
    }

    private static GpuAnswer ask(File output, String... command) {
        Process process;
        try {
            process = new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(output).start();
        } catch (IOException e) {
            return GpuAnswer.NOT_FOUND;
        }
        try {
            process.getOutputStream().close();
            boolean ended = process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS);
            return new GpuAnswer(true, ended ? process.exitValue() : -1,
                    new String(Files.readAllBytes(output.toPath()), StandardCharsets.UTF_8));
        } catch (IOException e) {
            return new GpuAnswer(true, -1, String.valueOf(e.getMessage()));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return new GpuAnswer(true, -1, "interrupted");
        } finally {
            process.destroyForcibly();
        }
    }
}

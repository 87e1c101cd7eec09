package downhill.engine;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;

/** Runs a command that may hang, crash or not exist, and gives it up after a time. */
public final class BoundedProcess {
    private static final long LOOK_MILLIS = 50;
    /** How many times as long by the clock a command may work that waits for a busy machine. */
    private static final int PATIENCE = 10;

    private BoundedProcess() {
    }

    /** @param seconds after which it is given up, @param command the program by its name or absolute path, and its arguments */
    public static ProgramAnswer run(int seconds, String... command) {
        return start((process, passed) -> passed > seconds, command);
    }

    /**
     * Runs one whose work is measured, so that a busy machine does not end it: it is given up after so many seconds of processor time, or
     * ten times as many by the clock; also where somebody says so.
     */
    public static ProgramAnswer work(int seconds, BooleanSupplier unwanted, String... command) {
        return start((process, passed) -> unwanted.getAsBoolean() || spent(seconds, passed, process.info().totalCpuDuration()), command);
    }

    /** @param passed seconds by the clock, @param worked what the system says of the processor, if anything */
    static boolean spent(int seconds, long passed, Optional<Duration> worked) {
        return passed > seconds && (passed > (long) PATIENCE * seconds || worked.isEmpty() || worked.get().toSeconds() >= seconds);
    }

    /** When a command is given up. */
    private interface Limit {
        boolean reached(Process process, long passed);
    }

    private static ProgramAnswer start(Limit limit, String... command) {
        Optional<Path> program = Programs.find(command[0]);
        if (program.isEmpty()) {
            return ProgramAnswer.NOT_FOUND;
        }
        String[] found = command.clone();
        found[0] = program.get().toString();
        return answer(limit, found);
    }

    private static ProgramAnswer answer(Limit limit, String... command) {
        Path output;
        try {
            output = Files.createTempFile("downhill", ".txt");
        } catch (IOException e) {
            return new ProgramAnswer(true, -1, "no temporary file for the answer: " + e.getMessage());
        }
        try {
            return answer(limit, output.toFile(), command);
        } finally {
            output.toFile().delete();
        }
    }

    /** The output goes to a file, since a pipe that nobody empties would block the command. */
    private static ProgramAnswer answer(Limit limit, File output, String... command) {
        Process process;
        try {
            process = new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(output).start();
        } catch (IOException e) {
            return ProgramAnswer.NOT_FOUND;
        }
        try {
            process.getOutputStream().close();
            boolean ended = waited(process, limit);
            return new ProgramAnswer(true, ended ? process.exitValue() : -1,
                    new String(Files.readAllBytes(output.toPath()), StandardCharsets.UTF_8));
        } catch (IOException e) {
            return new ProgramAnswer(true, -1, String.valueOf(e.getMessage()));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return new ProgramAnswer(true, -1, "interrupted");
        } finally {
            process.destroyForcibly();
        }
    }

    private static boolean waited(Process process, Limit limit) throws InterruptedException {
        long begin = System.nanoTime();
        while (!process.waitFor(LOOK_MILLIS, TimeUnit.MILLISECONDS)) {
            if (limit.reached(process, TimeUnit.NANOSECONDS.toSeconds(System.nanoTime() - begin))) {
                return false;
            }
        }
        return true;
    }
}

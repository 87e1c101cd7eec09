package downhill.engine;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;

/** Runs a command that may hang, crash or not exist, and gives it up after a time. */
public final class BoundedProcess {
    private static final long LOOK_MILLIS = 50;

    private BoundedProcess() {
    }

    /** @param seconds after which it is given up, @param command the program by its name or absolute path, and its arguments */
    public static ProgramAnswer run(int seconds, String... command) {
        return run(seconds, () -> false, command);
    }

    /** The same, given up also where somebody says so. */
    public static ProgramAnswer run(int seconds, BooleanSupplier unwanted, String... command) {
        Optional<Path> program = Programs.find(command[0]);
        if (program.isEmpty()) {
            return ProgramAnswer.NOT_FOUND;
        }
        String[] found = command.clone();
        found[0] = program.get().toString();
        return start(seconds, unwanted, found);
    }

    private static ProgramAnswer start(int seconds, BooleanSupplier unwanted, String... command) {
        Path output;
        try {
            output = Files.createTempFile("downhill", ".txt");
        } catch (IOException e) {
            return new ProgramAnswer(true, -1, "no temporary file for the answer: " + e.getMessage());
        }
        try {
            return run(seconds, unwanted, output.toFile(), command);
        } finally {
            output.toFile().delete();
        }
    }

    /** The output goes to a file, since a pipe that nobody empties would block the command. */
    private static ProgramAnswer run(int seconds, BooleanSupplier unwanted, File output, String... command) {
        Process process;
        try {
            process = new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(output).start();
        } catch (IOException e) {
            return ProgramAnswer.NOT_FOUND;
        }
        try {
            process.getOutputStream().close();
            boolean ended = waited(process, seconds, unwanted);
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

    private static boolean waited(Process process, int seconds, BooleanSupplier unwanted) throws InterruptedException {
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(seconds);
        while (!process.waitFor(LOOK_MILLIS, TimeUnit.MILLISECONDS)) {
            if (unwanted.getAsBoolean() || System.nanoTime() > end) {
                return false;
            }
        }
        return true;
    }
}

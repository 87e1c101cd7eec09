package downhill.store;

import java.io.IOException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Objects;
import java.util.concurrent.ThreadLocalRandom;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Temporary files that a program left when it was killed. The number in the name of each tells the machine and the process that made it,
 * so that nobody takes one away that is still being written, here or on another machine that has the folder, too.
 */
final class LeftFiles {
    private static final int MACHINE_DIGITS = 5;
    private static final int RANDOM_DIGITS = 19;
    private static final String DIGITS = "(\\d{1,10})(\\d{" + MACHINE_DIGITS + "})\\d{" + RANDOM_DIGITS + "}";
    private static final String MACHINE = machine();

    private LeftFiles() {
    }

    /** Process, machine and chance, as digits. */
    static String number() {
        long random = ThreadLocalRandom.current().nextLong(Long.MAX_VALUE);
        return ProcessHandle.current().pid() + MACHINE + String.format(Locale.ROOT, "%0" + RANDOM_DIGITS + "d", random);
    }

    /** Of its name, as the system keeps it: to ask the network for it may take seconds. */
    private static String machine() {
        String name;
        try {
            name = Files.readString(Path.of("/proc/sys/kernel/hostname")).strip();
        } catch (IOException notLinux) {
            name = Objects.requireNonNullElse(System.getenv("COMPUTERNAME"), "");
        }
        return String.format(Locale.ROOT, "%0" + MACHINE_DIGITS + "d", Math.floorMod(name.hashCode(), 100_000));
    }

    /** Takes away what processes of this machine that have ended left of a file; what cannot be taken away stays. */
    static void sweep(Path made, Path target) {
        String stem = Pattern.quote(TemporaryFile.stem(target));
        Pattern left = Pattern.compile(stem + DIGITS + "(-old)?" + Pattern.quote(AtomicFiles.TEMPORARY));
        try (DirectoryStream<Path> files = Files.newDirectoryStream(made.toAbsolutePath().getParent(), file -> isLeft(left, file))) {
            for (Path file : files) {
                Files.deleteIfExists(file);
            }
        } catch (IOException | DirectoryIteratorException notListed) {
            // It is only room on a disk.
        }
    }

    private static boolean isLeft(Pattern left, Path file) {
        Matcher name = left.matcher(file.getFileName().toString());
        return name.matches() && name.group(2).equals(MACHINE) && ProcessHandle.of(Long.parseLong(name.group(1))).isEmpty();
    }
}

package downhill.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assumptions.assumeThat;

import downhill.testing.OrdinaryUser;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

class AtomicFilesTest {
    @TempDir
    private Path folder;

    private List<String> names() throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(file -> file.getFileName().toString()).sorted().toList();
        }
    }

    @Test
    void aSaveReplacesTheFileAndLeavesNothingElse() throws IOException {
        Path file = folder.resolve("a.txt");
        AtomicFiles.write(file, "one", false);
        AtomicFiles.write(file, "two", false);
        assertThat(Files.readString(file)).isEqualTo("two");
        assertThat(names()).containsExactly("a.txt");
    }

    @Test
    void thePreviousContentIsKeptWhereAsked() throws IOException {
        Path file = folder.resolve("a.txt");
        AtomicFiles.write(file, "one", true);
        AtomicFiles.write(file, "two", true);
        assertThat(Files.readString(folder.resolve("a.txt.previous"))).isEqualTo("one");
    }

    /** What is perhaps still being written, here or on another machine, or is of another file, stays. */
    @Test
    void whatAKilledProgramLeftOfTheSameFileGoesWithTheNextSave() throws IOException {
        Path file = folder.resolve("history.csv");
        String ours = LeftFiles.number();
        String pid = Long.toString(ProcessHandle.current().pid());
        String machine = ours.substring(pid.length(), pid.length() + 5);
        String other = machine.equals("00000") ? "00001" : "00000";
        String chance = ours.substring(pid.length() + 5);
        String ended = "1073741823";
        assertThat(ProcessHandle.of(Long.parseLong(ended))).as("more processes than any system has").isEmpty();
        List<String> kept = List.of("history.csv-" + ours, "history.csv-" + ended + other + chance, "history.csv-12345678901234567890",
                "history.csv-x", "history.csv-old-" + ended + machine + chance, "a-history.csv-" + ended + machine + chance);
        List<String> left = List.of("history.csv-" + ended + machine + chance, "history.csv-" + ended + machine + chance + "-old");
        for (String name : Stream.concat(kept.stream(), left.stream()).toList()) {
            Files.writeString(folder.resolve(name + AtomicFiles.TEMPORARY), "half");
        }
        AtomicFiles.write(file, "whole", false);
        assertThat(names()).containsExactlyInAnyOrderElementsOf(Stream.concat(Stream.of("history.csv"),
                kept.stream().map(name -> name + AtomicFiles.TEMPORARY)).toList());
        assertThat(TemporaryFile.told(folder.resolve(left.get(1) + AtomicFiles.TEMPORARY))).isEqualTo(file);
    }

    @Test
    void foldersAreMadeAsNeeded() throws IOException {
        Path file = folder.resolve("x/y/a.txt");
        AtomicFiles.write(file, "one", false);
        assertThat(Files.readString(file)).isEqualTo("one");
    }

    @Test
    void aFolderThatIsThereAndTakesNoFilesIsNotCalledMissing() {
        Path made = Path.of("/proc");
        assumeThat(Files.isDirectory(made)).as("a folder that the system makes up").isTrue();
        assertThatThrownBy(() -> AtomicFiles.write(made.resolve("r.html"), "one", false)).isInstanceOf(StoreException.class)
                .hasMessageContaining("r.html cannot be saved: that folder takes no new files; choose another folder");
    }

    @Test
    void aSaveThatFailsHalfWayLeavesTheOldFile() throws IOException {
        Path file = folder.resolve("a.txt");
        AtomicFiles.write(file, "one", false);
        assertThatThrownBy(() -> AtomicFiles.write(file, part -> {
            Files.writeString(part, "half of");
            throw new IOException("No space left on device");
        }, true)).isInstanceOf(StoreException.class).hasMessageContaining("a.txt cannot be saved: the disk is full; free some space");
        assertThat(Files.readString(file)).isEqualTo("one");
        assertThat(names()).containsExactly("a.txt");
    }

    @Test
    void permissionsStayAsTheyWere() throws IOException {
        Path file = Files.writeString(folder.resolve("a.txt"), "one");
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-rw----"));
        AtomicFiles.write(file, "two", false);
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file))).isEqualTo("rw-rw----");
    }

    @Test
    void aLinkStaysALink() throws IOException {
        Path real = Files.writeString(folder.resolve("real.txt"), "one");
        Path link = Files.createSymbolicLink(folder.resolve("link.txt"), real);
        AtomicFiles.write(link, "two", false);
        assertThat(Files.isSymbolicLink(link)).isTrue();
        assertThat(Files.readString(real)).isEqualTo("two");
    }

    @Test
    void aLinkToNothingYetIsFollowed() throws IOException {
        Path link = Files.createSymbolicLink(folder.resolve("link.txt"), Path.of("real.txt"));
        AtomicFiles.write(link, "two", false);
        assertThat(Files.isSymbolicLink(link)).isTrue();
        assertThat(Files.readString(folder.resolve("real.txt"))).isEqualTo("two");
        Path ring = Files.createSymbolicLink(folder.resolve("ring"), Path.of("ring"));
        assertThatThrownBy(() -> AtomicFiles.write(ring, "x", false)).isInstanceOf(StoreException.class)
                .hasMessageContaining("leads to itself");
    }

    @Test
    void aPipeOrDeviceIsRefusedAndNothingIsMadeBesideIt() {
        assertThatThrownBy(() -> AtomicFiles.write(Path.of("/dev/null"), part -> {
            throw new IllegalStateException("nothing may be written");
        }, false)).isInstanceOf(StoreException.class).hasMessage("/dev/null is a pipe or a device, not a file; choose another name.");
    }

    /** 255 bytes are the longest name; each of these letters has three. */
    @Test
    void aNameAsLongAsNamesCanBeIsSavedAndItsPreviousContentKept() throws IOException {
        for (String name : List.of("n".repeat(255), "字".repeat(85), "\ud83d\ude00".repeat(63))) {
            Path file = folder.resolve(name);
            AtomicFiles.write(file, "one", true);
            AtomicFiles.write(file, "two", true);
            assertThat(Files.readString(file)).isEqualTo("two");
            assertThat(Files.readString(AtomicFiles.previous(file))).isEqualTo("one");
        }
        assertThat(names()).hasSize(6);
    }

    /** As the shell's own > would have it, under three umasks, with and without a folder whose group is handed on. */
    @Test
    @DisabledOnOs(value = OS.WINDOWS, disabledReason = "has no umask")
    void aNewFileHasThePermissionsThatThisPersonsFilesHave() throws Exception {
        Path theirs = Files.createDirectory(folder.resolve("theirs"));
        assertThat(new ProcessBuilder("chmod", "2775", theirs.toString()).start().waitFor()).isZero();
        for (String umask : List.of("077", "002", "027")) {
            for (Path place : List.of(folder, theirs)) {
                Path file = place.resolve("u" + umask);
                Path shells = place.resolve("shell" + umask);
                Process process = new ProcessBuilder("sh", "-c",
                        "umask " + umask + "; : > \"$1\"; exec \"$2\" -XX:TieredStopAtLevel=1 -cp \"$3\" "
                        + OneSave.class.getName() + " \"$4\"", "sh", shells.toString(),
                                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        System.getProperty("java.class.path"), file.toString()).inheritIO().start();
                assertThat(process.waitFor()).isZero();
                assertThat(Files.getPosixFilePermissions(file)).as(umask).isEqualTo(Files.getPosixFilePermissions(shells));
                assertThat(Files.getAttribute(file, "posix:group")).isEqualTo(Files.getAttribute(shells, "posix:group"));
            }
        }
    }

    @Test
    void aFolderIsNotReplaced() {
        assertThatThrownBy(() -> AtomicFiles.write(folder, "x", false)).isInstanceOf(StoreException.class)
                .hasMessageContaining("is a folder");
    }

    @Test
    void aFileInThePlaceOfAFolderIsSaid() throws IOException {
        Path file = Files.writeString(folder.resolve("a.txt"), "one");
        assertThatThrownBy(() -> AtomicFiles.write(file.resolve("b.txt"), "x", false)).isInstanceOf(StoreException.class)
                .hasMessageContaining("cannot be saved");
    }

    @Test
    void aReadOnlyFolderIsSaidAndWhatIsInItStays() throws Exception {
        Path closed = Files.createDirectory(folder.resolve("closed"));
        Path file = Files.writeString(closed.resolve("a.txt"), "old");
        Files.setPosixFilePermissions(closed, PosixFilePermissions.fromString("r-xr-xr-x"));
        try {
            assertThat(OrdinaryUser.run(OneSave.class, Files.isWritable(closed), file.toString()))
                    .isEqualTo(file + " cannot be saved: permission is denied; choose another folder.");
            assertThat(Files.readString(file)).isEqualTo("old");
            assertThat(Files.list(closed)).containsExactly(file);
        } finally {
            Files.setPosixFilePermissions(closed, PosixFilePermissions.fromString("rwxr-xr-x"));
        }
    }

    @Test
    void aReadOnlyDiskIsSaid() {
        assertThatThrownBy(() -> AtomicFiles.write(folder.resolve("a.txt"), part -> {
            throw new java.nio.file.FileSystemException(part.toString(), null, "Read-only file system");
        }, true)).isInstanceOf(StoreException.class)
                .hasMessageContaining("a.txt cannot be saved: the disk is read-only; choose another folder.");
    }

    /** SIGTERM, as the system sends it when a person logs out: the temporary file goes with the process. */
    @Test
    @DisabledOnOs(value = OS.WINDOWS, disabledReason = "has no signal that a process can act on")
    void aProcessThatIsToldToEndInTheMiddleOfASaveLeavesTheOldFileAndNothingElse() throws Exception {
        Path file = Files.writeString(folder.resolve("a.txt"), "old");
        Process process = start(StuckSaver.class, file);
        assertThat(process.getInputStream().read()).as("half is written").isEqualTo('!');
        assertThat(names()).hasSize(2);
        process.destroy();
        process.waitFor();
        assertThat(names()).containsExactly("a.txt");
        assertThat(Files.readString(file)).isEqualTo("old");
    }

    @Test
    @DisabledOnOs(value = OS.WINDOWS, disabledReason = "has no signal that a process can act on")
    void aProcessThatIsToldToEndAtAnyMomentLeavesWholeFilesAndNothingElse() throws Exception {
        Path file = folder.resolve("state.txt");
        Random random = new Random(6);
        for (int i = 0; i < 6; i++) {
            Process process = start(EndlessSaver.class, file);
            assertThat(process.getInputStream().read()).as("the first save is done").isEqualTo('!');
            process.waitFor(random.nextInt(40), TimeUnit.MILLISECONDS);
            process.toHandle().destroy();
            process.getInputStream().transferTo(java.io.OutputStream.nullOutputStream());
            process.waitFor();
            assertThat(EndlessSaver.isWhole(Files.readString(file))).isTrue();
            assertThat(names()).allMatch(name -> name.equals("state.txt") || name.equals("state.txt.previous"));
        }
    }

    private static Process start(Class<?> program, Path file) throws IOException {
        return new ProcessBuilder(Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-Xint", "-cp",
                System.getProperty("java.class.path"), program.getName(), file.toString()).redirectErrorStream(true).start();
    }

    /** A process that saves without end is killed at random moments; what it leaves is always a whole save. */
    @Test
    void aKilledProcessLeavesAWholeFile() throws Exception {
        killed(6);
    }

    @Test
    @Tag("soak")
    void aProcessKilledTwoHundredTimesLeavesAWholeFile() throws Exception {
        killed(200);
    }

    private void killed(int times) throws Exception {
        Path file = folder.resolve("state.txt");
        Random random = new Random(5);
        for (int i = 0; i < times; i++) {
            Process process = start(EndlessSaver.class, file);
            assertThat(process.getInputStream().read()).as("the first save is done").isEqualTo('!');
            process.waitFor(random.nextInt(40), TimeUnit.MILLISECONDS);
            process.destroyForcibly().waitFor();
            assertThat(EndlessSaver.isWhole(Files.readString(file))).isTrue();
        }
    }
}

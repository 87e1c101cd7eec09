package downhill.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import downhill.race.Checkpoint;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

class AutosaveTest {
    private static final Checkpoint WORK = new Checkpoint(SavedRaces.surface(10), 0, 16, List.of(), List.of(), List.of());
    @TempDir
    private Path folder;

    private static Checkpoint titled(String title) {
        return WORK.withExperiment(WORK.experiment().withTitle(title));
    }

    private void save(Autosave slot, String title) {
        slot.save(titled(title), folder, SessionPlace.NOWHERE);
    }

    @Test
    void workThatWasSavedAndNotClearedIsLeftOver() {
        try (Autosave slot = Autosave.take(folder.resolve("autosave"))) {
            assertThat(slot.leftover()).isEmpty();
            save(slot, "Mine");
        }
        assertThat(Autosave.leftovers(folder.resolve("autosave")).stream().map(left -> left.info().title())).containsExactly("Mine");
        try (Autosave slot = Autosave.take(folder.resolve("autosave"))) {
            assertThat(slot.leftover().orElseThrow().info().title()).isEqualTo("Mine");
            slot.clear();
            assertThat(slot.leftover()).isEmpty();
        }
        assertThat(Autosave.leftovers(folder.resolve("autosave"))).isEmpty();
    }

    @Test
    @DisabledOnOs(OS.WINDOWS)
    void whatIsOpenIsNobodyElsesAlsoWhereTheFolderWasOpenBefore() throws IOException {
        Path open = Files.createDirectories(folder.resolve("autosave"));
        Files.setPosixFilePermissions(open, PosixFilePermissions.fromString("rwxrwxrwx"));
        try (Autosave slot = Autosave.take(open)) {
            save(slot, "Mine");
            save(slot, "Mine again");
        }
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(open))).isEqualTo("rwx------");
        try (Stream<Path> files = Files.list(open)) {
            List<Path> all = files.toList();
            assertThat(all).hasSize(3);
            for (Path file : all) {
                assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file))).as(file.toString()).isEqualTo("rw-------");
            }
        }
    }

    @Test
    void twoWindowsHaveSlotsOfTheirOwnAndSeeOnlyWhatNobodyHolds() {
        try (Autosave one = Autosave.take(folder); Autosave two = Autosave.take(folder)) {
            save(one, "One");
            save(two, "Two");
            assertThat(one.leftover().orElseThrow().info().title()).isEqualTo("One");
            assertThat(two.leftover().orElseThrow().info().title()).isEqualTo("Two");
            assertThat(Autosave.leftovers(folder)).isEmpty();
            try (Autosave three = Autosave.take(folder)) {
                assertThat(three.leftover()).isEmpty();
            }
        }
        assertThat(Autosave.leftovers(folder)).hasSize(2);
    }

    @Test
    void theNewestWorkIsOfferedFirst() throws IOException {
        try (Autosave one = Autosave.take(folder); Autosave two = Autosave.take(folder)) {
            save(one, "Old");
            save(two, "New");
        }
        Files.setLastModifiedTime(folder.resolve("1.downhill"), FileTime.fromMillis(1_000_000));
        try (Autosave slot = Autosave.take(folder)) {
            assertThat(slot.leftover().orElseThrow().info().title()).isEqualTo("New");
        }
    }

    @Test
    void whatIsDeclinedIsPutAsideAndNotLost() {
        try (Autosave slot = Autosave.take(folder)) {
            save(slot, "Declined");
            Path aside = slot.setAside();
            assertThat(slot.leftover()).isEmpty();
            save(slot, "Next");
            assertThat(SessionStore.info(aside).title()).isEqualTo("Declined");
        }
    }

    @Test
    void whereTheLastSaveIsDamagedTheOneBeforeIsOffered() throws IOException {
        try (Autosave slot = Autosave.take(folder)) {
            save(slot, "Before");
            save(slot, "After");
            Files.delete(folder.resolve("1.downhill"));
            Files.writeString(folder.resolve("1.downhill"), "garbage");
            assertThat(slot.leftover().orElseThrow().info().title()).isEqualTo("Before");
            Files.delete(folder.resolve("1.downhill.previous"));
            assertThat(slot.leftover().orElseThrow().problem()).asString().contains("is not a session of Downhill");
        }
    }

    @Test
    void theTemporaryFileOfAKilledSaveIsSweptAway() throws IOException {
        Path left = Files.writeString(folder.resolve("1.downhill-123" + AtomicFiles.TEMPORARY), "half");
        try (Autosave slot = Autosave.take(folder)) {
            assertThat(slot.leftover()).isEmpty();
            assertThat(left).doesNotExist();
        }
    }

    @Test
    void aFolderThatCannotBeIsSaidInOneSentence() throws IOException {
        Path file = Files.writeString(folder.resolve("file"), "");
        assertThatThrownBy(() -> Autosave.take(file.resolve("autosave"))).isInstanceOf(StoreException.class)
                .hasMessageStartingWith("Work cannot be kept in ");
    }

    @Test
    void aFileThatAnotherProgramWroteIsSeen() throws IOException {
        Path file = Files.writeString(folder.resolve("a.json"), "one");
        FileStamp stamp = FileStamp.of(file);
        assertThat(stamp.isOutdated(file)).isFalse();
        Files.setLastModifiedTime(file, FileTime.fromMillis(5_000));
        assertThat(stamp.isOutdated(file)).as("touched, but the same").isFalse();
        Files.writeString(file, "two");
        assertThat(stamp.isOutdated(file)).isTrue();
        Files.delete(file);
        assertThat(stamp.isOutdated(file)).as("gone").isFalse();
        assertThat(FileStamp.of(file)).isNull();
    }
}

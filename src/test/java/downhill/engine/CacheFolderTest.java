package downhill.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is run and what is private lies in an absolute folder of the person's own, whatever the machine says. */
class CacheFolderTest {
    private static final List<String> RELATIVE = List.of("", "?", ".", "cache", "./x", "../x", "~", "~/x");

    @TempDir
    private Path folder;

    @Test
    @DisabledOnOs(OS.WINDOWS)
    void aRelativeNameOfTheSystemIsNotFollowed() {
        for (String relative : RELATIVE) {
            assertThat(CacheFolder.path("Linux", Path.of("/home/a"), Map.of("XDG_CACHE_HOME", relative)))
                    .isEqualTo(Path.of("/home/a/.cache/downhill"));
            assertThat(CacheFolder.path("Windows 11", Path.of("/home/a"), Map.of("LOCALAPPDATA", relative)))
                    .isEqualTo(Path.of("/home/a/AppData/Local/Downhill/Cache"));
        }
        assertThat(CacheFolder.path("Linux", Path.of("/home/a"), Map.of("XDG_CACHE_HOME", "/c"))).isEqualTo(Path.of("/c/downhill"));
        assertThat(CacheFolder.path("Mac OS X", Path.of("/home/a"), Map.of())).isEqualTo(Path.of("/home/a/Library/Caches/Downhill"));
    }

    @Test
    void aPersonWithoutAHomeGetsAPrivateOneThatLastsAndLibrariesFindIt() {
        String before = System.getProperty("user.home");
        try {
            for (String relative : RELATIVE) {
                System.setProperty("user.home", relative);
                Path cache = CacheFolder.path();
                assertThat(cache).as(relative).isAbsolute();
                assertThat(Path.of(System.getProperty("user.home"))).as(relative).isAbsolute();
                System.setProperty("user.home", relative);
                assertThat(CacheFolder.path()).isEqualTo(cache);
            }
        } finally {
            System.setProperty("user.home", before);
        }
    }

    @Test
    @DisabledOnOs(OS.WINDOWS)
    void theHomeInsteadIsClosedAndNotTheOneThatSomebodyElseHasLaidThere() throws IOException {
        Path own = CacheFolder.substitute(folder, "?");
        assertThat(permissions(own)).isEqualTo("rwx------");
        assertThat(CacheFolder.substitute(folder, "?")).isEqualTo(own);
        Files.move(own, folder.resolve("elsewhere"));
        Files.createSymbolicLink(own, folder.resolve("elsewhere"));
        Path other = CacheFolder.substitute(folder, "?");
        assertThat(other).isNotEqualTo(own).startsWith(folder);
        assertThat(permissions(other)).isEqualTo("rwx------");
    }

    @ParameterizedTest
    @ValueSource(strings = {"natives", "./natives", "?/.cache/natives", "../natives"})
    void nativesAreNotLoadedFromAFolderThatIsNamedRelatively(String relative) {
        String before = System.getProperty(Natives.PROPERTY);
        System.setProperty(Natives.PROPERTY, relative);
        try {
            assertThatThrownBy(Natives::prepare).isInstanceOf(UnavailableException.class).hasMessageContaining(relative + " ")
                    .hasMessageContaining("absolute");
            assertThat(Path.of(relative)).doesNotExist();
        } finally {
            set(before);
        }
    }

    /** JavaCPP would take one among the temporary files instead, where anybody may have laid something. */
    @Test
    void nativesAreNotLoadedFromAnotherFolderWhereTheirOwnIsNone() throws IOException {
        String before = System.getProperty(Natives.PROPERTY);
        System.setProperty(Natives.PROPERTY, Files.createFile(folder.resolve("file")).toString());
        try {
            assertThatThrownBy(Natives::prepare).isInstanceOf(UnavailableException.class).hasMessageContaining("cannot be made");
        } finally {
            set(before);
        }
    }

    @Test
    @DisabledOnOs(OS.WINDOWS)
    void aFolderAndAFileOfOursAreClosedToOthersAlsoWhereTheyWereOpen() throws IOException {
        Path open = Files.createDirectories(folder.resolve("cache"));
        Files.setPosixFilePermissions(open, PosixFilePermissions.fromString("rwxrwxrwx"));
        Path inner = open.resolve("a").resolve("b");
        PrivateFiles.folder(open);
        PrivateFiles.folder(inner);
        Path old = Files.createFile(open.resolve("old"));
        Files.setPosixFilePermissions(old, PosixFilePermissions.fromString("rw-rw-rw-"));
        PrivateFiles.file(old);
        PrivateFiles.file(open.resolve("new"));
        assertThat(List.of(permissions(open), permissions(inner.getParent()), permissions(inner))).containsOnly("rwx------");
        assertThat(List.of(permissions(old), permissions(open.resolve("new")))).containsOnly("rw-------");
    }

    /** Making and taking away a file in a folder would change when the folder was changed last. */
    @Test
    @DisabledOnOs(OS.WINDOWS)
    void whoWeAreIsTriedOutOnceAndNotWithEveryCall() throws IOException {
        Path kept = folder.resolve("kept");
        PrivateFiles.folder(kept);
        FileTime then = FileTime.from(Instant.parse("2020-01-01T00:00:00Z"));
        Files.setLastModifiedTime(kept, then);
        PrivateFiles.folder(kept);
        assertThat(Files.getLastModifiedTime(kept)).isEqualTo(then);
    }

    private static void set(String natives) {
        if (natives == null) {
            System.clearProperty(Natives.PROPERTY);
        } else {
            System.setProperty(Natives.PROPERTY, natives);
        }
    }

    private static String permissions(Path path) throws IOException {
        return PosixFilePermissions.toString(Files.getPosixFilePermissions(path));
    }
}

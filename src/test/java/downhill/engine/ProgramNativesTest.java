package downhill.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Natives that lie in the program's folder: taken where they are whole, and told in a sentence where they are not. */
class ProgramNativesTest {
    @TempDir
    private Path folder;

    @AfterEach
    void forget() {
        System.clearProperty(ProgramNatives.PROPERTY);
    }

    @Test
    void onlyAnAbsoluteFolderWithAnIndexIsTaken() throws IOException {
        assertThat(ProgramNatives.folder()).isEmpty();
        System.setProperty(ProgramNatives.PROPERTY, folder.toString());
        assertThat(ProgramNatives.folder()).isEmpty();
        Files.createFile(folder.resolve(ProgramNatives.INDEX));
        assertThat(ProgramNatives.folder()).contains(folder);
        assertThat(Natives.unpacked()).isTrue();
        System.setProperty(ProgramNatives.PROPERTY, "natives");
        assertThat(ProgramNatives.folder()).isEmpty();
    }

    @Test
    void whatIsMissingOrNoLibraryIsTold() throws IOException {
        System.setProperty(ProgramNatives.PROPERTY, folder.toString());
        Files.writeString(folder.resolve(ProgramNatives.INDEX), "downhill-none\tlibnone.so\n");
        assertThatThrownBy(ProgramNatives::loadAll).isInstanceOf(UnavailableException.class).hasMessageContaining(folder.toString());
        Files.writeString(folder.resolve("libnone.so"), "no library");
        assertThatThrownBy(ProgramNatives::loadFirst).isInstanceOf(UnavailableException.class).hasMessageContaining("install");
    }

    @Test
    void aFolderThatMayNotBeWrittenIntoHasAPrivateOneInItsStead() throws IOException {
        Path own = folder.resolve("home/.cache/downhill");
        assertThat(CacheFolder.usable(own, folder)).isEqualTo(own);
        Path closed = Path.of("/proc/self/fd-none/downhill"); // nobody, not even the administrator, makes a folder there
        assumeTrue(Files.isDirectory(closed.getParent().getParent())
                && !Files.isWritable(closed.getParent().getParent()));
        assertThat(CacheFolder.usable(closed, folder).toString()).startsWith(folder.toString()).endsWith("downhill");
    }
}

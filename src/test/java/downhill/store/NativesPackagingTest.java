package downhill.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Jars of a packaged program have no library twice, and all else that they had. */
class NativesPackagingTest {
    @TempDir
    private Path folder;

    @Test
    void aJarLosesTheLibrariesThatLieUnpackedAndNothingElse() throws IOException {
        Path jar = folder.resolve("natives.jar");
        try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(jar))) {
            for (String name : new String[] {"META-INF/MANIFEST.MF", "org/a/linux/liba.so", "org/a/linux/libb.so.1",
                "org/a/Liba.so.class"}) {
                zip.putNextEntry(new ZipEntry(name));
                zip.write(name.getBytes(StandardCharsets.UTF_8));
                zip.closeEntry();
            }
        }
        NativesPackaging.without(jar, Set.of("libc.so"));
        assertThat(Files.size(jar)).isPositive();
        NativesPackaging.without(jar, Set.of("liba.so", "libb.so.1"));
        try (ZipFile zip = new ZipFile(jar.toFile())) {
            assertThat(zip.stream().map(ZipEntry::getName)).containsExactly("META-INF/MANIFEST.MF", "org/a/Liba.so.class");
            ZipEntry kept = zip.getEntry("org/a/Liba.so.class");
            assertThat(new String(zip.getInputStream(kept).readAllBytes(), StandardCharsets.UTF_8)).isEqualTo(kept.getName());
        }
        assertThat(folder).isDirectoryContaining(file -> file.equals(jar)).isDirectoryNotContaining("glob:**.tmp");
    }
}

package downhill.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.nd4j.linalg.factory.Nd4j;

class BackendServicesTest {
    @TempDir
    private Path folder;

    private boolean namesCuda(String text) throws IOException {
        return BackendServices.namesCuda(Files.writeString(folder.resolve("service"), text).toUri().toURL());
    }

    @Test
    void onlyEntriesOfTheCudaBackendAreHidden() throws IOException {
        assertThat(namesCuda("# licence\norg.nd4j.linalg.jcublas.JCublasBackend\n")).isTrue();
        assertThat(namesCuda("# licence\norg.nd4j.linalg.cpu.nativecpu.CpuBackend\n")).isFalse();
    }

    @Test
    void whatIsInUseIsWhatNd4jLoaded() {
        Backend backend = Backend.current();
        boolean cuda = Nd4j.getBackend().getClass().getName().startsWith(BackendServices.CUDA);
        assertThat(backend.kind() == Backend.Kind.CUDA).isEqualTo(cuda);
        assertThat(backend.told().toString()).contains(backend.reason().toString()).doesNotContain("\n");
    }
}

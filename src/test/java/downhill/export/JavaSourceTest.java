package downhill.export;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import downhill.export.text.JavaSource;
import downhill.model.TrainedEnsemble;
import downhill.words.RefusedException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Java sources of models of every family, compiled and asked the stored rows. */
class JavaSourceTest {
    @TempDir
    private Path folder;

    @Test
    void everyModelAnswersItsStoredRows() throws Exception {
        List<TrainedEnsemble> models = ExportCases.distinct();
        List<String> call = new ArrayList<>(List.of("-proc:none", "-Xlint:all,-path", "-Werror", "-d", folder.toString()));
        for (int i = 0; i < models.size(); i++) {
            List<StoredRow> rows = StoredRows.of(models.get(i), MadeRows.of(models.get(i).preprocessing()));
            assertThat(rows).as(models.get(i).name()).hasSizeGreaterThan(9);
            Path file = folder.resolve("Model" + i + ".java");
            Files.writeString(file, JavaSource.of(models.get(i), rows, "Model" + i));
            call.add(file.toString());
        }
        assertThat(ToolProvider.getSystemJavaCompiler().run(null, null, null, call.toArray(String[]::new))).isZero();
        try (URLClassLoader loader = new URLClassLoader(new URL[] {folder.toUri().toURL()})) {
            for (int i = 0; i < models.size(); i++) {
                double difference = (double) loader.loadClass("Model" + i).getMethod("difference").invoke(null);
                assertThat(difference).as(models.get(i).name()).isLessThan(1e-12);
            }
        }
    }

    @Test
    void aClassNeedsAName() {
        TrainedEnsemble model = ExportCases.all().get(0);
        for (String wrong : List.of("1a", "a-b", "class", "a.b", "")) {
            assertThatThrownBy(() -> JavaSource.of(model, List.of(), wrong)).isInstanceOf(RefusedException.class);
        }
    }
}

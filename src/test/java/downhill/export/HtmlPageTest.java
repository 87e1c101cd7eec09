package downhill.export;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import downhill.export.text.HtmlPage;
import downhill.model.TrainedEnsemble;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Pages of models of every family: well-formed, and where Node.js is at hand their program answers the stored rows. */
class HtmlPageTest {
    @TempDir
    private Path folder;

    private static String page(TrainedEnsemble model) {
        return HtmlPage.of(model, StoredRows.of(model, MadeRows.of(model.preprocessing())));
    }

    @Test
    void aPageFetchesNothingAndNamesOfColumnsCannotLeaveTheirPlace() {
        for (TrainedEnsemble model : ExportCases.all()) {
            String page = page(model);
            assertThat(HtmlPage.text(page)).as(model.name()).doesNotContain("<", ">", "\"", "\\", "&", "`");
            assertThat(page).contains("default-src 'none'").doesNotContain("http:", "https:", "@TEXT@", "@TITLE@");
            assertThat(page.split("<script").length - 1).as("scripts of " + model.name()).isEqualTo(3);
        }
    }

    @Test
    void everyPageAnswersItsStoredRows() throws Exception {
        Path node = Stream.of("/usr/bin/node", "/usr/local/bin/node").map(Path::of).filter(Files::isExecutable).findFirst().orElse(null);
        assumeTrue(node != null, "no Node.js is at hand");
        List<TrainedEnsemble> models = ExportCases.all();
        StringBuilder program = new StringBuilder(HtmlPage.program(page(models.get(0)))).append("const fs = require('fs');\n");
        for (int i = 0; i < models.size(); i++) {
            Files.writeString(folder.resolve("model" + i), HtmlPage.text(page(models.get(i))));
            program.append("console.log(downhill(fs.readFileSync('model").append(i).append("', 'utf8')).difference());\n");
        }
        Files.writeString(folder.resolve("check.js"), program);
        Process process = new ProcessBuilder(node.toString(), "check.js").directory(folder.toFile()).redirectErrorStream(true).start();
        List<String> said = process.inputReader().lines().toList();
        assertThat(process.waitFor(1, TimeUnit.MINUTES)).isTrue();
        assertThat(said).hasSameSizeAs(models);
        IntStream.range(0, said.size()).forEach(i -> assertThat(Double.parseDouble(said.get(i))).as(models.get(i).name())
                .isLessThan(1e-12));
    }
}

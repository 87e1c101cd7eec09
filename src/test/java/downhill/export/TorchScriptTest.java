package downhill.export;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import downhill.export.torch.TorchScript;
import downhill.model.TrainedEnsemble;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Scripts of models of every family, run by a Python with PyTorch where there is one. */
class TorchScriptTest {
    @TempDir
    private Path folder;

    @BeforeEach
    void needsTorch() {
        assumeTrue(PythonWithTorch.isAtHand(), "no python3 with PyTorch here");
    }

    /** Fifty full batches of each kind of loss: losses as by the program's own graphs, gradients and rule, in float64. */
    @Test
    void trainedOnItTakesTheSameCourse() throws Exception {
        List<TrainedEnsemble> models = ExportCases.all().stream().filter(each -> each.members().size() == 1
                && each.preprocessing().sequence() == null && each.members().get(0).model().model().quantisation() == null).toList();
        StringBuilder asked = new StringBuilder("import importlib, torch\n");
        for (int i = 0; i < models.size(); i++) {
            Files.writeString(folder.resolve("model" + i + ".py"),
                    TorchScript.of(models.get(i), StoredRows.of(models.get(i), MadeRows.of(models.get(i).preprocessing()))));
            TrainedCourse course = new TrainedCourse(models.get(i).members().get(0).model());
            asked.append("m = importlib.import_module('model").append(i).append("')\nprint(*m.train(m.MEMBERS[0].model, m.shaped(")
                    .append(course.inputs()).append("), torch.tensor(").append(course.targets()).append("), 50, learningRate=0.01))\n");
        }
        List<String> said = PythonWithTorch.run(folder, asked.toString());
        for (int i = 0; i < models.size(); i++) {
            double[] losses = new TrainedCourse(models.get(i).members().get(0).model()).losses(50, 0.01);
            String[] got = said.get(i).split(" ");
            for (int step = 0; step < losses.length; step++) {
                double difference = Math.abs(PythonWithTorch.number(got[step]) - losses[step]);
                assertThat(difference).as("%s, step %d", models.get(i).name(), step).isLessThan(1e-12 * Math.max(1, losses[step]));
            }
        }
    }

    @Test
    void everyModelAnswersItsStoredRows() throws Exception {
        List<TrainedEnsemble> models = ExportCases.all();
        StringBuilder asked = new StringBuilder("import importlib\n");
        for (int i = 0; i < models.size(); i++) {
            List<StoredRow> rows = StoredRows.of(models.get(i), MadeRows.of(models.get(i).preprocessing()));
            Files.writeString(folder.resolve("model" + i + ".py"), TorchScript.of(models.get(i), rows));
            asked.append("print(importlib.import_module('model").append(i).append("').check())\n");
        }
        List<String> said = PythonWithTorch.run(folder, asked.toString());
        assertThat(said).hasSameSizeAs(models);
        for (int i = 0; i < said.size(); i++) {
            assertThat(PythonWithTorch.number(said.get(i))).as(models.get(i).name()).isLessThan(1e-12);
        }
    }
}

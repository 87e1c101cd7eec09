package downhill.export;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import downhill.export.torch.TorchScript;
import downhill.model.TrainedEnsemble;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Scripts of models of every family, run by a Python with PyTorch where there is one. */
class TorchScriptTest {
    @TempDir
    private static Path folder;
    private static final List<TrainedEnsemble> MODELS = ExportCases.all();
    private static List<String> said;

    /** All in one process: what takes long is to load PyTorch. */
    @BeforeAll
    static void ask() throws Exception {
        assumeTrue(PythonWithTorch.isAtHand(), "no python3 with PyTorch here");
        StringBuilder asked = new StringBuilder("import importlib, torch\n");
        for (int i = 0; i < MODELS.size(); i++) {
            TrainedEnsemble model = MODELS.get(i);
            Files.writeString(folder.resolve("model" + i + ".py"), TorchScript.of(model, rows(model)));
            asked.append("m = importlib.import_module('model").append(i).append("')\nprint(m.check()");
            if (trainsOn(model)) {
                TrainedCourse course = new TrainedCourse(model.members().get(0).model());
                asked.append(", *m.train(m.MEMBERS[0].model, m.shaped(").append(course.inputs()).append("), torch.tensor(")
                        .append(course.targets()).append("), 50, learningRate=0.01)");
            }
            asked.append(")\n");
        }
        TrainedEnsemble first = MODELS.get(0);
        List<StoredRow> rows = rows(first);
        List<Double> none = rows.get(0).answer().stream().map(share -> Double.NaN).toList();
        Files.writeString(folder.resolve("gap.py"), TorchScript.of(first, List.of(new StoredRow(rows.get(0).rows(), none), rows.get(1))));
        asked.append("import runpy, sys\nsys.argv = ['gap.py', '--check']\nrunpy.run_path('gap.py', run_name='__main__')\n");
        said = PythonWithTorch.lines(folder, asked.toString(), 1);
        assertThat(said).hasSize(MODELS.size() + 1);
    }

    private static List<StoredRow> rows(TrainedEnsemble model) {
        return StoredRows.of(model, MadeRows.of(model.preprocessing()));
    }

    private static boolean trainsOn(TrainedEnsemble model) {
        return model.members().size() == 1 && model.preprocessing().sequence() == null
                && model.members().get(0).model().model().quantisation() == null;
    }

    /** Fifty full batches of each kind of loss: losses as by the program's own graphs, gradients and rule, in float64. */
    @Test
    void trainedOnItTakesTheSameCourse() {
        for (int i = 0; i < MODELS.size(); i++) {
            if (!trainsOn(MODELS.get(i))) {
                continue;
            }
            double[] losses = new TrainedCourse(MODELS.get(i).members().get(0).model()).losses(50, 0.01);
            String[] got = said.get(i).split(" ");
            for (int step = 0; step < losses.length; step++) {
                double difference = Math.abs(PythonWithTorch.number(got[1 + step]) - losses[step]);
                assertThat(difference).as("%s, step %d", MODELS.get(i).name(), step).isLessThan(1e-12 * Math.max(1, losses[step]));
            }
        }
    }

    @Test
    void everyModelAnswersItsStoredRows() {
        for (int i = 0; i < MODELS.size(); i++) {
            assertThat(PythonWithTorch.number(said.get(i).split(" ")[0])).as(MODELS.get(i).name()).isLessThan(1e-12);
        }
    }

    /** A row without an answer and a right one after it do not pass for right: it says so, and ends with exit code 1. */
    @Test
    void noAnswerIsNoRightAnswer() {
        assertThat(said.get(MODELS.size())).contains("difference nan, more than");
    }
}

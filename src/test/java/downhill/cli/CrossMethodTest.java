package downhill.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import downhill.data.split.FoldSpec;
import downhill.race.document.EvaluationSpec;
import downhill.race.document.EvaluationSpec.Division;
import downhill.race.document.Experiment;
import downhill.store.ExperimentStore;
import downhill.ui.session.Demo;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import picocli.CommandLine;
import tools.jackson.databind.JsonNode;

/** How contenders are judged stands in an experiment, too, and the command reads it there. */
class CrossMethodTest {
    @TempDir
    private Path folder;

    /** An experiment of iris that says itself how it is judged. */
    private Path judged(EvaluationSpec how) {
        Experiment demo = Demo.experiment("Iris");
        Experiment own = demo.withTraining(demo.training().withSteps(5)).withContenders(demo.contenders().subList(0, 2))
                .withEvaluation(how);
        Path file = folder.resolve("judged.json");
        ExperimentStore.write(file, own, folder);
        return file;
    }

    @Test
    void anExperimentSaysHowItIsJudgedAndAnOptionWins() {
        Path file = judged(new EvaluationSpec(Division.GROUPS, 7, 2, "petal_width", "logLoss", 0.02, null));
        Cli taken = Cli.run("cross-validate", file, "--json");
        JsonNode found = Cli.json(taken.out());
        assertThat(found.get("folds").asInt()).isEqualTo(7);
        assertThat(found.get("repeats").asInt()).isEqualTo(2);
        assertThat(found.get("metric").asString()).isEqualTo("logLoss");
        assertThat(found.get("protocol").get("groups").asString()).isEqualTo("petal_width");
        assertThat(found.get("protocol").get("margin").asDouble()).isEqualTo(0.02);
        assertThat(taken.err()).contains("--folds 7 --repeats 2 --groups petal_width --metric logLoss --margin 0.02");
        Cli other = Cli.run("cross-validate", file, "--folds", 3, "--repeats", 1, "--metric", "accuracy", "--json");
        assertThat(Cli.json(other.out()).get("folds").asInt()).isEqualTo(3);
        assertThat(Cli.json(other.out()).get("metric").asString()).isEqualTo("accuracy");
        assertThat(other.err()).contains("as --groups petal_width --margin 0.02 would");
    }

    @ParameterizedTest
    @CsvSource({"EACH, , 150, 1", "EACH, --folds 4, 4, 3", "ROLLING, , 6, 1", "ROLLING, --groups species_length, 0, 0", "RANDOM, , 6, 3",
        "RANDOM, --rolling, 6, 1", "RANDOM, --folds all, 150, 1", "ROLLING, --folds all, 150, 1", "GROUPS, , 0, 0"})
    void whatAnExperimentSaysIsTakenAsTheOptionWouldBe(Division said, String options, int folds, int repeats) {
        FoldOptions read = new FoldOptions();
        new CommandLine(read).parseArgs(options == null ? new String[0] : options.split(" "));
        EvaluationSpec document = new EvaluationSpec(said, 6, 3, null, null, null, null);
        if (said == Division.GROUPS) {
            assertThatThrownBy(() -> read.spec(document, false)).hasMessageContaining("--groups COLUMN");
            return;
        }
        FoldSpec spec = read.spec(document, false);
        if (folds == 0) {
            assertThat(spec.group()).isEqualTo("species_length");
            return;
        }
        int count = folds == 150 ? FoldSpec.EACH : folds;
        assertThat(spec).extracting(FoldSpec::folds, FoldSpec::repeats).containsExactly(count, repeats);
        assertThat(FoldOptions.written(document, spec, false).foldSpec(false)).as("and the document written says the same").isEqualTo(spec);
    }
}

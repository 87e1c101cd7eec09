package downhill.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import downhill.data.split.FoldSpec;
import downhill.race.document.EvaluationSpec;
import downhill.race.document.EvaluationSpec.Division;
import downhill.race.document.Experiment;
import downhill.store.ExperimentStore;
import downhill.ui.session.Demo;
import java.io.IOException;
import java.nio.file.Files;
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

    @Test
    void groupsThatAreLeftOutOneByOneAreSaidInTheDocumentAndTakenFromIt() throws IOException {
        Path out = folder.resolve("written");
        Cli.run("cross-validate", judged(EvaluationSpec.USUAL), "--groups", "petal_width", "--folds", "all", "--metric", "logLoss", "--out",
                out, "--json");
        String written = Files.readString(out.resolve("experiment.json"));
        assertThat(written).contains("each-group").contains("petal_width");
        Cli again = Cli.run("cross-validate", out.resolve("experiment.json"), "--json");
        assertThat(again.err()).contains("--folds all --groups petal_width --metric logLoss");
        JsonNode found = Cli.json(again.out());
        assertThat(found.get("folds").asInt()).as("values of the column").isEqualTo(22);
        assertThat(found.get("protocol").get("groups").asString()).isEqualTo("petal_width");
        Cli fewer = Cli.run("cross-validate", out.resolve("experiment.json"), "--folds", 3, "--json");
        assertThat(Cli.json(fewer.out()).get("folds").asInt()).as("an option wins, and groups stay whole").isEqualTo(3);
        assertThat(fewer.err()).contains("--groups petal_width");
    }

    @Test
    void aClassThatNobodyLearnsWhereItIsHeldOutIsTold() throws IOException {
        Path table = folder.resolve("groups.csv");
        StringBuilder rows = new StringBuilder("x,g,y\n");
        for (int i = 0; i < 60; i++) {
            rows.append(i * 0.37 % 1).append(",p").append(i % 6).append(i % 6 == 0 ? ",only" : "," + "ab".charAt(i % 2)).append('\n');
        }
        Files.writeString(table, rows);
        Cli grouped = Cli.run("cross-validate", table, "--target", "y", "--groups", "g", "--folds", 3, "--steps", 5);
        assertThat(grouped.err()).contains("The class \"only\" is held out in 1 of 3 folds that learn from no row of it");
        assertThat(Cli.run("cross-validate", table, "--target", "y", "--folds", 3, "--steps", 5).err()).doesNotContain("no row of it");
    }

    @ParameterizedTest
    @CsvSource({"EACH, , 150, 1", "EACH, --folds 4, 4, 3", "ROLLING, , 6, 1", "ROLLING, --groups species_length, 0, 0", "RANDOM, , 6, 3",
        "RANDOM, --rolling, 6, 1", "RANDOM, --folds all, 150, 1", "ROLLING, --folds all, 150, 1", "GROUPS, , 0, 0",
        "RANDOM, --folds all --groups species_length, 150, 1", "ROLLING, --folds all --groups species_length, 150, 1"})
    void whatAnExperimentSaysIsTakenAsTheOptionWouldBe(Division said, String options, int folds, int repeats) {
        FoldOptions read = new FoldOptions();
        new CommandLine(read).parseArgs(options == null ? new String[0] : options.split(" "));
        EvaluationSpec document = new EvaluationSpec(said, 6, 3, null, null, null, null);
        if (said == Division.GROUPS) {
            assertThatThrownBy(() -> read.spec(document, false)).hasMessageContaining("--groups COLUMN");
            return;
        }
        FoldSpec spec = read.spec(document, false);
        if (options != null && options.contains("--groups")) {
            assertThat(FoldOptions.written(document, spec, false).foldSpec(false)).as("a document can say it").isEqualTo(spec);
            assertThat(spec.folds()).isEqualTo(folds == 0 ? 6 : FoldSpec.EACH);
        }
        if (folds == 0) {
            assertThat(spec.group()).isEqualTo("species_length");
            return;
        }
        int count = folds == 150 ? FoldSpec.EACH : folds;
        assertThat(spec).extracting(FoldSpec::folds, FoldSpec::repeats).containsExactly(count, repeats);
        assertThat(FoldOptions.written(document, spec, false).foldSpec(false)).as("and the document written says the same").isEqualTo(spec);
    }
}

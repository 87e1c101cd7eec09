package downhill.cli;

import static org.assertj.core.api.Assertions.assertThat;

import downhill.data.DataSpec;
import downhill.data.Progress;
import downhill.data.prepare.FoldedRows;
import downhill.data.source.DataSources;
import downhill.data.source.LoadedRows;
import downhill.race.document.Experiment;
import downhill.race.document.Problem;
import downhill.store.ExperimentStore;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

/** Rows under seal from the command line: nothing learns of them, and looks at them are counted. */
class SealedRowsTest {
    private static final int ROWS = 100;
    @TempDir
    private Path folder;

    /** A formula; {@code sealed} rows have other features and another target. */
    private static String csv(Set<Integer> sealed) {
        Random random = new Random(3);
        StringBuilder text = new StringBuilder("a,b,y\n");
        for (int row = 0; row < ROWS; row++) {
            double a = random.nextDouble();
            double b = random.nextDouble();
            double add = sealed.contains(row) ? 5 + row : 0;
            text.append(a + add).append(',').append(b - add).append(',').append(2 * a - b + add).append('\n');
        }
        return text.toString();
    }

    private Path race(String name, Object... more) throws IOException {
        Path out = folder.resolve(name);
        Cli made = Cli.run(Stream.concat(Stream.of("compare", folder.resolve("rows.csv"), "--optimizers",
                "sgd,adam", "--steps", 40, "--model", "linear", "--out", out), Stream.of(more)).toArray());
        assertThat(made.code()).as(made.err()).isZero();
        return out.resolve("experiment.json");
    }

    private static Cli look(Path experiment, Object... more) {
        return Cli.run(Stream.concat(Stream.of("evaluate", experiment, "--open-seal"),
                Stream.of(more)).toArray());
    }

    @Test
    void aLookIsCountedForEverAndToldByEveryLaterReport() throws IOException {
        Files.writeString(folder.resolve("rows.csv"), csv(Set.of()));
        Path experiment = race("race", "--seal", 0.2);
        assertThat(Files.readString(experiment)).contains("\"sealed\" : 0.2").doesNotContain("looks");
        assertThat(Cli.run("train", experiment, "--out", folder.resolve("again")).err()).contains("20 rows are under seal")
                .doesNotContain("opened");

        JsonNode first = Cli.json(look(experiment, "--json").out());
        assertThat(first.get("looks").asInt()).isEqualTo(1);
        assertThat(first.get("rows").asInt()).isEqualTo(20);
        assertThat(first.get("changedSince").size()).isZero();
        assertThat(first.at("/contenders/1/runs/0/scores/rmse").isNumber()).isTrue();
        assertThat(first.at("/contenders/1/runs/0/seed").asLong()).isEqualTo(42);

        Files.writeString(experiment, Files.readString(experiment).replace("\"steps\" : 40", "\"steps\" : 60"));
        Cli second = look(experiment, "--json");
        assertThat(second.err()).contains("opened once").contains("training.steps (40 → 60)");
        assertThat(Cli.json(second.out()).at("/changedSince/training.steps/now").asString()).isEqualTo("60");

        Cli later = Cli.run("cross-validate", experiment, "--folds", 2, "--json");
        assertThat(later.err()).contains("opened 2 times").contains("Nothing was changed since.");
        assertThat(Cli.json(later.out()).at("/protocol/sealOpened").asInt()).isEqualTo(2);
        assertThat(Cli.json(later.out()).at("/protocol/sealedRows").asInt()).isEqualTo(20);
        assertThat(Cli.json(later.out()).at("/protocol/rows").asInt()).isEqualTo(ROWS - 20);
        assertThat(Cli.run("train", experiment, "--out", folder.resolve("third")).err()).contains("opened 2 times");
        assertThat(Files.readString(folder.resolve("third/experiment.json"))).as("a copy tells it, too").contains("looks");
        assertThat(Cli.run("tune", experiment, "--vary", "learningRate=0.01,0.1", "--trials", 2).err()).contains("opened 2 times");
    }

    @Test
    void otherSealedRowsGiveTheSameRacesFoldsAndStudies() throws IOException {
        Files.writeString(folder.resolve("rows.csv"), csv(Set.of()));
        Path experiment = race("race", "--seal", 0.3);
        Set<Integer> sealed = IntStream.range(0, ROWS).boxed().collect(Collectors.toSet());
        Experiment document = ExperimentStore.read(experiment).experiment();
        DataSpec spec = ((Problem.Learning) document.problem()).data();
        LoadedRows loaded = DataSources.rows(spec, experiment.getParent(),
                Progress.NONE);
        sealed.retainAll(Arrays.stream(FoldedRows.sealed(loaded.imported().table(), spec).folds().get(0)
                .held()).boxed().toList());
        String history = Files.readString(experiment.resolveSibling("history.csv"));
        String folds = Cli.run("cross-validate", experiment, "--folds", 3, "--json").out().replaceAll("\"seconds\" : .*", "");
        String study = Cli.run("tune", experiment, "--vary", "learningRate=0.01..0.5", "--trials", 4, "--json").out();
        JsonNode look = Cli.json(look(experiment, "--json").out()).get("contenders");

        Files.writeString(folder.resolve("rows.csv"), csv(sealed));
        assertThat(Files.readString(race("other", "--seal", 0.3).resolveSibling("history.csv"))).isEqualTo(history);
        Path other = folder.resolve("other/experiment.json");
        assertThat(Cli.run("cross-validate", other, "--folds", 3, "--json").out().replaceAll("\"seconds\" : .*", "")).isEqualTo(folds);
        assertThat(Cli.run("tune", other, "--vary", "learningRate=0.01..0.5", "--trials", 4, "--json").out()).isEqualTo(study);
        assertThat(Cli.json(look(other, "--json").out()).get("contenders")).as("the sealed rows are others").isNotEqualTo(look);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "EXPERIMENT                           | add --open-seal",
        "EXPERIMENT other.csv --open-seal     | leave out other.csv",
        "some.downhill-model --open-seal      | is no experiment",
        "some.downhill-model                  | name a CSV file",
        "EXPERIMENT --open-seal               | No rows are under seal"})
    void whatCannotBeLookedAtIsRefusedInOneSentence(String arguments, String part) throws IOException {
        Files.writeString(folder.resolve("rows.csv"), csv(Set.of()));
        Path experiment = race("race");
        Cli refused = Cli.run(Stream.concat(Stream.of("evaluate"),
                Arrays.stream(arguments.split(" +")).map(each -> each.replace("EXPERIMENT", experiment.toString()))).toArray());
        assertThat(refused.code()).isEqualTo(2);
        assertThat(refused.err()).contains(part);
        assertThat(refused.err().lines().filter(line -> !line.isBlank()).count()).as(refused.err()).isEqualTo(1);
        assertThat(Files.readString(experiment)).doesNotContain("looks");
    }

    @Test
    void aShareMustLeaveRows() throws IOException {
        Files.writeString(folder.resolve("rows.csv"), csv(Set.of()));
        Cli refused = Cli.run("compare", folder.resolve("rows.csv"), "--seal", 1);
        assertThat(refused.code()).isEqualTo(2);
        assertThat(refused.err()).contains("--seal");
    }
}

package downhill.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.apache.commons.math3.stat.descriptive.moment.StandardDeviation;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

class TuneTest {
    @TempDir
    private Path folder;

    private static Cli tune(Object... arguments) {
        Object[] all = new Object[arguments.length + 1];
        all[0] = "tune";
        System.arraycopy(arguments, 0, all, 1, arguments.length);
        return Cli.run(all);
    }

    @Test
    void jsonIsWhatIsPromisedAndParametersAreCalledAsTheyWereTyped() {
        Cli cli = tune("iris", "--vary", "learningRate=1e-4..1:log", "--vary", "optimizer=adam,momentum", "--vary",
                "momentum=0.5..0.9:if:optimizer=momentum", "--vary", "batch=8,32", "--vary", "hidden=4,8-8", "--vary", "scaling=none,standard",
                "--steps", 60, "--trials", 24, "--pruner", "hyperband", "--json");
        assertThat(cli.code()).as(cli.err()).isZero();
        JsonNode root = Cli.json(cli.out());
        assertThat(Cli.names(root)).containsExactly("trials", "pruned", "best", "importance");
        assertThat(root.get("trials").asInt()).isEqualTo(24);
        assertThat(root.get("pruned").asInt()).isPositive();
        assertThat(Cli.names(root.get("best"))).containsExactly("number", "value", "params");
        JsonNode params = root.get("best").get("params");
        assertThat(params.get("learningRate").isNumber()).isTrue();
        assertThat(params.has("momentum")).isEqualTo(params.get("optimizer").asString().equals("momentum"));
        assertThat(params.get("batch").isIntegralNumber()).isTrue();
        assertThat(Cli.names(root.get("importance"))).isSubsetOf("learningRate", "optimizer", "momentum", "batch", "hidden", "scaling");
        assertThat(root.get("best").get("value").asDouble()).isLessThan(0.5);
    }

    /** The best trial, typed as an option of compare, comes to the same validation loss. */
    @Test
    void theBestIsWhatARaceOfItGives() {
        Cli cli = tune("iris", "--vary", "learningRate=1e-3..0.5:log", "--steps", 50, "--trials", 6, "--sampler", "sobol", "--pruner", "none",
                "--json");
        JsonNode best = Cli.json(cli.out()).get("best");
        Cli race = Cli.run("compare", "iris", "--optimizer", "adam:learningRate=" + best.get("params").get("learningRate").asString(),
                "--steps", 50, "--out", folder);
        assertThat(race.code()).as(race.err()).isZero();
        assertThat(read(folder.resolve("summary.json")).get("contenders").get(0).get("validationLoss").asDouble())
                .isEqualTo(best.get("value").asDouble());
    }

    /** Each fold of the best trial has, to the last bit, the score that a cross-validation of its settings gives. */
    @Test
    void foldsAreThoseOfACrossValidation() {
        Cli cli = tune("iris", "--vary", "learningRate=1e-3..0.5:log", "--steps", 50, "--trials", 4, "--folds", 3, "--repeats", 2,
                "--json");
        assertThat(cli.code()).as(cli.err()).isZero();
        JsonNode best = Cli.json(cli.out()).get("best");
        assertThat(Cli.names(best)).containsExactly("number", "value", "params", "metric", "mean", "spread", "folds");
        Cli judged = Cli.run("cross-validate", "iris", "--optimizers",
                "adam:learningRate=" + best.get("params").get("learningRate").asString(),
                "--steps", 50, "--folds", 3, "--repeats", 2, "--metric", "logLoss", "--json");
        assertThat(judged.code()).as(judged.err()).isZero();
        assertThat(best.get("folds")).hasSize(6).isEqualTo(Cli.json(judged.out()).get("contenders").get(0).get("scores"));
        double[] folds = best.get("folds").valueStream().mapToDouble(JsonNode::asDouble).toArray();
        assertThat(best.get("value").asDouble()).isEqualTo(best.get("mean").asDouble())
                .isEqualTo(Arrays.stream(folds).average().orElseThrow());
        assertThat(best.get("spread").asDouble()).isEqualTo(new StandardDeviation().evaluate(folds), Offset.offset(1e-15));
        Cli said = tune("iris", "--vary", "learningRate=1e-3..0.5:log", "--steps", 5, "--trials", 2, "--folds", 3, "--validation", 0);
        assertThat(said.out()).as("no validation rows are needed; %s", said.err()).contains("± ").contains("3 folds");
    }

    /** Every division of a cross-validation can judge trials, and gives the same scores. */
    @ParameterizedTest
    @ValueSource(strings = {"--folds all", "--folds 3 --groups petal_width", "--folds 4 --rolling"})
    void foldsOfEveryKindAreThoseOfACrossValidation(String kind) {
        String[] options = kind.split(" ");
        String csv = kind.contains("rolling") ? "diabetes" : "iris"; // which is sorted by its classes
        Object[] search = Stream.concat(Stream.of(csv, "--vary", "l2=0.01,0.02", "--sampler", "grid", "--steps", 4, "--trials", 1,
                "--json"),
                Stream.of(options)).toArray();
        Cli cli = tune(search);
        assertThat(cli.code()).as(cli.err()).isZero();
        JsonNode best = Cli.json(cli.out()).get("best");
        Object[] judging = Stream.concat(Stream.of("cross-validate", csv, "--optimizers", "adam", "--l2",
                best.get("params").get("l2").asString(), "--steps", 4, "--metric", best.get("metric").asString(), "--json"),
                Stream.of(options)).toArray();
        Cli judged = Cli.run(judging);
        assertThat(judged.code()).as(judged.err()).isZero();
        assertThat(best.get("folds")).isEqualTo(Cli.json(judged.out()).get("contenders").get(0).get("scores"));
    }

    /** Where there is nothing to learn, rows that chose nothing say so, whatever the search seems to have found. */
    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void withLabelsShuffledRowsKeptAsideStayAtChance(long seed) throws IOException {
        List<String> lines = Files.readAllLines(Path.of("sample-data", "iris.csv"));
        List<String> labels = new ArrayList<>(lines.stream().skip(1).map(line -> line.substring(line.lastIndexOf(','))).toList());
        Collections.shuffle(labels, new Random(seed));
        List<String> shuffled = new ArrayList<>(List.of(lines.get(0)));
        for (int i = 1; i < lines.size(); i++) {
            shuffled.add(lines.get(i).substring(0, lines.get(i).lastIndexOf(',')) + labels.get(i - 1));
        }
        Path file = Files.write(folder.resolve("shuffled.csv"), shuffled);
        JsonNode meter = overtuning(file);
        assertThat(meter.get("verdict").asString()).as(meter.toString()).isEqualTo("chance");
        assertThat(meter.get("sentence").asString()).contains("guessing");
        assertThat(meter.get("inner").asDouble()).as("chosen, it is better than that").isLessThan(meter.get("outer").asDouble());
    }

    @Test
    void whatHasBeenLearnedIsFoundOnRowsKeptAside() {
        JsonNode meter = overtuning("iris");
        assertThat(Cli.names(meter)).containsExactly("measure", "rows", "inner", "outer", "guess", "relative", "verdict", "sentence");
        assertThat(meter.get("rows").asInt()).isEqualTo(45);
        assertThat(meter.get("outer").asDouble()).isLessThan(0.5 * meter.get("guess").asDouble());
    }

    private static JsonNode overtuning(Object data) {
        Cli cli = tune(data, "--vary", "learningRate=1e-3..1:log", "--vary", "hidden=4,32", "--steps", 150, "--trials", 16, "--outer", 0.3,
                "--json");
        assertThat(cli.code()).as(cli.err()).isZero();
        return Cli.json(cli.out()).get("overtuning");
    }

    @Test
    void allTrialsAreExportedInThreeForms() throws Exception {
        Path store = folder.resolve("study.db");
        Object[] call = {"iris", "--vary", "learningRate=1e-3..1:log", "--vary", "optimizer=adam,sgd", "--steps", 40, "--trials", 8,
                "--folds", 3,
            "--store", store, "--export", folder.resolve("all.csv")};
        assertThat(tune(call).code()).isZero();
        List<String> lines = Files.readAllLines(folder.resolve("all.csv"));
        assertThat(lines).hasSize(9);
        assertThat(lines.get(0)).endsWith("trial,state,value,spread,outer,steps,begun,ended,learningRate,optimizer");
        assertThat(lines.get(1)).startsWith("0,complete,").doesNotContain("NaN");
        call[call.length - 1] = folder.resolve("all.json");
        assertThat(tune(call).code()).isZero();
        JsonNode first = Cli.json(Files.readString(folder.resolve("all.json"))).get(0);
        assertThat(first.get("folds").size()).isEqualTo(3);
        assertThat(first.get("reports").get("40").asDouble()).isEqualTo(first.get("value").asDouble());
        Path copy = folder.resolve("copy.db");
        call[call.length - 1] = copy;
        assertThat(tune(call).code()).isZero();
        assertThat(tune(call).code()).as("over an earlier one").isZero();
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + copy);
             Statement statement = connection.createStatement()) {
            assertThat(statement.executeQuery("pragma journal_mode").getString(1)).isEqualTo("delete");
            assertThat(statement.executeQuery("select count(*) from trials").getInt(1)).isEqualTo(8);
        }
        call[12] = copy; // the copy is a store
        call[call.length - 1] = folder.resolve("again.csv");
        assertThat(tune(call).code()).isZero();
        assertThat(Files.readAllLines(folder.resolve("again.csv"))).isEqualTo(lines);
    }

    /** Judged otherwise, trials cannot be compared. */
    @Test
    void aStudyStaysWithItsFolds() {
        Path store = folder.resolve("study.db");
        Object[] call = {"iris", "--vary", "l2=0..1", "--steps", 5, "--trials", 2, "--store", store, "--folds", 3};
        assertThat(tune(call).code()).isZero();
        assertThat(tune(call).code()).isZero();
        call[call.length - 1] = 4;
        assertThat(tune(call).code()).isEqualTo(2);
        assertThat(tune("iris", "--vary", "l2=0..1", "--steps", 5, "--trials", 2, "--store", store).err()).contains("cannot be compared");
    }

    private static JsonNode read(Path file) {
        try {
            return Cli.json(Files.readString(file));
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    @Test
    void aStudyInAFileGoesOnToSoManyInAll() {
        Path store = folder.resolve("study.db");
        Object[] call = {"iris", "--vary", "learningRate=1e-4..1:log", "--steps", 30, "--store", store, "--json", "--trials", 8};
        JsonNode first = Cli.json(tune(call).out());
        assertThat(Cli.json(tune(call).out())).isEqualTo(first);
        call[call.length - 1] = 20;
        JsonNode more = Cli.json(tune(call).out());
        assertThat(more.get("trials").asInt()).isEqualTo(20);
        Cli apart = tune("iris", "--vary", "learningRate=1e-4..1:log", "--steps", 30, "--json", "--trials", 20);
        assertThat(Cli.json(apart.out())).as("the same trials as in one go").isEqualTo(more);
        Cli changed = tune("iris", "--vary", "learningRate=1e-4..2:log", "--steps", 30, "--store", store);
        assertThat(changed.code()).isEqualTo(2);
        assertThat(changed.err()).contains("study.db").contains("other settings or ranges");
        assertThat(tune("iris", "--vary", "learningRate=1e-4..1:log", "--steps", 31, "--store", store).err()).contains("another model");
        assertThat(Cli.json(tune(call).out())).as("nothing is lost").isEqualTo(more);
    }

    @Test
    void anExperimentIsSearchedFromItsFirstContender() throws IOException {
        Cli.run("compare", "iris", "--optimizers", "momentum,adam", "--steps", 40, "--out", folder);
        Path document = folder.resolve("experiment.json");
        Path space = Files.writeString(folder.resolve("space.json"), "{\"momentum\": {\"low\": 0.5, \"high\": 0.95}, \"l2\": [0, 0.01]}");
        Cli cli = tune(document, "--space", space, "--trials", 8, "--pruner", "halving");
        assertThat(cli.code()).as(cli.err()).isZero();
        assertThat(cli.out()).contains("8 trials", "Best: trial", "momentum", "l2");
        assertThat(cli.err()).contains("the first of 2 contenders");
        assertThat(tune(document, "--space", space, "--steps", 10).err()).contains("--steps describes an experiment");
    }

    @Test
    void aGridSaysWhereItTriesARangeAndEndsWithItsLastPoint() {
        Cli cli = tune("iris", "--vary", "learningRate=0.001..0.1:log", "--vary", "batch=16,32", "--sampler", "grid", "--steps", 20,
                "--pruner", "none");
        assertThat(cli.out()).startsWith("10 trials: 10 complete");
        assertThat(cli.err()).contains("learningRate is tried at 0.0010000, 0.0031623, ");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "--trials 5|nothing to search over", "--vary learningRate=1..x|\"x\" is not a number", "--vary nonsense=1..2|no setting nonsense",
        "--vary optimizer=adam,sgd,newton|optimizer: There is no optimizer \"newton\". There are: gradient-descent, sgd, momentum",
        "--vary learningRate=-1..1|learningRate must be", "--space none.json|none.json",
        "--vary l2=0..1 --repeats 5|say --folds K", "--vary l2=0..1 --folds 1|--folds must be", "--vary l2=0..1 --folds 60|60 folds",
        "--vary l2=0..1 --validation 0|no validation rows", "--vary l2=0..1 --outer 0.2 --seal 0.2|under seal already",
        "--vary l2=0..1 --outer 1|--outer must be",
        "--vary l2=0..1 --outer 0.2 --folds 3 --groups species|whole groups", "--vary l2=0..1 --export all.txt|ends in .csv, .json or .db",
        "--vary l2=0..1 --export all.db|copy of a store",
        "--vary l2=0..1 --store s.db --export s.db|store itself", "--vary l2=0..1 --trials 0|--trials must be",
        "--vary l2=0..1 --sampler magic|--sampler must be one of grid, random, sobol, tpe, cmaes",
        "--vary scaling=none,standard --sampler cmaes|range of numbers", "--vary l2=0..1 --store none/study.db|no such folder",
        "--vary l2=0..1 --optimizer adam,sgd|One optimizer", "--vary l2=0..1 --minutes 0|--minutes must be"})
    void whatCannotBeIsOneSentence(String arguments, String why) {
        Cli cli = tune((Object[]) ("iris --steps 10 " + arguments).split(" "));
        assertThat(cli.code()).as(cli.err()).isEqualTo(2);
        assertThat(cli.out()).isEmpty();
        assertThat(cli.err().lines().filter(line -> line.contains(why))).as(cli.err()).hasSize(1);
        assertThat(cli.err()).doesNotContain("went wrong");
    }
}

package downhill.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

/** What the course of a training and trainings anew tell; rows that stand for others. */
class ExplainCourseTest {
    private static final List<Integer> WRONG = List.of(5, 24, 60, 70);
    @TempDir
    private static Path shared;
    private static Path csv;
    private static Path experiment;
    private static Path model;

    @TempDir
    private Path folder;

    /** The kind is told by size alone, but in four rows it is the other one; the noise has no say. */
    @BeforeAll
    static void train() throws IOException {
        csv = Files.writeString(shared.resolve("fruit.csv"), "size,noise,kind\n" + IntStream.rangeClosed(1, 90).mapToObj(row -> {
            int size = row * 37 % 100;
            boolean large = size > 50 != WRONG.contains(row);
            return size + "," + row * 53 % 17 + "," + (large ? "melon" : "plum");
        }).collect(Collectors.joining("\n")));
        Cli done = Cli.run("compare", csv, "--optimizers", "adam:learningRate=0.03", "--steps", "120", "--out", shared.resolve("race"));
        assertThat(done.code()).as(done.err()).isZero();
        experiment = shared.resolve("race/experiment.json");
        model = shared.resolve("race/model-adam.downhill-model");
    }

    private static Cli explained(Object... more) {
        return Cli.run(Stream.concat(Stream.of("explain"), Stream.of(more)).toArray());
    }

    private static JsonNode json(Cli cli) {
        assertThat(cli.code()).as(cli.err()).isZero();
        return Cli.json(cli.out());
    }

    private static List<Integer> rows(JsonNode list) {
        return StreamSupport.stream(list.spliterator(), false).map(each -> each.get("row").asInt()).toList();
    }

    @Test
    void plantedWrongLabelsAreFoundFirst() {
        JsonNode root = json(explained(experiment, "--method", "suspects", "--json"));
        assertThat(Cli.names(root)).containsExactly("measure", "steps", "suspects", "rows");
        assertThat(root.get("measure").asString()).isEqualTo("margin");
        assertThat(root.get("steps")).hasSize(40);
        assertThat(rows(root.get("suspects")).subList(0, 4)).containsExactlyInAnyOrderElementsOf(WRONG);
        assertThat(root.get("suspects").size()).isLessThan(12);
        assertThat(root.get("suspects").get(0).get("learned").isNull()).isTrue();
        assertThat(root.get("rows")).hasSize(90);
        JsonNode same = json(explained(experiment, csv, "--method", "suspects", "--json"));
        assertThat(same).as("its own rows are those of its file").isEqualTo(root);
    }

    @Test
    void aColumnWithoutASayIsWorthNothingToThoseWhoLearnWithoutIt() {
        Cli cli = explained(experiment, "--method", "drop", "--json", "--folds", "4");
        JsonNode root = json(cli);
        assertThat(Cli.names(root)).containsExactly("metric", "folds", "trainings", "score", "features");
        assertThat(root.get("trainings").asInt()).isEqualTo(12);
        JsonNode size = root.get("features").get(0);
        JsonNode noise = root.get("features").get(1);
        assertThat(size.get("feature").asString()).isEqualTo("size");
        assertThat(size.get("low").asDouble()).isPositive();
        assertThat(noise.get("mean").asDouble()).isCloseTo(0, within(0.1));
        assertThat(size.get("folds")).hasSize(4);
        assertThat(cli.err()).contains("12 trainings of 120 updates");
        JsonNode one = json(explained(experiment, "--method", "drop", "--json", "--folds", "4", "--feature", "size"));
        assertThat(one.get("features")).containsExactly(size);
        JsonNode folds = Cli.json(Cli.run("cross-validate", experiment, "--folds", "4", "--metric", "accuracy", "--json").out());
        assertThat(root.get("score").asDouble()).isCloseTo(folds.findValue("mean").asDouble(), within(1e-12));
    }

    @Test
    void nearestRowsAndPrototypesAreTold() throws IOException {
        JsonNode near = json(explained(model, csv, "--method", "nearest", "--rows", "5", "--count", "3", "--json"));
        JsonNode nearest = near.get("rows").get(0).get("nearest");
        assertThat(nearest).hasSize(3);
        assertThat(rows(nearest)).doesNotContain(5);
        assertThat(nearest.get(0).get("actual").asString()).isEqualTo("melon");
        JsonNode root = json(explained(model, csv, "--method", "prototypes", "--count", "4", "--json"));
        assertThat(root.get("prototypes")).hasSize(4);
        assertThat(StreamSupport.stream(root.get("prototypes").spliterator(), false).mapToInt(each -> each.get("stands").asInt()).sum())
                .isEqualTo(90);
        assertThat(rows(root.get("criticisms"))).doesNotContainAnyElementsOf(rows(root.get("prototypes")));
        Path out = folder.resolve("why");
        assertThat(explained(model, csv, "--method", "prototypes", "--out", out).code()).isZero();
        assertThat(Files.readString(out.resolve("explain.csv"))).startsWith("kind,row,stands,far,witness,actual,prediction");
    }

    /** A contender that never moved is worse; two alike are equal within noise. */
    @Test
    void contendersAreToldSideBySide() {
        Path race = folder.resolve("three");
        Cli done = Cli.run("compare", csv, "--optimizers", "adam:learningRate=0.03,nadam:learningRate=0.03,sgd:learningRate=1e-9", "--steps",
                "120", "--out", race);
        assertThat(done.code()).as(done.err()).isZero();
        Cli cli = explained(race.resolve("experiment.json"), "--method", "contenders", "--json");
        JsonNode root = json(cli);
        assertThat(Cli.names(root)).containsExactly("features", "contenders", "pairs");
        assertThat(root.get("contenders")).hasSize(3);
        double sum = 0;
        for (JsonNode share : root.get("contenders").get(0).get("shares")) {
            sum += share.asDouble();
        }
        assertThat(sum).isCloseTo(1, within(1e-12));
        assertThat(root.get("pairs")).hasSize(3);
        JsonNode alike = root.get("pairs").get(0);
        assertThat(alike.get("level").asBoolean()).isTrue();
        assertThat(alike.get("distance").asDouble()).isBetween(0.0, 0.5);
        JsonNode unlike = root.get("pairs").get(1);
        assertThat(unlike.get("other").asString()).as("the better stands first").isEqualTo("SGD");
        assertThat(unlike.get("distance").asDouble()).isGreaterThan(alike.get("distance").asDouble());
        assertThat(cli.err()).contains("are equal within noise (log loss").contains("of 1.");
        Cli early = explained(race.resolve("experiment.json"), "--method", "contenders", "--step", "10", "--json");
        assertThat(json(early).get("contenders").get(0).get("loss").asDouble()).as("as they were then")
                .isNotEqualTo(root.get("contenders").get(0).get("loss").asDouble());
        assertThat(early.err()).contains("after 10 updates");
        Cli alone = explained(experiment, "--method", "contenders");
        assertThat(alone.code()).isEqualTo(2);
        assertThat(alone.err().strip()).contains("has one contender").doesNotContain("\n");
    }

    /** One sentence each, and no trace. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "MODEL CSV --method suspects | holds one moment; suspects",
        "MODEL CSV --method drop | drop trains anew",
        "MODEL --method shap | CSV is missing",
        "RACE CSV --method drop | leave CSV away",
        "RACE --method drop --rows 1 | leave --rows away",
        "RACE --method drop --step 3 | leave --step away",
        "RACE --method drop --folds 1 | --folds is from 2 to 50",
        "RACE --method drop --feature colour | colour",
        "MODEL CSV --method nearest --count 0 | --count is from 1 to 100",
        "MODEL CSV --method guess | suspects, nearest, prototypes, drop"})
    void whatCannotBeDoneIsSaid(String call, String said) {
        Cli cli = explained((Object[]) call.replace("MODEL", model.toString()).replace("RACE", experiment.toString())
                .replace("CSV", csv.toString()).split(" "));
        assertThat(cli.code()).isEqualTo(2);
        assertThat(cli.err().strip()).contains(said).doesNotContain("\n").doesNotContain("Exception");
    }

    @Test
    void tooManyTrainingsAreRefusedWithTheBound() throws IOException {
        String document = Files.readString(experiment).replaceFirst("\"steps\" : \\d+", "\"steps\" : 9000000");
        Path long9 = Files.writeString(experiment.resolveSibling("long.json"), document);
        Cli cli = explained(long9, "--method", "drop");
        assertThat(cli.code()).isEqualTo(2);
        assertThat(cli.err()).contains("15 trainings with 135000000 updates").contains("20000000");
    }
}

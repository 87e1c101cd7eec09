package downhill.cli;

import static org.assertj.core.api.Assertions.assertThat;

import downhill.data.Progress;
import downhill.engine.Precision;
import downhill.lesson.Grading;
import downhill.lesson.Homework;
import downhill.lesson.StateCheck;
import downhill.optim.RuleLibrary;
import downhill.race.Checkpoint;
import downhill.race.Race;
import downhill.race.RaceOptions;
import downhill.race.RaceRunner;
import downhill.race.document.ContenderSpec;
import downhill.race.document.Experiment;
import downhill.race.document.Problem;
import downhill.race.document.TrainingSpec;
import downhill.store.ExperimentStore;
import downhill.store.MarksCsv;
import downhill.store.SessionPlace;
import downhill.store.SessionStore;
import downhill.words.Said;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

/** Marks of what is handed in: right, wrong, altered, other than handed out, damaged, and by whatever name. */
class GradeTest {
    private static final String ASSIGNMENT = """
            {"format": "downhill-assignment", "version": 1, "title": "Valley", "document": "valley.json",
             "locked": ["seed", "training", "model", "precision", "contenders"], "run": 40,
             "tasks": [
              {"id": "arrives", "marks": 3, "check": {"kind": "loss-below", "contender": "gd", "value": 0.001}},
              {"id": "careful", "marks": 1.5,
               "check": {"kind": "setting-within", "contender": "gd", "key": "learningRate", "least": 0, "most": 0.5}},
              {"id": "steady", "marks": 0.5, "check": {"kind": "steady", "contender": "*", "steps": 40}}]}
            """;

    @TempDir
    private Path folder;
    private Path assignment;

    private static Experiment valley(double rate) {
        return new Experiment("", new Problem.Surface("x² + 10·y²", -3, 2), TrainingSpec.of(60, 0),
                List.of(ContenderSpec.of("gd", "gd", "gradient-descent", Map.of("learningRate", rate), 0)), 1, Precision.DOUBLE);
    }

    @BeforeEach
    void handOut() throws IOException {
        ExperimentStore.write(folder.resolve("valley.json"), valley(0.01), folder);
        assignment = Files.writeString(folder.resolve("homework.json"), ASSIGNMENT);
        Files.createDirectory(folder.resolve("in"));
    }

    private Path handIn(String name, Experiment experiment) {
        Path file = folder.resolve("in").resolve(name);
        try (Race race = Race.open(experiment, null, RuleLibrary.complete(), RaceOptions.alone())) {
            RaceRunner.run(race, Progress.NONE);
            SessionStore.write(file, race.checkpoint().join(), folder, SessionPlace.NOWHERE);
        }
        return file;
    }

    private JsonNode graded(int code, Object... more) {
        Object[] call = Arrays.copyOf(new Object[] {"grade", "--assignment", assignment, "--json"}, 4 + more.length);
        System.arraycopy(more, 0, call, 4, more.length);
        Cli said = Cli.run(call);
        assertThat(said.code()).as(said.err()).isEqualTo(code);
        return Cli.json(said.out());
    }

    @Test
    void eachTaskHasItsMarksWithTheReason() {
        Path right = handIn("right.downhill", valley(0.08));
        Path slow = handIn("slow.downhill", valley(0.001));
        Path wild = handIn("wild.downhill", valley(1e4));
        JsonNode marks = graded(0, right, slow, wild);
        assertThat(marks.get("of").doubleValue()).isEqualTo(5);
        assertThat(marks.get("handIns").valueStream().map(one -> one.get("marks").doubleValue())).containsExactly(5.0, 2.0, 0.0);
        JsonNode first = marks.get("handIns").get(1).get("tasks").get(0);
        assertThat(first.get("marks").doubleValue()).isZero();
        assertThat(first.get("why").stringValue()).as("9·0.998⁷⁸ + 40·0.98⁷⁸")
                .matches("gd: loss 15\\.972\\d; .*").endsWith("; asked: below 0.001");
    }

    @Test
    void whatIsWrongWithOneEndsNothing() throws IOException {
        Path right = handIn("=cmd,\"数.downhill", valley(0.08));
        Path renamed = Files.copy(right, folder.resolve("in/essay.docx"));
        Path altered = handIn("altered.downhill", valley(0.001));
        Checkpoint read = SessionStore.read(altered).checkpoint();
        read.courses().get(0).history().loss().raw().chunks()[0][17] = 1e-4;
        SessionStore.write(altered, read, folder, SessionPlace.NOWHERE);
        Path forged = handIn("forged.downhill", valley(0.001));
        SessionStore.write(forged, SessionStore.read(forged).checkpoint().withExperiment(valley(0.08)), folder, SessionPlace.NOWHERE);
        byte[] whole = Files.readAllBytes(right);
        Path half = Files.write(folder.resolve("in/half.downhill"), Arrays.copyOf(whole, whole.length / 2));
        Path cut = Files.write(folder.resolve("in/cut.downhill"), Arrays.copyOf(whole, whole.length - 9));
        Path text = Files.writeString(folder.resolve("in/text.downhill"), "my homework");
        Path none = folder.resolve("in/none.downhill");
        Path empty = Files.createFile(folder.resolve("empty.downhill"));
        JsonNode told = graded(1, empty, half).get("handIns");
        assertThat(told.get(0).get("note").stringValue()).isEqualTo("The file is empty; hand it in again.");
        assertThat(told.get(1).get("note").stringValue()).contains("is damaged: ").endsWith("Save it again as .downhill and hand that in.");
        Path out = folder.resolve("marks.csv");
        JsonNode marks = graded(1, altered, forged, half, cut, text, none, renamed, right, "--out", out);
        assertThat(marks.get("handIns").valueStream().map(one -> one.get("standing").stringValue())).containsExactly("altered", "altered",
                "damaged", "damaged", "damaged", "damaged", "judged", "judged");
        assertThat(marks.get("handIns").get(0).get("note").stringValue()).contains("of gd at step 17");
        assertThat(marks.get("handIns").get(2).get("note").stringValue()).isNotBlank();
        assertThat(marks.get("handIns").get(3).get("note").stringValue()).as("its entries are whole")
                .startsWith("The directory at the end");
        assertThat(marks.get("handIns").get(4).get("note").stringValue()).startsWith("It is no session;");
        assertThat(marks.get("handIns").get(5).get("note").stringValue()).startsWith("There is no such file");
        List<String> rows = Files.readAllLines(out);
        assertThat(rows.get(0)).isEqualTo("file,standing,marks,of,note,arrives,arrives.why,careful,careful.why,steady,steady.why");
        assertThat(rows).hasSize(9);
        assertThat(rows.get(1)).contains(",altered,0.0,5.0,");
        assertThat(rows.get(3)).contains(",damaged,,5.0,");
        assertThat(rows.get(8)).contains("=cmd,\"\"数.downhill\",judged,5.0,5.0,");
        assertThat(graded(1, folder.resolve("in")).get("handIns")).as("of a folder those with the ending, in order").hasSize(6);
    }

    /** Losses alone are not all that a file records. */
    @Test
    void whereItWasIsHeldToItsDocumentToo() {
        Path file = handIn("moved.downhill", valley(0.001));
        Checkpoint read = SessionStore.read(file).checkpoint();
        read.courses().get(0).history().trail().get(3).parameters()[1] += 1e-9;
        SessionStore.write(file, read, folder, SessionPlace.NOWHERE);
        JsonNode one = graded(1, file).get("handIns").get(0);
        assertThat(one.get("standing").stringValue()).isEqualTo("altered");
        assertThat(one.get("note").stringValue()).startsWith("The file records other parameters of gd at step ");
    }

    @Test
    void whatADocumentDoesNotWriteIsWhatItsRuleHas() throws IOException {
        Files.writeString(assignment, ASSIGNMENT.replace(", \"contenders\"]", "]").replace("\"least\": 0, \"most\": 0.5",
                "\"least\": 0.01, \"most\": 0.01").replace("{\"kind\": \"steady\", \"contender\": \"*\", \"steps\": 40}",
                "{\"kind\": \"rule-matches\", \"contender\": \"*\", \"rule\": \"nesterov\"}"));
        Experiment plain = valley(0.01);
        ContenderSpec silent = ContenderSpec.of("gd", "gd", "gradient-descent", Map.of(), 0);
        JsonNode tasks = graded(0, handIn("silent.downhill", plain.withContenders(List.of(silent)))).get("handIns").get(0).get("tasks");
        double rate = RuleLibrary.complete().byId("gradient-descent").orElseThrow().hyperparameter("learningRate").orElseThrow()
                .defaultValue();
        assertThat(tasks.get(1).get("why").stringValue()).isEqualTo("gd: learningRate is " + rate + "; asked: 0.01 to 0.01");
        assertThat(tasks.get(1).get("marks").doubleValue()).isEqualTo(rate == 0.01 ? 1.5 : 0);
        assertThat(tasks.get(2).get("why").stringValue()).as("a rule by its name").endsWith("walks as "
                + RuleLibrary.complete().byId("nesterov").orElseThrow().name() + " does");
    }

    /** A table is opened in a program that reads formulas. */
    @Test
    void whatAStudentNamedIsNoFormulaInTheTable() throws IOException {
        Path out = folder.resolve("marks.csv");
        Homework homework = new Homework("", valley(0.01), List.of(), 40,
                List.of(new Homework.Task("a", 1, new StateCheck.Steady("*", 40))));
        Said said = Said.of("grade.fact.nobody", "x");
        Map<String, Grading.Result> results = new LinkedHashMap<>();
        for (String name : List.of("=1+1.downhill", "+x", "-x", "@x", "\tx", "\rx", "x")) {
            results.put(name, new Grading.Result(Grading.Standing.JUDGED, Said.plain(name), List.of(new Grading.Mark(
                    homework.tasks().get(0), 1, name.equals("x") ? said : Said.of("grade.fact.steady", name, 1, 40)))));
        }
        MarksCsv.write(out, homework, results);
        String text = Files.readString(out);
        assertThat(text).contains("'=1+1.downhill,judged,1.0,1.0,'=1+1.downhill,1.0,'=1+1.downhill: 1 updates").contains("\nx,judged");
        assertThat(text).doesNotContainPattern("(^|[\n,]\"?)[=+@\t\r-]");
    }

    @Test
    void whatIsLockedMustBeAsItWasHandedOut() {
        Experiment plain = valley(0.08);
        Path surface = handIn("surface.downhill", plain.withProblem(new Problem.Surface("x² + y²", -3, 2)));
        Path start = handIn("start.downhill", plain.withProblem(new Problem.Surface("x² + 10·y²", -1, 1)));
        Path seed = handIn("seed.downhill", plain.withSeed(2));
        Path budget = handIn("budget.downhill", plain.withTraining(plain.training().withSteps(61)));
        Path rule = handIn("rule.downhill", plain.withContenders(List.of(ContenderSpec.of("gd", "gd", "adam", Map.of(), 0))));
        JsonNode marks = graded(1, surface, start, seed, budget, rule).get("handIns");
        assertThat(marks.valueStream().map(one -> one.get("standing").stringValue())).containsOnly("unlike");
        assertThat(marks.valueStream().map(one -> one.get("note").stringValue().split(" ")[1])).containsExactly("data", "model,", "seed",
                "training", "contenders");
        assertThat(marks.get(0).get("marks").doubleValue()).isZero();
    }

    /** It would train for hours; the others wait for their marks. */
    @Test
    void whatIsFarLargerThanWhatWasHandedOutIsNotRaced() {
        Experiment plain = valley(0.08);
        ContenderSpec one = plain.contenders().get(0);
        List<ContenderSpec> many = new ArrayList<>();
        for (int i = 0; i < 1001; i++) {
            many.add(new ContenderSpec(i == 0 ? "gd" : "gd" + i, "gd" + i, one.ruleId(), null, one.hyperparameters(),
                    one.schedule(), -1, null,
                    null, 0, 1000, 0, false, List.of(), null));
        }
        Grading grading = new Grading(new Homework("", plain, List.of(), 40, List.of()), Progress.NONE);
        Grading.Result result = grading.of(Checkpoint.notBegun(plain.withContenders(many)));
        assertThat(result.standing()).isEqualTo(Grading.Standing.UNLIKE);
        assertThat(result.note().toString()).contains("a hundred times");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', value = {
        "\"version\": 1|\"version\": 2|version 2", "valley.json|../valley.json|line 1: ../valley.json is no name",
        "\"seed\"|\"colour\"|line 2: locked: colour is not known here",
        "\"run\": 40|\"run\": 61|line 2: run: the race is run to a step from 1",
        "\"id\": \"careful\"|\"id\": \"arrives\"|line 5: tasks[1].id: two tasks have the id arrives",
        "\"marks\": 3|\"marks\": 0|line 4: tasks[0].marks: marks are a number above 0",
        "\"contender\": \"gd\"|\"contender\": \"adam\"|tasks[0].check.contender: adam is not known here",
        "loss-below|loss-under|tasks[0].check.kind"})
    void anAssignmentThatIsWrongIsToldWithThePlace(String from, String to, String told) throws IOException {
        Files.writeString(assignment, ASSIGNMENT.replaceFirst(from, to));
        Cli said = Cli.run("grade", "any.downhill", "--assignment", assignment);
        assertThat(said.code()).isEqualTo(2);
        assertThat(said.err()).contains(told);
    }
}

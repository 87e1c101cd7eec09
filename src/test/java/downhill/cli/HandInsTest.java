package downhill.cli;

import static org.assertj.core.api.Assertions.assertThat;

import downhill.data.Progress;
import downhill.engine.Precision;
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
import downhill.store.SessionPlace;
import downhill.store.SessionStore;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** A class hands in work that is right, wrong, altered, forged, damaged, renamed, of an earlier version, or none: each has its marks. */
class HandInsTest {
    private static final int KINDS = 9;
    private static final long SEED = 20;
    private static final String ASSIGNMENT = """
            {"format": "downhill-assignment", "version": 1, "title": "Valley", "document": "valley.json",
             "locked": ["seed", "training", "model", "contenders"], "run": 30,
             "tasks": [{"id": "arrives", "marks": 2, "check": {"kind": "loss-below", "contender": "gd", "value": 0.01}},
                       {"id": "steady", "marks": 1, "check": {"kind": "steady", "contender": "gd", "steps": 30}}]}
            """;

    @TempDir
    private Path folder;
    private final Random chance = new Random(SEED);
    private final Map<String, String> expected = new LinkedHashMap<>();

    private static Experiment valley(double rate) {
        return new Experiment("", new Problem.Surface("x² + 10·y²", -3, 2), TrainingSpec.of(40, 0),
                List.of(ContenderSpec.of("gd", "gd", "gradient-descent", Map.of("learningRate", rate), 0)), 1, Precision.DOUBLE);
    }

    private static Checkpoint raced(double rate) {
        try (Race race = Race.open(valley(rate), null, RuleLibrary.complete(), RaceOptions.alone())) {
            RaceRunner.run(race, Progress.NONE);
            return race.checkpoint().join();
        }
    }

    @BeforeEach
    void handOut() throws IOException {
        ExperimentStore.write(folder.resolve("valley.json"), valley(0.001), folder);
        Files.writeString(folder.resolve("homework.json"), ASSIGNMENT);
        Files.createDirectory(folder.resolve("in"));
    }

    private void handIn(int number) throws IOException {
        Path file = folder.resolve("in/student " + number + (number % 5 == 0 ? " (1).zip" : ".downhill"));
        double good = 0.06 + 0.001 * chance.nextInt(30);
        switch (number % KINDS) {
            case 0, 1 -> written(file, raced(good), "judged 3.0");
            case 2 -> written(file, raced(0.002), "judged 1.0");
            case 3 -> written(file, raced(1e6), "judged 0.0");
            case 4 -> {
                Checkpoint altered = raced(0.002);
                altered.courses().get(0).history().loss().raw().chunks()[0][chance.nextInt(30)] *= 1 - 1e-12;
                written(file, altered, "altered 0.0");
            }
            case 5 -> written(file, raced(0.002).withExperiment(valley(good)), "altered 0.0");
            case 6 -> {
                written(file, raced(good), "damaged");
                byte[] whole = Files.readAllBytes(file);
                Files.write(file, Arrays.copyOf(whole, 1 + chance.nextInt(whole.length - 1)));
            }
            case 7 -> {
                Files.writeString(file, "My dog has eaten it: " + number);
                expected.put(file.toString(), "damaged");
            }
            default -> {
                Files.copy(Path.of("src/test/resources/documents/session-" + (1 + chance.nextInt(2)) + ".downhill"), file);
                expected.put(file.toString(), "unlike 0.0");
            }
        }
    }

    private void written(Path file, Checkpoint session, String marks) {
        SessionStore.write(file, session, folder, SessionPlace.NOWHERE);
        expected.put(file.toString(), marks);
    }

    private void marked(int many) throws IOException {
        for (int i = 1; i <= many; i++) {
            handIn(i);
        }
        Object[] call = new Object[4 + many];
        System.arraycopy(new Object[] {"grade", "--assignment", folder.resolve("homework.json"), "--json"}, 0, call, 0, 4);
        System.arraycopy(expected.keySet().toArray(), 0, call, 4, many);
        Cli said = Cli.run(call);
        assertThat(said.code()).as(said.err()).isEqualTo(1);
        Map<String, String> found = new LinkedHashMap<>();
        for (JsonNode one : Cli.json(said.out()).get("handIns")) {
            JsonNode marks = one.get("marks");
            found.put(one.get("file").stringValue(), one.get("standing").stringValue()
                    + (marks == null || marks.isNull() ? "" : " " + marks.doubleValue()));
        }
        Map<String, String> unlike = new LinkedHashMap<>(found);
        unlike.entrySet().removeAll(expected.entrySet());
        assertThat(unlike).as("marks that are others than they should be").isEmpty();
        assertThat(found).hasSameSizeAs(expected);
    }

    @Test
    void eighteenAreMarkedAsTheyShouldBe() throws IOException {
        marked(2 * KINDS);
    }

    @Test
    @Tag("soak")
    void twoHundredAreMarkedAsTheyShouldBe() throws IOException {
        marked(200);
    }
}

package downhill.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

/** What goes on inside a model and what the rows give away is said of real races. */
class RunDoctorInsideTest {
    @TempDir
    private Path folder;

    private List<JsonNode> findings(String call) throws IOException {
        List<Object> all = new ArrayList<>(List.of("compare", "--out", folder.resolve("race")));
        all.addAll(List.of(call.split(" ")));
        Cli result = Cli.run(all.toArray());
        assertThat(result.code()).as(result.err()).isZero();
        return Cli.json(Files.readString(folder.resolve("race/summary.json"))).get("findings").valueStream().toList();
    }

    @ParameterizedTest
    @CsvSource({"iris --hidden 8;8;8;8;8;8;8;8;8;8 --activation sigmoid --optimizer adam --steps 100, vanishing-gradients, --activation relu",
        "iris --activation relu --optimizer adam:learningRate=2 --steps 100, dead-units, learningRate=0.2",
        "iris --optimizer adam:learningRate=3 --steps 400, saturation, learningRate=0.3",
        "iris --optimizer sgd:learningRate=1e-6 --steps 100, rate-too-small, learningRate=0.01"})
    void whatKeepsAModelFromLearningIsNamed(String call, String kind, String remedy) throws IOException {
        List<JsonNode> found = findings(call.replace(';', ','));
        assertThat(found).extracting(each -> each.get("kind").stringValue()).containsExactly(kind);
        assertThat(found.get(0).get("remedy").stringValue()).isEqualTo(remedy);
    }

    /** The target under another name is told, and leaving it out as it is said ends that. */
    @Test
    void aColumnThatGivesTheTargetAwayIsSuspected() throws IOException {
        Path leak = Files.writeString(folder.resolve("leak.csv"), "a,code,kind\n" + IntStream.range(0, 90)
                .mapToObj(i -> i * 37 % 41 + "," + i % 3 + "," + List.of("x", "y", "z").get(i % 3)).collect(Collectors.joining("\n"))
                        + "\n");
        String call = leak + " --target kind --optimizer adam --steps 10";
        List<JsonNode> found = findings(call);
        assertThat(found).extracting(each -> each.get("kind").stringValue()).containsExactly("leak-suspected");
        String remedy = found.get(0).get("remedy").stringValue();
        assertThat(remedy).isEqualTo("--types code=text");
        assertThat(findings(call + " " + remedy)).isEmpty();
    }
}

package downhill.cli;

import static org.assertj.core.api.Assertions.assertThat;

import downhill.optim.Penalty;
import downhill.optim.Rule;
import downhill.optim.RuleLibrary;
import downhill.optim.RuleParser;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A rule of a person's own runs as it is written, whichever id it has. */
class OwnIdsTest {
    private static final String ONE_NUMBER =
            "name: My own\nhyperparameters:\n  η learningRate 0.1 in [1e-5, 1] log\nupdate:\n  θ ← θ − η·g\n";
    private static final String TWO_NUMBERS = "name: My own\nhyperparameters:\n  η learningRate 0.1 in [1e-5, 1] log\n"
            + "  k history 3 in [1, 10]\nupdate:\n  θ ← θ − η·g·k\n";

    @TempDir
    private Path folder;

    static Stream<String> ids() {
        return RuleLibrary.complete().all().stream().map(Rule::id);
    }

    @ParameterizedTest
    @ValueSource(strings = {ONE_NUMBER, TWO_NUMBERS})
    void aRuleWithTheIdOfAMethodTrainsLikeTheSameRuleUnderAnother(String text) throws IOException {
        List<String> expected = history("mine", text);
        assertThat(expected).hasSizeGreaterThan(10);
        for (Rule method : RuleLibrary.methods()) {
            assertThat(history(method.id(), text)).as(method.id()).isEqualTo(expected);
        }
    }

    @Test
    void aRuleWithTheIdOfAnotherTrainsLikeTheSameRuleUnderItsOwn() throws IOException {
        List<String> expected = history("mine", ONE_NUMBER);
        for (String id : List.of("adam", "adadelta", "schedule-free-sgd")) {
            assertThat(history(id, ONE_NUMBER)).as(id).isEqualTo(expected);
        }
    }

    @ParameterizedTest
    @MethodSource("ids")
    void itIsTakenForNoMethodWithoutLines(String id) {
        Rule own = RuleParser.parse("id: " + id + "\n" + TWO_NUMBERS);
        assertThat(own.isFormula()).isTrue();
        assertThat(own.refusal(new Penalty(0.1, 0))).isNull();
        assertThat(RuleLibrary.complete().with(own).byId(id)).contains(own);
    }

    /** Of a race and of the same document trained again. */
    private List<String> history(String id, String text) throws IOException {
        Path rule = folder.resolve(id + ".rule");
        Files.writeString(rule, "id: " + id + "\n" + text);
        Path out = folder.resolve(id + text.length());
        Cli race = Cli.run("compare", "iris", "--optimizers", rule, "--steps", "12", "--precision", "double", "--l1", "0.001",
                "--out", out);
        assertThat(race.code()).as(race.err()).isZero();
        Path again = folder.resolve(id + text.length() + "again");
        Cli train = Cli.run("train", out.resolve("experiment.json"), "--out", again);
        assertThat(train.code()).as(train.err()).isZero();
        List<String> rows = Files.readAllLines(out.resolve("history.csv"));
        assertThat(Files.readAllLines(again.resolve("history.csv"))).isEqualTo(rows);
        return rows;
    }
}

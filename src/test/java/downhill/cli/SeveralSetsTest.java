package downhill.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import downhill.words.Said;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** The same contenders over several data sets. */
class SeveralSetsTest {
    @TempDir
    private Path folder;

    private static Cli run(List<?> inputs, Object... more) {
        return Cli.run(Stream.concat(Stream.concat(Stream.of("cross-validate"), inputs.stream()), Stream.of(more)).toArray());
    }

    private List<Path> sets(int count) throws IOException {
        List<Path> sets = new ArrayList<>();
        for (int set = 0; set < count; set++) {
            Random random = new Random(set);
            StringBuilder text = new StringBuilder("a,b,y\n");
            for (int row = 0; row < 40; row++) {
                double a = random.nextGaussian();
                double b = random.nextGaussian();
                text.append(a).append(',').append(b).append(',').append(a * (set + 1) - b + 0.1 * random.nextGaussian()).append('\n');
            }
            sets.add(Files.writeString(folder.resolve("set" + set + ".csv"), text));
        }
        return sets;
    }

    @Test
    void whatIsToldOfOneOfThemNamesIt() throws IOException {
        List<Path> sets = sets(2);
        Files.writeString(sets.get(1), Files.readString(sets.get(1)) + "1,2,\n");
        Cli result = run(sets, "--target", "y", "--model", "linear", "--optimizers", "sgd,adam", "--steps", 5, "--folds", 2);
        assertThat(result.err()).contains(sets.get(1) + ": 1 row is left out").doesNotContain(sets.get(0) + ": 1 row");
        Cli alone = run(sets.subList(1, 2), "--target", "y", "--model", "linear", "--optimizers", "sgd,adam", "--steps", 5, "--folds", 2);
        assertThat(alone.err()).contains("1 row is left out").doesNotContain(sets.get(1) + ": 1 row");
    }

    @Test
    void whatHoldsForSeveralIsToldOnceWithTheirNames() {
        Said every = Said.plain("every");
        Said some = Said.plain("some");
        List<String> inputs = List.of("a.csv", "b.csv", "c.csv");
        List<List<Said>> said = List.of(List.of(every, some), List.of(every), List.of(some, every));
        assertThat(SetsReport.told(inputs, said).stream().map(Said::toString))
                .containsExactly("All data sets: every", "a.csv, c.csv: some");
        assertThat(SetsReport.told(List.of("a.csv"), List.of(List.of(every, some)))).containsExactly(every, some);
    }

    @Test
    void fromTenSetsOnRanksAreTested() throws IOException {
        Path out = folder.resolve("out");
        Cli result = run(sets(10), "--target", "y", "--model", "linear", "--optimizers", "sgd:learningRate=0.001,sgd:learningRate=0.1,adam",
                "--steps", 40, "--folds", 2, "--json", "--out", out);
        assertThat(result.code()).as(result.err()).isZero();
        JsonNode found = Cli.json(result.out());
        assertThat(Cli.names(found)).containsExactly("metric", "sets", "profile", "friedman", "sentence");
        assertThat(found.get("sets").size()).isEqualTo(10);
        assertThat(found.at("/friedman/criticalDifference").asDouble()).as("2.343·√(3·4/(6·10)) of Demšar").isCloseTo(1.0478, within(1e-3));
        assertThat(found.at("/friedman/p").asDouble()).isLessThan(0.05);
        assertThat(found.get("sentence").asString()).contains("best mean rank, 1, over 10 data sets", "critical difference");
        String best = found.get("friedman").get("ranks").propertyNames().stream()
                .filter(name -> found.at("/friedman/ranks").get(name).asDouble() < 1.001).findFirst().orElseThrow();
        assertThat(found.get("profile").get("shares").get(best).get(0).asDouble()).as("always the best").isEqualTo(1);
        assertThat(out.resolve("sets.json")).exists();
        assertThat(out.resolve("10-set9/verdict.json")).exists();
    }

    @Test
    void ofFewerSetsRanksAreToldAndNotTested() throws IOException {
        Cli result = run(sets(2), "--target", "y", "--model", "linear", "--optimizers", "sgd,adam", "--steps", 10, "--folds", 2);
        assertThat(result.code()).as(result.err()).isZero();
        assertThat(result.out()).contains("mean rank", "set1.csv", "from 10 data sets on");
    }

    @Test
    void whatCannotBeComparedIsRefusedBeforeAnythingIsTrained() {
        Cli refused = run(List.of("iris", "diabetes"), "--steps", 1_000_000, "--folds", 2);
        assertThat(refused.code()).isEqualTo(2);
        assertThat(refused.err().lines().filter(line -> line.contains("--metric"))).hasSize(1);
    }
}

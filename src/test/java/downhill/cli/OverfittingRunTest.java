package downhill.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** A network that is large for its rows learns them by heart, and one without hidden layers does not. */
class OverfittingRunTest {
    @TempDir
    private Path folder;

    private Cli race(String... more) {
        List<String> all = Stream.concat(Stream.of("compare", "diabetes", "--batch", "32", "--steps", "500", "--out", folder.toString()),
                Stream.of(more)).toList();
        Cli result = Cli.run(all.toArray());
        assertThat(result.code()).as(result.err()).isEqualTo(0);
        return result;
    }

    private JsonNode first() throws IOException {
        return Cli.json(Files.readString(folder.resolve("summary.json"))).get("contenders").get(0);
    }

    @Test
    void itIsSaidWithTheLowestValidationOfTheHistory() throws IOException {
        Cli result = race("--hidden", "64,64", "--optimizer", "adam:learningRate=0.01");
        String[] best = Files.readAllLines(folder.resolve("history.csv")).stream().skip(1).map(line -> line.split(",", -1))
                .filter(cells -> !cells[4].isEmpty())
                .min(Comparator.comparingDouble(cells -> Double.parseDouble(cells[4]))).orElseThrow();
        JsonNode adam = first();
        assertThat(adam.get("bestValidationLoss").doubleValue()).isEqualTo(Double.parseDouble(best[4]))
                .isLessThan(adam.get("validationLoss").doubleValue());
        assertThat(adam.get("bestStep").longValue()).isEqualTo(Long.parseLong(best[1]));
        assertThat(adam.get("overfitsSince")).isEqualTo(adam.get("bestStep"));
        assertThat(result.err())
                .contains(String.format("Adam overfits since step %s: best %.5g, now %.5g.", best[1], Double.parseDouble(best[4]),
                adam.get("validationLoss").doubleValue()));
        assertThat(result.out().lines().findFirst().orElseThrow()).matches(".*  validation +best  best step  .*");
        assertThat(result.out()).containsPattern("Adam .* " + best[1] + "  ");
    }

    @Test
    void itIsNotSaidOfOneThatKeepsItsBestNorOfALine() throws IOException {
        assertThat(race("--hidden", "64,64", "--optimizer", "adam:learningRate=0.01", "--patience", "1000").err())
                .doesNotContain("overfits");
        assertThat(first().get("overfitsSince")).isNull();
        assertThat(first().get("bestValidationLoss")).isEqualTo(first().get("validationLoss"));
        assertThat(race("--model", "linear", "--optimizer", "adam").err()).doesNotContain("overfits");
    }
}

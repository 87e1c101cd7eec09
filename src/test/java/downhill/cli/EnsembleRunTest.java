package downhill.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import downhill.model.TrainedEnsemble;
import downhill.store.ModelStore;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** Several models of one file, asked as one. */
class EnsembleRunTest {
    @TempDir
    private Path folder;

    private Path model(String name, Object... call) {
        Object[] all = java.util.stream.Stream.concat(java.util.stream.Stream.of("compare"), java.util.stream.Stream.concat(
                java.util.stream.Stream.of(call),
                java.util.stream.Stream.of("--optimizers", "adam", "--steps", 40, "--out", folder.resolve(name))))
                .toArray();
        Cli cli = Cli.run(all);
        assertThat(cli.code()).as(cli.err()).isZero();
        return folder.resolve(name).resolve("model-adam.downhill-model");
    }

    private Path both(Path first, Path second) {
        Path file = folder.resolve("both.downhill-model");
        ModelStore.write(file, new TrainedEnsemble("both", List.of(new TrainedEnsemble.Member(0.7, ModelStore.read(first)),
                new TrainedEnsemble.Member(0.3, ModelStore.read(second)))));
        return file;
    }

    private List<double[]> said(Path model, String data, int last) throws IOException {
        Path out = folder.resolve("out.csv");
        Cli cli = Cli.run("predict", model, data, "--out", out);
        assertThat(cli.code()).as(cli.err()).isZero();
        return Files.readAllLines(out).stream().skip(1).map(line -> line.split(","))
                .map(cells -> IntStream.range(cells.length - last, cells.length)
                .mapToDouble(i -> cells[i].isEmpty() ? Double.NaN : Double.parseDouble(cells[i])).toArray()).toList();
    }

    private void isTheMean(Path first, Path second, String data, int last) throws IOException {
        List<double[]> a = said(first, data, last);
        List<double[]> b = said(second, data, last);
        List<double[]> mixed = said(both(first, second), data, last);
        assertThat(mixed).hasSameSizeAs(a);
        for (int row = 0; row < a.size(); row++) {
            for (int i = 0; i < last; i++) {
                double mean = 0.7 * a.get(row)[i] + 0.3 * b.get(row)[i];
                assertThat(Double.isNaN(mixed.get(row)[i])).isEqualTo(Double.isNaN(mean));
                assertThat(Double.isNaN(mean) ? 0 : mixed.get(row)[i])
                        .isCloseTo(Double.isNaN(mean) ? 0 : mean, within(1e-12 * Math.max(1, Math.abs(mean))));
            }
        }
    }

    @Test
    void probabilitiesAreTheWeightedMeanOfTheMembers() throws IOException {
        isTheMean(model("a", "iris", "--hidden", "5"), model("b", "iris", "--model", "softmax", "--scaling", "min-max"), "iris", 3);
        Cli evaluated = Cli.run("evaluate", folder.resolve("both.downhill-model"), "iris", "--json");
        JsonNode root = Cli.json(evaluated.out());
        assertThat(root.get("rows").asInt()).isEqualTo(150);
        assertThat(root.get("accuracy").asDouble()).isGreaterThan(0.6);
        assertThat(evaluated.err()).contains("An ensemble of 2 models");
    }

    @Test
    void forecastsAreTheWeightedMeanOfTheMembers() throws IOException {
        isTheMean(model("a", "air-passengers", "--model", "gru", "--width", "3"), model("b", "air-passengers", "--model", "linear"),
                "air-passengers", 1);
    }
}

package downhill.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** What data were made with is what trained models are said to go by. */
class PlantedTruthTest {
    @TempDir
    private Path folder;

    private Path trained(Path csv, Object... more) {
        List<Object> call = new ArrayList<>(List.of("compare", csv, "--target", "y", "--optimizers", "adam:learningRate=0.03", "--out",
                folder.resolve("race")));
        call.addAll(List.of(more));
        Cli done = Cli.run(call.toArray());
        assertThat(done.code()).as(done.err()).isZero();
        return folder.resolve("race/model-adam.downhill-model");
    }

    private static JsonNode json(Cli cli) {
        assertThat(cli.code()).as(cli.err()).isZero();
        return Cli.json(cli.out());
    }

    /** y = 2c + 3cf of eight columns. */
    @Test
    void twoOfEightColumnsOneByProduct() throws IOException {
        Random random = new Random(8);
        Path csv = Files.writeString(folder.resolve("eight.csv"), "a,b,c,d,e,f,g,h,y\n" + IntStream.range(0, 250).mapToObj(row -> {
            double[] x = random.doubles(8, -1, 1).toArray();
            double y = 2 * x[2] + 3 * x[2] * x[5];
            return IntStream.range(0, 8).mapToObj(i -> "" + x[i]).collect(Collectors.joining(",")) + "," + y;
        }).collect(Collectors.joining("\n")));
        Path model = trained(csv, "--model", "polynomial", "--degree", "2", "--steps", "500");
        JsonNode importance = json(Cli.run("explain", model, csv, "--method", "permutation", "--json")).get("features");
        double least = Math.min(importance.get(2).get("mean").asDouble(), importance.get(5).get("mean").asDouble());
        for (int column : new int[] {0, 1, 3, 4, 6, 7}) {
            assertThat(importance.get(column).get("mean").asDouble()).isLessThan(least / 20);
        }
        Cli pairs = Cli.run("explain", model, csv, "--method", "shap", "--rows", "1-6", "--interactions", "--background",
                Files.writeString(folder.resolve("background.csv"), head(csv, 21)));
        List<String> together = pairs.out().lines().dropWhile(line -> !line.startsWith("columns")).skip(1).toList();
        assertThat(together.get(0)).startsWith("c × f");
        double first = Double.parseDouble(together.get(0).replaceAll(".* ", ""));
        assertThat(Double.parseDouble(together.get(1).replaceAll(".* ", ""))).isLessThan(first / 10);
        JsonNode rules = json(Cli.run("explain", model, csv, "--method", "surrogate", "--leaves", "6", "--json")).get("rules");
        assertThat(rules).hasSize(6).allSatisfy(rule -> assertThat(rule.get("conditions").toString())
                .doesNotContainPattern("\\b[abdegh]\\b").containsPattern("\\b[cf]\\b"));
    }

    private static String head(Path csv, int lines) throws IOException {
        return Files.readAllLines(csv).stream().limit(lines).collect(Collectors.joining("\n"));
    }

    /** The target itself in another currency, beside two honest columns; and a column that says the same as another. */
    @Test
    void aColumnThatLeaksAndTwinsAreNamed() throws IOException {
        Random random = new Random(9);
        Path csv = Files.writeString(folder.resolve("leak.csv"), "area,rooms,euros,metres,y\n" + IntStream.range(0, 120).mapToObj(row -> {
            double area = 50 + 100 * random.nextDouble();
            double price = area + 60 * random.nextGaussian();
            return area + "," + (1 + random.nextInt(5)) + "," + 0.9 * price + "," + (area * 0.3048 + 0.01 * random.nextGaussian()) + ","
                    + price;
        }).collect(Collectors.joining("\n")));
        Path model = trained(csv, "--model", "linear", "--steps", "600");
        Cli told = Cli.run("explain", model, csv, "--method", "permutation");
        assertThat(told.out().lines().skip(1).findFirst().orElseThrow()).startsWith("euros");
        assertThat(told.err()).contains("euros alone is worth").contains("does it hold what is to be predicted?")
                .contains("area and metres go together");
    }
}

package downhill.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import downhill.store.ModelStore;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

class CompareTest {
    @TempDir
    private Path folder;

    @Test
    void aComparisonWritesDocumentHistorySummaryPictureAndModels() throws IOException {
        Path out = folder.resolve("race");
        Cli result = Cli.run("compare", "iris", "--optimizers", "sgd,adam", "--steps", "40", "--batch", "16", "--out", out);
        assertThat(result.code()).as(result.err()).isEqualTo(0);
        assertThat(result.out()).contains("SGD").contains("Adam").contains("FINISHED");
        try (var files = Files.list(out)) {
            assertThat(files.map(file -> file.getFileName().toString()).sorted().toArray())
                    .containsExactly("experiment.json", "history.csv",
                    "loss.png", "model-adam.downhill-model", "model-sgd.downhill-model", "summary.json");
        }
        JsonNode summary = Cli.json(Files.readString(out.resolve("summary.json")));
        assertThat(Cli.names(summary)).containsExactly("contenders", "backend", "seed", "data", "findings");
        JsonNode first = summary.get("contenders").get(0);
        assertThat(Cli.names(first)).containsExactly("name", "rule", "outcome", "steps", "initialLoss", "finalLoss", "loss",
                "validationLoss", "bestValidationLoss", "bestStep", "metric", "stepsPerSecond");
        assertThat(Cli.names(first.get("metric"))).containsExactly("name", "value");
        assertThat(first.get("outcome").stringValue()).isEqualTo("FINISHED");
        assertThat(first.get("finalLoss").doubleValue()).isLessThan(first.get("initialLoss").doubleValue());
    }

    @Test
    void theHistoryHasARowForEachStepAndAgreesWithTheSummary() throws IOException {
        Path out = folder.resolve("race");
        Cli.run("compare", "iris", "--optimizers", "sgd,adam", "--steps", "30", "--batch", "16", "--out", out);
        List<String> lines = Files.readAllLines(out.resolve("history.csv"));
        assertThat(lines.get(0)).isEqualTo("contender,step,epoch,train_loss,validation_loss,learning_rate");
        assertThat(lines).as("a row for each step, and the validation after the last").hasSize(1 + 2 * 30 + 2);
        assertThat(lines.get(62)).matches("Adam,30,[\\d.]+,,[\\d.E-]+,");
        assertThat(lines.get(1)).startsWith("SGD,0,0.0,");
        assertThat(lines.get(60)).startsWith("Adam,29,");
        JsonNode adam = Cli.json(Files.readString(out.resolve("summary.json"))).get("contenders").get(1);
        assertThat(Double.parseDouble(lines.get(60).split(",")[3])).isEqualTo(adam.get("finalLoss").doubleValue());
        assertThat(Double.parseDouble(lines.get(2).split(",")[3])).isEqualTo(adam.get("initialLoss").doubleValue());
        double ofAnEpoch = lines.subList(1, 61).stream().filter(line -> line.startsWith("Adam,")).skip(30 - 8)
                .mapToDouble(line -> Double.parseDouble(line.split(",")[3])).average().orElseThrow();
        assertThat(adam.get("loss").doubleValue()).as("8 batches of 16 in 120 rows").isCloseTo(ofAnEpoch, within(1e-12));
        assertThat(lines.stream().skip(1).anyMatch(line -> line.split(",")[4].isEmpty())).isTrue();
        assertThat(lines.get(1).split(",")[4]).isNotEmpty();
    }

    @Test
    void earlyStoppingKeepsTheBestAlsoWhereTheStepsRunOutFirst() throws IOException {
        Path out = folder.resolve("race");
        Cli result = Cli.run("compare", "iris", "--optimizers", "adam", "--learning-rate", "0.1", "--steps", "300", "--batch", "8",
                "--patience", "1000", "--out", out);
        assertThat(result.code()).as(result.err()).isEqualTo(0);
        double[] checks = Files.readAllLines(out.resolve("history.csv")).stream().skip(1).map(line -> line.split(",", -1)[4])
                .filter(cell -> !cell.isEmpty())
                .mapToDouble(Double::parseDouble).toArray();
        double best = java.util.Arrays.stream(checks).min().orElseThrow();
        assertThat(best).as("the last check is not the best").isLessThan(checks[checks.length - 1]);
        JsonNode adam = Cli.json(Files.readString(out.resolve("summary.json"))).get("contenders").get(0);
        assertThat(adam.get("outcome").stringValue()).isEqualTo("FINISHED");
        assertThat(adam.get("validationLoss").doubleValue()).isEqualTo(best);
        assertThat(ModelStore.read(out.resolve("model-adam.downhill-model")).training().validationLoss()).isEqualTo(best);
        assertThat(Cli.run("compare", "--help").out().replaceAll("\\s+", " ")).contains("of the parameters of the lowest validation loss");
    }

    @Test
    void severalSeedsAreToldOneByOneWithMeanAndSpread() throws IOException {
        Path out = folder.resolve("race");
        Cli result = Cli.run("compare", "iris", "--optimizers", "sgd,adam", "--steps", "20", "--seeds", "3", "--seed", "7", "--out", out);
        assertThat(result.code()).as(result.err()).isEqualTo(0);
        assertThat(result.out()).contains("±");
        JsonNode adam = Cli.json(Files.readString(out.resolve("summary.json"))).get("contenders").get(1);
        JsonNode each = adam.get("seeds").get("each");
        assertThat(each.size()).isEqualTo(3);
        assertThat(each.get(2).get("seed").longValue()).isEqualTo(9);
        double sum = 0;
        for (JsonNode seed : each) {
            sum += seed.get("finalLoss").doubleValue();
            assertThat(Cli.names(seed)).containsExactly("seed", "finalLoss", "loss", "validationLoss", "metric");
        }
        double kept = ModelStore.read(out.resolve("model-adam.downhill-model")).training().validationLoss();
        assertThat(kept).as("the model that is kept is the first seed's").isEqualTo(each.get(0).get("validationLoss").doubleValue());
        JsonNode loss = adam.get("seeds").get("finalLoss");
        assertThat(Cli.names(loss)).containsExactly("mean", "standardDeviation", "least", "most");
        assertThat(loss.get("mean").doubleValue()).isCloseTo(sum / 3, within(1e-12))
                .isCloseTo(adam.get("finalLoss").doubleValue(), within(1e-12));
        double told = 0;
        for (JsonNode seed : each) {
            told += seed.get("loss").doubleValue() / 3;
        }
        assertThat(adam.get("seeds").get("loss").get("mean").doubleValue()).isCloseTo(told, within(1e-12))
                .isCloseTo(adam.get("loss").doubleValue(), within(1e-12));
        assertThat(loss.get("standardDeviation").doubleValue()).isGreaterThan(0);
        List<String> lines = Files.readAllLines(out.resolve("seeds.csv"));
        assertThat(lines.get(0)).isEqualTo("contender,step,seed,train_loss");
        assertThat(lines).hasSize(1 + 2 * 20 * 3);
        assertThat(lines.get(4)).startsWith("Adam,0,7,");
        assertThat(lines.get(120)).startsWith("Adam,19,9,").endsWith("," + each.get(2).get("finalLoss").doubleValue());
    }

    @Test
    void aSeedOfSeveralEndsAsItWouldAlone() throws IOException {
        Cli.run("compare", "iris", "--optimizers", "adam", "--steps", "20", "--seeds", "3", "--precision", "double", "--out",
                folder.resolve("a"));
        JsonNode second = Cli.json(Files.readString(folder.resolve("a/summary.json"))).get("contenders").get(0).get("seeds").get("each")
                .get(0);
        Cli.run("compare", "iris", "--optimizers", "adam", "--steps", "20", "--precision", "double", "--out", folder.resolve("b"));
        JsonNode alone = Cli.json(Files.readString(folder.resolve("b/summary.json"))).get("contenders").get(0);
        assertThat(second.get("finalLoss").doubleValue()).isEqualTo(alone.get("finalLoss").doubleValue());
        assertThat(second.get("metric").doubleValue()).isEqualTo(alone.get("metric").get("value").doubleValue());
        assertThat(alone.get("seeds")).isNull();
        assertThat(folder.resolve("b/seeds.csv")).doesNotExist();
    }

    @Test
    void imagesAreShiftedMirroredAndMadeNoisy() throws IOException {
        Cli result = Cli.run("compare", "digits", "--optimizers", "adam", "--steps", "5", "--shift", "1", "--flip", "--noise", "0.1",
                "--l2", "0.01",
                "--clip-norm", "1", "--patience", "3", "--out", folder.resolve("a"));
        assertThat(result.code()).as(result.err()).isEqualTo(0);
        JsonNode training = Cli.json(Files.readString(folder.resolve("a/experiment.json"))).get("experiment").get("training");
        assertThat(training.get("augmentation").toString())
                .isEqualTo("{\"jitter\":0.0,\"shift\":1,\"flip\":true,\"noise\":0.1,\"relabel\":0}");
        assertThat(training.get("penalty").get("l2").doubleValue()).isEqualTo(0.01);
        assertThat(training.get("clipping").get("limit").doubleValue()).isEqualTo(1);
        assertThat(training.get("earlyStopping").get("patience").intValue()).isEqualTo(3);
    }

    @Test
    void theArticlesNetworkTrainsOnImagesOf28By28WithItsFlattenedSizeComputed() throws IOException {
        StringBuilder text = new StringBuilder("digit");
        for (int i = 0; i < 784; i++) {
            text.append(",p").append(i);
        }
        for (int row = 0; row < 30; row++) {
            text.append('\n').append(row % 2 == 0 ? "zero" : "one");
            for (int i = 0; i < 784; i++) {
                boolean ring = Math.abs(Math.hypot(i % 28 - 14, i / 28 - 14) - 8) < 2;
                text.append(',').append(row % 2 == 0 && ring || row % 2 == 1 && Math.abs(i % 28 - 14) < 2 ? 200 + row : (row * 7 + i) % 30);
            }
        }
        Path csv = folder.resolve("images.csv");
        Files.writeString(csv, text);
        Cli result = Cli.run("compare", csv, "--target", "digit", "--image", "1x28x28", "--model", "cnn", "--optimizers", "adam",
                "--steps", "8", "--batch",
                "8", "--out", folder.resolve("a"));
        assertThat(result.code()).as(result.err()).isEqualTo(0);
        JsonNode model = Cli.json(Files.readString(folder.resolve("a/experiment.json"))).get("experiment").get("problem").get("model");
        assertThat(model.get("architecture").get("dense").toString()).isEqualTo("[500]");
        JsonNode adam = Cli.json(Files.readString(folder.resolve("a/summary.json"))).get("contenders").get(0);
        assertThat(adam.get("finalLoss").doubleValue()).isLessThan(adam.get("initialLoss").doubleValue());
        assertThat(adam.get("metric").get("value").doubleValue()).isEqualTo(1);
    }

    @Test
    void aDivergingRunEndsAloneAndTheCommandFallsShort() throws IOException {
        Path out = folder.resolve("race");
        Cli result = Cli.run("compare", "diabetes", "--model", "linear", "--optimizers", "gradient-descent,adam", "--learning-rate",
                "10,0.01",
                "--steps", "200", "--out", out);
        assertThat(result.code()).isEqualTo(1);
        JsonNode contenders = Cli.json(Files.readString(out.resolve("summary.json"))).get("contenders");
        assertThat(contenders.get(0).get("outcome").stringValue()).isEqualTo("DIVERGED");
        String reason = contenders.get(0).get("reason").stringValue();
        assertThat(reason).isEqualTo("loss at step " + contenders.get(0).get("steps").longValue() + " is Infinity");
        assertThat(result.out()).contains("DIVERGED (" + reason + ")");
        assertThat(result.err()).contains("Gradient descent diverged: " + reason + ".");
        assertThat(contenders.get(0).get("validationLoss").isNull() && contenders.get(0).get("metric").get("value").isNull()).isTrue();
        assertThat(contenders.get(1).has("reason")).isFalse();
        assertThat(contenders.get(0).get("steps").longValue()).isLessThan(200);
        assertThat(contenders.get(1).get("outcome").stringValue()).isEqualTo("FINISHED");
        assertThat(out.resolve("model-gradient-descent.downhill-model")).doesNotExist();
    }

    @Test
    void aRuleOfOnesOwnRacesLikeTheOthers() throws IOException {
        Path rule = folder.resolve("signs.rule");
        Files.writeString(rule, downhill.optim.RuleLibrary.builtIn().byId("gradient-descent").orElseThrow().text()
                .replace("gradient-descent", "signs").replace("θ − η·g", "θ − η·sign(g)"));
        Path out = folder.resolve("race");
        Cli result = Cli.run("compare", "iris", "--optimizers", "sgd," + rule, "--steps", "10", "--out", out);
        assertThat(result.code()).as(result.err()).isEqualTo(0);
        assertThat(Cli.run("train", out.resolve("experiment.json"), "--out", folder.resolve("again")).code()).isEqualTo(0);
    }
}

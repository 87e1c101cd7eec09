package downhill.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import downhill.data.ColumnType;
import downhill.data.Scaling;
import downhill.data.TaskKind;
import downhill.data.prepare.FeatureStep;
import downhill.data.prepare.Preprocessing;
import downhill.data.prepare.TargetStep;
import downhill.model.Architecture;
import downhill.model.Loss;
import downhill.model.ModelSpec;
import downhill.model.TrainedModel;
import downhill.store.ModelStore;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Scores and metrics against those that numpy computes from the definitions: {@code reference/evaluate.py}. */
class EvaluateTest {
    private static final double CLOSE = 1e-12;

    @TempDir
    private Path folder;

    static Stream<Named<JsonNode>> cases() throws IOException {
        try (InputStream in = EvaluateTest.class.getResourceAsStream("/reference/evaluate.json")) {
            JsonNode all = JsonMapper.builder().build().readTree(in);
            return StreamSupport.stream(all.spliterator(), false).map(each -> Named.of(each.get("name").stringValue(), each)).toList()
                    .stream();
        }
    }

    @ParameterizedTest
    @MethodSource("cases")
    void theMetricsAreThoseOfTheDefinitions(JsonNode reference) throws IOException {
        Cli result = Cli.run("evaluate", model(reference), csv(reference), "--json");
        assertThat(result.code()).as(result.err()).isEqualTo(0);
        JsonNode measured = JsonMapper.builder().build().readTree(result.out());
        assertThat(measured.get("rows").intValue()).isEqualTo(reference.get("scores").size());
        for (String name : new ArrayList<>(reference.get("metrics").propertyNames())) {
            JsonNode expected = reference.get("metrics").get(name);
            if (expected.isNull()) {
                assertThat(measured.get(name).isNull()).as(name).isTrue();
            } else {
                assertThat(measured.get(name).doubleValue()).as(name).isCloseTo(expected.doubleValue(),
                        within(CLOSE * Math.max(1, Math.abs(expected.doubleValue()))));
            }
        }
    }

    @ParameterizedTest
    @MethodSource("cases")
    void theScoresAreThoseOfTheDefinitions(JsonNode reference) throws IOException {
        Path scored = folder.resolve("scored.csv");
        Cli result = Cli.run("predict", model(reference), csv(reference), "--out", scored);
        assertThat(result.code()).as(result.err()).isEqualTo(0);
        List<String> lines = Files.readAllLines(scored);
        boolean classes = !reference.get("classes").isEmpty();
        for (int row = 0; row < reference.get("scores").size(); row++) {
            String[] cells = lines.get(row + 1).split(",");
            JsonNode expected = reference.get("scores").get(row);
            for (int k = 0; k < expected.size(); k++) {
                assertThat(Double.parseDouble(cells[3 + (classes ? 1 : 0) + k]))
                        .isCloseTo(expected.get(k).doubleValue(), within(1e-12 * 100));
            }
        }
        assertThat(lines).hasSize(reference.get("scores").size() + 1);
    }

    @Test
    void whatIsNotDefinedIsADashAndSaidWhy() throws IOException {
        JsonNode constant = cases().filter(each -> each.getName().equals("a constant target")).findFirst().orElseThrow().getPayload();
        Cli numbers = Cli.run("evaluate", model(constant), csv(constant));
        assertThat(numbers.out()).containsPattern("R² +-");
        assertThat(numbers.err()).contains("R² is not defined");
        JsonNode absent = cases().filter(each -> each.getName().startsWith("a class that")).findFirst().orElseThrow().getPayload();
        assertThat(Cli.run("evaluate", model(absent), csv(absent)).err()).contains("No row is of the class green");
    }

    @Test
    void aFileWithoutTheTargetOrWithoutAnyOfItsValuesIsRefused() throws IOException {
        JsonNode reference = cases().findFirst().orElseThrow().getPayload();
        Path other = Files.writeString(folder.resolve("other.csv"), "a,b\n1,2\n3,4\n");
        Cli without = Cli.run("evaluate", model(reference), other);
        assertThat(without.err()).contains("does not hold the target \"label\"");
        assertThat(without.code()).isEqualTo(2);
        Path empty = Files.writeString(folder.resolve("empty.csv"), "a,b,label\n1,2,\n3,4,\n");
        Cli unlabelled = Cli.run("evaluate", model(reference), empty);
        assertThat(unlabelled.err()).contains("has no row that can be scored and has a known value");
        assertThat(unlabelled.code()).isEqualTo(2);
    }

    @Test
    void rowsOfAClassThatDidNotOccurInTrainingAreToldApartFromThoseWithoutOne() throws IOException {
        JsonNode reference = cases().filter(each -> each.getName().equals("three classes")).findFirst().orElseThrow().getPayload();
        String known = reference.get("classes").get(0).stringValue();
        Path file = Files.writeString(folder.resolve("some.csv"), "label,b,a\nmauve,1,2\n" + known + ",1,2\n,1,2\nmauve,1,3\n");
        Cli result = Cli.run("evaluate", model(reference), file, "--json");
        assertThat(result.err())
                .contains("2 rows are of a class that did not occur in training (\"mauve\" × 2); the model cannot be right there");
        JsonNode measured = JsonMapper.builder().build().readTree(result.out());
        assertThat(measured.get("rows").intValue()).isEqualTo(1);
        assertThat(measured.get("unlabelled").intValue()).isEqualTo(3);
    }

    private Path csv(JsonNode reference) throws IOException {
        return Files.writeString(folder.resolve("rows.csv"), reference.get("csv").stringValue());
    }

    private Path model(JsonNode reference) {
        List<String> classes = new ArrayList<>();
        reference.get("classes").forEach(each -> classes.add(each.stringValue()));
        List<FeatureStep> features = new ArrayList<>();
        for (int i = 0; i < 2; i++) {
            features.add(new FeatureStep.Numeric(i == 0 ? "a" : "b", ColumnType.NUMBER, reference.get("fill").get(i).doubleValue(),
                    Scaling.STANDARD, reference.get("center").get(i).doubleValue(), reference.get("scale").get(i).doubleValue()));
        }
        TargetStep target = classes.isEmpty() ? new TargetStep.NumberTarget("label", reference.get("targetCenter").doubleValue(),
                reference.get("targetScale").doubleValue()) : new TargetStep.ClassTarget("label", classes);
        int outputs = reference.get("bias").size();
        TaskKind task = classes.isEmpty() ? TaskKind.REGRESSION : outputs == 1 ? TaskKind.BINARY : TaskKind.MULTICLASS;
        ModelSpec spec = switch (reference.get("kind").stringValue()) {
            case "linear" -> new ModelSpec(new Architecture.Linear(), Loss.MSE);
            case "logistic" -> new ModelSpec(new Architecture.Logistic(), Loss.BINARY_CROSS_ENTROPY);
            default -> new ModelSpec(new Architecture.Softmax(), Loss.CROSS_ENTROPY);
        };
        double[] parameters = new double[3 * outputs];
        for (int k = 0; k < outputs; k++) {
            parameters[k] = reference.get("weights").get(0).get(k).doubleValue();
            parameters[outputs + k] = reference.get("weights").get(1).get(k).doubleValue();
            parameters[2 * outputs + k] = reference.get("bias").get(k).doubleValue();
        }
        Path file = folder.resolve("model" + ModelStore.ENDING);
        ModelStore.write(file, new TrainedModel("by hand", spec, new Preprocessing(features, target, task, null, null, null), outputs,
                parameters,
                new TrainedModel.Origin("adam", Map.of(), 1, 1, "double", "FINISHED", 0, 0)));
        return file;
    }
}

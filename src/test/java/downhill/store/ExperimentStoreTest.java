package downhill.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import downhill.data.DataSource;
import downhill.data.DataSpec;
import downhill.data.prepare.Preprocessing;
import downhill.data.source.SampleData;
import downhill.engine.Precision;
import downhill.model.Architecture;
import downhill.model.Loss;
import downhill.model.ModelSpec;
import downhill.race.document.ContenderSpec;
import downhill.race.document.Experiment;
import downhill.race.document.Problem;
import downhill.race.document.TrainingSpec;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ExperimentStoreTest {
    @TempDir
    private Path folder;

    static Experiment iris() {
        return experiment(SampleData.of("iris").spec());
    }

    static Experiment experiment(DataSpec data) {
        ModelSpec model = new ModelSpec(new Architecture.Softmax(), Loss.CROSS_ENTROPY);
        return new Experiment("Iris", new Problem.Learning(data, model), TrainingSpec.of(100, 32),
                List.of(ContenderSpec.of("a", "Adam", "adam", Map.of("learningRate", 0.01), 0),
                        ContenderSpec.of("b", "SGD", "sgd", Map.of(), 1)), 42, Precision.DOUBLE);
    }

    @ParameterizedTest
    @ValueSource(classes = {Experiment.class, Preprocessing.class, ModelSpec.class})
    void everyValueComesBackAsItWas(Class<? extends Record> type) {
        Set<Class<?>> made = new HashSet<>();
        for (int seed = 0; seed < 400; seed++) {
            RandomRecords random = new RandomRecords(seed);
            Record value = random.make(type);
            String text = Json.text(RecordWriter.tree(value));
            Record back = new RecordReader("memory", new byte[0])
                    .read(type, Json.parse(text.getBytes(StandardCharsets.UTF_8), "memory"), "");
            assertThat(back).as(text).isEqualTo(value);
            made.addAll(random.made());
        }
        assertThat(made).containsAll(members(type, new HashSet<>()));
    }

    /** All record types that a type can hold. */
    private static Set<Class<?>> members(Class<?> type, Set<Class<?>> found) {
        if (type.isSealed()) {
            for (Class<?> member : type.getPermittedSubclasses()) {
                members(member, found);
            }
        } else if (type.isRecord() && found.add(type)) {
            for (java.lang.reflect.RecordComponent component : type.getRecordComponents()) {
                members(component.getType(), found);
                if (component.getGenericType() instanceof java.lang.reflect.ParameterizedType generic) {
                    for (java.lang.reflect.Type argument : generic.getActualTypeArguments()) {
                        members((Class<?>) argument, found);
                    }
                }
            }
        }
        return found;
    }

    @Test
    void numbersThatJsonCannotSayAreWrittenAsWords() {
        Experiment experiment = iris().withContenders(List.of(ContenderSpec.of("a", "A", "adam", Map.of(), 0)
                .withChanges(List.of(new ContenderSpec.Change(1, "learningRate", Double.NaN),
                        new ContenderSpec.Change(2, "learningRate", Double.NEGATIVE_INFINITY)))));
        String text = ExperimentStore.text(experiment, folder);
        assertThat(text).contains("\"NaN\"", "\"-Infinity\"");
        assertThat(ExperimentStore.read(text, "memory", folder).experiment()).isEqualTo(experiment);
    }

    @Test
    void aLineageThatCannotBeIsRefused() {
        ContenderSpec a = iris().contenders().get(0);
        ContenderSpec b = iris().contenders().get(1);
        refused(List.of(a, a), "experiment.contenders[0].fork.lineage[1].id \"a\" is used twice");
        refused(List.of(b.withFork(new ContenderSpec.Fork("a", 1, Map.of(), List.of(a)))),
                "lineage[0].fork must not have a lineage of its own");
        refused(List.of(b, a.withHyperparameters(Map.of("learningRate", -1.0))),
                "experiment.contenders[0].fork.lineage[1].hyperparameters");
        refused(List.of(a.withRule("madam", null, Map.of())), "lineage[0].ruleId \"madam\" is not known");
        refused(java.util.Collections.nCopies(1001, a), "more than 1000 ancestors");
    }

    private void refused(List<ContenderSpec> lineage, String message) {
        ContenderSpec branch = ContenderSpec.of("f", "F", "adam", Map.of(), 0).withFork(new ContenderSpec.Fork("a", 2, Map.of(), lineage));
        String text = ExperimentStore.text(iris().withContenders(List.of(branch)), folder);
        assertThatThrownBy(() -> ExperimentStore.read(text, "memory", folder)).isInstanceOf(StoreException.class)
                .hasMessageContaining(message);
    }

    @Test
    void aDocumentNamesNoClass() {
        assertThat(ExperimentStore.text(iris(), folder)).doesNotContain("downhill.", "java.", "@class");
    }

    @Test
    void aDataFileIsNamedRelativelyToTheDocument() throws IOException {
        Path data = Files.createDirectories(folder.resolve("data")).resolve("x.csv");
        Files.writeString(data, "a,b\n1,2\n3,4\n");
        Path document = folder.resolve("runs/experiment.json");
        ExperimentStore.write(document, experiment(DataSpec.of(new DataSource.CsvFile("x.csv"))), folder.resolve("data"));
        OpenedExperiment opened = ExperimentStore.read(document);
        assertThat(DataFiles.csv(opened.experiment()).orElseThrow().path()).isEqualTo("../data/x.csv");
        assertThat(opened.notices()).isEmpty();
        Files.writeString(data, "a,b\n1,2\n3,5\n");
        assertThat(ExperimentStore.read(document).notices().toString()).contains("was changed");
        Files.delete(data);
        assertThat(ExperimentStore.read(document).notices().toString()).contains("is missing");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', value = {
        "\"version\" : 4,|\"version\" : 9,|Install a newer Downhill",
        "\"version\" : 4,|\"version\" : 0,|\"version\" must be a whole number from 1",
        "\"version\" : 4,|\"version\" : \"1\",|\"version\" must be a whole number from 1",
        "downhill-experiment|other|is not an experiment of Downhill",
        "\"seed\" : 42,|\"seed\" : 42.5,|experiment.problem.data.split.seed must be a whole number, but is 42.5",
        "\"seed\" : 42,|\"seed\" : \"42\",|experiment.problem.data.split.seed must be a whole number, but is \"42\"",
        "\"seed\" : 42,|\"seed\" : 42, \"seed\" : 43,|line",
        "\"seed\" : 42,|\"seed\" : 42, \"colour\" : 1,|experiment.problem.data.split has the unknown field \"colour\"",
        "\"title\" : \"Iris\",||experiment lacks the field \"title\"",
        "\"title\" : \"Iris\",|\"title\" : null,|experiment.title must be a text, but is null",
        "\"title\" : \"Iris\",|\"title\" : [],|experiment.title must be a text, but is a list",
        "\"adam\"|\"madam\"|experiment.contenders[0].ruleId \"madam\" is not known",
        "\"id\" : \"b\"|\"id\" : \"a\"|experiment.contenders[1].id \"a\" is used twice",
        "\"learningRate\" : 0.01|\"learningRate\" : 1e999|must be a number below",
        "\"learningRate\" : 0.01|\"learningRate\" : \"0.01\"|hyperparameters.learningRate must be a number, but is \"0.01\"",
        "\"learningRate\" : 0.01|\"warp\" : 1|hyperparameters.warp is not one of the rule adam",
        "\"kind\" : \"softmax\"|\"kind\" : \"java.lang.Runtime\"|experiment.problem.model.architecture.kind is \"java.lang.Runtime\", which is none of linear",
        "\"kind\" : \"softmax\"|\"kind\" : \"recurrent\", \"cell\" : \"lstm\", \"hidden\" : 0, \"layers\" : 1|experiment.problem.model.architecture.hidden must be a"
            + " whole number in [1, 2147483647]; it is 0.",
        "\"kind\" : \"softmax\"||lacks its \"kind\"",
        "\"loss\" : \"cross-entropy\"|\"loss\" : \"CROSS_ENTROPY\"|experiment.problem.model.loss must be one of mse",
        "\"validationRatio\" : 0.2|\"validationRatio\" : 2|experiment.problem.data.split is refused: Share held out for validation must be a number in [0, 1)",
        "\"steps\" : 100|\"steps\" : -1|experiment.training.steps must be a whole number in [1, 1e12]; it is -1."})
    void whatIsWrongIsSaidWithItsPlace(String part, String replacement, String message) {
        String text = ExperimentStore.text(iris(), folder);
        assertThat(text).contains(part);
        String mangled = text.replaceFirst(java.util.regex.Pattern.quote(part),
                java.util.regex.Matcher.quoteReplacement(replacement == null ? "" : replacement));
        assertThatThrownBy(() -> ExperimentStore.read(mangled, "my.json", folder)).isInstanceOf(StoreException.class)
                .hasMessageStartingWith("my.json").hasMessageContaining(message);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "{", "[]", "null", "42", "\"x\"", "{}", "\u0000\u0001", "{\"format\":\"downhill-experiment\"}",
        "{\"format\":\"downhill-experiment\",\"version\":1} x", "{\"format\":\"downhill-experiment\",\"version\":1}"})
    void whatIsNoDocumentIsRefused(String text) {
        assertThatThrownBy(() -> ExperimentStore.read(text, "my.json", folder)).isInstanceOf(StoreException.class)
                .hasMessageStartingWith("my.json").hasMessageNotContaining("\n");
    }

    @Test
    void aHostileDepthIsRefused() {
        String text = "{\"format\":\"downhill-experiment\",\"version\":1,\"experiment\":" + "[".repeat(100_000) + "}";
        assertThatThrownBy(() -> ExperimentStore.read(text, "my.json", folder)).isInstanceOf(StoreException.class)
                .hasMessageContaining("more than 64 levels");
    }

    @Test
    void aHostileTextIsRefused() {
        String text = ExperimentStore.text(iris(), folder).replace("\"Iris\"", "\"" + "x".repeat(2_000_000) + "\"");
        assertThatThrownBy(() -> ExperimentStore.read(text, "my.json", folder)).isInstanceOf(StoreException.class)
                .hasMessageContaining("a text of more than 1000000 characters");
    }

    @Test
    void theTextBeforeIsKeptBesideTheNewOne() throws IOException {
        Path file = folder.resolve("e.json");
        ExperimentStore.write(file, iris(), folder);
        String before = Files.readString(file);
        ExperimentStore.write(file, iris().withTitle("Other"), folder);
        assertThat(Files.readString(folder.resolve("e.json" + AtomicFiles.PREVIOUS))).isEqualTo(before);
        assertThat(ExperimentStore.read(file).experiment().title()).isEqualTo("Other");
    }
}

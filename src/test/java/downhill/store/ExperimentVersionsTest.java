package downhill.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import downhill.data.DataSource;
import downhill.data.DataSpec;
import downhill.data.Edition;
import downhill.data.EqualRows;
import downhill.data.Level;
import downhill.data.source.SampleData;
import downhill.optim.Rule;
import downhill.optim.RuleParser;
import downhill.race.document.ContenderSpec;
import downhill.race.document.Experiment;
import downhill.race.document.Problem;
import downhill.race.document.TrainingSpec;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Documents of every version are read as what they meant when they were written. */
class ExperimentVersionsTest {
    @TempDir
    private Path folder;

    private Experiment frozen(String name) throws IOException {
        try (var in = ExperimentVersionsTest.class.getResourceAsStream("/documents/" + name)) {
            return ExperimentStore.read(new String(in.readAllBytes(), StandardCharsets.UTF_8), name, folder).experiment();
        }
    }

    /** Files as these versions wrote them; never to be changed. */
    @ParameterizedTest
    @ValueSource(strings = {"experiment-1.json", "experiment-2.json", "experiment-3.json"})
    void everyVersionIsStillRead(String name) throws IOException {
        DataSpec then = SampleData.of("iris").spec().withEdition(Edition.FIRST);
        assertThat(frozen(name)).isEqualTo(ExperimentStoreTest.experiment(then.withSplit(then.split().withEqualRows(EqualRows.APART))));
    }

    @Test
    void theNewestVersionIsRead() throws IOException {
        assertThat(frozen("experiment-4.json")).isEqualTo(ExperimentStoreTest.iris());
    }

    @Test
    void aBranchComesBackWithThoseWhomItBranchedOff() throws IOException {
        ContenderSpec.Fork fork = frozen("experiment-3-branch.json").contenders().get(2).fork();
        ContenderSpec was = ExperimentStoreTest.iris().contenders().get(1)
                .withChanges(List.of(new ContenderSpec.Change(20, "learningRate", 0.25)));
        assertThat(fork).isEqualTo(new ContenderSpec.Fork("b", 50, Map.of(3, 0.5), List.of(was)));
    }

    @Test
    void whatTheFirstVersionDidNotHaveMeansWhatItDidThen() throws IOException {
        Experiment early = frozen("experiment-1-series.json");
        DataSpec data = ((Problem.Learning) early.problem()).data();
        assertThat(data.sequence().level()).isEqualTo(Level.NONE);
        assertThat(early.training().augmentation().noise()).isZero();
        DataSource.CsvFile csv = (DataSource.CsvFile) data.source();
        assertThat(csv.options().said().delimiter()).isEqualTo(";");
        assertThat(csv.options().said().isComplete()).isTrue();
        assertThat(frozen("experiment-1-later.json")).as("written before the number was raised")
                .isEqualTo(frozen("experiment-2-series.json"));
        String rewritten = ExperimentStore.text(early, folder);
        assertThat(rewritten).contains("\"version\" : " + Migrations.experimentVersion());
        assertThat(ExperimentStore.read(rewritten, "memory", folder).experiment()).isEqualTo(early);
    }

    @Test
    void aRuleThatIsAnotherNowStaysWhatItWasWhenTheDocumentWasWritten() {
        ContenderSpec old = ContenderSpec.of("a", "A", "adopt", Map.of("learningRate", 0.6, "beta2", 0.5), 0);
        ContenderSpec branch = ContenderSpec.of("f", "F", "adopt", Map.of(), 0)
                .withFork(new ContenderSpec.Fork("a", 2, Map.of(), List.of(old)));
        String now = ExperimentStore.text(ExperimentStoreTest.iris().withContenders(List.of(branch)), folder);
        ContenderSpec same = ExperimentStore.read(now, "memory", folder).experiment().contenders().get(0);
        assertThat(same).as("a document of today").isEqualTo(branch);
        String then = now.replaceFirst("\"version\" : \\d+", "\"version\" : 3");
        ContenderSpec kept = ExperimentStore.read(then, "memory", folder).experiment().contenders().get(0);
        for (ContenderSpec one : List.of(kept, kept.fork().lineage().get(0))) {
            assertThat(one.ruleText()).contains("m ← if(t = 1, 0, β₁·m + (1 − β₁)·g / max(√v, ε))").contains("id: " + one.ruleId());
        }
        assertThat(kept.fork().lineage().get(0).hyperparameters()).isEqualTo(old.hyperparameters());
    }

    @Test
    void scheduleFreeSgdOfBeforeIsAskedAtY() {
        ContenderSpec old = ContenderSpec.of("a", "A", "schedule-free-sgd", Map.of("learningRate", 0.6), 0);
        String then = ExperimentStore.text(ExperimentStoreTest.iris().withContenders(List.of(old)), folder)
                .replaceFirst("\"version\" : \\d+", "\"version\" : 3");
        ContenderSpec kept = ExperimentStore.read(then, "memory", folder).experiment().contenders().get(0);
        Rule rule = RuleParser.parse(kept.ruleText());
        assertThat(rule.answerRow()).isNegative();
        assertThat(rule.text()).contains("x ← x + (z − x) / t\n  θ ← (1 − β)·z + β·x").contains("id: " + kept.ruleId());
        assertThat(kept.hyperparameters()).isEqualTo(old.hyperparameters());
    }

    @Test
    void aSeriesWrittenBeforeThereWereLevelsHasNone() {
        String text = ExperimentStore.text(ExperimentStoreTest.experiment(SampleData.of("air-passengers").spec()), folder);
        assertThat(level(text)).isEqualTo(Level.WINDOW);
        String earlier = text.replaceFirst(",\\s*\"level\" : \"window\"", "");
        assertThat(earlier).isNotEqualTo(text);
        assertThat(level(earlier)).isEqualTo(Level.NONE);
    }

    @Test
    void anAugmentationWrittenBeforeThereWasNoiseHasNone() {
        TrainingSpec training = ExperimentStoreTest.iris().training();
        TrainingSpec shaken = new TrainingSpec(training.steps(), training.batchSize(), training.penalty(), training.clipping(), null,
                new TrainingSpec.AugmentationSpec(0.25, 1, true, 0.5));
        String text = ExperimentStore.text(ExperimentStoreTest.iris().withTraining(shaken), folder);
        assertThat(ExperimentStore.read(text, "my.json", folder).experiment().training()).isEqualTo(shaken);
        String earlier = text.replaceFirst(",\\s*\"noise\" : 0.5", "");
        assertThat(earlier).isNotEqualTo(text);
        assertThat(ExperimentStore.read(earlier, "my.json", folder).experiment().training().augmentation())
                .isEqualTo(new TrainingSpec.AugmentationSpec(0.25, 1, true, 0));
        assertThatThrownBy(() -> ExperimentStore.read(text.replace("\"noise\" : 0.5", "\"noise\" : -1"), "my.json", folder))
                .isInstanceOf(StoreException.class).hasMessageContaining("experiment.training.augmentation is refused");
    }

    private Level level(String text) {
        Problem problem = ExperimentStore.read(text, "my.json", folder).experiment().problem();
        return ((Problem.Learning) problem).data().sequence().level();
    }

    /** Better guesses must not change what an older document computes, so that it keeps the rules that it was made under. */
    @ParameterizedTest
    @ValueSource(strings = {"experiment-1", "experiment-2", "experiment-3"})
    void documentsOfBeforeKeepTheRulesOfTheirTime(String name) throws IOException {
        Experiment old = ExperimentStore.read(Path.of("src/test/resources/documents/" + name + ".json")).experiment();
        assertThat(((Problem.Learning) old.problem()).data().edition()).isEqualTo(Edition.FIRST);
        ExperimentStore.write(folder.resolve("again.json"), old, folder);
        Experiment again = ExperimentStore.read(folder.resolve("again.json")).experiment();
        assertThat(((Problem.Learning) again.problem()).data().edition()).isEqualTo(Edition.FIRST);
        ExperimentStore.write(folder.resolve("new.json"), ExperimentStoreTest.iris(), folder);
        assertThat(Files.readString(folder.resolve("new.json"))).contains("\"edition\" : \"second\"");
    }
}

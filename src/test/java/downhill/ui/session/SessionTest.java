package downhill.ui.session;

import static org.assertj.core.api.Assertions.assertThat;

import downhill.data.DataSource;
import downhill.data.DataSpec;
import downhill.data.TaskKind;
import downhill.model.Architecture;
import downhill.model.Loss;
import downhill.model.ModelSpec;
import downhill.optim.RuleLibrary;
import downhill.race.document.ContenderSpec;
import downhill.race.document.Experiment;
import downhill.race.document.Problem;
import downhill.race.document.TrainingSpec;
import downhill.ui.fx.FxExecutor;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A session on one thread, over made-up races, without the toolkit. */
class SessionTest {
    private final List<MadeUpRace> races = new ArrayList<>();
    private Session session;

    @BeforeEach
    void openTheDemo() {
        session = new Session((experiment, prepared, from) -> {
            races.add(new MadeUpRace(experiment));
            return races.get(races.size() - 1);
        }, FxExecutor.immediate(), RuleLibrary.builtIn());
        session.open(Demo.experiment("Demo"), null, null);
        session.poll();
    }

    private MadeUpRace race() {
        return races.get(races.size() - 1);
    }

    @Test
    void openingReadsTheDataAndMakesARaceThatRests() {
        assertThat(session.dataProperty().get().prepared().training().count()).isEqualTo(120);
        assertThat(session.race().isOpen()).isTrue();
        assertThat(session.dirtyProperty().get()).isFalse();
        assertThat(race().asked).contains("watch 3");
    }

    @Test
    void aRenamedContenderKeepsItsRace() {
        session.edit(document -> Edits.contender(document, "c1", one -> one.withName("Slow")));
        assertThat(races).hasSize(1);
        assertThat(race().asked).noneMatch(call -> call.startsWith("replace"));
        assertThat(session.dirtyProperty().get()).isTrue();
    }

    @Test
    void aContenderComesAndGoesDuringTheRace() {
        session.race().step(10);
        session.poll();
        session.edit(document -> document.withContenders(with(document, ContenderSpec.of("c9", "Lion", "lion", Map.of(), 5))));
        session.edit(document -> document.withContenders(document.contenders().stream().filter(one -> !one.id().equals("c1")).toList()));
        assertThat(race().asked).contains("add Lion", "remove c1");
        assertThat(races).hasSize(1);
    }

    @Test
    void aLearningRateChangedDuringTheRaceIsPartOfTheDocumentFromThatStepOn() {
        session.race().step(240);
        session.poll();
        session.changeHyperparameter("c1", "learningRate", 0.2);
        session.poll();
        assertThat(race().asked).contains("change c1 learningRate 0.2");
        assertThat(session.experiment().contenders().get(0).changes()).containsExactly(new ContenderSpec.Change(240, "learningRate", 0.2));
        assertThat(session.experiment().contenders().get(0).hyperparameters()).containsEntry("learningRate", 0.05);
    }

    @Test
    void aLearningRateChangedBeforeTheRaceIsItsFirstValue() {
        session.changeHyperparameter("c1", "learningRate", 0.2);
        assertThat(session.experiment().contenders().get(0).hyperparameters()).containsEntry("learningRate", 0.2);
        assertThat(session.experiment().contenders().get(0).changes()).isEmpty();
        assertThat(race().asked).contains("replace SGD");
    }

    @Test
    void anotherSeedMakesAnotherRaceAndClosesTheOld() throws Exception {
        MadeUpRace old = race();
        session.edit(document -> document.withSeed(8));
        session.race().start();
        session.poll();
        assertThat(races).hasSize(2);
        assertThat(old.closed.get(20, TimeUnit.SECONDS)).as("on a thread of its own").isNull();
        assertThat(race().asked).contains("start");
    }

    /** Its contenders are called the same, so that its figures would stand for those of the race to come. */
    @Test
    void nothingOfARaceIsShownOnceAnotherIsToTakeItsPlace() {
        session.race().step(10);
        session.poll();
        assertThat(session.readProperty().get().contenders()).hasSize(4);
        session.edit(document -> document.withSeed(8));
        session.poll();
        assertThat(races).as("the other one is not made yet").hasSize(1);
        assertThat(session.readProperty().get().contenders()).isEmpty();
        assertThat(session.snapshotProperty().get().step()).isZero();
    }

    @Test
    void dataThatCannotBeReadAreTold() {
        session.edit(document -> document.withProblem(new Problem.Learning(DataSpec.of(new DataSource.CsvFile("no/such/file.csv")),
                model(document))));
        session.race().start();
        session.poll();
        assertThat(session.problemProperty().get()).contains("no such file");
    }

    @Test
    void aModelIsKeptWhereItFitsAndReplacedWhereItDoesNot() {
        ModelSpec softmax = new ModelSpec(new Architecture.Softmax(), Loss.CROSS_ENTROPY);
        assertThat(FittingModel.of(softmax, session.dataProperty().get().prepared())).isEqualTo(softmax);
        ModelSpec linear = new ModelSpec(new Architecture.Linear(), Loss.MSE);
        ModelSpec other = FittingModel.of(linear, session.dataProperty().get().prepared());
        assertThat(other.loss().fits(TaskKind.MULTICLASS)).isTrue();
        assertThat(other.architecture()).isInstanceOf(Architecture.Mlp.class);
    }

    @Test
    void freshNamesAndStylesDoNotRepeat() {
        assertThat(Edits.freshName(session.experiment(), "Adam")).isEqualTo("Adam 2");
        assertThat(Edits.freshId(session.experiment())).isEqualTo("c5");
        assertThat(Edits.freshStyle(session.experiment())).isEqualTo(4);
    }

    @Test
    void savingCleansOnlyWhatWasWritten() {
        session.edit(document -> document.withTraining(TrainingSpec.of(10, 4)));
        Experiment written = session.experiment();
        session.edit(document -> document.withTitle("Later"));
        session.markSaved(java.nio.file.Path.of("a.json"), written);
        assertThat(session.dirtyProperty().get()).isTrue();
        session.markSaved(java.nio.file.Path.of("a.json"), session.experiment());
        assertThat(session.dirtyProperty().get()).isFalse();
    }

    private static List<ContenderSpec> with(Experiment document, ContenderSpec one) {
        List<ContenderSpec> all = new ArrayList<>(document.contenders());
        all.add(one);
        return all;
    }

    private static ModelSpec model(Experiment document) {
        return ((Problem.Learning) document.problem()).model();
    }
}

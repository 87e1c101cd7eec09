package downhill.ui.window;

import static org.assertj.core.api.Assertions.assertThat;

import downhill.cluster.Workforce;
import downhill.data.DataSpec;
import downhill.race.document.Experiment;
import downhill.race.document.Problem;
import downhill.study.StudySettings;
import downhill.study.space.VaryText;
import downhill.study.trial.Trial;
import downhill.ui.i18n.Messages;
import downhill.ui.screen.Screen;
import downhill.ui.tune.TuneState;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.ServiceLoader;
import javafx.scene.Node;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.Labeled;
import javafx.scene.control.TextInputControl;
import org.junit.jupiter.api.Test;

/** What a person does while a search runs, and files that are no store of this search. */
class TuneMeanwhileTest extends TuneWindow {
    private void running() {
        plan(100_000, "learningRate=0.001..0.1:log");
        fire("tune-run");
        await("some are complete", () -> stand().complete().size() > 1);
    }

    private void stopped() {
        fire("tune-stop");
        await("it has ended", () -> !stand().state().isUnderWay());
    }

    /** The small sheet tries what was chosen, and the search there comes to the same trials. */
    @Test
    void itRunsOnCoresAsWorkersWithTheSameTrials() {
        plan(3, "learningRate=0.001..0.1:log");
        runFx(() -> model.planProperty().set(model.planProperty().get().withChosen(model.planProperty().get().chosen()
                .with(StudySettings.SAMPLER, StudySettings.SamplerName.RANDOM).with(StudySettings.PRUNER, StudySettings.PrunerName.NONE))));
        fire("tune-run");
        await("it is done here", () -> stand().state() == TuneState.DONE);
        List<Double> here = stand().trials().stream().map(Trial::loss).toList();
        runFx(() -> open.window.commands().execute(open.window.table().get("tune.place")));
        choose(2);
        runFx(() -> ((TextInputControl) node("place-master")).setText("spark://nobody:1"));
        told(ServiceLoader.load(Workforce.Provider.class).findFirst().isEmpty() ? "-Pspark" : "No master of Spark answers");
        choose(1);
        told("ready");
        fire("place-apply");
        assertThat(onFx(() -> model.placeProperty().get().name())).startsWith("cores[");
        runFx(model::forget);
        fire("tune-run");
        await("it is done there", () -> stand().state() == TuneState.DONE);
        assertThat(stand().trials()).extracting(Trial::loss).isEqualTo(here);
        assertThat(onFx(() -> model.costProperty().get().blocks())).isPositive();
    }

    private Node node(String id) {
        return open.window.scene().lookup("#" + id);
    }

    private void choose(int place) {
        runFx(() -> ((ComboBox<?>) node("place-where")).getSelectionModel().select(place));
    }

    private void told(String part) {
        fire("place-try");
        await(part, () -> ((Label) node("place-told")).getText().contains(part));
    }

    /** The search goes on with what it began with; what it found is not put into an experiment on other rows. */
    @Test
    void dataReplacedWhileItRuns() throws IOException {
        running();
        Path other = Files.copy(Path.of("sample-data", "iris.csv"), open.folder().resolve("other.csv"));
        Problem.Learning learning = (Problem.Learning) open.session.experiment().problem();
        runFx(() -> open.session.edit(document -> document.withProblem(new Problem.Learning(
                DataSpec.of(new downhill.data.DataSource.CsvFile(other.toString())).withTarget(learning.data().target())
                        .withSplit(learning.data().split()), learning.model()))));
        int before = stand().complete().size();
        await("it goes on", () -> stand().complete().size() > before);
        Experiment now = open.session.experiment();
        fire("tune-race");
        assertThat(open.session.experiment()).as("nothing of it races").isEqualTo(now);
        stopped();
        await("the data are there", () -> open.session.dataProperty().get() != null && open.session.dataProperty().get().isUsable());
        assertThat(onFx(() -> model.goesOn())).as("another search").isFalse();
    }

    /** Its trials are of the space that it began with. */
    @Test
    void theSpaceUndoneWhileItRuns() {
        running();
        runFx(() -> open.session.undo());
        int before = stand().complete().size();
        await("it goes on", () -> stand().complete().size() > before);
        assertThat(stand().complete()).allMatch(trial -> trial.values().keySet().equals(java.util.Set.of("learningRate")));
        Screen slices = tune.large().get(1);
        runFx(() -> open.window.shownProperty().set(slices));
        stopped();
        runFx(() -> open.session.redo());
        assertThat(onFx(() -> model.goesOn())).isTrue();
    }

    @Test
    void aFileThatIsNoStoreIsRefusedAndStaysAsItWas() throws IOException {
        Path foreign = Files.writeString(open.folder().resolve("foreign.db"), "a,b\n1,2\n");
        runFx(() -> model.planProperty().set(model.planProperty().get().withStore(foreign, "study")));
        plan(2, "learningRate=0.001..0.1:log");
        fire("tune-run");
        await("it is refused", () -> stand().state() == TuneState.FAILED);
        assertThat(onFx(() -> model.problemProperty().get())).contains("foreign.db");
        assertThat(onFx(() -> ((Labeled) node("tune-run")).getText())).as("nothing is begun anew").isEqualTo(Messages.text("tune.start"));
        assertThat(foreign).hasContent("a,b\n1,2\n");
        Path store = open.folder().resolve("study.db");
        runFx(() -> model.planProperty().set(model.planProperty().get().withStore(store, "study")));
        fire("tune-run");
        await("it is done", () -> stand().state() == TuneState.DONE);
        runFx(() -> model.planProperty().set(model.planProperty().get().withKnobs(List.of(VaryText.read("learningRate=0.01..1:log")))));
        fire("tune-run");
        await("another space is refused", () -> stand().state() == TuneState.FAILED);
        assertThat(onFx(() -> model.problemProperty().get())).isNotEmpty();
    }
}

package downhill.ui.window;

import static org.assertj.core.api.Assertions.assertThat;

import downhill.race.document.ContenderSpec;
import downhill.race.document.Experiment;
import downhill.study.StudySettings;
import downhill.study.trial.Trial;
import downhill.study.trial.TrialState;
import downhill.ui.chart.PickDrawing.Tone;
import downhill.ui.i18n.Messages;
import downhill.ui.i18n.Numbers;
import downhill.ui.session.Demo;
import downhill.ui.tune.TrialPick;
import downhill.ui.tune.TunePlan;
import downhill.ui.tune.TuneStand;
import downhill.ui.tune.TuneState;
import downhill.words.Said;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.TableView;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.GridPane;
import org.junit.jupiter.api.Test;

/** A search in the window: begun, paused, stopped, gone on with, and what is made of its trials. */
class TuneWorkspaceTest extends TuneWindow {
    private static final long ENDLESS = 100_000;

    /** Begun and stopped at once there is the baseline at least, which can be saved, and the race is what it was. */
    @Test
    void aModelIsFoundInASheetBesideTheRace() throws IOException {
        Experiment before = open.session.experiment();
        sheet();
        key("automl-start");
        key("automl-start");
        await("something is found", () -> !open.window.scene().lookup("#automl-save").isDisabled());
        assertThat(onFx(() -> ((Label) open.window.scene().lookup("#automl-told")).getText())).contains("trials tried");
        open.picker.save = open.folder().resolve("found.downhill-model");
        key("automl-save");
        await("it is saved", () -> Files.exists(open.picker.save));
        byTrialsAloneAndSeen();
        assertThat(open.session.experiment()).isEqualTo(before);
        key("automl-race");
        assertThat(onFx(() -> open.window.sheets().isVisible())).isFalse();
        assertThat(open.window.workspaces().chosenProperty().get().id()).isEqualTo("train");
        assertThat(open.session.experiment().contenders()).hasSize(before.contenders().size() + 1);
        runFx(() -> open.session.undo());
        assertThat(open.session.experiment()).isEqualTo(before);
    }

    /** Without a clock, by so many trials: how far it is can be seen, and at its end everybody stands in a table. */
    private void byTrialsAloneAndSeen() {
        key("automl-timed");
        key("automl-counted");
        runFx(() -> open.window.scene().lookup("#automl-trials").requestFocus());
        open.type("2");
        key("automl-start");
        Node progress = open.window.scene().lookup("#automl-progress");
        await("how far it is, is seen", () -> onFx(progress::isVisible));
        assertThat(open.window.scene().lookup("#automl-race").isDisabled()).isTrue();
        await("it has come to its end", () -> !onFx(progress::isVisible) && !open.window.scene().lookup("#automl-race").isDisabled());
        List<String> board = onFx(() -> ((GridPane) open.window.scene().lookup("#automl-board")).getChildren().stream()
                .map(cell -> ((Label) cell).getText()).toList());
        assertThat(board).contains("baseline: shares of the classes", "validation", "outer rows")
                .anyMatch(name -> name.startsWith("softmax adam #"));
        assertThat(onFx(() -> ((Label) open.window.scene().lookup("#automl-told")).getText())).isEqualTo("2 trials tried.");
    }

    /** Who closes the sheet ends what it does. */
    @Test
    void closingTheSheetEndsTheSearch() {
        sheet();
        key("automl-timed");
        key("automl-start");
        await("it is under way", () -> onFx(() -> open.window.scene().lookup("#automl-progress").isVisible()));
        open.press(KeyCode.ESCAPE);
        assertThat(onFx(() -> open.window.sheets().isVisible())).isFalse();
        await("its thread has ended", () -> Thread.getAllStackTraces().keySet().stream().noneMatch(each -> each.getName().equals("automl")));
    }

    private void sheet() {
        runFx(() -> open.window.commands().execute(open.window.table().get("tune.automl")));
    }

    /** As a person without a mouse presses it. */
    private void key(String id) {
        runFx(() -> open.window.scene().lookup("#" + id).requestFocus());
        open.press(KeyCode.SPACE);
    }

    @Test
    void startAtOnceFindsSomethingAndTheRaceIsNotTouched() throws IOException {
        Experiment before = open.session.experiment();
        searched(12);
        assertThat(stand().ended()).isEqualTo(12);
        assertThat(stand().best()).isPresent();
        assertThat(stand().share()).isEqualTo(1);
        assertThat(open.session.experiment().withSearch(null)).isEqualTo(before);
        assertThat(open.session.snapshotProperty().get().step()).isZero();
        TableView<?> table = (TableView<?>) open.window.scene().lookup("#tune-trials");
        assertThat(onFx(() -> table.getItems().size())).isGreaterThanOrEqualTo(stand().complete().size());
        assertThat(exported("trials.csv")).hasSize(1 + 12).first().asString().startsWith("trial,state,value");
        assertThat(exported("trials.json")).anyMatch(line -> line.contains("\"params\""));
        refused("trials.db", "study.export.store");
        refused("trials.txt", "study.export");
    }

    private List<String> exported(String name) throws IOException {
        Path file = export(name);
        await("it is said to be saved", () -> Messages.text("takeaway.saved", file.toString()).equals(open.window.message()));
        return name.endsWith(".db") ? List.of(new String(Files.readAllBytes(file), 0, 15, StandardCharsets.ISO_8859_1))
                : Files.readAllLines(file);
    }

    private void refused(String name, String why) {
        refused(name, Said.of(why, open.folder().resolve(name)));
    }

    private void refused(String name, Said why) {
        Path file = export(name);
        await("it is refused in its words", () -> why.toString().equals(open.window.message()));
        assertThat(file).doesNotExist();
    }

    private Path export(String name) {
        open.picker.save = open.folder().resolve(name);
        fire("tune-export");
        return open.picker.save;
    }

    @Test
    void spacePausesWhereItIsAndStopKeepsWhatWasDone() {
        plan(ENDLESS);
        open.press(KeyCode.SPACE);
        await("some are done", () -> model.standProperty().get().ended() > 3);
        open.press(KeyCode.SPACE);
        assertThat(stand().state()).isEqualTo(TuneState.PAUSED);
        runFx(() -> open.window.scene().getRoot().requestFocus());
        open.press(KeyCode.ENTER, KeyCode.CONTROL);
        assertThat(stand().state()).isEqualTo(TuneState.RUNNING);
        fire("tune-stop");
        await("it has stopped", () -> model.standProperty().get().state() == TuneState.STOPPED);
        List<Trial> kept = stand().trials().stream().filter(trial -> trial.state().ended()).toList();
        assertThat(kept).hasSizeGreaterThan(3);
        plan(kept.size() + 4);
        assertThat(onFx(model::goesOn)).isTrue();
        fire("tune-run");
        await("it went on to its end", () -> model.standProperty().get().state() == TuneState.DONE);
        assertThat(stand().trials()).containsAll(kept).hasSize(kept.size() + 4);
    }

    @Test
    void aNewSpaceBeginsAnew() {
        searched(4);
        plan(4, "learningRate=0.001..0.1:log");
        assertThat(onFx(model::goesOn)).isFalse();
        fire("tune-run");
        await("the other search is done", () -> model.standProperty().get().state() == TuneState.DONE
                && model.standProperty().get().space().knobs().size() == 1);
        assertThat(stand().trials()).hasSize(4).allMatch(trial -> trial.values().size() == 1);
    }

    @Test
    void theBestRaceAndCanBeTakenBack() {
        searched(8);
        int before = open.session.experiment().contenders().size();
        int complete = Math.min(4, stand().complete().size());
        fire("tune-race");
        assertThat(open.window.workspaces().chosenProperty().get().id()).isEqualTo("train");
        List<ContenderSpec> now = open.session.experiment().contenders();
        assertThat(now).hasSize(before + complete);
        Trial best = stand().complete().get(0);
        ContenderSpec first = now.get(before);
        assertThat(first.ruleId()).isEqualTo(best.values().get("optimizer"));
        assertThat(first.hyperparameters()).containsEntry("learningRate", (Double) best.values().get("learningRate"));
        runFx(() -> open.window.workspaces().choose("tune"));
        fire("tune-race");
        assertThat(open.session.experiment().contenders()).as("who races already").hasSize(before + complete);
        runFx(() -> open.session.undo());
        assertThat(open.session.experiment().contenders()).hasSize(before);
        runFx(() -> open.window.workspaces().choose("tune"));
        fire("tune-evaluate");
        assertThat(open.window.workspaces().chosenProperty().get().id()).isEqualTo("evaluate");
        assertThat(open.session.experiment().contenders()).isEqualTo(now);
        await("it can be run", () -> !open.window.scene().lookup("#evaluate-run").isDisabled());
        assertThat(open.window.message()).isEqualTo(Messages.text("tune.race.told", Numbers.count(complete)));
        runFx(() -> open.session.undo());
        assertThat(open.session.experiment().contenders()).hasSize(before);
    }

    @Test
    void aTrialsValuesBecomeThoseOfTheContenderThatTheSearchBeganWith() {
        String chosen = open.session.selection().contenderProperty().get();
        searched(5, "learningRate=0.001..0.1:log", "l2=1e-5..0.1:log", "hidden=4,6");
        Trial best = stand().best().orElseThrow();
        Experiment before = open.session.experiment();
        fire("tune-defaults");
        ContenderSpec now = open.session.experiment().contenders().stream().filter(one -> one.id().equals(chosen)).findFirst()
                .orElseThrow();
        assertThat(now.hyperparameters()).containsEntry("learningRate", (Double) best.values().get("learningRate"));
        assertThat(now.penalty().l2()).isEqualTo(best.values().get("l2"));
        assertThat(open.session.experiment().problem().toString()).contains("[" + best.values().get("hidden") + "]");
        runFx(() -> open.session.undo());
        assertThat(open.session.experiment()).isEqualTo(before);
    }

    @Test
    void theSpaceIsPartOfTheDocumentAndCanBeUndone() {
        plan(7, "learningRate=0.001..0.1:log");
        assertThat(open.session.experiment().search().settings()).containsEntry("trials", "7");
        assertThat(open.session.dirtyProperty().get()).isTrue();
        runFx(() -> open.session.undo());
        assertThat(open.session.experiment().search()).isNull();
        assertThat(onFx(() -> model.planProperty().get())).isEqualTo(TunePlan.start());
        runFx(() -> open.session.redo());
        assertThat(onFx(() -> model.planProperty().get().knobs())).hasSize(1);
    }

    @Test
    void trialsAreJudgedByFolds() throws IOException {
        Path store = open.folder().resolve("study.db");
        runFx(() -> model.planProperty().set(model.planProperty().get().withStore(store, "study")));
        runFx(() -> model.planProperty().set(model.planProperty().get()
                .withChosen(model.planProperty().get().chosen().with(StudySettings.FOLDS, 3L))));
        searched(4, "learningRate=0.001..0.1:log");
        assertThat(stand().complete()).isNotEmpty().allMatch(trial -> trial.scores().folds().size() == 3);
        TableView<?> table = (TableView<?>) open.window.scene().lookup("#tune-trials");
        assertThat(onFx(() -> table.getVisibleLeafColumns().size())).as("a column for the spread").isEqualTo(4);
        assertThat(exported("copy.csv")).hasSize(1 + 4);
        assertThat(exported("copy.db")).containsExactly("SQLite format 3");
        Files.delete(store);
        refused("gone.csv", Said.of("study.export.gone", store));
        assertThat(store).doesNotExist();
    }

    @Test
    void oneSelectionAndOneBrushForAllPictures() {
        searched(10, "learningRate=0.001..0.1:log", "l2=1e-5..0.1:log");
        TrialPick pick = tune.pick();
        Trial best = stand().best().orElseThrow();
        assertThat(onFx(pick::told)).contains(best);
        open.press(KeyCode.DOWN, KeyCode.CONTROL);
        Trial second = onFx(pick::told).orElseThrow();
        assertThat(second).isEqualTo(stand().ranked().get(1));
        TableView<?> table = (TableView<?>) open.window.scene().lookup("#tune-trials");
        assertThat(onFx(() -> table.getSelectionModel().getSelectedIndex())).isEqualTo(1);
        runFx(() -> table.getSelectionModel().clearAndSelect(2));
        assertThat(onFx(pick::told)).contains(stand().ranked().get(2));
        runFx(() -> pick.chosenProperty().set(second.number()));
        open.press(KeyCode.B, KeyCode.CONTROL);
        List<Integer> bestQuarter = List.of(best.number(), second.number(), stand().ranked().get(2).number());
        TrialTones.everywhere(tune, (trial, tone) -> assertThat(tone).isEqualTo(trial == second.number() ? Tone.STRONG
                : bestQuarter.contains(trial) ? Tone.PLAIN : Tone.FAINT));
        open.press(KeyCode.B, KeyCode.CONTROL, KeyCode.SHIFT);
        assertThat(onFx(() -> pick.brushProperty().get())).isEmpty();
        runFx(() -> pick.chosenProperty().set(best.number()));
        TrialTones.everywhere(tune, (trial, tone) -> assertThat(tone == Tone.STRONG).isEqualTo(trial == best.number()));
    }

    @Test
    void anotherExperimentEndsTheSearch() {
        plan(ENDLESS);
        fire("tune-run");
        await("some are done", () -> model.standProperty().get().ended() > 1);
        open.open(Demo.experiment("another"));
        assertThat(stand()).isEqualTo(TuneStand.NONE);
        await("its thread has ended", () -> Thread.getAllStackTraces().keySet().stream().noneMatch(each -> each.getName().equals("tune")));
    }

    @Test
    void whatKeepsASearchFromBeginningIsSaid() {
        plan(5, "learningRate=0.001..0.1:log", "momentum=0.5..0.9");
        runFx(() -> open.session.selection().contenderProperty().set("c4"));
        fire("tune-run");
        assertThat(stand().state()).isEqualTo(TuneState.NONE);
        assertThat(onFx(() -> model.problemProperty().get())).contains("momentum");
        assertThat(stand().count(TrialState.COMPLETE)).isZero();
    }
}

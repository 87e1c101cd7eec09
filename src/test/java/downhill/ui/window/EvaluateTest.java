package downhill.ui.window;

import static org.assertj.core.api.Assertions.assertThat;

import downhill.race.document.EvaluationSpec;
import downhill.race.document.Experiment;
import downhill.race.document.Problem;
import downhill.ui.i18n.Language;
import downhill.ui.i18n.Messages;
import downhill.ui.screen.Screen;
import downhill.ui.screen.evaluate.Evaluate;
import java.io.IOException;
import java.lang.ref.WeakReference;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ToggleButton;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.Test;

/** Contenders are judged beside the race, which hears nothing of it; what was finished stays, and nothing outlives the window. */
class EvaluateTest extends JudgedWindow {
    private static final long LONG = 1_000_000;

    @Test
    void theSpaceBarJudgesAndTheRaceHearsNothingOfIt() {
        enter(SHORT);
        List<String> asked = List.copyOf(open.races.get(0).asked);
        for (KeyCode key : List.of(KeyCode.RIGHT, KeyCode.LEFT, KeyCode.R, KeyCode.SPACE)) {
            open.press(key);
        }
        await("it is judged", () -> sentence().contains("SGD"));
        await("all folds are finished", () -> !isRunning());
        assertThat(open.races.get(0).asked).as("what was asked of the race").isEqualTo(asked);
        assertThat(open.session.snapshotProperty().get().step()).isZero();
        runFx(() -> open.window.commands().execute(open.window.table().get("evaluate.all")));
        assertThat(onFx(() -> open.window.sheets().shownTitle())).isEqualTo(Messages.text("evaluate.scores"));
        assertThat(onFx(() -> open.window.sheets().lookupAll(".label").stream().map(label -> ((Label) label).getText())
                .filter(words -> words.startsWith("SGD − Momentum: ")))).as("what is known of a pair").hasSize(1)
                .allMatch(words -> words.matches(".*\\(.* to .*\\), p [\\d.]+\\. Better .*with probability [\\d.]+.%\\."));
        runFx(() -> Messages.languageProperty().set(Language.CHINESE));
        assertThat(onFx(() -> open.window.sheets().lookupAll(".label").stream().map(label -> ((Label) label).getText()).toList()))
                .as("an open sheet changes its language").contains("准确率").noneMatch(words -> words.contains("probability"));
        runFx(() -> Messages.languageProperty().set(Language.ENGLISH));
        open.press(KeyCode.ESCAPE);
        assertThat(onFx(() -> open.window.sheets().isVisible())).isFalse();
        for (boolean open : new boolean[] {false, true}) {
            runFx(() -> this.open.window.model().rightProperty().set(open));
            assertThat(onFx(() -> this.open.window.scene().lookup("#verdict-strip").isVisible())).as("the words are in view")
                    .isEqualTo(!open);
        }
        runFx(() -> Messages.languageProperty().set(Language.CHINESE));
        assertThat(sentence()).containsPattern("\\p{IsHan}").contains("SGD");
        runFx(() -> Messages.languageProperty().set(Language.ENGLISH));
        runFx(() -> open.session.edit(document -> document.withSeed(99)));
        runFx(() -> open.window.model().rightProperty().set(false));
        assertThat(onFx(() -> open.window.scene().lookup("#verdict-strip").getAccessibleText()))
                .endsWith(Messages.text("evaluate.outdated"));
        runFx(() -> open.window.model().rightProperty().set(true));
        assertThat(onFx(() -> open.window.scene().lookup("#verdict-old").isVisible())).as("it says that it is of something else").isTrue();
    }

    @Test
    void everyViewSaysWhatWillBeThereAndThenShowsIt() {
        enter(SHORT);
        List<Screen> views = open.window.workspaces().present().screens();
        for (Screen view : views) {
            open.press(KeyCode.values()[KeyCode.DIGIT1.ordinal() + views.indexOf(view)]);
            assertThat((Object) onFx(() -> open.window.shownProperty().get())).as("every view has its key").isSameAs(view);
            assertThat(onFx(() -> isEmpty(view))).as(view.titleKey()).isTrue();
        }
        runFx(() -> open.session.edit(document -> document.withEvaluation(EvaluationSpec.USUAL.withFolds(2))));
        open.press(KeyCode.SPACE);
        for (Screen view : views.stream().filter(each -> !each.titleKey().equals("tab.budget")).toList()) {
            runFx(() -> open.window.shownProperty().set(view));
            Button begin = onFx(() -> (Button) view.options().lookup("#study-begin"));
            await(view.titleKey() + " can be begun", () -> begin == null || onFx(() -> !begin.isDisabled()));
            runFx(() -> Optional.ofNullable(begin).ifPresent(Button::fire));
            await(view.titleKey() + " has its picture", () -> onFx(() -> !isEmpty(view)));
        }
    }

    @Test
    void theReportHasTheFilesOfTheCommandAndSparesWhatIsThere() throws IOException {
        enter(SHORT);
        open.press(KeyCode.SPACE);
        await("all folds are finished", () -> sentence().contains("SGD") && !isRunning());
        Path folder = open.folder().resolve("verdict");
        open.picker.save = folder;
        runFx(() -> ((Button) open.window.scene().lookup("#evaluate-report")).fire());
        await("it is saved", () -> onFx(open.window::message).contains("verdict"));
        try (Stream<Path> files = Files.list(folder)) {
            assertThat(files.map(file -> file.getFileName().toString())).contains("experiment.json", "scores.csv", "verdict.json",
                    "verdict.png", "curves.csv");
        }
        assertThat(Files.readString(folder.resolve("verdict.json"))).contains("\"folds\"", sentence().substring(0, 20));
        Files.writeString(folder.resolve("scores.csv"), "mine");
        runFx(() -> ((Button) open.window.scene().lookup("#evaluate-report")).fire());
        await("what is of another kind is not replaced", () -> onFx(open.window::message).contains("scores.csv"));
        assertThat(Files.readString(folder.resolve("scores.csv"))).isEqualTo("mine");
    }

    @Test
    void theSealIsOpenedOnlyByWhoInsistsAndTheLookStays() {
        enter(SHORT);
        assertThat(onFx(() -> open.window.commands().meant(open.window.table().get("evaluate.unseal")).isEnabled())).isFalse();
        key(() -> open.window.scene().lookup("#seal-card").lookup(".card-fold"));
        key(() -> link("evaluate.seal.rows"));
        key(() -> open.window.sheets().lookup(".sheet-actions .primary"));
        await("other rows are read", () -> open.session.dataProperty().get().spec().split().sealedShare() > 0);
        await("the seal can be opened", () -> onFx(() -> link("evaluate.seal.link") != null && !link("evaluate.seal.link").isDisabled()));
        assertThat(onFx(this::sealWords)).contains("never").contains("30");
        key(() -> link("evaluate.seal.link"));
        assertThat(onFx(() -> open.window.sheets().isVisible())).isTrue();
        open.press(KeyCode.ESCAPE);
        assertThat(onFx(() -> open.window.sheets().isVisible())).isFalse();
        assertThat(open.session.experiment().looked()).as("whoever does not insist has not looked").isEmpty();
        key(() -> link("evaluate.seal.link"));
        assertThat(onFx(() -> open.session.dataProperty().get().sealed())).isEqualTo(30);
        assertThat(onFx(() -> open.session.dataProperty().get().unused())).as("a sealed row lacks nothing").isZero();
        assertThat(open.session.experiment().looked()).as("asked first").isEmpty();
        assertThat(onFx(() -> open.window.sheets().isVisible())).isTrue();
        key(() -> open.window.sheets().lookup(".sheet-actions .primary"));
        await("it was looked", () -> open.session.experiment().looked().size() == 1 && onFx(() -> open.window.sheets().isVisible()));
        assertThat(onFx(() -> open.window.sheets().lookupAll(".label").stream().map(label -> ((Label) label).getText()).toList()))
                .contains("SGD", "Momentum").anyMatch(words -> words.contains("1"));
        assertThat(onFx(this::sealWords)).doesNotContain("never").contains("1 ×");
        assertThat(onFx(() -> open.session.dirtyProperty().get())).isTrue();
        runFx(() -> {
            open.window.sheets().close();
            open.session.undo();
        });
        assertThat(open.session.experiment().looked()).as("nothing takes it back").hasSize(1);
    }

    /** What can be clicked in the card of the seal, by its words. */
    private Node link(String key) {
        return open.window.scene().lookup("#seal-card").lookupAll(".link").stream()
                .filter(node -> node instanceof Button button && button.getText().equals(Messages.text(key))).findFirst().orElse(null);
    }

    private String sealWords() {
        return open.window.scene().lookup("#seal-card").lookupAll(".label").stream().filter(Label.class::isInstance)
                .map(label -> ((Label) label).getText()).collect(Collectors.joining(" | "));
    }

    /** As a person without a mouse presses it, who has come there by Tab. */
    private void key(Supplier<Node> what) {
        await("it is there", () -> onFx(what::get) != null);
        runFx(() -> {
            what.get().requestFocus();
            Tabbing.tab(open, true);
            Tabbing.tab(open, false);
        });
        open.press(KeyCode.SPACE);
    }

    private static boolean isEmpty(Screen view) {
        return view.content().lookup(".empty-state") != null;
    }

    @Test
    void whyItCannotBeJudgedIsSaidInTheMiddleAndCutsNoButton() {
        enter(SHORT);
        runFx(() -> open.session.edit(document -> document.withEvaluation(EvaluationSpec.USUAL.withFolds(60))));
        open.press(KeyCode.SPACE);
        await("it says why", () -> onFx(() -> open.window.scene().lookup("#evaluate-problem")) != null);
        assertThat(((Label) onFx(() -> open.window.scene().lookup("#evaluate-problem"))).getText()).contains("60").contains("50");
        Button run = (Button) onFx(() -> open.window.scene().lookup("#evaluate-run"));
        runFx(() -> open.window.scene().getRoot().layout());
        assertThat(onFx(() -> run.getWidth() - run.prefWidth(-1))).isGreaterThanOrEqualTo(0);
    }

    @Test
    void digitsChooseTheViewsThatAreHere() {
        enter(SHORT);
        open.press(KeyCode.DIGIT2);
        assertThat(onFx(() -> open.window.shownProperty().get())).isSameAs(open.window.workspaces().present().screens().get(1));
        assertThat(onFx(() -> open.window.workspaces().chosenProperty().get().id())).isEqualTo("evaluate");
        open.press(KeyCode.DIGIT1, KeyCode.CONTROL);
        open.press(KeyCode.DIGIT5, KeyCode.CONTROL);
        assertThat(onFx(() -> ((ToggleButton) open.window.scene().lookup("#rail-evaluate")).isSelected())).isTrue();
    }

    @Test
    void itCanBeStoppedAtAnyMomentAndEndsWithItsExperiment() {
        enter(LONG);
        open.press(KeyCode.V, KeyCode.CONTROL, KeyCode.SHIFT);
        await("it runs", this::isRunning);
        open.press(KeyCode.SPACE);
        await("it is stopped", () -> !isRunning());
        open.press(KeyCode.SPACE);
        await("it runs again", this::isRunning);
        open.open(iris(SHORT));
        await("that of another experiment has ended", () -> !isRunning() && !isAtWork());
    }

    private static boolean isAtWork() {
        return Thread.getAllStackTraces().keySet().stream().anyMatch(thread -> thread.getName().equals("evaluate"));
    }

    @Test
    void nothingOfItListensAnyMoreOnceItIsClosedAndItsWorkEnds() {
        enter(LONG);
        List<Integer> before = Leaks.listening(open);
        WeakReference<Object> gone = onFx(() -> {
            Evaluate evaluate = new Evaluate(open.session, open.window.sheets(), open.picker, words -> { }, words -> { });
            evaluate.screens().forEach(screen -> screen.setActive(true));
            evaluate.toggle();
            evaluate.frame();
            evaluate.screens().forEach(Screen::dispose);
            evaluate.dispose();
            return new WeakReference<>(evaluate);
        });
        assertThat(Leaks.listening(open)).isEqualTo(before);
        await("its work has ended", () -> !isAtWork());
        Leaks.awaitAllGone(List.of(gone), 0);
    }
}

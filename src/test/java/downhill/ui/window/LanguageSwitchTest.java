package downhill.ui.window;

import static org.assertj.core.api.Assertions.assertThat;

import downhill.data.DataSource;
import downhill.data.DataSpec;
import downhill.race.Outcome;
import downhill.race.RaceState;
import downhill.race.document.ContenderSpec;
import downhill.race.document.Experiment;
import downhill.race.document.Problem;
import downhill.ui.command.Command;
import downhill.ui.fx.FxTest;
import downhill.ui.i18n.Language;
import downhill.ui.i18n.Messages;
import downhill.ui.screen.Screen;
import downhill.ui.session.Demo;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import javafx.scene.control.Button;
import javafx.scene.control.TextField;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Whatever the window shows in one language when another is chosen, it says in the other at once; nothing is left behind. */
class LanguageSwitchTest extends FxTest {
    private static final int FRAMES = 2;
    /** Frames that a picture drawn in the background may take. */
    private static final int PATIENCE_FRAMES = 800;
    private static final int STEPS = 30;
    /** What ends the document or the window; views are looked at one by one. */
    private static final Set<String> NOT_DONE = Set.of("file.demo", "file.close");
    private static final String VIEW = "view.";
    private static final Pattern SENTENCE = Pattern.compile("[A-Za-z]{2,} [a-z]+ [a-z]+");
    /** Who wrote what and when stays as it was published. */
    private static final Pattern CITATION = Pattern.compile("\\p{Lu}[\\p{L}, ]+ \\d{4}, .*");
    /** Within Chinese they are names of keys. */
    private static final Pattern WORD = Pattern.compile("\\b(the|is|of|was|are|and|steps?|loss|contenders?|rows?|seeds?)\\b",
            Pattern.CASE_INSENSITIVE);

    /** Rules are added by one command for each: they differ in their names alone. */
    private static final String ADD = "contender.add.";
    private static final Set<String> ADDED = Set.of("adam", "muon");

    @TempDir
    private Path folder;
    private OpenWindow open;
    private final TreeSet<String> left = new TreeSet<>();

    @AfterEach
    void closeWindow() {
        runFx(() -> Messages.languageProperty().set(Language.ENGLISH));
        open.close();
    }

    private void open(Experiment document) {
        runFx(() -> Messages.languageProperty().set(Language.CHINESE));
        open = OpenWindow.live(1100, 700);
        open.open(document);
        await("the race is ready", () -> open.session.race().isOpen() && open.session.snapshotProperty().get().state() == RaceState.PAUSED);
    }

    private static void settle() {
        for (int i = 0; i < FRAMES; i++) {
            nextFrame();
        }
    }

    /**
     * What is shown now was made while Chinese was spoken. None of it may be Chinese when English is, as soon as pictures are drawn anew,
     * and of that none may be English when Chinese is spoken again.
     */
    private void check(String state) {
        settle();
        for (Language wanted : List.of(Language.ENGLISH, Language.CHINESE)) {
            runFx(() -> Messages.languageProperty().set(wanted));
            List<String> stale = stale(wanted);
            for (int frame = 0; frame < PATIENCE_FRAMES && !stale.isEmpty(); frame++) {
                nextFrame();
                stale = stale(wanted);
            }
            stale.forEach(words -> left.add(state + " " + words));
        }
    }

    private List<String> stale(Language wanted) {
        nextFrame();
        return onFx(() -> Speech.of(open.window.scene())).stream()
                .filter(wanted == Language.ENGLISH ? LanguageSwitchTest::isChinese : LanguageSwitchTest::isEnglish).toList();
    }

    /** Words that stand in sentences and labels, not in names; what is quoted is somebody's own. */
    private static boolean isEnglish(String words) {
        String said = words.substring(words.indexOf(": ") + 2).replace(Language.ENGLISH.ownName(), "").replaceAll("“[^”]*”", "");
        return !words.contains("/TitleLine/") && !CITATION.matcher(said).matches()
                && (SENTENCE.matcher(said).find() || !isChinese(words) && WORD.matcher(said).find());
    }

    /** A document keeps the title that it was given. */
    private static boolean isChinese(String words) {
        return !words.contains("/TitleLine/") && words.replace(Language.CHINESE.ownName(), "").codePoints()
                .anyMatch(point -> Character.UnicodeScript.of(point) == Character.UnicodeScript.HAN);
    }

    private void tabs(String state) {
        tabs(state, onFx(() -> open.window.screens()));
    }

    private void tabs(String state, List<Screen> screens) {
        screens.forEach(screen -> {
            runFx(() -> open.window.shownProperty().set(screen));
            check(state + " " + screen.titleKey());
        });
    }

    /** All sheets that commands open, and what they tell. */
    private void commands(String state) {
        for (Command command : onFx(() -> open.window.table().commands().toList())) {
            boolean more = command.id().startsWith(ADD) && !ADDED.contains(command.id().substring(ADD.length()));
            if (more || NOT_DONE.contains(command.id()) || command.id().startsWith(VIEW) || onFx(() -> !command.isEnabled())) {
                continue;
            }
            runFx(command::run);
            nextFrame();
            if (onFx(() -> !open.window.message().isEmpty() || open.window.sheets().isVisible())) {
                check(state + " after " + command.id());
            }
            runFx(() -> {
                open.window.sheets().close();
                open.window.complain(() -> "");
                Messages.languageProperty().set(Language.CHINESE);
            });
        }
    }

    private void step(int steps) {
        long end = onFx(() -> open.session.snapshotProperty().get().step()) + steps;
        runFx(() -> open.session.race().step(steps));
        await("it has stepped", () -> open.session.snapshotProperty().get().step() == end
                && open.session.snapshotProperty().get().state() != RaceState.RUNNING);
    }

    @Test
    void whatTabsSheetsAndLinesOfNewsSay() {
        open(demo());
        step(STEPS);
        tabs("stepped");
        commands("stepped");
        assertThat(left).isEmpty();
    }

    @Test
    void whatASurfaceSays() {
        open(demo().withProblem(new Problem.Surface("rosenbrock", -1.5, 2)));
        step(STEPS);
        tabs("surface", moments());
        assertThat(left).isEmpty();
    }

    /** One diverges, one branches off and is not born yet where the race is put back to. */
    @Test
    void whyThereIsNothingToSee() {
        Experiment document = demo();
        List<ContenderSpec> all = document.contenders();
        open(document.withContenders(List.of(ContenderSpec.of("c1", "Far", "sgd", Map.of("learningRate", 1e30), 0), all.get(1))));
        step(STEPS);
        runFx(() -> open.session.selection().contenderProperty().set("c1"));
        tabs("diverged", moments());
        runFx(() -> open.session.selection().contenderProperty().set(all.get(1).id()));
        runFx(() -> open.window.parts().fork());
        settle();
        check("fork");
        runFx(() -> ((Button) open.window.sheets().lookup(".primary")).fire());
        await("the branch", () -> open.session.snapshotProperty().get().contenders().size() == 3);
        runFx(() -> open.session.race().seek(STEPS / 2));
        await("before its birth", () -> open.session.snapshotProperty().get().contenders().stream()
                .anyMatch(one -> one.outcome() == Outcome.UNBORN));
        tabs("unborn", moments());
        assertThat(left).isEmpty();
    }

    /** Views of one contender at one moment. */
    private List<Screen> moments() {
        return onFx(() -> open.window.screens().stream()
                .filter(screen -> Set.of("tab.state", "tab.fit", "tab.landscape", "tab.metrics", "tab.parameters")
                .contains(screen.titleKey())).toList());
    }

    @Test
    void whyFilesAndEntriesAreRefused() throws IOException {
        open(demo());
        for (String text : List.of("{\"format\": \"downhill\", ", "a,b\n1\n1,2,3\n\"open\n", "")) {
            Path file = Files.writeString(folder.resolve("file" + text.length() + (text.startsWith("{") ? ".json" : ".csv")), text);
            told(file);
        }
        told(folder.resolve("none.downhill"));
        runFx(() -> open.window.parts().editTraining());
        runFx(() -> open.window.sheets().lookupAll(".number").forEach(field -> ((TextField) field).setText("abc")));
        runFx(() -> ((Button) open.window.sheets().lookup(".primary")).fire());
        check("red");
        assertThat(onFx(() -> Speech.of(open.window.scene()))).as("the test has seen a refusal").anyMatch(words -> words.contains("abc"));
        assertThat(left).isEmpty();
    }

    private void told(Path file) {
        runFx(() -> open.window.files().open(file));
        await("an answer about " + file, () -> !open.window.message().isEmpty() || !open.window.parts().data().problem().isEmpty()
                || open.window.sheets().isVisible());
        settle();
        check(file.getFileName().toString());
        runFx(() -> {
            open.window.sheets().close();
            open.window.complain(() -> "");
        });
    }

    /** A file about which something is guessed, and one that an experiment learns from and that is gone. */
    @Test
    void whatIsSaidAboutFiles() throws IOException {
        open(demo());
        StringBuilder text = new StringBuilder("day,place,wind,temp,ok\n");
        IntStream.range(0, 60)
                .forEach(row -> text.append("2024-%02d-%02d,%s,%s,%s,%s\n".formatted(1 + row / 28, 1 + row % 28, row % 5 == 0 ? ""
                : "north",
                row % 7 == 0 ? "NA" : row, row / 3.0, row % 2 == 0 ? "yes" : "no")));
        Path table = Files.writeString(folder.resolve("gaps.csv"), text + "x,y\n");
        runFx(() -> open.window.files().open(table));
        await("the preview", () -> open.window.parts().data().shown() != null
                && open.window.parts().data().shown().spec().source() instanceof DataSource.CsvFile);
        check("preview");
        runFx(() -> open.window.parts().data().reading());
        settle();
        check("reading");
        runFx(() -> open.window.sheets().close());
        open.open(demo().withProblem(new Problem.Learning(DataSpec.of(new DataSource.CsvFile(folder.resolve("gone.csv").toString())),
                ((Problem.Learning) demo().problem()).model())));
        await("a word about it", () -> !open.session.problemProperty().get().isEmpty());
        tabs("gone", onFx(() -> List.of(open.window.parts().data(), open.window.parts().fit(), open.window.parts().race())));
        assertThat(left).isEmpty();
    }

    private static Experiment demo() {
        return Demo.experiment("Demo");
    }
}

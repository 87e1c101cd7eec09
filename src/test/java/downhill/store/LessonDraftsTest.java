package downhill.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import downhill.data.DataSource;
import downhill.data.DataSpec;
import downhill.data.Progress;
import downhill.lesson.Lesson;
import downhill.lesson.Prompt;
import downhill.lesson.StateCheck;
import downhill.lesson.Step;
import downhill.lesson.draft.DraftCheck;
import downhill.lesson.draft.DraftFault;
import downhill.lesson.draft.DraftStep;
import downhill.lesson.draft.LessonDraft;
import downhill.lesson.text.LessonText;
import downhill.lesson.text.StepText;
import downhill.lesson.text.WrittenStep;
import downhill.race.document.Experiment;
import downhill.race.document.Problem;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Lessons that are written: nothing is lost by writing on one, recorded steps do what was open, and faults are told where they are. */
class LessonDraftsTest {
    private static final String EN = "en";
    @TempDir
    private Path folder;

    static List<String> ids() {
        return List.of("momentum", "find-the-bug", "own-optimizer");
    }

    /** Lines are others where blank ones were. */
    private static Map<String, LessonText> withoutLines(Lesson lesson) {
        Map<String, LessonText> all = new TreeMap<>();
        lesson.texts().forEach((language, text) -> {
            Map<String, StepText> steps = new java.util.LinkedHashMap<>();
            text.steps().forEach((id, step) -> steps.put(id, new StepText(step.title(), step.body(), step.parts(), 0)));
            all.put(language, new LessonText(text.title(), text.summary(), steps));
        });
        return all;
    }

    @ParameterizedTest
    @MethodSource("ids")
    void aLessonThatIsWrittenOnAndSavedIsTheSameLesson(String id) {
        LessonDraft draft = LessonDrafts.bundled(id);
        assertThat(LessonDrafts.faults(draft)).isEmpty();
        Path file = folder.resolve(id + ".lesson");
        LessonDrafts.write(file, draft);
        Lesson written = LessonStore.read(file).lesson();
        Lesson before = LessonLibrary.read(id).lesson();
        assertThat(written.steps()).isEqualTo(before.steps());
        assertThat(written.documents()).isEqualTo(before.documents());
        assertThat(written.sources()).isEqualTo(before.sources());
        assertThat(withoutLines(written)).isEqualTo(withoutLines(before));
        assertThat(LessonDrafts.read(file)).isEqualTo(draft);
    }

    /** Any line of the file leads to the step and the line in its text where the same words stand. */
    @ParameterizedTest
    @MethodSource("ids")
    void eachLineHasItsPlace(String id) {
        LessonDraft draft = LessonDrafts.bundled(id);
        for (String language : Lesson.LANGUAGES) {
            List<String> lines = draft.written(language).markdown().lines().toList();
            for (int i = 0; i < lines.size(); i++) {
                if (lines.get(i).isBlank()) {
                    continue;
                }
                var place = draft.written(language).place(i + 1);
                WrittenStep step = place.step() == null ? draft.head().get(language)
                        : draft.written(language).steps().get(place.step());
                String said = place.line() == 0 ? step.title() : step.text().lines().skip(place.line() - 1).findFirst().orElse("");
                assertThat(lines.get(i)).as(language + " line " + (i + 1)).contains(said);
                assertThat(said).as(lines.get(i)).isNotBlank();
            }
        }
    }

    private static Experiment valley() {
        return LessonDrafts.bundled("momentum").documents().get("valley.json");
    }

    private static LessonDraft worded(LessonDraft draft) {
        Map<String, WrittenStep> head = Map.of(EN, new WrittenStep("Mine", "What."), "zh", new WrittenStep("我的", "什么。"));
        List<DraftStep> steps = draft.steps().stream().map(step -> {
            DraftStep now = step;
            for (String language : Lesson.LANGUAGES) {
                WrittenStep written = now.words().get(language);
                now = now.written(language, new WrittenStep("Step", written.text().replaceAll("(?m)^(### .*)$", "$1\nWords.\n")));
            }
            return now;
        }).toList();
        return draft.withHead("mine", 5, List.of(), head).withSteps(steps);
    }

    @Test
    void whatIsOpenBecomesAStepAndTheSameRaceGoesOn() {
        Experiment valley = valley();
        LessonDraft draft = LessonDraft.begun().recorded(-1, valley, List.of("race", "fit"), 0)
                .recorded(0, valley, List.of("landscape"), 20).recorded(1, valley, List.of("landscape"), 50)
                .recorded(2, valley, List.of("landscape"), 30).recorded(3, valley.withSeed(9), List.of("race"), 10);
        List<Step> steps = draft.steps().stream().map(DraftStep::step).toList();
        assertThat(steps).extracting(Step::run).containsExactly(null, 20L, 50L, 30L, 10L);
        assertThat(steps).extracting(step -> step.open() == null ? "goes on" : step.open().document())
                .containsExactly("race-1.json", "goes on", "goes on", "race-1.json", "race-2.json");
        assertThat(steps.get(0).views()).containsExactly("race", "fit");
        assertThat(steps).allSatisfy(step -> assertThat(step.controls()).isEmpty());
        assertThat(LessonDrafts.faults(worded(draft))).isEmpty();
        assertThat(LessonDrafts.faults(draft)).as("titles are missing").isNotEmpty();
    }

    @Test
    void whatIsAskedBringsItsPartsAndIsProvedByRunning() {
        LessonDraft recorded = LessonDraft.begun().recorded(-1, valley(), List.of("race"), 20);
        Prompt.Choice choice = new Prompt.Choice(List.of(new Prompt.Answer("a", true, List.of(new StateCheck.LossBelow("gd", 1))),
                new Prompt.Answer("b", false, List.of(new StateCheck.Diverged("gd")))));
        LessonDraft asks = recorded.withStep(0, recorded.steps().get(0).changed(step -> step.withPredict(choice)));
        assertThat(asks.steps().get(0).words().get("zh").text()).contains("### question", "### answer a", "### answer b", "### reveal");
        assertThat(LessonDrafts.faults(asks)).extracting(DraftFault::step, DraftFault::language, DraftFault::line)
                .contains(org.assertj.core.api.Assertions.tuple(-1, EN, 0));
        LessonDraft whole = worded(asks);
        assertThat(LessonDrafts.faults(whole)).isEmpty();
        assertThat(DraftCheck.tried(whole, Progress.NONE)).isEmpty();
        Prompt.Choice wrong = new Prompt.Choice(List.of(new Prompt.Answer("a", false, choice.answers().get(0).when()),
                new Prompt.Answer("b", true, choice.answers().get(1).when())));
        LessonDraft turned = whole.withStep(0, whole.steps().get(0).changed(step -> step.withPredict(wrong)));
        assertThat(DraftCheck.tried(turned, Progress.NONE)).hasSize(2).extracting(DraftFault::step).containsOnly(0);
    }

    @Test
    void faultsAreToldWithTheirPlace() {
        LessonDraft draft = LessonDrafts.bundled("momentum");
        WrittenStep limit = draft.steps().get(1).words().get("zh");
        WrittenStep unclosed = new WrittenStep(limit.title(), limit.text() + "\n\n```\nx");
        LessonDraft open = draft.withStep(1, draft.steps().get(1).written("zh", unclosed));
        assertThat(LessonDrafts.faults(open)).hasSize(1).allSatisfy(fault -> {
            assertThat(fault.step()).isEqualTo(1);
            assertThat(fault.language()).isEqualTo("zh");
            assertThat(fault.line()).isEqualTo((int) limit.text().lines().count() + 2);
        });
        LessonDraft empty = draft.withStep(0, draft.steps().get(0).written(EN, new WrittenStep("A valley",
                "### question\n\n### answer straight\nA\n### answer zigzag\nB\n### answer leaves\nC\n### reveal\nD")));
        assertThat(LessonDrafts.faults(empty)).as("a question of no words is none").hasSize(1)
                .allSatisfy(fault -> assertThat(fault.what().toString()).contains("question"));
        LessonDraft far = draft.withStep(0, draft.steps().get(0).changed(step -> step.withRun(100_000L)));
        assertThat(LessonDrafts.faults(far)).hasSize(1).allSatisfy(fault -> {
            assertThat(fault.step()).isZero();
            assertThat(fault.what().toString()).startsWith("run: ");
        });
    }

    /** What is in a room's file is what each of its programs reads. */
    @Test
    void aRoomHasAllThatItNeeds() throws IOException {
        Path room = folder.resolve("room.zip");
        Path task = Files.writeString(folder.resolve("task.json"), "{\"format\": \"downhill-assignment\", \"version\": 1, \"title\": \"T\", "
                + "\"document\": \"valley.json\", \"locked\": [\"seed\"], \"run\": 60, \"tasks\": [{\"id\": \"a\", \"marks\": 1, "
                + "\"check\": {\"kind\": \"loss-below\", \"contender\": \"*\", \"value\": 1e-3}}]}");
        Files.writeString(folder.resolve("valley.json"), ExperimentStore.portable(valley()));
        List<LessonDraft> lessons = List.of(LessonDrafts.bundled("momentum"), LessonDrafts.bundled("really-better"));
        List<String> names = RoomFile.write(room, lessons, task);
        assertThat(names).contains("README-en.txt", "README-zh.txt", "lessons/momentum.lesson", "handouts/momentum-zh.html",
                "for-the-lecturer/really-better-en-answers.html", "quizzes/momentum-en.gift", "quizzes/momentum-en.xml",
                "quizzes/momentum-zh-qti.zip", "experiments/momentum/valley.json", "assignment/task.json", "assignment/valley.json");
        assertThat(names).anyMatch(name -> name.matches("data/.*\\.csv"));
        try (java.util.zip.ZipFile zip = new java.util.zip.ZipFile(room.toFile())) {
            assertThat(zip.stream().map(java.util.zip.ZipEntry::getName)).containsExactlyElementsOf(names);
            Path lesson = folder.resolve("taken.lesson");
            Files.write(lesson, zip.getInputStream(zip.getEntry("lessons/momentum.lesson")).readAllBytes());
            assertThat(LessonStore.read(lesson).lesson().steps()).isEqualTo(LessonLibrary.read("momentum").lesson().steps());
            String about = new String(zip.getInputStream(zip.getEntry("README-zh.txt")).readAllBytes(), StandardCharsets.UTF_8);
            assertThat(about).contains("lessons/really-better.lesson", "downhill grade");
        }
        byte[] first = Files.readAllBytes(room);
        RoomFile.write(room, lessons, task);
        assertThat(Files.readAllBytes(room)).as("the same each time").isEqualTo(first);
        List<LessonDraft> twice = List.of(lessons.get(0), lessons.get(0));
        assertThat(catchThrowableOfType(() -> RoomFile.write(room, twice, null), StoreException.class).getMessage()).contains("momentum");
    }

    @Test
    void rowsOfAFileAreWrittenIntoTheLesson() throws IOException {
        Path csv = Files.writeString(folder.resolve("mine.csv"), "\ufeffx,y\n1,2\n2,4\n3,6\n4,8\n");
        Problem.Learning learning = (Problem.Learning) LessonDrafts.bundled("mini-batch").documents().values().iterator().next().problem();
        DataSpec data = learning.data().withSource(new DataSource.CsvFile("mine.csv"));
        Experiment own = valley().withProblem(new Problem.Learning(data, learning.model()));
        Problem.Learning portable = (Problem.Learning) LessonDrafts.portable(own, folder).problem();
        assertThat(portable.data().source()).isEqualTo(new DataSource.Written("mine.csv", "x,y\n1,2\n2,4\n3,6\n4,8\n", null));
        Files.write(csv, "größe,y\n1,2\n".getBytes(StandardCharsets.ISO_8859_1));
        assertThat(catchThrowableOfType(() -> LessonDrafts.portable(own, folder), StoreException.class).getMessage())
                .startsWith(csv.toString()).contains("UTF-8");
        Files.delete(csv);
        assertThat(catchThrowableOfType(() -> LessonDrafts.portable(own, folder), StoreException.class).getMessage())
                .startsWith(csv.toString());
        assertThat(LessonDrafts.portable(valley(), folder)).isEqualTo(valley());
    }
}

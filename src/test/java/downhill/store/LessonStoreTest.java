package downhill.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import downhill.data.Progress;
import downhill.lesson.Lesson;
import downhill.lesson.LessonTrial;
import downhill.words.Said;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Lessons of other people: read from a folder or a zip, refused with file, step and what to do, and found out where they are wrong. */
class LessonStoreTest {
    private static final List<String> FILES = List.of("lesson.json", "en.md", "zh.md", "valley.json");
    @TempDir
    private Path folder;

    @BeforeEach
    void copy() throws IOException {
        for (String file : FILES) {
            try (InputStream in = LessonStore.class.getResourceAsStream("/downhill/lessons/momentum/" + file)) {
                Files.write(folder.resolve(file), in.readAllBytes());
            }
        }
    }

    private void replace(String file, String from, String to) throws IOException {
        String text = Files.readString(folder.resolve(file));
        assertThat(text).contains(from);
        Files.writeString(folder.resolve(file), text.replaceFirst(java.util.regex.Pattern.quote(from),
                java.util.regex.Matcher.quoteReplacement(to)));
    }

    private String refusal(Path lesson) {
        String message = catchThrowableOfType(() -> LessonStore.read(lesson), StoreException.class).getMessage();
        assertThat(message).startsWith(folder.toString()).doesNotContain("\n").hasSizeLessThan(700);
        return message.substring(folder.toString().length());
    }

    private Path zip(String prefix, String... more) throws IOException {
        Path zip = folder.resolve("momentum.lesson");
        try (ZipOutputStream out = new ZipOutputStream(Files.newOutputStream(zip))) {
            for (String file : FILES) {
                out.putNextEntry(new ZipEntry(prefix + file));
                out.write(Files.readAllBytes(folder.resolve(file)));
            }
            for (String name : more) {
                out.putNextEntry(new ZipEntry(name));
                out.write(name.getBytes(StandardCharsets.UTF_8));
            }
        }
        return zip;
    }

    @Test
    void aFolderAndAZipOfItAreTheSameLesson() throws IOException {
        LessonStore.Opened of = LessonStore.read(folder);
        assertThat(LessonStore.read(folder.resolve("lesson.json")).content()).isEqualTo(of.content());
        assertThat(LessonStore.read(zip("")).content()).isEqualTo(of.content()).isEqualTo(LessonLibrary.read("momentum").content());
        assertThat(LessonStore.read(zip("momentum/", "../../escape.json", "notes/pictures/a.png")).lesson()).isEqualTo(of.lesson());
        replace("en.md", "Why momentum", "How momentum");
        assertThat(LessonStore.read(folder).content()).as("answers stay in other words").isEqualTo(of.content());
        replace("lesson.json", "\"minutes\": 20", "\"minutes\": 21");
        assertThat(LessonStore.read(folder).content()).as("answers to other steps are other answers").isNotEqualTo(of.content());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', value = {
        "\"momentum\"|\"Momentum!\"| (lesson.json), line 4: id: Momentum! is no id",
        "\"document\": \"valley.json\"|\"document\": \"hill.json\"| has no file hill.json; add it.",
        "\"document\": \"valley.json\"|\"document\": \"../valley.json\"| names the file ../valley.json, which is none of a lesson",
        "\"landscape\"|\"landscapes\"|step 1 (valley), views: landscapes is not known here; there are landscape, race,",
        "\"kind\": \"choice\"|\"kind\": \"essay\"|: steps[0].predict.kind",
        "\"right\": true|\"right\": false|step 1 (valley), predict.answers: exactly one answer of a choice is right",
        "\"run\": 20|\"run\": 401|step 1 (valley), run: the race is run to a step from 1 to its budget of 400",
        "\"learningRate\": 0.84|\"learningrate\": 0.84|step 2 (limit), open: as it is opened here, valley.json is refused:",
        "\"contender\": \"gd\"|\"contender\": \"sgd\"|step 1 (valley), predict.answers[0].when[0].contender: sgd is not known here; there are gd.",
        "\"version\": 1|\"version\": 9|version 9"})
    void whatIsWrongWithItsStepsIsToldWithThePlace(String from, String to, String told) throws IOException {
        replace("lesson.json", from, to);
        assertThat(refusal(folder)).contains(told);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', value = {
        "# Why|Why| (en.md), line 1: The words of a lesson begin with",
        "## A valley {#valley}|## A valley| (en.md), line 6: The heading \"## A valley\" is none of a step",
        "{#limit}|{#valley}|The step valley has two headings",
        "{#limit}|{#limits}|The heading names a step limits, which the lesson does not have",
        "### question|### questions|The step valley has no part ### question; add it.",
        "### because leaves|### because climbs|The step valley has a part because climbs that nothing shows",
        "$$ f(x, y) = 0.06·x² + 1.2·y² $$|$$ f(x, y)|What begins with $$ here is not closed"})
    void whatIsWrongWithItsWordsIsToldWithTheLine(String from, String to, String told) throws IOException {
        replace("en.md", from, to);
        assertThat(refusal(folder)).contains(told);
    }

    @Test
    void whatWasMadeToDoHarmIsRefused() throws IOException {
        Path zip = zip("");
        byte[] whole = Files.readAllBytes(zip);
        Files.write(zip, java.util.Arrays.copyOf(whole, whole.length / 2));
        assertThat(refusal(zip)).containsPattern("is damaged, or no zip|has no file");
        Files.writeString(zip, "no zip at all");
        assertThat(refusal(zip)).contains("is no lesson");
        try (ZipOutputStream out = new ZipOutputStream(Files.newOutputStream(zip))) {
            out.putNextEntry(new ZipEntry("lesson.json"));
            for (int i = 0; i < 5; i++) {
                out.write(new byte[1_000_000]);
            }
        }
        assertThat(Files.size(zip)).isLessThan(10_000);
        assertThat(refusal(zip)).contains("more than 64 entries, or more than 4 MB");
        Path outside = Files.createDirectory(folder.resolve("elsewhere")).resolve("valley.json");
        Files.move(folder.resolve("valley.json"), outside);
        Path inner = Files.createDirectory(folder.resolve("inner"));
        for (String file : List.of("lesson.json", "en.md", "zh.md")) {
            Files.copy(folder.resolve(file), inner.resolve(file));
        }
        Files.createSymbolicLink(inner.resolve("valley.json"), outside);
        assertThat(refusal(inner)).contains("names the file valley.json, which is none of a lesson");
    }

    @Test
    void aFileOfDataIsNotRead() throws IOException {
        Files.writeString(folder.resolve("valley.json"), ExperimentStore.text(ExperimentStoreTest.iris(), folder)
                .replaceFirst("\"kind\" : \"sample\",\\s*\"name\" : \"iris\"", "\"kind\" : \"csv-file\", \"path\" : \"secret.csv\", "
                        + "\"options\" : {\"encoding\" : \"auto\"}"));
        assertThat(refusal(folder)).contains("valley.json");
    }

    @Test
    void whatIsDeclaredWronglyIsFound() throws IOException {
        replace("lesson.json", "\"right\": 0.8333", "\"right\": 0.8333, \"measure\": {\"what\": \"steps\", \"contender\": \"gd\"}");
        replace("lesson.json", "\"factor\": 3", "\"factor\": 3000");
        replace("lesson.json", "\"value\": 1e-09", "\"value\": 1e-30");
        Lesson lesson = LessonStore.read(folder).lesson();
        List<LessonTrial.Found> found = LessonTrial.run(lesson, Progress.NONE);
        assertThat(found.stream().filter(step -> !step.faults().isEmpty()).map(LessonTrial.Found::step)).containsExactly("limit", "rolls",
                "tune");
        assertThat(found.get(1).faults().stream().map(Said::toString)).containsExactly("the number declared right is 0.8333, but the race gives 60.0");
        assertThat(found.get(7).faults()).hasSize(2);
    }
}

package downhill.cli;

import static org.assertj.core.api.Assertions.assertThat;

import downhill.store.StudyFile;
import downhill.store.StudyStore;
import downhill.study.space.Choices;
import downhill.study.space.Knob;
import downhill.study.space.SearchSpace;
import downhill.study.space.VaryText;
import downhill.study.trial.Trial;
import downhill.study.trial.TrialState;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A page of a search. */
class ReportStudyTest {
    @TempDir
    private static Path shared;
    private static Path store;

    @TempDir
    private Path folder;

    @BeforeAll
    static void search() {
        store = shared.resolve("study.db");
        Cli cli = tune(store);
        assertThat(cli.code()).as(cli.err()).isZero();
    }

    private static Cli tune(Path to) {
        return Cli.run("tune", "iris", "--vary", "learningRate=1e-3..1:log", "--vary", "optimizer=adam,sgd,momentum", "--vary",
                "momentum=0.5..0.9:if:optimizer=momentum", "--trials", "12", "--steps", "20", "--pruner", "none", "--outer", "0.2",
                "--model", "softmax", "--store", to);
    }

    @Test
    void theSpaceIsReadAsItWasWritten() {
        StudyFile study = StudyFile.read(store, null);
        assertThat(study.name()).isEqualTo("downhill");
        assertThat(study.trials()).hasSize(12);
        assertThat(study.spans()).hasSize(12);
        assertThat(study.space().knobs()).extracting(VaryText::text).contains("optimizer=adam,sgd,momentum", "learningRate=0.001..1.0:log");
        assertThat(study.trials()).allMatch(trial -> study.space().holds(trial.values()));
        assertThat(study.notes()).containsEntry(StudyFile.SAMPLER, "tpe").containsEntry(StudyFile.PRUNER, "none")
                .containsEntry(StudyFile.MEASURE, "loss").containsEntry(StudyFile.GUESSED, "30");
    }

    @Test
    void theReportSaysWhatTheSearchSaid() throws IOException {
        Path page = folder.resolve("report");
        byte[] before = Files.readAllBytes(store);
        Cli said = Cli.run("report", store, "--out", page, "--folder", "--purpose", "To <see>.");
        assertThat(said.code()).as(said.err()).isZero();
        assertThat(Files.readAllBytes(store)).as("read, not changed").isEqualTo(before);
        String html = Files.readString(page.resolve("report.html"));
        for (String chapter : "question method curves why trials repeat".split(" ")) {
            assertThat(html).contains("<section id=\"" + chapter + "\">");
        }
        String told = tune(store).out();
        assertThat(told.lines().filter(line -> line.contains("that no trial was judged by")).findFirst().orElseThrow()).satisfies(sentence ->
                assertThat(html).contains(sentence));
        assertThat(html).contains("To &lt;see&gt;.", "12 trials: 12 complete", "PED-ANOVA", "--model softmax", "--outer 0.2");
        assertThat(Files.readAllLines(page.resolve("trials.csv"))).hasSize(13);
        assertThat(Files.readString(page.resolve("history.csv"))).startsWith("name,x,y").contains("best so far,11.0,");
        try (Stream<Path> files = Files.list(page)) {
            assertThat(files.map(each -> each.getFileName().toString())).contains("space.csv", "best.csv", "importance.csv", "courses.csv",
                    "slice-learningRate.csv", "slice-optimizer.csv");
        }
    }

    /** The command in the page makes the same study. */
    @Test
    void theSearchIsRepeatedByWhatThePageSays() throws IOException {
        Path page = folder.resolve("r.html");
        assertThat(Cli.run("report", store, "--out", page).code()).isZero();
        String line = Files.readString(page).lines().filter(each -> each.contains("downhill tune")).findFirst().orElseThrow()
                .replaceFirst(".*downhill tune", "tune").replace("&quot;", "\"").replace("again.db", folder.resolve("again.db").toString());
        Object[] words = Stream.of(line.split(" (?=(?:[^\"]*\"[^\"]*\")*[^\"]*$)")).map(word -> word.replace("\"", "")).toArray();
        Cli again = Cli.run(words);
        assertThat(again.code()).as(again.err()).isZero();
        assertThat(StudyFile.read(folder.resolve("again.db"), null).trials()).isEqualTo(StudyFile.read(store, null).trials());
    }

    /** Names and values that a file brings are anybody's. */
    @Test
    void nothingOfAFileBecomesAnElementOrACommand() throws IOException {
        Path file = folder.resolve("evil.db");
        SearchSpace space = new SearchSpace(List.of(new Knob("<img src=x>$(reboot)`", new Choices(List.of("a", "</script>")))));
        try (StudyStore evil = new StudyStore(file, "<b>$(reboot)", space, "x")) {
            evil.note(Map.of(StudyFile.OF, "\"; reboot; `reboot`", StudyFile.TYPED, "; reboot", StudyFile.SAMPLER, "<i>", StudyFile.MEASURE,
                    "loss"));
            Trial begun = evil.claim(all -> List.of(Trial.begun(0, Map.of("<img src=x>$(reboot)`", "a"), 0, 0))).mine().get(0);
            evil.write(1, Map.of(0, 0.5), List.of(begun.reporting(1, 0.5).ended(TrialState.COMPLETE, 0.5)));
        }
        Path page = folder.resolve("evil.html");
        assertThat(Cli.run("report", file, "--out", page).code()).isZero();
        String html = Files.readString(page);
        String commands = html.substring(html.indexOf("<pre>"), html.indexOf("</pre>"));
        assertThat(html).doesNotContain("<img", "<b>$");
        assertThat(commands).doesNotContain("$", "`", "--sampler", "</script>").contains("&quot;; reboot; reboot&quot;");
    }

    @Test
    void whatCannotBeToldIsRefused() throws IOException {
        Path out = folder.resolve("r.html");
        refused("which of the studies", store, "--study", "other", "--out", out);
        refused("is none", "iris.json", "--study", "x", "--out", out);
        refused("of " + store + " none are", store, "--rows", "1", "--out", out);
        refused("gone.db", folder.resolve("gone.db"), "--out", out);
        refused("no database", Files.writeString(folder.resolve("text.db"), "hello, this is no database at all, whatever it is called\n"),
                "--out", out);
        byte[] half = Files.readAllBytes(store);
        refused("damaged", Files.write(folder.resolve("half.db"), Arrays.copyOf(half, half.length / 2)), "--out", out);
        assertThat(out).doesNotExist();
    }

    private static void refused(String why, Object... call) {
        Cli cli = Cli.run(Stream.concat(Stream.of("report"), Stream.of(call)).toArray());
        assertThat(cli.code()).as(cli.out()).isEqualTo(2);
        assertThat(cli.err()).contains(why).hasLineCount(1);
    }
}

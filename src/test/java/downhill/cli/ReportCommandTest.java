package downhill.cli;

import static org.assertj.core.api.Assertions.assertThat;

import downhill.store.ExperimentStore;
import downhill.store.ReportFile;
import downhill.store.SessionStore;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Reports of experiments: what is in them, what is opened of them, and what is refused. */
class ReportCommandTest {
    @TempDir
    private Path folder;
    private Path document;

    @BeforeEach
    void race() throws IOException {
        String rows = IntStream.range(0, 60).mapToObj(i -> i + "," + i * 7 % 13 + "," + (3 * i + i * 7 % 13) + "\n").reduce("", String::concat);
        Path table = Files.writeString(folder.resolve("</script><b>.csv".replace('/', '_')), "<img src=x>,b,y\n" + rows);
        assertThat(Cli.run("compare", table, "--target", "y", "--model", "linear", "--optimizers", "sgd,adam", "--steps", "40", "--out",
                folder.resolve("race")).code()).isZero();
        document = folder.resolve("race/experiment.json");
    }

    @Test
    void aReportHasAllChaptersAndTheVerdictOfCrossValidate() throws IOException {
        Path page = folder.resolve("report.html");
        Cli said = Cli.run("report", document, "--out", page, "--purpose", "To see <b>that</b> it works.");
        assertThat(said.code()).as(said.err()).isZero();
        String html = Files.readString(page);
        for (String chapter : "question data method curves verdict why card repeat".split(" ")) {
            assertThat(html).contains("<section id=\"" + chapter + "\">");
        }
        String verdict = Cli.json(Cli.run("cross-validate", document, "--json").out()).get("sentence").asString();
        assertThat(html).contains("<p class=\"statement\">" + verdict + "</p>", "To see &lt;b&gt;that&lt;/b&gt; it works.", "&lt;img src=x&gt;")
                .doesNotContain("<img");
    }

    @Test
    void whatAReportTellsOfIsOpenedFromIt() throws IOException {
        Path page = folder.resolve("elsewhere/report.html");
        Files.createDirectories(page.getParent());
        assertThat(Cli.run("report", document, "--out", page, "--without", "verdict,explanations").code()).isZero();
        assertThat(ReportFile.isReport(page)).isTrue();
        assertThat(SessionStore.isSession(page)).isFalse();
        assertThat(ExperimentStore.read(page).notices()).as("its data file is found from there").isEmpty();
        assertThat(ExperimentStore.text(ExperimentStore.read(page).experiment(), page.getParent(), document.getParent()))
                .isEqualTo(Files.readString(document));
        assertThat(Cli.run("train", page, "--out", folder.resolve("again")).code()).isZero();
        assertThat(Files.readString(folder.resolve("again/history.csv"))).isEqualTo(Files.readString(folder.resolve("race/history.csv")));
        assertThat(Cli.run("cross-validate", page, "--folds", "2").code()).isZero();
        assertThat(Cli.run("report", page, "--out", folder.resolve("again.html"), "--without", "verdict,explanations").code()).isZero();
    }

    @Test
    void theMethodTellsWhatIsSetOtherwiseThanUsual() throws IOException {
        Path race = folder.resolve("other");
        assertThat(Cli.run("compare", "iris", "--model", "mlp", "--optimizers", "adam", "--relabel", "7", "--clip-norm", "2.5", "--dropout",
                "0.25", "--steps", "5", "--out", race).code()).isZero();
        Path page = folder.resolve("other.html");
        assertThat(Cli.run("report", race.resolve("experiment.json"), "--out", page, "--without", "verdict,explanations").code()).isZero();
        assertThat(Files.readString(page)).contains("<dt>Targets shuffled every</dt><dd>7 steps</dd>", "<dd>2.5</dd>", "<dd>0.25</dd>")
                .doesNotContain("<dt>L1", "<dt>Gaussian jitter");
    }

    @Test
    void aFolderHasThePageAndItsNumbers() throws IOException {
        Path out = folder.resolve("report");
        assertThat(Cli.run("report", document, "--out", out, "--folder", "--without", "verdict").code()).isZero();
        try (Stream<Path> files = Files.list(out)) {
            assertThat(files.map(each -> each.getFileName().toString()).filter(name -> !name.startsWith("shap-row-"))).containsExactlyInAnyOrder(
                    "report.html", "preparation.csv", "contenders.csv", "results.csv", "loss.csv", "validation.csv", "importance.csv",
                    "metrics.csv");
        }
        assertThat(Files.readString(out.resolve("loss.csv"))).startsWith("name,x,y").contains("SGD,0.0,", "Adam,39.0,");
        assertThat(Cli.run("report", document, "--out", out, "--folder", "--without", "verdict,explanations").code()).as("again").isZero();
    }

    @Test
    void theLanguageOfThePageIsChosen() throws IOException {
        Path page = folder.resolve("zh.html");
        Cli said = Cli.run("report", document, "--out", page, "--without", "verdict,explanations", "--language", "zh");
        assertThat(said.out()).as("the command line speaks its own").contains("is written");
        assertThat(Files.readString(page)).contains("<html lang=\"zh-CN\">", "模型卡").doesNotContain("Model card");
    }

    @Test
    void aSurfaceIsToldWithoutAModel() throws IOException {
        Path surface = Files.writeString(folder.resolve("surface.json"), Files.readString(document)
                .replaceFirst("(?s)\"problem\" : \\{.*?\n    }", "\"problem\" : {\n\"kind\":\"surface\",\"formula\":\"rosenbrock\",\"x\":-1,\"y\":1\n    }"));
        Cli said = Cli.run("report", surface, "--out", folder.resolve("s.html"));
        assertThat(said.code()).as(said.err()).isZero();
        assertThat(Files.readString(folder.resolve("s.html"))).contains("rosenbrock", "On a surface there are no rows");
    }

    @Test
    void aModelHasItsCardMeasuredOnRowsThatAreGiven() throws IOException {
        Path model = folder.resolve("race/model-adam.downhill-model");
        Path rows = Files.writeString(folder.resolve("new.csv"), "<img src=x>,b,y\n1,2,5\n3,4,13\n5,1,16\n7,0,21\n");
        Path page = folder.resolve("card.html");
        assertThat(Cli.run("report", model, "--out", page, "--purpose", "To be <seen>.").code()).isZero();
        assertThat(Files.readString(page)).contains("To be &lt;seen&gt;.", "nothing is measured", "<section id=\"card\">")
                .doesNotContain("<section id=\"why\">", "<img");
        assertThat(Cli.run("report", model, "--data", rows, "--out", page).code()).isZero();
        double rmse = Cli.json(Cli.run("evaluate", model, rows, "--json").out()).get("rmse").asDouble();
        assertThat(Files.readString(page)).contains("<section id=\"why\">", "RMSE</td><td class=\"number\">"
                + String.format(java.util.Locale.ROOT, "%.4g", rmse));
        assertThat(ReportFile.isReport(page)).isTrue();
        assertThat(Cli.run("gui", page).code()).as("there is no experiment in it").isNotZero();
        refused("is for a trained model", document, "--data", rows, "--out", page);
    }

    @Test
    void rowsThatAreAskedForAreExplained() throws IOException {
        Path model = folder.resolve("race/model-adam.downhill-model");
        Path rows = Files.writeString(folder.resolve("new.csv"), "<img src=x>,b,y\n1,2,5\n3,4,13\n5,1,16\n7,0,21\n");
        Path page = folder.resolve("rows.html");
        assertThat(Cli.run("report", model, "--data", rows, "--rows", "2,4", "--out", page).code()).isZero();
        assertThat(Files.readString(page)).contains("Row 2:", "Row 4:").doesNotContain("Row 1:", "Row 3:");
        refused("Row 9 is not among", model, "--data", rows, "--rows", "9", "--out", page);
        refused("none are", model, "--rows", "1", "--out", page);
    }

    @Test
    void whatCannotBeIsRefusedInOneSentence() throws IOException {
        Path other = Files.writeString(folder.resolve("other.html"), "<p>mine</p>");
        Path empty = Files.writeString(folder.resolve("empty.html"), ReportFile.MARK);
        Path damaged = Files.writeString(folder.resolve("damaged.html"), ReportFile.MARK + "<meta name=\"downhill-inside\" content=\"session\">"
                + "<script type=\"text/plain\" id=\"downhill-session\">!!</script>");
        Path out = folder.resolve("r.html");
        refused("is to end in .html", document, "--out", folder.resolve("report.pdf"));
        refused("verdict and explanations, not curves", document, "--out", out, "--without", "curves");
        refused("other.html", document, "--out", other);
        refused("There is no trained contender \"Lion\"", document, "--out", out, "--without", "verdict", "--contender", "Lion");
        refused("without an experiment inside", empty, "--out", out);
        refused("damaged", damaged, "--out", out);
        refused("other.html", other, "--out", out);
        refused("gone.json", folder.resolve("gone.json"), "--out", out);
        assertThat(out).doesNotExist();
        assertThat(Files.readString(other)).isEqualTo("<p>mine</p>");
    }

    private static void refused(String told, Object... call) {
        Object[] all = Stream.concat(Stream.of("report"), Stream.of(call)).toArray();
        Cli said = Cli.run(all);
        assertThat(said.code()).as(said.err()).isEqualTo(2);
        assertThat(said.err().strip().lines().toList()).as(said.err()).hasSize(1);
        assertThat(said.err()).contains(told);
    }
}

package downhill.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** How a file is read can be overruled on the command line, and stays with the experiment. */
class ReadingOptionsTest {
    private static final String LIMIT = "downhill.comfortableBytes";

    @TempDir
    private Path folder;

    private Path file(String name, String text) throws IOException {
        return Files.writeString(folder.resolve(name), text);
    }

    private static JsonNode inspect(Object... arguments) {
        Cli result = Cli.run(arguments);
        assertThat(result.code()).as(result.err()).isZero();
        return JsonMapper.shared().readTree(result.out());
    }

    @Test
    void whatIsSaidGoesBeforeWhatIsFound() throws IOException {
        Path file = file("a.csv", "title\nx;y\n1,234;'a;b'\n5,678;c\n");
        JsonNode report = inspect("inspect", file, "--json", "--delimiter", "semicolon", "--quote", "'", "--skip-lines", "1",
                "--header", "yes", "--decimal", "comma", "--thousands", "none", "--comment", "none", "--escape", "doubled", "--encoding",
                "ISO-8859-1");
        assertThat(report.get("rows").intValue()).isEqualTo(2);
        assertThat(report.get("columns").get(0).get("type").stringValue()).isEqualTo("number");
        assertThat(report.get("encoding").stringValue()).isEqualTo("ISO-8859-1");
        assertThat(report.get("dialect").get("decimal").stringValue()).isEqualTo(",");
        assertThat(report.get("problems").get(0).get("message").stringValue()).contains("before the table");
    }

    @Test
    void ofManyColumnsATerminalGetsTheFirst() throws IOException {
        String names = IntStream.range(0, 203).mapToObj(i -> "name" + i).collect(Collectors.joining(","));
        String cells = IntStream.range(0, 203).mapToObj(String::valueOf).collect(Collectors.joining(","));
        Path wide = file("wide.csv", names + "\n" + cells + "\n" + cells + "\n");
        assertThat(Cli.run("inspect", wide).out()).contains("203 columns", "name199", "… and 3 more").doesNotContain("name200");
        assertThat(inspect("inspect", wide, "--json").get("columns")).hasSize(203);
    }

    @Test
    void anOverruledDialectIsPartOfTheExperimentAndRepeats() throws IOException {
        String rows = IntStream.range(0, 40).mapToObj(i -> i + ",5|" + (i % 7) + ",25|" + (2 * i) + ",125\n").collect(Collectors.joining());
        Path file = Files.write(folder.resolve("b.csv"), ("größe|b|y\n" + rows).getBytes(Charset.forName("windows-1252")));
        Path out = folder.resolve("race");
        Cli first = Cli.run("compare", file, "--target", "y", "--steps", "20", "--optimizers", "adam", "--out", out, "--delimiter", "pipe",
                "--decimal", "comma", "--encoding", "windows-1252", "--sample", "30", "--sample-seed", "5", "--missing-texts", "0,25");
        assertThat(first.code()).as(first.err()).isZero();
        JsonNode options = JsonMapper.shared().readTree(Files.readString(out.resolve("experiment.json")))
                .get("experiment").get("problem").get("data").get("source").get("options");
        assertThat(options.get("dialect").get("delimiter").stringValue()).isEqualTo("|");
        assertThat(options.get("dialect").has("quote")).as("what was not said is left to be found").isFalse();
        assertThat(options.get("sampleRows").intValue()).isEqualTo(30);
        Path again = folder.resolve("again");
        assertThat(Cli.run("train", out.resolve("experiment.json"), "--out", again).code()).isZero();
        assertThat(again.resolve("history.csv")).hasSameContentAs(out.resolve("history.csv"));
    }

    @Test
    void aFileThatIsTooLargeNeedsASampleAndTheReportSaysSo() throws IOException {
        Path file = file("large.csv", "x,y\n" + "1,2\n3,4\n".repeat(5000));
        System.setProperty(LIMIT, "10000");
        try {
            for (String command : List.of("inspect", "compare")) {
                Cli refused = Cli.run(command, file);
                assertThat(refused.code()).isEqualTo(2);
                assertThat(refused.err().lines().count()).isEqualTo(1);
                assertThat(refused.err()).contains("--sample 100000").contains("--sample all");
            }
            JsonNode report = inspect("inspect", file, "--json", "--sample", "100");
            assertThat(report.get("sample").get("of").intValue()).isEqualTo(10_000);
            assertThat(report.get("rows").intValue()).isEqualTo(report.get("sample").get("rows").intValue()).isBetween(60, 140);
            assertThat(Cli.run("inspect", file, "--sample", "100").out()).contains("A sample: ")
                    .contains("of 10000 rows, drawn with seed 0");
            assertThat(inspect("inspect", file, "--json", "--sample", "all").get("rows").intValue()).isEqualTo(10_000);
        } finally {
            System.clearProperty(LIMIT);
        }
    }

    @Test
    void everyProblemCanBeSavedAlsoBeyondThoseListed() throws IOException {
        Path file = file("bad.csv", "x,y\n" + "1,2\n2,1\n=3,4,5\n".repeat(12_000));
        Path list = folder.resolve("list.csv");
        JsonNode report = inspect("inspect", file, "--json", "--problems", list, "--skip-lines", "0", "--header", "yes",
                "--delimiter", ",");
        List<String> lines = Files.readAllLines(list);
        assertThat(lines.get(0)).isEqualTo("line,column,kind,text,message");
        assertThat(lines.size() - 1).isGreaterThanOrEqualTo(report.get("rejected").intValue()).isGreaterThanOrEqualTo(12_000);
        assertThat(lines.stream().filter(line -> line.contains("too many fields")).findFirst().orElseThrow()).contains("'=3,4,5");
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource({"--header maybe, --header", "--escape sometimes, --escape", "--sample none, --sample", "--sample 0, --sample",
        "--bad-cells ignore, bad cells", "--decimal x, decimal", "--quote ab, quote", "--skip-lines -2, skip",
        "--encoding klingon, klingon"})
    void whatMakesNoSenseIsRefused(String option, String message) throws IOException {
        Path file = file("c.csv", "x,y\n1,2\n3,4\n");
        Cli result = Cli.run("inspect", file, option.split(" ")[0], option.split(" ")[1]);
        assertThat(result.code()).isEqualTo(2);
        assertThat(result.err()).containsIgnoringCase(message);
        assertThat(result.err().strip().lines().count()).isEqualTo(1);
    }

    @Test
    void theBundledSamplesAreReadAsTheyAre() {
        assertThat(Cli.run("inspect", "iris", "--delimiter", ";").err()).contains("bundled sample");
        assertThat(Cli.run("inspect", "iris", "--delimiter", ";").code()).isEqualTo(2);
    }

    @Test
    void theOrderOfDayAndMonthCanBeSaid() throws IOException {
        Path file = file("d.csv", "d,y\n01/02/2020,1\n03/04/2020,2\n05/06/2020,3\n");
        assertThat(inspect("inspect", file, "--json").get("columns").get(0).get("type").stringValue()).isEqualTo("category");
        for (String order : List.of("day-first", "month-first")) {
            JsonNode report = inspect("inspect", file, "--json", "--dates", order);
            assertThat(report.get("columns").get(0).get("type").stringValue()).isEqualTo("date");
            assertThat(report.get("problems")).isEmpty();
        }
        Cli wrong = Cli.run("inspect", file, "--dates", "year-first");
        assertThat(wrong.code()).isEqualTo(2);
        assertThat(wrong.err()).contains("day-first or month-first");
    }

    @Test
    void theTypeOfAColumnCanBeSaid() throws IOException {
        Path file = file("z.csv", "zip,y\n10115,1\n20095,2\n80331,3\n");
        JsonNode columns = inspect("inspect", file, "--json", "--types", "zip=category,y=text").get("columns");
        assertThat(columns.get(0).get("type").stringValue()).isEqualTo("category");
        assertThat(columns.get(1).get("type").stringValue()).isEqualTo("text");
        assertThat(Cli.run("inspect", file, "--types", "zap=text").err()).contains("zap");
        assertThat(Cli.run("inspect", file, "--types", "zip=colour").code()).isEqualTo(2);
    }

    @Test
    void progressIsToldWhereItIsAskedForAndNeverAmongTheAnswer() throws IOException {
        Path file = file("p.csv", "x,y\n" + "1,2\n3,4\n".repeat(500));
        Cli asked = Cli.run("inspect", file, "--json", "--progress");
        assertThat(asked.err()).startsWith("Reading").contains("100 %").doesNotContain("\u001B");
        Cli silent = Cli.run("inspect", file, "--json");
        assertThat(silent.err()).isEmpty();
        assertThat(silent.out()).isEqualTo(asked.out()).doesNotContain("Reading").startsWith("{");
    }
}

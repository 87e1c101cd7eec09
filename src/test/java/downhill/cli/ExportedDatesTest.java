package downhill.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import downhill.engine.BoundedProcess;
import downhill.engine.ProgramAnswer;
import downhill.export.PythonWithTorch;
import downhill.export.text.HtmlPage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Dates in and out of exported models are as {@code predict} has them: to the day, and to the second where training had times of day. */
class ExportedDatesTest {
    @TempDir
    private static Path folder;

    @BeforeAll
    static void train() throws IOException {
        for (boolean times : new boolean[] {false, true}) {
            Path table = Files.writeString(folder.resolve("visits-" + times + ".csv"), "begun,size,ends\n" + IntStream.range(0, 40)
                    .mapToObj(i -> moment(i * 31L, times) + "," + i % 7 + "," + moment(i * 31L + 50 * (i % 7), times) + "\n")
                    .reduce("", String::concat));
            assertThat(Cli.run("compare", table, "--target", "ends", "--model", "linear", "--optimizers", "adam", "--learning-rate", "0.1",
                    "--steps", "200", "--out", folder.resolve("race-" + times)).code()).isZero();
        }
    }

    private static String moment(long hours, boolean times) {
        String all = LocalDateTime.of(2023, 12, 30, 5, 30).plusHours(hours).toString();
        return times ? all + ":00" : all.substring(0, 10);
    }

    private static Path model(boolean times) {
        return folder.resolve("race-" + times + "/model-adam.downhill-model");
    }

    /** What {@code predict} says of a row. */
    private static String predicted(boolean times, String begun) throws IOException {
        Path row = Files.writeString(folder.resolve("row.csv"), "begun,size\n" + begun + ",3\n");
        Cli cli = Cli.run("predict", model(times), row, "--out", folder.resolve("said.csv"));
        assertThat(cli.code()).as(cli.err()).isZero();
        String line = Files.readAllLines(folder.resolve("said.csv")).get(1);
        return line.substring(line.lastIndexOf(',') + 1);
    }

    @Test
    void theJavaSourceSaysWhatPredictSays() throws IOException {
        List<String> call = new ArrayList<>(List.of("-proc:none", "-d", folder.toString()));
        for (boolean times : new boolean[] {false, true}) {
            Path source = folder.resolve("Model" + times + ".java");
            Cli.run("export", model(times), "--out", source);
            call.add(source.toString());
        }
        assertThat(ToolProvider.getSystemJavaCompiler().run(null, null, null, call.toArray(String[]::new))).isZero();
        for (boolean times : new boolean[] {false, true}) {
            String begun = moment(200, times);
            ProgramAnswer said = BoundedProcess.run(60, Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                    "-XX:TieredStopAtLevel=1", "-cp", folder.toString(), "Model" + times, begun, "3");
            assertThat(said.output().strip()).isEqualTo("ends: " + predicted(times, begun)).hasSize(times ? 25 : 16);
        }
    }

    @Test
    void thePageSaysWhatPredictSays() throws IOException {
        assumeTrue(BoundedProcess.run(10, "node", "--version").found(), "no Node.js is at hand");
        for (boolean times : new boolean[] {false, true}) {
            Path page = folder.resolve("page.html");
            Cli.run("export", model(times), "--out", page);
            String html = Files.readString(page);
            List<String> forms = times ? List.of("2024-01-07T13:30:00", "2024-01-07 13:30", "2024-01-07T15:30:00+02:00") : List.of("2024-01-07");
            for (String begun : forms) {
                Path script = Files.writeString(folder.resolve("ask.js"), HtmlPage.program(html) + "\nconst model = downhill(`"
                        + HtmlPage.text(html) + "`);\nconsole.log(dateOf(model.answer([[daysOf('" + begun
                        + "'), 3]])[0], model.times.includes(model.target)));\n");
                assertThat(BoundedProcess.run(30, "node", script.toString()).output().strip()).as(begun)
                        .isEqualTo(predicted(times, begun)).hasSize(times ? 19 : 10);
            }
        }
    }

    /** Both in one process: what takes long is to load PyTorch. */
    @Test
    void theScriptTrainsOnDatesAndTimes() throws Exception {
        assumeTrue(PythonWithTorch.isAtHand(), "no PyTorch is at hand");
        StringBuilder asked = new StringBuilder("import runpy, sys\n");
        for (boolean times : new boolean[] {false, true}) {
            Cli.run("export", model(times), "--out", folder.resolve("model" + times + ".py"));
            asked.append("sys.argv = ['', '--train', 'visits-").append(times).append(".csv', '3']\ntry:\n    runpy.run_path('model")
                    .append(times).append(".py', run_name='__main__')\nexcept SystemExit as end:\n    print(end.code)\n");
        }
        List<String> said = PythonWithTorch.run(folder, asked.toString());
        assertThat(said).as("%s", said).hasSize(4).element(1).isEqualTo("0");
        assertThat(said.get(3)).isEqualTo("0");
        assertThat(List.of(said.get(0), said.get(2))).allMatch(line -> line.startsWith("loss before the first step "));
    }
}

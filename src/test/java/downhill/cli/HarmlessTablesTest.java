package downhill.cli;

import static org.assertj.core.api.Assertions.assertThat;

import downhill.data.csv.CsvImport;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** No table that the commands write holds a formula that came in with names, columns, classes or cells. */
class HarmlessTablesTest {
    private static final String EVIL = "=cmd|' /C calc'!A0";
    @TempDir
    private Path folder;

    private Path table(String kinds) throws IOException {
        return Files.writeString(folder.resolve("evil.csv"), "@size,-kind,note\n" + IntStream.range(0, 60)
                .mapToObj(i -> i + "," + kinds.split(";")[i / 30] + ",+x").reduce("", (all, row) -> all + row + "\n"));
    }

    private void assertHarmless(Path... files) throws IOException {
        for (Path file : files) {
            List<List<String>> lines = Files.readAllLines(file).stream().map(line -> List.of(line.split(","))).toList();
            assertThat(lines).as(file.toString()).isNotEmpty();
            Stream<String> cells = lines.stream().flatMap(List::stream).map(cell -> cell.startsWith("\"") ? cell.substring(1) : cell);
            assertThat(cells.filter(cell -> cell.matches("[=+@-].*") && !cell.matches("[-+]?[0-9.]+(E[-+]?[0-9]+)?"))).as(file.toString())
                    .isEmpty();
        }
    }

    @Test
    void namesColumnsClassesAndCellsAreHarmlessInAllThatIsWritten() throws IOException {
        Path csv = table("=A;=B");
        Path race = folder.resolve("race");
        Cli compared = Cli.run("compare", csv, "--target", "-kind", "--optimizers", "adam", "--steps", "10", "--seeds", "2", "--out", race);
        assertThat(compared.code()).as(compared.err()).isEqualTo(0);
        Path document = Files.writeString(folder.resolve("evil.json"), Files.readString(race.resolve("experiment.json"))
                .replace("\"name\" : \"Adam\"", "\"name\" : \"" + EVIL + "\"").replace("\"../evil.csv\"", "\"evil.csv\""));
        Path again = folder.resolve("again");
        Cli trained = Cli.run("train", document, "--out", again);
        assertThat(trained.code()).as(trained.err()).isEqualTo(0);
        assertThat(Files.readString(again.resolve("history.csv"))).contains("'" + EVIL);
        assertThat(Files.readString(again.resolve("seeds.csv"))).contains("'" + EVIL);
        Path model = race.resolve("model-adam.downhill-model");
        Path rows = Files.writeString(folder.resolve("rows.csv"), "@size,note\n1,=1+1\n=2,-a\n1,2,3\n");
        Path out = folder.resolve("out.csv");
        Path problems = folder.resolve("problems.csv");
        Cli scored = Cli.run("predict", model, rows, "--out", out, "--problems", problems);
        assertThat(scored.code()).as(scored.err()).isEqualTo(0);
        assertThat(Files.readString(out)).contains("'=A").contains("'@size").contains("'=1+1");
        assertHarmless(again.resolve("history.csv"), again.resolve("seeds.csv"), out, problems);
        assertThat(CsvImport.read(out).table().rows()).isPositive();
    }
}

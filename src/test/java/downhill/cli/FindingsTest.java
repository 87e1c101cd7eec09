package downhill.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

/** What an import found is said before the race, by compare and by train, and stands in the summary; never on standard output. */
class FindingsTest {
    @TempDir
    private Path folder;

    /** Forty rows "a,b,y" of which some can be spoiled. */
    private Path file(String spoiled) throws IOException {
        StringBuilder text = new StringBuilder("a,b,y\n");
        IntStream.range(0, 40).forEach(i -> text.append(i * 37 % 41 / 4.0).append(',').append(i * 17 % 43 / 8.0).append(',')
                .append(i * 29 % 47 / 2.0).append('\n'));
        return Files.writeString(folder.resolve("rows.csv"), text + spoiled.replace("/", "\n") + "\n");
    }

    private Cli compare(Path csv, Object... more) {
        Object[] fixed = {"compare", csv, "--optimizers", "adam", "--steps", "5", "--out", folder.resolve("race")};
        Object[] all = java.util.Arrays.copyOf(fixed, fixed.length + more.length);
        System.arraycopy(more, 0, all, fixed.length, more.length);
        return Cli.run(all);
    }

    private JsonNode data(String race) throws IOException {
        return Cli.json(Files.readString(folder.resolve(race).resolve("summary.json"))).get("data");
    }

    @ParameterizedTest
    @CsvSource({"'1,2/3,4,5,6', leftOut, 2, '2 of 42 rows of the file were left out'",
        "'1,2,3/1,2,3/1,2,3', equalRows, 2, '2 rows equal an earlier one in every feature and in the target.'",
        "'Total,,9.5', totalRows, 1, 'sum of others'",
        "'1,oops,3', badCells, 1, '\"oops\" is not a number'",
        "'1,2,/1,3,/4,5,', unused, 3, '3 rows are left out because the target \"y\" is missing.'"})
    void itIsSaidAndInTheSummary(String spoiled, String key, int count, String words) throws IOException {
        Cli result = compare(file(spoiled), "--target", "y");
        assertThat(result.code()).as(result.err()).isEqualTo(0);
        assertThat(result.err()).contains(words);
        assertThat(result.out()).doesNotContain(words);
        assertThat(data("race").get(key).intValue()).isEqualTo(count);
        assertThat(data("race").get("notes").toString().replace("\\\"", "\"")).contains(words);
        Cli again = Cli.run("train", folder.resolve("race/experiment.json"), "--out", folder.resolve("again"));
        assertThat(again.err()).contains(words);
        assertThat(data("again").get(key).intValue()).isEqualTo(count);
    }

    @Test
    void whatWasGuessedIsSaidAndInTheSummary() throws IOException {
        Cli guessed = compare(file("1,2,3"));
        assertThat(guessed.err()).contains("\"y\" was taken as the target.");
        JsonNode data = data("race");
        assertThat(Cli.names(data)).containsExactly("rows", "leftOut", "unused", "equalRows", "totalRows", "badCells", "training",
                "validation", "target", "targetGuessed", "task", "classesGuessed", "ignored", "notes");
        assertThat(data.get("targetGuessed").booleanValue()).isTrue();
        assertThat(data.get("target").stringValue()).isEqualTo("y");
        assertThat(data.get("training").intValue() + data.get("validation").intValue()).isEqualTo(41);
        compare(file("1,2,3"), "--target", "y");
        assertThat(data("race").get("targetGuessed").booleanValue()).isFalse();
        assertThat(data("race").get("task").stringValue()).isEqualTo("regression");
    }

    /** Of rows that are equal and of a column that tells the target in one wording, whoever finds them. */
    @Test
    void oneThingIsSaidOnce() throws IOException {
        StringBuilder text = new StringBuilder("a,b,y\n");
        IntStream.range(0, 40).forEach(i -> text.append(i * 37 % 41 / 4.0).append(',').append(i % 7).append(',')
                .append(i * 37 % 41 / 2.0 + 1).append('\n'));
        Path csv = Files.writeString(folder.resolve("rows.csv"), text + "0.0,0,1.0\n");
        Cli result = compare(csv, "--target", "y");
        assertThat(result.err().split("nearly the target|alone tells the target", -1)).as(result.err()).hasSize(2);
        assertThat(result.err().split(" equals? an", -1)).as(result.err()).hasSize(2);
        assertThat(result.err()).contains("To learn without what tells the target, try --types a=text.");
    }

    @Test
    void manyFindingsAreAFewLines() throws IOException {
        Cli result = compare(file(String.join("/", java.util.Collections.nCopies(60, "Total,2,3"))), "--target", "y");
        assertThat(result.err().lines().count()).isLessThan(16);
        assertThat(result.err()).contains("more; downhill inspect lists");
    }
}

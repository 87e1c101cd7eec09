package downhill.ui.screen.results;

import static org.assertj.core.api.Assertions.assertThat;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import downhill.analysis.diagnosis.BestValidation;
import downhill.data.Visible;
import downhill.data.csv.CsvExport;
import downhill.race.Outcome;
import downhill.race.RaceSnapshot.Standing;
import downhill.race.Spread;
import downhill.race.document.ContenderSpec;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Each format is parsed back by the rules of its own language. */
class SheetFormatTest {
    private static final List<String> NAMES = List.of("Adam", "a|b", "a,\"b\"", "50 % & #1_x {y} $z$ ~ ^ \\ `c` 'd'", "[x]", "*y*",
            "=SUM(A1)", "two\nlines", "动量法 β₁", "a--b <i>", "\\", "&", "x\\\\[1cm]", "\\|");
    private static final double LOSS = 0.1 + 0.2;

    private static ResultRow row(String name, double loss, double validation, int seeds) {
        Standing standing = new Standing(name, Outcome.RUNNING, 1234, loss, validation, "accuracy", 0.92, 0.1, 100, 0, Double.NaN, null,
                seeds > 1 ? new Spread(validation, 5e-10, 2e-9, 3e-9) : null, seeds > 1 ? new Spread(0.92, 1.0 / 90, 0.9, 0.94) : null);
        ContenderSpec spec = ContenderSpec.of("id", name, "sgd", Map.of(), 0).withSeeds(seeds);
        double low = seeds > 1 ? 0.25 : Double.NaN;
        double high = seeds > 1 ? 1.0 / 3 : Double.NaN;
        return new ResultRow(spec, standing, true, 8400.5, low, high, new ValidationCourse(new BestValidation(340, 1.0 / 7), null));
    }

    private static List<ResultRow> rows() {
        return NAMES.stream().map(name -> row(name, LOSS, 2.5e-9, 3)).toList();
    }

    private static List<List<String>> table(ResultSheet sheet) {
        return Stream.concat(Stream.of(sheet.header()), sheet.rows().stream()).map(row -> row.stream().map(Visible::line).toList())
                .toList();
    }

    @Test
    void csvHasEveryFigureWithAllItsDigits() throws IOException {
        List<List<String>> back;
        try (CsvReader<CsvRecord> reader = CsvReader.builder().ofCsvRecord(SheetFormat.CSV.text(rows(), "Accuracy", true))) {
            back = reader.stream().map(CsvRecord::getFields).toList();
        }
        assertThat(back.get(0)).containsExactly("Contender", "Loss", "Validation", "Accuracy", "Steps/s", "Steps", "Best so far",
                "Best step", "Outcome", "Seeds", "Validation, standard deviation", "Accuracy, standard deviation", "Least loss",
                "Greatest loss");
        for (int i = 0; i < NAMES.size(); i++) {
            List<String> cells = back.get(i + 1);
            assertThat(cells.get(0)).isEqualTo(CsvExport.harmless(Visible.line(NAMES.get(i))));
            assertThat(IntStream.of(1, 2, 3, 4, 6, 10, 11, 12, 13).mapToDouble(at -> Double.parseDouble(cells.get(at))).toArray())
                    .containsExactly(LOSS, 2.5e-9, 0.92, 8400.5, 1.0 / 7, 5e-10, 1.0 / 90, 0.25, 1.0 / 3);
            assertThat(List.of(cells.get(5), cells.get(7), cells.get(9))).containsExactly("1234", "340", "3");
        }
    }

    @Test
    void markdownIsAlignedAndReadsAsTheTableTells() {
        List<String> lines = SheetFormat.MARKDOWN.text(rows(), "Accuracy", true).lines().toList();
        List<List<String>> back = Stream.concat(lines.stream().limit(1), lines.stream().skip(2)).map(SheetFormatTest::markdownCells)
                .toList();
        assertThat(back).isEqualTo(table(ResultSheet.told(rows(), "Accuracy", true)));
        assertThat(lines.get(1)).matches("(\\| (-+:?) ?)+\\|").contains("-: |");
        assertThat(lines.stream().filter(line -> line.codePoints().noneMatch(Character::isIdeographic))
                .mapToInt(line -> line.codePointCount(0, line.length())).distinct())
                .as("all of one width").hasSize(1);
    }

    private static List<String> markdownCells(String line) {
        assertThat(line).startsWith("| ").endsWith(" |");
        return Arrays.stream(line.substring(1, line.length() - 1).split("(?<=[^\\\\](\\\\\\\\){0,9})\\|"))
                .map(cell -> cell.strip().replaceAll("\\\\(\\p{Punct})", "$1")).toList();
    }

    @Test
    void latexReadsAsTheTableTells() {
        String text = SheetFormat.LATEX.text(rows(), "Accuracy", true);
        assertThat(text).startsWith("% \\usepackage{booktabs}\n\\begin{tabular}{lrrrrrrrll}\n\\toprule\n")
                .endsWith("\\bottomrule\n\\end{tabular}\n").contains("\\midrule\n");
        List<List<String>> back = text.lines().filter(line -> line.endsWith(" \\\\")).map(line -> line.substring(0, line.length() - 3))
                .map(line -> Arrays.stream(line.split(" & ")).map(SheetFormatTest::typeset).toList()).toList();
        List<List<String>> expected = table(ResultSheet.told(rows(), "Accuracy", true));
        assertThat(back).isEqualTo(expected);
        assertThat(text.lines().filter(line -> line.endsWith(" \\\\"))).as("no line begins as an option of the one before")
                .noneMatch(line -> line.startsWith("[") || line.startsWith("*"));
        assertThat(text).contains("92.0~\\% $\\pm$ 1.1").contains("$\\cdot$10$^-$$^9$ $\\pm$ ").doesNotContain("\u2212");
    }

    /** What TeX sets. */
    private static String typeset(String cell) {
        String commands = cell.replace("\\textbackslash{}", "\u0001").replace("\\textasciitilde{}", "\u0002")
                .replace("\\textasciicircum{}", "^").replace("\\textless{}", "<")
                .replace("\\textgreater{}", ">").replace("\\textbar{}", "|").replace("\\char34{}", "\"").replace("\\char96{}", "`")
                        .replace("\\ldots{}", "…")
                .replace("\\textendash{}", "–").replace("$\\cdot$", "·").replace("$\\pm$", "±").replace("$^1$", "¹").replace("$^0$", "⁰")
                        .replace("$^-$", "⁻").replace("$^9$", "⁹").replace("~", "\u00a0").replace("-{}", "-").replace("'{}", "'");
        return commands.replaceAll("^\\{}", "").replaceAll("\\\\([&%$#_{}])", "$1").replace('\u0001', '\\').replace('\u0002', '~');
    }

    @Test
    void whatThereIsNotHasNoColumnAndNoFigureIsAnEmptyCell() {
        List<ResultRow> one = List.of(row("A", Double.NaN, Double.NaN, 1));
        assertThat(ResultSheet.told(one, "", false).header()).containsExactly("Contender", "Loss", "Steps/s", "Steps", "Outcome");
        assertThat(ResultSheet.exact(one, "Accuracy", true).rows().get(0).subList(1, 3)).containsExactly("", "");
        assertThat(SheetFormat.LATEX.text(List.of(), "Accuracy", true)).contains("\\midrule\n\\bottomrule");
        assertThat(SheetFormat.MARKDOWN.text(List.of(), "Accuracy", true).lines()).hasSize(2);
        assertThat(SheetFormat.CSV.text(List.of(), "Accuracy", true).lines()).hasSize(1);
    }
}

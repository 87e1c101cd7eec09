package downhill.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.Normalizer;
import java.util.List;
import java.util.Locale;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A model measured on its own training rows, and on the same rows written otherwise: the same figures, or a refusal that helps. */
class ReadAlikeTest {
    private static final int ROWS = 40;
    private static final String[] TOWNS = {"S\u00e3o Tom\u00e9", "Z\u00fcrich", "New York"};

    @TempDir
    private Path folder;

    /** @param rewritten the training file as another file has it; {@code said} goes to the training */
    record Twin(String name, String training, String rewritten, String target, List<String> said, Charset charset) {
        @Override
        public String toString() {
            return name;
        }
    }

    private static Twin twin(String name, String training, UnaryOperator<String> change, String target, String... said) {
        return new Twin(name, training, change.apply(training), target, List.of(said), StandardCharsets.UTF_8);
    }

    /** A header and a line for each row. */
    private static String file(String header, java.util.function.IntFunction<String> line) {
        StringBuilder text = new StringBuilder(header).append('\n');
        for (int i = 0; i < ROWS; i++) {
            text.append(line.apply(i)).append('\n');
        }
        return text.toString();
    }

    private static String places(String pattern, Object... values) {
        return String.format(Locale.ROOT, pattern, values);
    }

    private static String towns() {
        return file("town,x,y", i -> places("%s,%.2f,%.2f", TOWNS[i % 3], i / 7.0, 10 * (i % 3) + i / 7.0));
    }

    private static String classes(String label, UnaryOperator<String> other) {
        return file("x," + label, i -> places("%.2f,%s", i / 7.0, other.apply(i < ROWS / 2 ? "0" : "1")));
    }

    private static String numbers(String mark, String groups) {
        return file("a;b;y", i -> places("%.2f;%d;%.2f", i / 7.0 + 0.01, 1001 + 37 * i, i / 7.0 + 3 * i)
                .replace(".", mark).replaceAll(";(\\d)(\\d{3});", ";$1" + groups + "$2;"));
    }

    private static String dates(String form, int months) {
        return file("when,x,y", i -> places(form + ",%.2f,%d", 1 + i % 12, 1 + i * 7 % months, i / 7.0, i % 12 + 30 * (i * 7 % months)));
    }

    static Stream<Twin> twins() {
        String latin = towns();
        String commas = numbers(",", ".");
        return Stream.of(
                twin("composed otherwise", towns(), text -> Normalizer.normalize(text, Normalizer.Form.NFD), "y"),
                twin("decomposed in training", Normalizer.normalize(towns(), Normalizer.Form.NFD),
                        text -> Normalizer.normalize(text, Normalizer.Form.NFC), "y"),
                twin("spaces around", towns(), text -> text.replaceAll("(?m)^([^,\\d\\n]+),(?=\\d)", "\"$1   \","), "y"),
                twin("no-break spaces", towns(), text -> text.replace("New York", "New\u00a0York\u00a0"), "y"),
                new Twin("another encoding", latin, latin, "y", List.of(), Charset.forName("windows-1252")),
                twin("numbers as categories",
                        file("k,x,y", i -> places("%s,%.2f,%.2f", i % 2 == 0 ? "1" : "B", i / 7.0, i % 2 * 5 + i / 7.0)),
                        text -> text.replaceAll("(?m)^1,", "1.0,"), "y"),
                twin("noise in categories",
                        file("k,x,y", i -> places("%s,%.2f,%.2f", i % 2 == 0 ? "0.3" : "B", i / 7.0, i % 2 * 5 + i / 7.0)),
                        text -> text.replaceAll("(?m)^0\\.3,", "0.30000000000000004,"), "y"),
                twin("classes as fractions", classes("k", text -> text), text -> text.replaceAll("(?m),([01])$", ",$1.0"), "k"),
                twin("words of truth in capitals", classes("k", text -> text.equals("0") ? "no" : "yes"),
                        text -> text.replaceAll("(?m),no$", ",NO").replaceAll("(?m),yes$", ",Yes"), "k"),
                twin("thousands by points", commas, text -> text, "y"),
                twin("thousands by spaces", commas, text -> text.replaceAll("(\\d)\\.(\\d{3})", "$1 $2"), "y"),
                twin("no thousands", commas, text -> text.replaceAll("(\\d)\\.(\\d{3})", "$1$2"), "y"),
                twin("thousands by apostrophes", numbers(".", "'"), text -> text.replace("'", ","), "y"),
                twin("all with points", commas, text -> numbers(".", ""), "y"),
                twin("percent", file("r,x,y", i -> places("%d%%,%.2f,%.2f", i + 1, i / 7.0, 2 * i + i / 7.0)), text -> text, "y",
                        "--units"),
                twin("currency", file("r,x,y", i -> places("$%d,%.2f,%.2f", i + 1, i / 7.0, 2 * i + i / 7.0)),
                        text -> text.replaceAll("(?m)^\\$(\\d+)", "$1 €"), "y", "--units"),
                twin("missing texts", file("r,x,y", i -> places("%s,%.2f,%.2f", i % 9 == 0 ? "-200" : i, i / 7.0, 2 * i + i / 7.0)),
                        text -> text, "y",
                        "--missing-texts=-200"),
                twin("month first", dates("%02d/%02d/2021", 28), text -> text, "y"),
                twin("columns swapped that differ in case", file("t,T,t.1,p",
                        i -> places("%d,%d,%d,%d", i, i * i % 17, i * 5 % 11, i + 3 * (i * i % 17))),
                        text -> text.replaceAll("(?m)^([^,]*),([^,]*),([^,]*),", "$3,$2,$1,").replace("t.1,T,t,p", "t.1,T,t,p"), "p"),
                twin("an extra column", file("T,p", i -> places("%d,%d", i, 3 * i + 1)),
                        text -> text.replaceAll("(?m)^", "9,").replaceFirst("^9,", "t,")
                        .replaceAll("(?m)^9,$", ""), "p"),
                twin("a date as the target", file("x,out", i -> places("%d,2022-03-%02d", i % 28, 1 + i % 28)), text -> text, "out"));
    }

    @ParameterizedTest
    @MethodSource("twins")
    void theSameRowsGiveTheSameFigures(Twin twin) throws IOException {
        Path training = write("training.csv", twin.training(), StandardCharsets.UTF_8);
        Path model = trained(training, twin.target(), twin.said());
        JsonNode first = measured(model, training);
        JsonNode second = measured(model, write("twin.csv", twin.rewritten(), twin.charset()));
        assertThat(second.get("rows").intValue()).isEqualTo(ROWS);
        for (String figure : first.propertyNames()) {
            assertThat(second.get(figure).doubleValue()).as(figure).isCloseTo(first.get(figure).doubleValue(), within(1e-9));
        }
    }

    @Test
    void anAmbiguousMarkIsRefusedWithTheOptionThatReadsIt() throws IOException {
        Path training = write("training.csv", numbers(",", ""), StandardCharsets.UTF_8);
        Path model = trained(training, "y", List.of());
        Path csv = write("new.csv", "a;b;y\n1.234;1001;2.345\n2.345;1002;3.456\n", StandardCharsets.UTF_8);
        Cli refused = Cli.run("evaluate", model, csv);
        assertThat(refused.code()).isEqualTo(2);
        assertThat(refused.err()).contains("2 of 2 cells of \"a\"").contains("--decimal point").contains("--thousands point");
        assertThat(Cli.run("evaluate", model, csv, "--decimal", "point").code()).isZero();
    }

    @Test
    void aDecimalMarkOfItsOwnIsToldByColumn() throws IOException {
        Path training = write("training.csv", numbers(",", "."), StandardCharsets.UTF_8);
        Path model = trained(training, "y", List.of());
        assertThat(Cli.run("evaluate", model, write("new.csv", numbers(".", ""), StandardCharsets.UTF_8)).err())
                .contains("40 of \"a\"").contains("--decimal comma");
    }

    @Test
    void unknownCategoriesAreNamedWithTheirCounts() throws IOException {
        Path model = trained(write("training.csv", towns(), StandardCharsets.UTF_8), "y", List.of());
        Cli result = Cli.run("evaluate", model, write("new.csv", "town,x,y\nOslo,1,1\nOslo,2,2\nBonn,3,3\n", StandardCharsets.UTF_8));
        assertThat(result.err()).contains("3 rows have a category in \"town\"").contains("\"Oslo\" × 2, \"Bonn\" × 1");
    }

    @Test
    void aDateIsPredictedAsADateAndItsErrorsAreInDays() throws IOException {
        Path training = write("training.csv", file("x,out", i -> places("%d,2022-03-%02d", i % 28, 1 + i % 28)), StandardCharsets.UTF_8);
        Path scored = folder.resolve("scored.csv");
        Path model = trained(training, "out", List.of());
        assertThat(Cli.run("predict", model, training, "--out", scored).code()).isZero();
        assertThat(Files.readAllLines(scored).get(5)).matches("4,2022-03-05,2022-03-0[456]");
        Cli measured = Cli.run("evaluate", model, training);
        assertThat(measured.err()).contains("\"out\" is a date: rmse and mae are in days");
        assertThat(measured.out()).containsPattern("RMSE +\\S+ days\\R").containsPattern("MAE +\\S+ days\\R")
                .containsPattern("R² +\\S+\\R");
    }

    /** y is 2x + 1 whatever the other is: nothing was learned of it, so no first value of a weight may be multiplied by it. */
    @ParameterizedTest
    @org.junit.jupiter.params.provider.ValueSource(strings = {"standard", "min-max"})
    void anotherValueOfAColumnThatHadOneOnlyMakesNoDifferenceAndIsTold(String scaling) throws IOException {
        java.util.function.DoubleFunction<String> rows = rate -> file("rate,x,y",
                i -> places("%s,%.2f,%.2f", i == 3 && rate == 0.3 ? 0.30000000000000004 : rate, i / 7.0,
                2 * Math.round(i / 7.0 * 100) / 100.0 + 1));
        Path training = write("training.csv", rows.apply(0.3), StandardCharsets.UTF_8);
        Path model = trained(training, "y", List.of("--scaling", scaling));
        JsonNode first = measured(model, training);
        for (double rate : new double[] {0.31, 3e6}) {
            Path other = write("other.csv", rows.apply(rate), StandardCharsets.UTF_8);
            assertThat(measured(model, other).get("mse").doubleValue()).isCloseTo(first.get("mse").doubleValue(), within(1e-9));
            assertThat(Cli.run("evaluate", model, other).err())
                    .contains("40 rows have another value of \"rate\" than 0.30000, the only one in training");
        }
        assertThat(Cli.run("evaluate", model, training).err()).isEmpty();
    }

    private Path write(String name, String text, Charset charset) throws IOException {
        return Files.write(folder.resolve(name), text.getBytes(charset));
    }

    private Path trained(Path training, String target, List<String> said) {
        List<Object> arguments = new java.util.ArrayList<>(List.of("compare", training, "--target", target, "--model",
                target.equals("k") ? "logistic" : "linear", "--optimizers", "adam", "--learning-rate", "0.05", "--steps", "300", "--out",
                        folder.resolve("out")));
        arguments.addAll(said);
        Cli result = Cli.run(arguments.toArray());
        assertThat(result.code()).as(result.err()).isZero();
        return folder.resolve("out").resolve("model-adam.downhill-model");
    }

    private static JsonNode measured(Path model, Path csv) {
        Cli result = Cli.run("evaluate", model, csv, "--json");
        assertThat(result.code()).as(result.err()).isZero();
        return JsonMapper.builder().build().readTree(result.out());
    }
}

package downhill.export;

import static org.assertj.core.api.Assertions.assertThat;

import downhill.model.TrainedEnsemble;
import java.net.URLDecoder;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The text that exported programs run, read back with a reader of its own. */
class ModelTextTest {
    private static final String HOSTILE = "a \"b\" 'c' \\ <d> & `e` + = * % - \n\t|,;$ 绿色";

    /** What a program in any language does first: lines that begin with a plus belong to those above. */
    private static List<List<String>> lines(String text) {
        return text.replace("\n+", "").lines().map(line -> Arrays.asList(line.split(" "))).toList();
    }

    private static List<List<String>> lines(String text, String first) {
        return lines(text).stream().filter(words -> words.get(0).equals(first)).toList();
    }

    private static String read(String word) {
        return word.equals("%") ? "" : URLDecoder.decode(word, StandardCharsets.UTF_8);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "%", "%20", "+", "-", "=", "'", "*", "绿", "a b", HOSTILE, "😀", "\u00a0", "a\nb"})
    void aWordIsReadBackAndHoldsNoSignThatMeansSomething(String text) {
        String word = ModelText.word(text);
        assertThat(read(word)).isEqualTo(text);
        assertThat(word).matches("[A-Za-z0-9%._-]+").isNotEqualTo("-");
    }

    @Test
    void namesOfEveryKindStandInTheirPlace() {
        TrainedEnsemble model = SmallModels.number(SmallModels.column(HOSTILE, null), SmallModels.column("", 0.25),
                SmallModels.label("绿", "", "", HOSTILE, "-"));
        String text = ModelText.of(model, List.of());
        List<List<String>> numbers = lines(text, "number");
        assertThat(numbers).extracting(words -> read(words.get(1))).containsExactly(HOSTILE, "");
        assertThat(numbers).extracting(words -> words.get(2)).containsExactly("-", "0.25");
        List<String> category = lines(text, "category").get(0);
        assertThat(category.stream().skip(1).map(ModelTextTest::read)).containsExactly("绿", "", "", HOSTILE, "-");
    }

    @Test
    void aCategoryThatIsAMinusIsNotTakenForNone() {
        String filled = ModelText.of(SmallModels.number(SmallModels.label("c", "-", "-", "x")), List.of());
        String bare = ModelText.of(SmallModels.number(SmallModels.label("c", null, "-", "x")), List.of());
        assertThat(lines(bare, "category").get(0).get(2)).isEqualTo("-");
        assertThat(lines(filled, "category").get(0).get(2)).isNotEqualTo("-").satisfies(word -> assertThat(read(word)).isEqualTo("-"));
    }

    @Test
    void longLinesGoOnBelowAndAreReadBackTheSame() {
        String[] categories = IntStream.range(0, 2000).mapToObj(i -> "kind +" + i).toArray(String[]::new);
        String text = ModelText.of(SmallModels.number(SmallModels.label("c", null, categories)), List.of());
        assertThat(text.lines().filter(line -> line.startsWith("+"))).hasSizeGreaterThan(1);
        assertThat(text.lines().mapToInt(String::length).max().orElseThrow()).isLessThan(9000);
        List<String> words = lines(text, "category").get(0);
        assertThat(words.stream().skip(3).map(ModelTextTest::read)).containsExactly(categories);
    }

    @Test
    void parametersAreReadBackBitForBit() {
        for (TrainedEnsemble model : ExportCases.distinct()) {
            List<Double> read = new ArrayList<>();
            lines(ModelText.of(model, List.of()), "numbers").forEach(words -> {
                ByteBuffer bytes = ByteBuffer.wrap(Base64.getDecoder().decode(words.get(1))).order(ByteOrder.LITTLE_ENDIAN);
                while (bytes.hasRemaining()) {
                    read.add(bytes.getDouble());
                }
            });
            List<Double> all = model.members().stream().flatMap(each -> Arrays.stream(each.model().parameters()).boxed()).toList();
            assertThat(read).as(model.name()).isEqualTo(all);
        }
    }

    @Test
    void rowsAreReadBackAndAGapIsNoText() {
        StoredRow row = new StoredRow(List.of(Arrays.asList(0.1, null, "-"), Arrays.asList(-1e-300, "", HOSTILE)), List.of(0.25, 0.75));
        List<String> words = lines(ModelText.rows(List.of(row))).get(0);
        assertThat(words.subList(0, 4)).containsExactly("row", "0.1", "-", "'" + ModelText.word("-"));
        assertThat(words.subList(4, 6)).containsExactly("-1.0E-300", "'%");
        assertThat(read(words.get(6).substring(1))).isEqualTo(HOSTILE);
        assertThat(words.subList(7, 10)).containsExactly("=", "0.25", "0.75");
    }

    @Test
    void everyLineIsOneThatProgramsKnow() {
        for (TrainedEnsemble model : ExportCases.distinct()) {
            String text = ModelText.of(model, StoredRows.of(model, MadeRows.of(model.preprocessing())));
            assertThat(lines(text)).as(model.name()).extracting(words -> words.get(0)).isSubsetOf("name", "target", "window", "shape",
                    "classes", "missing", "decimal", "range", "member", "category", "ratio", "difference", "number", "date", "truth",
                    "answer", "=", "numbers", "row", "source", "made");
            assertThat(lines(text, "member")).hasSameSizeAs(model.members());
            assertThat(lines(text, "row")).hasSizeGreaterThan(9);
        }
    }
}

package downhill.ui.i18n;

import static org.assertj.core.api.Assertions.assertThat;

import downhill.data.ColumnType;
import downhill.data.DataSource;
import downhill.data.DataSpec;
import downhill.data.EqualRows;
import downhill.data.LabelColumn;
import downhill.data.Notice;
import downhill.data.NumberColumn;
import downhill.data.SplitSpec;
import downhill.data.Table;
import downhill.data.prepare.Preparation;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a split does and cannot measure is told in the window's language. */
class SplitSentencesTest {

    @AfterEach
    void speakEnglish() {
        Messages.languageProperty().set(Language.ENGLISH);
    }

    /** Each letter is the class of a row; the feature counts rows, or is the same for all of a class. */
    @ParameterizedTest
    @CsvSource({"aabbccdd, 0.2, true, 没有留出任何行", "aabbccdd, 0.01, false, 没有留出任何行", "aaaaaaaaaabbcc, 0.2, true, 都属于 3 个类别之一",
        "aaaabb, 0.2, true, 唯一留出的一行", "aaaaabbbbbccdd, 0.2, true, 个行数太少", "aaaaabbbbbcc, 0.2, true, 3 个类别中有 1 个行数太少",
        "aaaaaaaaaabbcc, 0.5, true, 3 个类别中有 2 个只用一行衡量", "aaaaaaaaaabb, 0.5, true, 2 个类别中有 1 个只用一行衡量",
        "aaaaabbbbbc, 0.6, false, 只出现在留出的行里"})
    void whatClassesCannotShowIsToldInChinese(String classes, double share, boolean stratified, String words) {
        double[] x = IntStream.range(0, classes.length()).mapToDouble(i -> i * i).toArray();
        assertThat(told(x, classes, new SplitSpec(share, 3, stratified))).anyMatch(line -> line.contains(words));
    }

    @Test
    void equalRowsAreToldInChinese() {
        double[] x = {1, 1, 1, 2, 2, 3, 4, 5, 6, 7};
        assertThat(told(x, "aaaabbbbbb", new SplitSpec(0.3, 1, true))).anyMatch(line -> line.contains("要么全部留出"));
        assertThat(told(new double[] {1, 1, 2, 3, 4, 5, 6, 7, 8, 9}, "aaaaabbbbb", new SplitSpec(0.3, 1, true)))
                .anyMatch(line -> line.startsWith("有 1 行"));
        assertThat(told(new double[10], "aaaaabbbbb", new SplitSpec(0.4, 1, true))).anyMatch(line -> line.startsWith("留出了 0 行"));
        assertThat(told(x, "aaaabbbbbb", new SplitSpec(0.5, 1, true, EqualRows.APART))).anyMatch(line -> line.contains("只会记忆的模型"));
    }

    private static List<String> told(double[] x, String classes, SplitSpec split) {
        List<String> names = Stream.of(classes.split("")).distinct().toList();
        Table table = new Table(List.of(new NumberColumn("x", x), new LabelColumn("y", ColumnType.CATEGORY,
                classes.chars().map(letter -> names.indexOf(Character.toString(letter))).toArray(), names)));
        List<Notice> notices = Preparation.prepare(table,
                DataSpec.of(new DataSource.CsvFile("t.csv", null)).withTarget("y").withSplit(split)).notices();
        Messages.languageProperty().set(Language.CHINESE);
        List<String> spoken = notices.stream().map(notice -> Spoken.text(notice.said())).toList();
        assertThat(spoken).allMatch(line -> line.codePoints().anyMatch(Character::isIdeographic));
        return spoken;
    }
}

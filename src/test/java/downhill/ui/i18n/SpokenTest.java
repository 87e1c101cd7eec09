package downhill.ui.i18n;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import downhill.data.ColumnSpec;
import downhill.data.ColumnType;
import downhill.data.DataSource;
import downhill.data.DataSpec;
import downhill.data.Progress;
import downhill.data.Role;
import downhill.data.Scaling;
import downhill.data.csv.CsvImport;
import downhill.data.prepare.Prepared;
import downhill.data.source.DataSources;
import downhill.data.source.SampleData;
import downhill.optim.RuleLibrary;
import downhill.optim.RuleParser;
import downhill.ui.session.Failures;
import downhill.words.Said;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What goes wrong below the window is told in the window's language. */
class SpokenTest {
    private static final Pattern ENGLISH_SENTENCE = Pattern.compile("[A-Za-z]+ [a-z]+ [a-z]+ [a-z]+");

    @AfterEach
    void speakEnglish() {
        Messages.languageProperty().set(Language.ENGLISH);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {"missing.csv||没有这个文件", "empty.csv||文件是空的", "one-row.csv|a,b;1,2;|只有 1 行可用",
        "one-class.csv|a,class;1,x;2,x;3,x;4,x;|没有可学的内容", "page.csv|<!DOCTYPE html><html><body>no</body></html>|这是网页",
                "one-column.csv|a;1;2;3;|只有一列"})
    void badFilesAreToldInChinese(String name, String text, String words, @TempDir Path folder) throws IOException {
        Path file = folder.resolve(name);
        if (!name.equals("missing.csv")) {
            Files.writeString(file, text == null ? "" : text.replace(';', '\n'));
        }
        Throwable failure = catchThrowable(() -> DataSources.prepare(DataSpec.of(new DataSource.CsvFile(file.toString(), null)), folder,
                Progress.NONE));
        assertThat(failure).isNotNull();
        String english = Failures.sentence(failure);
        Messages.languageProperty().set(Language.CHINESE);
        assertThat(Failures.sentence(failure)).contains(words).isNotEqualTo(english);
        assertThat(ENGLISH_SENTENCE.matcher(Failures.sentence(failure)).find()).as(Failures.sentence(failure)).isFalse();
    }

    @Test
    void aFaultInARuleIsToldInChinese() {
        String adam = RuleLibrary.builtIn().byId("adam").orElseThrow().text();
        Throwable failure = catchThrowable(() -> RuleParser.parse(adam.replace("− η·", "− bogus·")));
        Messages.languageProperty().set(Language.CHINESE);
        assertThat(Spoken.text(((downhill.expr.FormulaException) failure).what())).startsWith("这里不认识 bogus");
    }

    @Test
    void whatIsDoneToEveryBundledTableIsToldInChinese(@TempDir Path folder) {
        for (SampleData sample : SampleData.list()) {
            for (Scaling scaling : Scaling.values()) {
                Prepared prepared = DataSources.prepare(sample.spec().withScaling(scaling), folder, Progress.NONE);
                Messages.languageProperty().set(Language.CHINESE);
                prepared.preprocessing().describe().forEach(SpokenTest::isChinese);
                prepared.notices().forEach(notice -> isChinese(notice.said()));
            }
        }
    }

    @Test
    void whatWeightsDoIsToldInChinese(@TempDir Path folder) {
        DataSpec spec = SampleData.of("iris").spec().withColumns(List.of(new ColumnSpec("petal_length", ColumnType.NUMBER, Role.WEIGHT)));
        Prepared prepared = DataSources.prepare(spec, folder, Progress.NONE);
        Messages.languageProperty().set(Language.CHINESE);
        assertThat(prepared.preprocessing().describe()).anyMatch(text -> text.toString().contains("weight"));
        assertThat(prepared.notices()).anyMatch(notice -> notice.message().startsWith("Rows count by"));
        prepared.preprocessing().describe().forEach(SpokenTest::isChinese);
        prepared.notices().forEach(notice -> isChinese(notice.said()));
    }

    @ParameterizedTest
    @ValueSource(strings = {"datum;preis;ort\n01.02.2024;1.234,50;Köln\n02.02.2024;;Bonn\n03.02.2024;999,00;Köln\n04.02.2024;1.100,00;\n",
        "# made by hand\n# twice\na,b,c\n1,2,3\n2,2,5\n4,4,4\n3,1,2\n", "sep=;\nx;y\n1;2\n2;3\n3;4\n", "a b  c\n1  2 3\n4 5 6\n7 8 9\n"})
    void whyAFileIsReadInItsWayIsToldInChinese(String text, @TempDir Path folder) throws IOException {
        Path file = Files.writeString(folder.resolve("table.csv"), text);
        var report = CsvImport.read(file).report();
        assertThat(report.decisions()).isNotEmpty();
        Messages.languageProperty().set(Language.CHINESE);
        report.decisions().forEach(decision -> isChinese(decision.why()));
    }

    private static void isChinese(Said said) {
        assertThat(Spoken.text(said)).as(said.toString()).matches("(?s).*\\p{IsHan}.*")
                .doesNotMatch("(?s).*" + ENGLISH_SENTENCE.pattern() + ".*");
    }

    @Test
    void whatIsTheSameInEveryLanguageStaysAsItIs() {
        Messages.languageProperty().set(Language.CHINESE);
        assertThat(Spoken.text(Said.plain("tmp/a\u202eb.csv"))).isEqualTo("tmp/a[U+202E]b.csv");
        assertThat(Spoken.text(new IOException("Something quite new happened."))).isEqualTo("Something quite new happened.");
        assertThat(Spoken.text((Said) null)).isNull();
    }

    @Test
    void whatIsPutInMayBeSaidTooAndNothingIsPutIntoIt() {
        Said inner = Said.of("done.standard", "{1}", "$0");
        assertThat(Spoken.text(Said.of("done.column", "x{0}", inner))).isEqualTo("x{0}: standardised (z-score): mean {1}, deviation $0");
        Messages.languageProperty().set(Language.CHINESE);
        assertThat(Spoken.text(Said.of("done.column", "x{0}", inner))).isEqualTo("x{0}：标准化（z 分数）：均值 {1}，标准差 $0");
    }
}

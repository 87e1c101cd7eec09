package downhill.ui.i18n;

import static org.assertj.core.api.Assertions.assertThat;

import downhill.data.DataException;
import downhill.data.ImportOptions;
import downhill.data.Progress;
import downhill.data.Where;
import downhill.data.csv.CsvImport;
import downhill.data.csv.Decision;
import downhill.data.csv.HardInputs;
import downhill.data.csv.ImportProblem;
import downhill.data.csv.ImportReport;
import downhill.words.Said;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Whatever is said about how a file was read is said in the language of the window. */
class ReadingInChineseTest {
    private static final Pattern QUOTED = Pattern.compile("“.*?”|改称.*", Pattern.DOTALL);
    private static final Pattern ENGLISH = Pattern.compile("[A-Za-z]{2,} [a-z]+ [a-z]+|\\b(the|is|of|was|are|chosen|usual)\\b");

    @AfterEach
    void speakEnglish() {
        Messages.languageProperty().set(Language.ENGLISH);
    }

    @Test
    void noReasonAndNoProblemIsLeftInEnglish() throws IOException {
        Set<Said> said = new LinkedHashSet<>();
        for (byte[] bytes : HardInputs.all()) {
            collect(bytes, said);
        }
        assertThat(said).hasSizeGreaterThan(150);
        Messages.languageProperty().set(Language.CHINESE);
        assertThat(said).filteredOn(each -> ENGLISH.matcher(QUOTED.matcher(Spoken.text(each)).replaceAll("")).find()).isEmpty();
    }

    private static void collect(byte[] bytes, Set<Said> said) throws IOException {
        try {
            ImportReport report = CsvImport.read(new ByteArrayInputStream(bytes), "test.csv", ImportOptions.DEFAULT, Map.of(),
                    Progress.NONE).report();
            report.decisions().stream().map(Decision::why).forEach(said::add);
            report.problems().stream().map(ImportProblem::said).forEach(said::add);
        } catch (DataException refused) {
            said.add(refused.said());
        }
    }

    @Test
    void placesAndCellsStandInTheirPlaces() {
        Messages.languageProperty().set(Language.CHINESE);
        assertThat(Spoken.text(Where.of(3, "v", Said.sentences(Said.of("csv.say.notNumber", "a. b"), Said.of("csv.do.missing"),
                Said.of("csv.do.keep", "v", "a. b"))))).isEqualTo("第 3 行，列“v”：“a. b”不是数值。已视为缺失值。若要保留：请把 v 设为文本，或把“a. b”加入表示缺失值的文本。");
        assertThat(Spoken.text(Said.reasons(List.of(Said.of("csv.notUtf8", Said.of("place.byte", "0xE9", 2, 4)), Said.of("csv.western")))))
                .isEqualTo("第 2 行第 4 字节 0xE9 不是有效的 UTF-8；非 ASCII 字节单独出现，如同西欧文字");
        assertThat(Spoken.text(Said.reasons(List.of(Said.of("csv.delimiter.share", 100, 2), Said.of("csv.delimiter.close", ";")))))
                .isEqualTo("100% 的行有 2 列；“;”几乎同样可能");
    }
}

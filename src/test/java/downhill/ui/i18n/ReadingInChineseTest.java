package downhill.ui.i18n;

import static org.assertj.core.api.Assertions.assertThat;

import downhill.data.DataException;
import downhill.data.ImportOptions;
import downhill.data.Progress;
import downhill.data.csv.CsvImport;
import downhill.data.csv.Decision;
import downhill.data.csv.HardInputs;
import downhill.data.csv.ImportReport;
import downhill.data.csv.Problem;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
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
        Set<String> said = new TreeSet<>();
        for (byte[] bytes : HardInputs.all()) {
            collect(bytes, said);
        }
        assertThat(said).hasSizeGreaterThan(150);
        Messages.languageProperty().set(Language.CHINESE);
        assertThat(said).filteredOn(english -> ENGLISH.matcher(QUOTED.matcher(Sentences.spoken(english)).replaceAll("")).find()).isEmpty();
    }

    private static void collect(byte[] bytes, Set<String> said) throws IOException {
        try {
            ImportReport report = CsvImport.read(new ByteArrayInputStream(bytes), "test.csv", ImportOptions.DEFAULT, Map.of(), Progress.NONE).report();
            report.decisions().stream().map(Decision::reason).forEach(said::add);
            report.problems().stream().map(Problem::message).forEach(said::add);
        } catch (DataException refused) {
            said.add(refused.getMessage());
        }
    }

    @Test
    void placesAndCellsStandInTheirPlaces() {
        Messages.languageProperty().set(Language.CHINESE);
        assertThat(Sentences.spoken("line 3, column \"v\": \"a. b\" is not a number. It was taken as missing. To keep it: set v to text, or add \"a. b\" to the texts "
                + "that mean a missing value.")).isEqualTo("第 3 行，列“v”：“a. b”不是数值。已视为缺失值。若要保留：请把 v 设为文本，或把“a. b”加入表示缺失值的文本。");
        assertThat(Sentences.spoken("byte 0xE9 at line 2, byte 4 is not valid UTF-8; single bytes beyond ASCII as in Western European text"))
                .isEqualTo("第 2 行第 4 字节 0xE9 不是有效的 UTF-8；非 ASCII 字节单独出现，如同西欧文字");
        assertThat(Sentences.spoken("100 % of the rows have 2 columns; \";\" is nearly as likely")).isEqualTo("100% 的行有 2 列；“;”几乎同样可能");
    }
}

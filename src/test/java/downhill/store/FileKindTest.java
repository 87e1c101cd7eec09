package downhill.store;

import static org.assertj.core.api.Assertions.assertThat;

import downhill.lesson.page.GiftText;
import downhill.lesson.page.Handout;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Which files one of ours may replace, and rows of results as they are written. */
class FileKindTest {
    private static final Map<String, String> BEGINNINGS = Map.ofEntries(Map.entry("table", "a,b\n1,2\n"),
            Map.entry("picture", "\u0089PNG\r\n\u001A\n"), Map.entry("zip", "PK\3\4\0\0"),
            Map.entry("document", "{\"" + ExperimentStore.FORMAT + "\": 3}"), Map.entry("history", "contender,step,loss\n"),
            Map.entry("seeds", "contender,step,seed,loss\n"), Map.entry("scores", "contender,repeat,fold,seed,score\n"),
            Map.entry("curves", "curve,contender,of,x,y\n"), Map.entry("map", "a,b,startLoss,finalLoss,outcome,divergedAt\n"),
            Map.entry("leaderboard", "name,kind,trial,validation,outer,fitSeconds\n"), Map.entry("report", "# AutoML: iris\n"),
            Map.entry("explanation", "{\"explanation\": \"shap\"}"), Map.entry("summary", "{\"contenders\": []}"),
            Map.entry("export", "// downhill-export\n"), Map.entry("code", "-- Downhill: rules of a model\n"),
            Map.entry("variants", "name,bytes,parameters,nonZero,metric\n"),
            Map.entry("page", "<!DOCTYPE html>" + ReportFile.MARK),
            Map.entry("pretraining", PretrainingCsv.HEAD + "\n"), Map.entry("trials", StudyExport.HEAD + "\n"),
            Map.entry("marks", MarksCsv.HEAD + "\n"), Map.entry("quiz", GiftText.MARK + "Valley\n"),
            Map.entry("handout", "<!DOCTYPE html>" + Handout.MARK),
            Map.entry("room", "PK\3\4README-en.txt"),
            Map.entry("json", "{\"other\": 1}"), Map.entry("binary", "\u007FELF\0\0"));
    private static final Map<FileKind, Set<String>> TAKEN = Map.ofEntries(
            Map.entry(FileKind.TABLE, Set.of("table", "history", "seeds", "pretraining", "scores", "curves", "map", "leaderboard",
                    "report", "export",
                    "code", "trials", "marks", "page", "variants", "quiz", "handout")), Map.entry(FileKind.PAGE, Set.of("page")),
            Map.entry(FileKind.LEADERBOARD, Set.of("leaderboard")), Map.entry(FileKind.REPORT, Set.of("report")),
            Map.entry(FileKind.PICTURE, Set.of("picture")), Map.entry(FileKind.ZIP, Set.of("zip", "room")),
            Map.entry(FileKind.ROOM, Set.of("room")),
            Map.entry(FileKind.DOCUMENT, Set.of("document")), Map.entry(FileKind.HISTORY, Set.of("history", "seeds")),
            Map.entry(FileKind.SEEDS, Set.of("seeds")), Map.entry(FileKind.PRETRAINING, Set.of("pretraining")),
            Map.entry(FileKind.SCORES, Set.of("scores")),
            Map.entry(FileKind.MAP, Set.of("map")), Map.entry(FileKind.CURVES, Set.of("curves")),
                    Map.entry(FileKind.SUMMARY, Set.of("summary")),
            Map.entry(FileKind.EXPLANATION, Set.of("explanation")), Map.entry(FileKind.EXPORT, Set.of("export")),
            Map.entry(FileKind.CODE, Set.of("code")), Map.entry(FileKind.VARIANTS, Set.of("variants")),
            Map.entry(FileKind.MARKS, Set.of("marks")), Map.entry(FileKind.QUIZ, Set.of("quiz")),
            Map.entry(FileKind.HANDOUT, Set.of("handout")), Map.entry(FileKind.TRIALS, Set.of("trials")));

    @TempDir
    Path folder;

    @ParameterizedTest
    @EnumSource(FileKind.class)
    void onlyAFileOfItsKindIsReplaced(FileKind kind) throws IOException {
        for (Map.Entry<String, String> beginning : BEGINNINGS.entrySet()) {
            Path file = Files.write(folder.resolve(beginning.getKey()), beginning.getValue().getBytes(StandardCharsets.ISO_8859_1));
            assertThat(kind.takes(file)).as("%s over %s", kind, beginning.getKey()).isEqualTo(TAKEN.get(kind).contains(beginning.getKey()));
        }
    }

    @ParameterizedTest
    @EnumSource(FileKind.class)
    void whatIsEmptyOrNotThereIsReplacedByAnything(FileKind kind) throws IOException {
        assertThat(kind.takes(folder.resolve("none"))).isTrue();
        assertThat(kind.takes(Files.createFile(folder.resolve("empty")))).isTrue();
        assertThat(kind.words().toString()).isNotBlank();
    }

    @Test
    void rowsAreWrittenWithAllDigitsAndNothingThatASpreadsheetRuns() throws IOException {
        Path file = folder.resolve("rows.csv");
        try (CsvRows rows = new CsvRows(file, "name", "loss")) {
            rows.row("=1+2", CsvRows.number(0.1 + 0.2));
            rows.row("a, \"b\"", CsvRows.number(Double.NaN));
            rows.row("c", CsvRows.number(Double.NEGATIVE_INFINITY));
        }
        assertThat(Files.readAllLines(file))
                .isEqualTo(List.of("name,loss", "'=1+2,0.30000000000000004", "\"a, \"\"b\"\"\",", "c,-Infinity"));
        for (double value : new double[] {1e-320, Math.PI, -0.0, 1e308, 123456789}) {
            assertThat(Double.compare(Double.parseDouble(CsvRows.number(value)), value)).isZero();
        }
    }
}

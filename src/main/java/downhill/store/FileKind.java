package downhill.store;

import downhill.lesson.page.GiftText;
import downhill.lesson.page.Handout;
import downhill.lesson.page.MoodleXml;
import downhill.words.Said;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.Predicate;

/** What a file that Downhill writes looks like from its beginning, so that it never takes another's place. */
public enum FileKind {
    /** Any table: a text that is no document. */
    TABLE("kind.table", text -> text.indexOf('\0') < 0 && !text.startsWith("PK\3\4") && !text.contains("PNG\r\n")
            && !text.stripLeading().startsWith("{")),
    /** A picture in PNG. */
    PICTURE("kind.picture", text -> text.startsWith("\u0089PNG\r\n")),
    /** A document of ours. */
    DOCUMENT("kind.document", text -> text.contains('"' + ExperimentStore.FORMAT + '"')),
    /** A trained model or session: a zip. */
    ZIP("kind.zip", text -> text.startsWith("PK\3\4")),
    /** {@code history.csv} */
    HISTORY("kind.history", text -> text.contains("contender,step,")),
    /** {@code seeds.csv} */
    SEEDS("kind.seeds", text -> text.contains("contender,step,seed")),
    /** {@code pretraining.csv} */
    PRETRAINING("kind.pretraining", text -> text.contains(PretrainingCsv.HEAD)),
    /** {@code scores.csv} */
    SCORES("kind.scores", text -> text.contains("contender,repeat,fold,seed")),
    /** {@code curves.csv} */
    CURVES("kind.curves", text -> text.contains("curve,contender,of,x")),
    /** {@code map.csv} */
    MAP("kind.map", text -> text.contains(MapCsv.OUTCOME)),
    /** All trials of a study: a table, JSON or a database of SQLite. */
    TRIALS("kind.trials", text -> text.contains(StudyExport.HEAD) || text.startsWith("SQLite format 3")
            || text.contains("\"trial\"") && text.contains("\"state\"")),
    /** {@code leaderboard.csv} */
    LEADERBOARD("kind.leaderboard", text -> text.contains(LeaderboardCsv.HEAD)),
    /** {@code variants.csv} */
    VARIANTS("kind.variants", text -> text.contains(VariantsCsv.HEAD)),
    /** {@code marks.csv} */
    MARKS("kind.marks", text -> text.contains(MarksCsv.HEAD)),
    /** Questions of a lesson for a learning platform. */
    QUIZ("kind.quiz", text -> text.startsWith(GiftText.MARK) || text.contains(MoodleXml.MARK)
            || text.startsWith("PK\3\4") && text.contains("imsmanifest.xml")),
    /** A lesson to print. */
    HANDOUT("kind.handout", text -> text.contains(Handout.MARK)),
    /** All that a room needs: a zip. */
    ROOM("kind.room", text -> text.startsWith("PK\3\4") && text.contains("README-en.txt")),
    /** {@code report.md} of AutoML. */
    REPORT("kind.report", text -> text.startsWith("# AutoML")),
    /** {@code explain.json} */
    EXPLANATION("kind.explanation", text -> text.stripLeading().startsWith("{") && text.contains("\"explanation\"")),
    /** A model in the form of another program. */
    EXPORT("kind.export", text -> text.contains("downhill-export") || text.startsWith("\b\b\22\bdownhill")),
    /** A report as a page. */
    PAGE("kind.page", text -> text.contains(ReportFile.MARK)),
    /** A surrogate in SQL or Java. */
    CODE("kind.code", text -> text.startsWith("-- Downhill") || text.startsWith("// Downhill")),
    /** {@code summary.json} */
    SUMMARY("kind.summary", text -> text.stripLeading().startsWith("{") && text.contains("\"contenders\""));

    private static final int BEGINNING = 1 << 16;

    private final String key;
    private final Predicate<String> fits;

    FileKind(String key, Predicate<String> fits) {
        this.key = key;
        this.fits = fits;
    }

    Said words() {
        return Said.of(key);
    }

    /** Whether the file may be replaced by one of this kind: it is one already, or empty, or not there. */
    boolean takes(Path file) {
        if (!Files.isRegularFile(file)) {
            return true;
        }
        try (InputStream in = Files.newInputStream(file)) {
            String beginning = new String(in.readNBytes(BEGINNING), StandardCharsets.ISO_8859_1);
            return beginning.isEmpty() || fits.test(beginning);
        } catch (IOException unreadable) {
            return true;
        }
    }
}

package downhill.cli;

import downhill.data.csv.ImportProblem;
import downhill.words.Said;
import java.io.PrintWriter;
import java.util.Locale;

/**
 * What became of a line of a file that was scored.
 *
 * @param line   of the file, from 1; 0 behind its last
 * @param scored false where it has no score
 * @param why    what there is to say of it
 * @param reason the same in English, without the line, as lists of problems have it
 */
record ScoredLine(long line, boolean scored, Said why, String reason) {
    private static final String ADVICE = "csv.do.keep";
    private static final String SENTENCES = "join.sentences";

    /** One without a score. */
    static ScoredLine unscored(long line, Said why) {
        String said = why.toString();
        return new ScoredLine(line, false, why, said.substring(0, 1).toUpperCase(Locale.ROOT) + said.substring(1) + ".");
    }

    /** One with a cell that was not read as it stands, or that could not be read at all. */
    static ScoredLine of(ImportProblem problem) {
        return new ScoredLine(problem.line(), !problem.kind().rejects(), problem.said(), reason(problem));
    }

    /** Without the line, which stands before it, and without advice that is for training. */
    private static String reason(ImportProblem problem) {
        String where = "line " + problem.line() + (problem.column() == null ? ": " : ", ");
        String message = problem.message().startsWith(where) ? problem.message().substring(where.length()) : problem.message();
        int advice = problem.kind().rejects() ? -1 : message.indexOf(" To keep it:");
        return advice < 0 ? message : message.substring(0, advice);
    }

    /** In the language in which {@code printer} prints. */
    String text(PrintWriter printer) {
        Said told = scored ? withoutAdvice(why) : Said.of("cli.unscored", place(), why);
        return HarmlessPrinter.speaksEnglish(printer) ? english() : HarmlessPrinter.text(printer, told);
    }

    private Said place() {
        return line > 0 ? Said.of("cli.line", line) : Said.of("cli.line.none");
    }

    private String english() {
        String joint = reason.startsWith("column") ? ", " : ": ";
        return place() + (scored ? joint : ": not scored. ") + reason;
    }

    private static Said withoutAdvice(Said said) {
        Object[] parts = said.arguments().stream().map(part -> part instanceof Said inner ? withoutAdvice(inner) : part).toArray();
        boolean advice = said.key().equals(SENTENCES) && said.arguments().get(1) instanceof Said last && last.key().equals(ADVICE);
        return advice ? (Said) parts[0] : Said.of(said.key(), parts);
    }
}

package downhill.cli;

import downhill.data.Notice;
import downhill.data.csv.Decision;
import downhill.data.csv.ImportFindings;
import downhill.data.prepare.Prepared;
import downhill.data.source.LoadedRows;
import downhill.race.document.Problem;
import downhill.store.RaceSummary;
import downhill.words.Said;
import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/** What reading and preparing the data found that a person should know before trusting a race: as lines, and for the summary. */
final class ImportWords {
    private static final int MOST = 12;

    private final LoadedRows rows;
    private final ImportFindings findings;
    private final List<String> weighted;

    ImportWords(LoadedRows rows, Problem problem) {
        this.rows = rows;
        this.weighted = ClassWeightsWords.of(problem, rows.prepared());
        this.findings = ImportFindings.of(rows.imported());
    }

    /** What was guessed first, then what became of the rows. */
    List<String> sentences() {
        Stream<String> guessed = rows.prepared().notices().stream().map(Notice::message);
        Stream<String> doubts = rows.imported().report().decisions().stream().filter(decision -> !decision.sure()).map(ImportWords::doubt);
        return Stream.of(guessed, weighted.stream(), doubts, findings.sentences().stream().map(Said::toString)).flatMap(one -> one)
                .distinct().toList();
    }

    static String doubt(Decision decision) {
        return doubt(decision.what(), decision.value(), decision.reason());
    }

    static String doubt(String what, String found, String reason) {
        String value = found.equals("\t") ? "tab" : "'" + found + "'";
        return "Look at this: " + what + " " + value + ", because " + reason + ".";
    }

    void print(PrintWriter err) {
        List<String> sentences = sentences();
        sentences.stream().limit(MOST).forEach(err::println);
        if (sentences.size() > MOST) {
            err.println("… and " + (sentences.size() - MOST)
                    + " more; downhill inspect lists what was found in the file, summary.json all of it.");
        }
    }

    RaceSummary.Data summary() {
        Prepared prepared = rows.prepared();
        int training = prepared.training().count();
        int validation = prepared.validation().count();
        long unused = prepared.preprocessing().sequence() == null ? findings.rows() - training - validation : 0;
        return new RaceSummary.Data(findings.rows(), findings.leftOut(), unused, findings.equal(), findings.totals(), findings.badCells(),
                training,
                validation, new RaceSummary.Guess(prepared.targetName(), noted(Notice.About.TARGET)),
                new RaceSummary.Guess(prepared.task().name().toLowerCase(Locale.ROOT), noted(Notice.About.CLASSES)), ignored(),
                        sentences());
    }

    private boolean noted(Notice.About about) {
        return rows.prepared().notices().stream().anyMatch(notice -> notice.about() == about);
    }

    private List<String> ignored() {
        List<String> names = new ArrayList<>(rows.imported().table().names());
        names.remove(rows.prepared().targetName());
        names.remove(rows.prepared().preprocessing().weight());
        rows.prepared().preprocessing().features().forEach(step -> names.remove(step.column()));
        return names;
    }
}

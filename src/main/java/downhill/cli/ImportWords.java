package downhill.cli;

import downhill.data.Notice;
import downhill.data.csv.Decision;
import downhill.data.csv.ImportFindings;
import downhill.data.prepare.FilledValues;
import downhill.data.prepare.Prepared;
import downhill.data.source.LoadedRows;
import downhill.race.document.Experiment;
import downhill.race.document.Problem;
import downhill.store.RaceSummary;
import downhill.words.Said;
import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import java.util.stream.Stream;

/** What reading and preparing the data found that a person should know before trusting a race: as lines, and for the summary. */
final class ImportWords {
    private static final int MOST = 12;

    private final LoadedRows rows;
    private final ImportFindings findings;
    private final List<Said> starts;
    private final List<Said> weighted;

    ImportWords(LoadedRows rows, Problem problem) {
        this(rows, problem, List.of());
    }

    /** With what is to be said of where the contenders start. */
    ImportWords(LoadedRows rows, Experiment experiment) {
        this(rows, experiment.problem(), StartWords.of(experiment, rows.prepared()));
    }

    private ImportWords(LoadedRows rows, Problem problem, List<Said> starts) {
        this.rows = rows;
        this.starts = starts;
        this.weighted = ClassWeightsWords.of(problem, rows.prepared());
        this.findings = ImportFindings.of(rows.imported(), rows.prepared().notices());
    }

    /** Who starts elsewhere, what was guessed, then what became of the rows. */
    List<Said> sentences() {
        Stream<Said> guessed = rows.prepared().notices().stream().map(Notice::said);
        Stream<Said> doubts = rows.imported().report().decisions().stream().filter(decision -> !decision.sure()).map(ImportWords::doubt);
        Stream<Said> filled = new FilledValues(rows.prepared().preprocessing()).add(rows.imported().table(), 0).told().stream();
        return Stream.of(starts.stream(), guessed, filled, weighted.stream(), doubts, findings.sentences().stream()).flatMap(one -> one)
                .distinct().toList();
    }

    static Said doubt(Decision decision) {
        return Said.of("cli.look", what(decision.what()), mark(decision.value()), decision.why());
    }

    /** A mark between cells or around them. */
    static Said mark(String mark) {
        return mark.equals("\t") ? Said.of("cli.tab") : Said.of("cli.mark", mark);
    }

    private static Said what(String what) {
        return switch (what) {
            case "comment" -> Said.of("cli.what.comment");
            case "dates" -> Said.of("cli.what.dates");
            case "decimal" -> Said.of("cli.what.decimal");
            case "delimiter" -> Said.of("cli.what.delimiter");
            case "encoding" -> Said.of("cli.what.encoding");
            case "header" -> Said.of("cli.what.header");
            case "quote" -> Said.of("cli.what.quote");
            case "skipped lines" -> Said.of("cli.what.skipped");
            case "thousands" -> Said.of("cli.what.thousands");
            default -> Said.plain(what);
        };
    }

    void print(PrintWriter err) {
        tell(err::println);
    }

    /** Sentence by sentence. */
    void tell(Consumer<Said> to) {
        List<Said> sentences = sentences();
        sentences.stream().limit(MOST).forEach(to);
        if (sentences.size() > MOST) {
            to.accept(Said.of("cli.more.found", sentences.size() - MOST));
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
                        sentences().stream().map(Said::toString).toList());
    }

    private boolean noted(Notice.About about) {
        return rows.prepared().notices().stream().anyMatch(notice -> notice.about() == about);
    }

    private List<String> ignored() {
        List<String> names = new ArrayList<>(rows.imported().table().names());
        names.remove(rows.prepared().targetName());
        names.remove(rows.prepared().preprocessing().weight());
        rows.prepared().preprocessing().asked().forEach(step -> names.remove(step.column()));
        return names;
    }
}

package downhill.data.csv;

import downhill.data.NearNames;
import downhill.data.Notice;
import downhill.words.Said;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * What a person should hear of an import before trusting what is learned from it; the whole list is in the {@link ImportReport}.
 *
 * @param rows      rows of the table
 * @param leftOut   rows of the file that are not among them because something is wrong with them
 * @param equal     rows that equal another one
 * @param totals    rows that look like sums of others, left out or kept
 * @param badCells  cells that do not fit their column and count as missing
 * @param sentences all this and what else there is, a few sentences
 */
public record ImportFindings(long rows, long leftOut, long equal, long totals, long badCells, List<Said> sentences) {
    private static final Set<ProblemKind> TOLD = EnumSet.of(ProblemKind.FOOTER, ProblemKind.TOTAL_ROW, ProblemKind.SECOND_TABLE,
            ProblemKind.AMBIGUOUS_NUMBER, ProblemKind.AMBIGUOUS_DATE, ProblemKind.MISSING_OR_VALUE, ProblemKind.SHORT_YEARS,
                    ProblemKind.PRECISION, ProblemKind.UNITS, ProblemKind.ALIKE, ProblemKind.DUPLICATE_ROWS,
            ProblemKind.SAMPLED);

    public ImportFindings {
        sentences = List.copyOf(sentences);
    }

    /** Of a table just read. */
    public static ImportFindings of(Imported imported) {
        return of(imported, List.of());
    }

    /**
     * Of a table that was prepared.
     *
     * @param notices what the preparation says; of equal rows it says more, so that nothing is said of them here
     */
    public static ImportFindings of(Imported imported, List<Notice> notices) {
        Set<ProblemKind> told = EnumSet.copyOf(TOLD);
        if (notices.stream().anyMatch(Notice::isOfEqualRows)) {
            told.remove(ProblemKind.DUPLICATE_ROWS);
        }
        ImportReport report = imported.report();
        long equal = report.count(ProblemKind.DUPLICATE_ROWS) == 0 ? 0 : Duplicates.count(imported.table());
        long totals = report.count(ProblemKind.FOOTER) + report.count(ProblemKind.TOTAL_ROW);
        long bad = report.columns().stream().mapToLong(ColumnReport::bad).sum();
        return new ImportFindings(report.imported(), report.rejected(), equal, totals, bad, sentences(report, bad, told));
    }

    private static List<Said> sentences(ImportReport report, long bad, Set<ProblemKind> told) {
        List<Said> sentences = new ArrayList<>();
        if (report.rejected() > 0) {
            sentences.add(Said.of("csv.found.leftOut", report.rejected(), report.imported() + report.rejected()));
            first(report, EnumSet.allOf(ProblemKind.class), true).ifPresent(sentences::add);
        }
        if (bad > 0) {
            sentences.add(Said.of(bad == 1 ? "csv.found.bad.one" : "csv.found.bad", bad));
            first(report, EnumSet.of(ProblemKind.NOT_A_NUMBER, ProblemKind.NOT_A_DATE, ProblemKind.NOT_FINITE), false)
                    .ifPresent(sentences::add);
        }
        report.problems().stream().filter(problem -> told.contains(problem.kind())).map(ImportProblem::said).forEach(sentences::add);
        List<ImportProblem> named = report.problems().stream().filter(problem -> problem.kind() == ProblemKind.NAME_CHANGED).toList();
        if (named.size() > 1) {
            sentences.add(Said.of("csv.found.names", named.size(), NearNames.some(named.stream().map(ImportProblem::column).toList())));
        } else {
            named.stream().map(ImportProblem::said).forEach(sentences::add);
        }
        return sentences.stream().distinct().toList();
    }

    private static Optional<Said> first(ImportReport report, Set<ProblemKind> kinds, boolean rejecting) {
        return report.problems().stream().filter(problem -> kinds.contains(problem.kind()) && (!rejecting || problem.kind().rejects()))
                .map(ImportProblem::said).findFirst();
    }
}

package downhill.data.csv;

import downhill.data.Column;
import downhill.data.ColumnType;
import downhill.data.Dialect;
import downhill.data.LabelColumn;
import downhill.data.Table;
import downhill.data.Where;
import downhill.words.Said;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** What happened on reading several files as one table, as it is told of one file; each problem names its file. */
public final class PartsReport {
    private final List<PartSurvey> files;
    private final PartsReading reading;
    private final Table beginning;
    private final Map<ProblemKind, Long> counts = new EnumMap<>(ProblemKind.class);
    private final List<ImportProblem> problems = new ArrayList<>();

    private PartsReport(List<PartSurvey> files, PartsReading reading, Table beginning) {
        this.files = files;
        this.reading = reading;
        this.beginning = beginning;
    }

    /**
     * Puts it together.
     *
     * @param files     what each looks like
     * @param found     of each, what was not taken as it stands
     * @param beginning rows of all files, or the first ones where they are many: equal rows, and values that are written in several
     *                  ways, are looked for among these
     */
    public static ImportReport of(List<PartSurvey> files, PartsReading reading, List<PartProblems> found, Table beginning) {
        return new PartsReport(files, reading, beginning).report(found);
    }

    private ImportReport report(List<PartProblems> found) {
        reading.doubts().forEach(this::add);
        for (int i = 0; i < found.size(); i++) {
            String file = files.get(i).file();
            found.get(i).first().stream().map(each -> new ImportProblem(each.line(), each.column(), each.kind(), each.raw(),
                    Said.of("data.named", file, each.said()))).filter(each -> problems.size() < ImportReport.MAX_PROBLEMS)
                    .forEach(problems::add);
            found.get(i).counts().forEach((kind, count) -> counts.merge(kind, count, Long::sum));
        }
        long imported = found.stream().mapToLong(PartProblems::rows).sum();
        long rejected = files.stream().mapToLong(each -> each.rows() + each.rejected()).sum() - imported;
        noteRows(imported);
        List<ColumnReport> columns = beginning.columns().stream().map(column -> new ColumnReport(column.name(), column.name(),
                column.type(), Said.of("parts.read"), column.missing(), column.distinct(),
                found.stream().mapToLong(each -> each.bad(column.name())).sum())).toList();
        return new ImportReport(files.get(0).file(), 0, Dialect.STANDARD, decisions(), imported + rejected, imported, rejected, 0, Map.of(),
                columns, problems, counts, null, false, "");
    }

    private void add(ImportProblem problem) {
        problems.add(problem);
        counts.merge(problem.kind(), 1L, Long::sum);
    }

    private List<Decision> decisions() {
        List<Decision> all = new ArrayList<>();
        for (PartSurvey file : files) {
            file.doubted().forEach(each -> all.add(new Decision(each.what(), each.value(), Said.of("data.named", file.file(), each.why()),
                    false)));
        }
        return all;
    }

    private void noteRows(long imported) {
        for (Column column : beginning.columns()) {
            if (column instanceof LabelColumn labels && column.type() == ColumnType.CATEGORY) {
                Alike.of(labels).ifPresent(alike -> add(new ImportProblem(0, column.name(), ProblemKind.ALIKE, alike.example(),
                        Where.of(0, column.name(), Said.sentences(alike.said(), Said.of("csv.do.alike"))))));
            }
        }
        int equal = Duplicates.count(beginning);
        if (equal > 0) {
            Said found = Said.of(equal == 1 ? "notice.equal.one" : "notice.equal", equal);
            add(new ImportProblem(0, null, ProblemKind.DUPLICATE_ROWS, "", Said.sentences(found, Said.of("notice.equal.kept"))));
        }
        if (beginning.rows() < imported) {
            add(new ImportProblem(0, null, ProblemKind.SAMPLED, "", Said.of("parts.looked", beginning.rows(), imported)));
        }
    }
}

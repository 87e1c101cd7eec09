package downhill.data.csv;

import downhill.data.Dialect;
import downhill.data.Role;
import downhill.data.prepare.WeightGuess;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/**
 * What {@code downhill inspect --json} prints, in the order of its keys, which docs/csv.md explains; {@code sample} is left out where all
 * rows were read.
 */
public record InspectReport(String file, String encoding, String delimiter, String quote, boolean header, long rows,
                            List<InspectedColumn> columns, List<InspectedProblem> problems, InspectedDialect dialect,
                            List<InspectedDecision> decisions, long records, long rejected, long skipped,
                            Map<String, Long> skippedAs, Drawn sample, long bytes, long problemCount, Map<String, Long> problemKinds) {

    /** One column; the type in lower case, and so the role that it may have ({@code weight}), else empty. */
    public record InspectedColumn(String name, String type, int missing, int distinct, String original, String reason, long bad,
                                  String suggestedRole) {
        static InspectedColumn of(ColumnReport column, List<String> weights) {
            return new InspectedColumn(column.name(), name(column.type()), column.missing(), column.distinct(), column.original(),
                    column.why().toString(),
                    column.bad(), weights.contains(column.name()) ? name(Role.WEIGHT) : "");
        }

        private static String name(Enum<?> type) {
            return type.name().toLowerCase(Locale.ROOT);
        }
    }

    /** One problem; {@code column} is empty where it concerns the whole row or file. */
    public record InspectedProblem(long line, String message, String column, String kind, String text) {
        static InspectedProblem of(ImportProblem problem) {
            return new InspectedProblem(problem.line(), problem.message(), problem.column() == null ? "" : problem.column(),
                    problem.kind().title(), problem.raw());
        }
    }

    /** Something found out about how the file is written. */
    public record InspectedDecision(String what, String value, String reason, boolean sure) {
        static InspectedDecision of(Decision decision) {
            return new InspectedDecision(decision.what(), decision.value(), decision.reason(), decision.sure());
        }
    }

    /** The dialect, and what else tells how the file is written. */
    public record InspectedDialect(String encoding, String delimiter, boolean runs, String quote, String escape, boolean header,
                                   String decimal, String thousands, String comment, int skipLines,
                                   boolean byteOrderMark, String lineEnds, String dates) {
        static InspectedDialect of(ImportReport report) {
            Dialect found = report.dialect();
            String dates = report.decisions().stream().filter(one -> one.what().equals(DateStyle.WHAT)).map(Decision::value).findFirst()
                    .orElse("");
            return new InspectedDialect(found.encoding(), found.delimiter(), found.runs(), found.quote(), found.escape(), found.header(),
                    found.decimal(), found.thousands(), found.comment(), found.skipLines(), report.byteOrderMark(), report.lineEnds(),
                            dates);
        }
    }

    /** The report on an import in this form. */
    public static InspectReport of(Imported imported) {
        ImportReport report = imported.report();
        Dialect dialect = report.dialect();
        Map<String, Long> kinds = new TreeMap<>();
        List<String> weights = WeightGuess.names(imported.table());
        report.counts().forEach((kind, count) -> kinds.put(kind.title(), count));
        return new InspectReport(report.file(), dialect.encoding(), dialect.delimiter(), dialect.quote(), dialect.header(),
                report.imported(), report.columns().stream().map(column -> InspectedColumn.of(column, weights)).toList(),
                report.problems().stream().map(InspectedProblem::of).toList(), InspectedDialect.of(report),
                        report.decisions().stream().map(InspectedDecision::of).toList(), report.records(),
                report.rejected(), report.skipped(), report.skippedAs(), report.sample(), report.bytes(), report.problemCount(), kinds);
    }
}

package downhill.data.csv;

import downhill.data.ColumnType;
import downhill.data.Dialect;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** What {@code downhill inspect --json} prints, in the order of its keys; {@code sample} is left out where all rows were read. */
public record InspectReport(String file, String encoding, String delimiter, String quote, boolean header, long rows,
                            List<InspectedColumn> columns, List<InspectedProblem> problems, Dialect dialect,
                            List<Decision> decisions, long records, long rejected, long skipped,
                            Map<String, Long> skippedAs, Drawn sample) {

    /** One column; the type in lower case. */
    public record InspectedColumn(String name, String type, int missing, int distinct) {
        static InspectedColumn of(ColumnReport column) {
            return new InspectedColumn(column.name(), name(column.type()), column.missing(), column.distinct());
        }

        private static String name(ColumnType type) {
            return type.name().toLowerCase(Locale.ROOT);
        }
    }

    /** One problem. */
    public record InspectedProblem(long line, String message) {
    }

    /** The report on an import in this form. */
    public static InspectReport of(Imported imported) {
        ImportReport report = imported.report();
        Dialect dialect = report.dialect();
        return new InspectReport(report.file(), dialect.encoding(), dialect.delimiter(), dialect.quote(), dialect.header(),
                report.imported(), report.columns().stream().map(InspectedColumn::of).toList(),
                report.problems().stream().map(problem -> new InspectedProblem(problem.line(), problem.message())).toList(),
                dialect, report.decisions(), report.records(), report.rejected(), report.skipped(), report.skippedAs(), report.sample());
    }
}

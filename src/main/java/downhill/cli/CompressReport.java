package downhill.cli;

import downhill.analysis.score.ScoreMetric;
import downhill.compress.SizeFront;
import downhill.store.JsonOutput;
import downhill.words.Said;
import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** The forms of a model, for people and programs. */
final class CompressReport {
    private final List<CompressLine> lines;
    private final ScoreMetric metric;

    CompressReport(List<CompressLine> lines, ScoreMetric metric) {
        this.lines = lines;
        this.metric = metric;
    }

    /** Places of those that no other beats in size and score. */
    static List<Integer> front(List<CompressLine> lines, ScoreMetric metric) {
        return SizeFront.of(lines.stream().mapToDouble(CompressLine::bytes).toArray(),
                lines.stream().mapToDouble(CompressLine::value).toArray(), metric.higherIsBetter());
    }

    String json() {
        List<Map<String, Object>> variants = new ArrayList<>();
        for (CompressLine line : lines) {
            Map<String, Object> fields = new LinkedHashMap<>();
            fields.put("name", line.name());
            fields.put("bytes", line.bytes());
            fields.put("parameters", line.parameters());
            fields.put("nonZero", line.nonZero());
            fields.put("microsecondsBatch1", line.microsecondsBatch1());
            fields.put("microsecondsBatch256", line.microsecondsBatch256());
            fields.put("metric", line.metric());
            fields.put("value", finite(line.value()));
            fields.put("low", finite(line.low()));
            fields.put("high", finite(line.high()));
            fields.put("file", line.file());
            variants.add(fields);
        }
        return JsonOutput.variants(variants);
    }

    private static Double finite(double value) {
        return Double.isFinite(value) ? value : null;
    }

    void print(PrintWriter out) {
        TextTable table = new TextTable(Said.of("compress.head.form"), Said.of("compress.head.bytes"), Said.of("compress.head.parameters"),
                Said.of("compress.head.nonZero"), Said.of("compress.head.alone"), Said.of("compress.head.together"), metric.said(),
                Said.of("cli.head.low"), Said.of("cli.head.high"));
        lines.forEach(line -> table.row(line.name(), String.valueOf(line.bytes()), String.valueOf(line.parameters()),
                String.valueOf(line.nonZero()), number(line.microsecondsBatch1()), number(line.microsecondsBatch256()),
                number(line.value()), number(line.low()), number(line.high())));
        table.print(out);
        out.println();
        out.println(Said.of("compress.front", Said.list(front(lines, metric).stream().map(i -> Said.plain(lines.get(i).name())).toList())));
    }

    private static String number(double value) {
        return Double.isNaN(value) ? "" : String.format(Locale.ROOT, "%.4g", value);
    }
}

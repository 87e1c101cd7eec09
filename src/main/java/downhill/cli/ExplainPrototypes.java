package downhill.cli;

import downhill.analysis.explain.ExplainedRows;
import downhill.analysis.explain.field.Cells;
import downhill.analysis.explain.field.RawFields;
import downhill.analysis.explain.local.Criticisms;
import downhill.analysis.explain.local.Prototypes;
import downhill.data.Progress;
import downhill.words.Said;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;

/** Rows that stand for all others, and those that they do not stand for. */
final class ExplainPrototypes implements ExplainMethod {
    private static final int SHOWN_FIELDS = 6;

    /** As JSON has it; {@code actual} (null where not known) and {@code prediction} are numbers or names of classes. */
    public record Prototype(int row, int stands, double far, Optional<Object> actual, Object prediction) {
    }

    /** As JSON has it. */
    public record Criticism(int row, double witness, Optional<Object> actual, Object prediction) {
    }

    @Override
    public ExplainResult explain(ExplainTask task, Progress progress) {
        ExplainedRows rows = task.rows();
        Cells cells = RawFields.of(task.model()).cells(rows);
        int most = task.options().choices().count();
        List<Prototypes> found = Prototypes.of(cells, most, task.options().seed(), progress.stretch(0, 0.6));
        Criticisms left = Criticisms.of(cells, found.stream().mapToInt(Prototypes::row).toArray(), most, task.options().seed(),
                progress.stretch(0.6, 1));
        List<Optional<Object>> actual = ExplainRows.actual(task, rows);
        Object[] said = ExplainRows.predictions(task, rows);
        List<Prototype> prototypes = found.stream().map(each -> new Prototype(ExplainRows.number(task, rows, each.row()), each.stands(),
                each.far(), actual.get(each.row()), said[each.row()])).toList();
        List<Criticism> criticisms = IntStream.range(0, left.rows().length).mapToObj(i -> new Criticism(
                ExplainRows.number(task, rows, left.rows()[i]), left.witness()[i], actual.get(left.rows()[i]), said[left.rows()[i]]))
                .toList();
        List<Said> told = new ArrayList<>(List.of(Said.of("explain.prototypes.drawn", left.drawn(), rows.count()),
                Said.of("explain.prototypes.mmd", ExplainFiles.number(Math.sqrt(left.squared())))));
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("drawn", left.drawn());
        json.put("mmd", Math.sqrt(left.squared()));
        json.put("prototypes", prototypes);
        json.put("criticisms", criticisms);
        List<List<String>> lines = new ArrayList<>();
        prototypes.forEach(each -> lines.add(List.of("prototype", "" + each.row, "" + each.stands, "" + each.far, "",
                ExplainRows.told(each.actual), "" + each.prediction)));
        criticisms.forEach(each -> lines.add(List.of("criticism", "" + each.row, "", "", "" + each.witness, ExplainRows.told(each.actual),
                "" + each.prediction)));
        double[] none = prototypes.stream().mapToDouble(each -> Double.NaN).toArray();
        return new ExplainResult(json, List.of("kind", "row", "stands", "far", "witness", "actual", "prediction"), lines,
                tables(task, rows, prototypes, criticisms, found, left), told, Map.of("explain", new ExplainChart.Bars(
                        Said.of("explain.axis.prototypes"), prototypes.stream().map(each -> "" + each.row).toList(),
                        prototypes.stream().mapToDouble(Prototype::stands).toArray(), none, none)));
    }

    private static List<TextTable> tables(ExplainTask task, ExplainedRows rows, List<Prototype> prototypes, List<Criticism> criticisms,
                                          List<Prototypes> found, Criticisms left) {
        TextTable first = new TextTable(Said.of("explain.head.prototype"), Said.of("explain.head.stands"), Said.of("explain.head.actual"),
                Said.of("explain.prediction"), Said.of("explain.head.cells"));
        IntStream.range(0, prototypes.size()).forEach(i -> first.row("" + prototypes.get(i).row, "" + prototypes.get(i).stands,
                ExplainRows.shown(prototypes.get(i).actual.orElse(null)), ExplainRows.shown(prototypes.get(i).prediction),
                ExplainRows.cells(task, rows, found.get(i).row(), SHOWN_FIELDS)));
        TextTable second = new TextTable(Said.of("explain.head.criticism"), Said.of("explain.head.witness"),
                Said.of("explain.head.actual"), Said.of("explain.prediction"), Said.of("explain.head.cells"));
        IntStream.range(0, criticisms.size()).forEach(i -> second.row("" + criticisms.get(i).row,
                ExplainFiles.signed(criticisms.get(i).witness), ExplainRows.shown(criticisms.get(i).actual.orElse(null)),
                ExplainRows.shown(criticisms.get(i).prediction), ExplainRows.cells(task, rows, left.rows()[i], SHOWN_FIELDS)));
        return criticisms.isEmpty() ? List.of(first) : List.of(first, second);
    }
}

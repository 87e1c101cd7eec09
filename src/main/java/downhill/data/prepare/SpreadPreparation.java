package downhill.data.prepare;

import downhill.data.ColumnSpec;
import downhill.data.ColumnType;
import downhill.data.DataException;
import downhill.data.DataSpec;
import downhill.data.Examples;
import downhill.data.LabelColumn;
import downhill.data.Notice;
import downhill.data.NumberExtent;
import downhill.data.Reading;
import downhill.data.Table;
import downhill.words.Said;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/**
 * Preparation of rows that are in several places: decides what {@link Preparation} decides of a table that is here, from what each place
 * tells. First roles, from rows at the beginning; then, from the outlines, which rows are held out; then the steps, from the sums of the
 * training rows.
 */
public final class SpreadPreparation {
    private final SpreadRows rows;
    private final Roles roles;
    private final Reading reading;
    private final List<Notice> notices;
    private List<String> classes = List.of();
    private Map<String, NumberExtent> extents = Map.of();

    /**
     * Decides on roles.
     *
     * @param beginning rows of all places, all of them where they are few, with how they were read
     * @throws DataException where nothing sensible can be trained on them
     */
    public SpreadPreparation(Table beginning, DataSpec spec) {
        SpreadRows.require(spec);
        roles = Roles.of(beginning, spec);
        MadeChecks.require(beginning, spec, roles);
        reading = beginning.reading();
        rows = SpreadRows.of(spec, roles);
        notices = new ArrayList<>(roles.notices());
    }

    /** What is to be learned. */
    public SpreadRows rows() {
        return rows;
    }

    /**
     * Which rows that can be used are held out.
     *
     * @param outlines of all places, in their order
     * @return by place, in the order of its rows
     * @throws DataException where nothing sensible can be trained on them
     */
    public List<boolean[]> heldOut(List<PartOutline> outlines) {
        int usable = Math.toIntExact(outlines.stream().mapToLong(PartOutline::usable).sum());
        long all = outlines.stream().mapToLong(PartOutline::all).sum();
        Checks.rows(usable, (int) Math.min(Integer.MAX_VALUE, all));
        if (usable < all) {
            long lost = all - usable;
            notices.add(new Notice(null, Said.of(lost == 1 ? "rows.without.one" : "rows.without", lost,
                    Said.of("reason.target", rows.target())), Notice.About.ROWS));
        }
        extents = new LinkedHashMap<>();
        outlines.forEach(each -> each.extents().forEach((name, extent) -> extents.merge(name, extent, NumberExtent::plus)));
        int[] strata = strata(outlines, usable);
        int[] firsts = rows.keepsEqualRows() ? EqualHashes.firsts(outlines, usable) : EqualGroups.alone(usable);
        int[] each = new int[usable];
        Arrays.setAll(each, i -> i);
        return byPlace(outlines, Splitter.split(each, strata, firsts, rows.spec().split()).validation());
    }

    private static List<boolean[]> byPlace(List<PartOutline> outlines, int[] validation) {
        List<boolean[]> held = new ArrayList<>();
        int from = 0;
        int next = 0;
        for (PartOutline outline : outlines) {
            boolean[] own = new boolean[outline.usable()];
            while (next < validation.length && validation[next] < from + own.length) {
                own[validation[next++] - from] = true;
            }
            held.add(own);
            from += own.length;
        }
        return held;
    }

    private int[] strata(List<PartOutline> outlines, int usable) {
        if (!rows.classes()) {
            return null;
        }
        Map<String, Integer> labels = new LinkedHashMap<>();
        outlines.forEach(outline -> outline.labels().forEach(label -> labels.putIfAbsent(label, labels.size())));
        int[] codes = new int[usable];
        int at = 0;
        for (PartOutline outline : outlines) {
            int[] own = outline.labels().stream().mapToInt(labels::get).toArray();
            for (int row = 0; row < outline.usable(); row++) {
                codes[at++] = own[outline.code(row)];
            }
        }
        classes = Checks.classes(new LabelColumn(rows.target(), ColumnType.CATEGORY, codes, List.copyOf(labels.keySet())), roles.task(),
                usable);
        Map<String, Integer> index = new HashMap<>();
        classes.forEach(name -> index.put(name, index.size()));
        int[] places = labels.keySet().stream().mapToInt(index::get).toArray();
        return Arrays.stream(codes).map(code -> places[code]).toArray();
    }

    /** Names of the classes; empty in regression. */
    public List<String> classes() {
        return classes;
    }

    /**
     * What is done to each row.
     *
     * @param sums of all training rows
     */
    public Preprocessing steps(PartSums sums) {
        Preprocessing steps = new Preprocessing(sums.steps(), sums.target(classes), roles.task(), rows.spec().image(), null,
                reading.seen(extents).withOrder(null), rows.weight(), rows.spec().madeColumns());
        Checks.width(steps, rows.spec());
        if (!classes.isEmpty() && Arrays.stream(sums.classSums(classes)).filter(sum -> sum > 0).count() < 2) {
            double[] counts = sums.classSums(classes);
            int only = IntStream.range(0, counts.length).filter(i -> counts[i] > 0).findFirst().orElse(0);
            throw new DataException(Said.of("target.training", rows.target(), classes.get(only)));
        }
        return steps;
    }

    /**
     * What is known of the rows where they are not.
     *
     * @param weighted whether rows count differently
     */
    public Prepared outline(Preprocessing steps, int training, int validation, boolean weighted) {
        return new Prepared(absent(steps, training, weighted), absent(steps, validation, weighted), roles.task(), steps.featureNames(),
                classes, rows.target(), steps, notices);
    }

    private static Examples absent(Preprocessing steps, int count, boolean weighted) {
        return new Examples(count, steps.inputShape(), new AbsentRows(count, steps.width()), new double[0], new int[0], new double[0],
                new double[weighted ? 1 : 0]);
    }

    /** What was decided without being asked. */
    public List<ColumnSpec> columns() {
        return roles.columns();
    }
}

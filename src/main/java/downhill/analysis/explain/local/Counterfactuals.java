package downhill.analysis.explain.local;

import downhill.analysis.explain.field.Cells;
import downhill.analysis.explain.field.RawAnswers;
import downhill.data.Progress;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.CancellationException;
import java.util.stream.IntStream;

/**
 * Searches few and small changes of a row that bring another answer (counterfactual explanations: Wachter, Mittelstadt &amp; Russell 2018).
 * A column takes values that it has in the background only, or those between them, in its own grain, so whole numbers stay whole; one, two
 * and three columns are changed, each time going on from the rows that lack least; then each change is made as small as still serves. What
 * is told is ordered by Σ changes in standard deviations + ½ for each column changed + what it is farther from rows that exist than they
 * are from each other.
 */
public final class Counterfactuals {
    /** Columns that are changed at most. */
    public static final int COLUMNS = 3;
    private static final double EACH = 0.5;
    private static final double STRANGE = 2;
    private static final int VALUES = 20;
    private static final int KEPT = 12;
    private static final int HALVINGS = 20;

    private final RawAnswers answers;
    private final Nearness nearness;
    private final Cells background;
    private final Set<Integer> frozen;
    private final double[][] values;
    private final double[] grains;
    private final double usual;

    /** A row on the way: what it lacks, and how large its changes are. */
    private record Tried(double[] row, double lacks, double size) {
    }

    /**
     * @param frozen fields that may not change
     * @param seed   of the rows by which it is judged what is far
     */
    public Counterfactuals(RawAnswers answers, Cells background, Set<Integer> frozen, long seed) {
        this.answers = answers;
        this.background = background;
        this.frozen = Set.copyOf(frozen);
        this.nearness = new Nearness(background);
        this.usual = nearness.usual(seed);
        int fields = background.fields().size();
        grains = IntStream.range(0, fields).mapToDouble(field -> Grain.of(background, field)).toArray();
        values = IntStream.range(0, fields).mapToObj(this::values).toArray(double[][]::new);
    }

    /** The same background, judged once, with other answers and other fields that may not change. */
    public Counterfactuals with(RawAnswers others, Set<Integer> fixed) {
        return new Counterfactuals(others, this, fixed);
    }

    private Counterfactuals(RawAnswers answers, Counterfactuals like, Set<Integer> frozen) {
        this.answers = answers;
        this.frozen = Set.copyOf(frozen);
        background = like.background;
        nearness = like.nearness;
        usual = like.usual;
        values = like.values;
        grains = like.grains;
    }

    /** How far 19 of 20 rows of the background are from their nearest neighbour at most; one farther off is unlike all that exist. */
    public double usual() {
        return usual;
    }

    /** By which it is told how far rows are from each other. */
    public Nearness nearness() {
        return nearness;
    }

    private double[] values(int field) {
        double[] all = IntStream.range(0, background.count()).mapToDouble(row -> background.of(row, field))
                .filter(each -> !unknown(field, each)).sorted().distinct().toArray();
        if (all.length <= VALUES || background.fields().get(field).isLabels()) {
            return all;
        }
        return IntStream.range(0, VALUES).mapToDouble(i -> all[i * (all.length - 1) / (VALUES - 1)]).toArray();
    }

    /** Whether no person would write it: a label that did not occur, or the mean that stands for empty cells among whole numbers. */
    private boolean unknown(int field, double value) {
        return background.fields().get(field).isLabels() ? value < 0 : !Grain.takes(value, grains[field]);
    }

    /**
     * The best found, each of other columns.
     *
     * @param row  raw values
     * @param most how many at most
     * @return empty where none was found: no change of three columns within what the background has brings it
     */
    public List<Counterfactual> of(double[] row, Goal goal, int most, Progress progress) {
        List<Counterfactual> found = new ArrayList<>();
        List<Tried> reached = new ArrayList<>();
        List<Tried> from = List.of(new Tried(row, 0, 0));
        for (int columns = 1; columns <= COLUMNS; columns++) {
            if (progress.cancelled()) {
                throw new CancellationException("counterfactuals are no longer wanted");
            }
            List<Tried> tried = changed(row, from, goal);
            tried.stream().filter(each -> each.lacks <= 0).sorted(Comparator.comparingDouble(Tried::size)).limit(KEPT)
                    .forEach(reached::add);
            from = tried.stream().filter(each -> each.lacks > 0).sorted(Comparator.comparingDouble(Tried::lacks)).limit(KEPT).toList();
            progress.done((double) columns / (COLUMNS + 1));
        }
        existing(row, goal).forEach(each -> reached.add(new Tried(each, 0, size(row, each))));
        reached.forEach(each -> found.add(finished(row, smaller(row, each.row, goal))));
        found.removeIf(each -> each.changes().size() > COLUMNS);
        found.sort(Comparator.comparingDouble(this::cost));
        return different(found, most);
    }

    private double cost(Counterfactual one) {
        return one.size() + EACH * one.changes().size() + (usual > 0 ? STRANGE * Math.max(0, one.nearest() / usual - 1) : 0);
    }

    /** The row with what the nearest rows that reach it have, besides what may not change. */
    private List<double[]> existing(double[] row, Goal goal) {
        int[] all = IntStream.range(0, background.count()).toArray();
        List<double[]> near = IntStream.of(nearness.nearest(row, all, KEPT * KEPT)).mapToObj(background::row).toList();
        near.forEach(each -> IntStream.range(0, row.length).filter(field -> frozen.contains(field) || unknown(field, each[field]))
                .forEach(field -> each[field] = row[field]));
        double[] lacks = lacks(near, goal);
        return IntStream.range(0, lacks.length).filter(i -> lacks[i] <= 0).limit(KEPT).mapToObj(near::get).toList();
    }

    /** A further column is of no use, unless it makes a row like those that exist. */
    private List<Counterfactual> different(List<Counterfactual> sorted, int most) {
        Map<Set<Integer>, Counterfactual> byColumns = new LinkedHashMap<>();
        for (Counterfactual each : sorted) {
            Set<Integer> columns = new TreeSet<>(each.changes().stream().map(Counterfactual.Change::field).toList());
            boolean like = each.nearest() <= usual;
            if (byColumns.entrySet().stream().noneMatch(other -> columns.containsAll(other.getKey())
                    && (!like || other.getValue().nearest() <= usual))) {
                byColumns.put(columns, each);
            }
        }
        return byColumns.values().stream().limit(most).toList();
    }

    /** All rows in which one column more takes another value. */
    private List<Tried> changed(double[] row, List<Tried> from, Goal goal) {
        List<double[]> rows = new ArrayList<>();
        for (Tried each : from) {
            for (int field = 0; field < row.length; field++) {
                if (!frozen.contains(field) && each.row[field] == row[field]) {
                    for (double value : values[field]) {
                        double[] other = each.row.clone();
                        other[field] = value;
                        rows.add(other);
                    }
                }
            }
        }
        rows.removeIf(each -> Arrays.equals(each, row));
        double[] lacks = lacks(rows, goal);
        return IntStream.range(0, lacks.length).filter(i -> !Double.isNaN(lacks[i]))
                .mapToObj(i -> new Tried(rows.get(i), lacks[i], size(row, rows.get(i)))).toList();
    }

    private double[] lacks(List<double[]> rows, Goal goal) {
        double[] cells = rows.stream().flatMapToDouble(Arrays::stream).toArray();
        double[] said = rows.isEmpty() ? new double[0] : answers.of(cells);
        int outputs = rows.isEmpty() ? 1 : said.length / rows.size();
        return IntStream.range(0, rows.size())
                .mapToDouble(i -> goal.lacks(Arrays.copyOfRange(said, i * outputs, (i + 1) * outputs))).toArray();
    }

    private double size(double[] row, double[] other) {
        return IntStream.range(0, row.length).mapToDouble(field -> nearness.of(field, row[field], other[field])).sum();
    }

    /** Takes back what is not needed, then brings each number as near to the row's as still serves. */
    private double[] smaller(double[] row, double[] reached, Goal goal) {
        double[] now = reached.clone();
        int[] byChange = IntStream.range(0, row.length).filter(field -> now[field] != row[field]).boxed()
                .sorted(Comparator.comparingDouble(field -> -nearness.of(field, row[field], now[field])))
                .mapToInt(Integer::intValue).toArray();
        for (int field : byChange) {
            double[] without = now.clone();
            without[field] = row[field];
            if (serves(without, goal)) {
                now[field] = row[field];
            } else if (!background.fields().get(field).isLabels()) {
                now[field] = nearest(now, field, row[field], goal);
            }
        }
        return now;
    }

    private boolean serves(double[] row, Goal goal) {
        return lacks(List.of(row), goal)[0] <= 0;
    }

    /** By halving between a value that serves and the row's own, which does not. */
    private double nearest(double[] now, int field, double own, Goal goal) {
        double serving = now[field];
        double failing = own;
        double[] tried = now.clone();
        for (int i = 0; i < HALVINGS && Math.abs(serving - failing) > 1e-9 * Math.abs(serving); i++) {
            tried[field] = Grain.outward(failing / 2 + serving / 2, own, grains[field]);
            if (tried[field] == serving || tried[field] == failing) {
                break;
            }
            boolean serves = serves(tried, goal);
            serving = serves ? tried[field] : serving;
            failing = serves ? failing : tried[field];
        }
        return serving;
    }

    private Counterfactual finished(double[] row, double[] other) {
        List<Counterfactual.Change> changes = IntStream.range(0, row.length).filter(field -> row[field] != other[field])
                .mapToObj(field -> new Counterfactual.Change(field, row[field], other[field], nearness.of(field, row[field], other[field])))
                .sorted(Comparator.comparingDouble(change -> -change.size())).toList();
        return new Counterfactual(other, changes, answers.of(other.clone()), size(row, other), nearness.toNearest(other));
    }
}

package downhill.data.prepare;

import downhill.data.Column;
import downhill.data.ColumnType;
import downhill.data.DataException;
import downhill.data.DataSpec;
import downhill.data.Describe;
import downhill.data.EqualRows;
import downhill.data.Examples;
import downhill.data.Level;
import downhill.data.MadeColumn;
import downhill.data.MissingStrategy;
import downhill.data.Notice;
import downhill.data.Reading;
import downhill.data.Room;
import downhill.data.SequenceSpec;
import downhill.data.SplitSpec;
import downhill.data.Table;
import downhill.words.Said;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * From a table to arrays: decides on roles, drops rows that cannot be used, splits, fits every constant on the training rows alone,
 * and applies the steps to both parts. Each refusal says what to do about it.
 */
public final class Preparation {
    /** Most inputs a model is given. */
    public static final int MAX_INPUTS = 10_000;

    private final Table table;
    private final DataSpec spec;
    private final Roles roles;
    private final List<Notice> notices;
    private final List<Column> features = new ArrayList<>();
    private final Column target;
    private final List<String> classes;
    private final Reading reading;
    /** Null where all rows count the same. */
    private final RowWeights weights;
    /** Rows that nothing is learned of, once the others are known. */
    private int[] sealed = {};

    private Preparation(Table original, DataSpec spec) {
        this.spec = spec;
        this.roles = Roles.of(original, spec);
        this.notices = new ArrayList<>(roles.notices());
        List<Column> typed = new ArrayList<>();
        for (int i = 0; i < roles.columns().size(); i++) {
            typed.add(original.columns().get(i).as(roles.columns().get(i).type()));
        }
        MadeChecks.require(original, spec, roles);
        this.table = MadeColumn.on(original.withColumns(typed), spec.madeColumns());
        this.target = table.column(roles.target());
        this.weights = roles.weight() == null ? null : new RowWeights(table, table.column(roles.weight()));
        this.classes = roles.task().isClassification() ? Checks.classes(target, roles.task(), table.rows()) : List.of();
        roles.features().forEach(feature -> features.add(table.column(feature.name())));
        spec.madeColumns().forEach(each -> features.add(table.column(each.name())));
        this.reading = (original.reading() == null ? Reading.of(original.columns()) : original.reading()).seen(used(original))
                .withOrder(TimeOrder.column(original, spec).map(Column::name).orElse(null));
    }

    /** The columns of numbers and dates that a model is made of. */
    private List<Column> used(Table original) {
        Set<String> names = features.stream().map(Column::name).collect(Collectors.toSet());
        names.add(target.name());
        spec.madeColumns().forEach(each -> names.addAll(each.of()));
        if (roles.weight() != null) {
            names.add(roles.weight());
        }
        return original.columns().stream().filter(column -> column.type() == ColumnType.NUMBER || column.type() == ColumnType.DATE)
                .filter(column -> names.contains(column.name())).toList();
    }

    /**
     * Prepares a table.
     *
     * @throws DataException if nothing sensible can be trained on it
     */
    public static Prepared prepare(Table table, DataSpec spec) {
        return new Preparation(table, spec).run();
    }

    /** Its columns once they are known to be good for something. */
    static Preparation of(Table table, DataSpec spec) {
        Preparation preparation = new Preparation(table, spec);
        preparation.check();
        return preparation;
    }

    private Prepared run() {
        check();
        return spec.sequence() == null ? rows() : windows();
    }

    private void check() {
        if (spec.sequence() != null) {
            features.add(target);
        }
        Checks.features(features, spec);
        if (spec.edition().isSecond()) {
            Stream.concat(features.stream(), Stream.of(target)).filter(column -> column.type() == ColumnType.NUMBER)
                    .forEach(column -> Checks.sizes(column, table));
        }
    }

    /** Rows of the table that an example can be made for: each its own, or the target of a window. */
    int[] examples() {
        return spec.sequence() == null ? usableRows() : targets(spec.sequence());
    }

    /** What was decided so far without being asked. */
    List<Notice> notices() {
        return List.copyOf(notices);
    }

    /** Names of the classes; empty in regression. */
    List<String> classes() {
        return classes;
    }

    private Prepared rows() {
        int[] usable = usableRows();
        SplitSpec split = spec.split();
        int[] firsts = split.validationRatio() == 0 ? EqualGroups.alone(usable.length) : EqualGroups.firsts(seen(), usable);
        boolean together = split.equalRows() == EqualRows.TOGETHER;
        Splitter.Parts parts = Splitter.split(usable, strata(usable), together ? firsts : EqualGroups.alone(usable.length), split);
        new EqualNotices(usable, firsts, split, parts).told().forEach(notices::add);
        return ofRows(parts);
    }

    /** What is learned of the training rows alone, done to all. */
    Prepared of(Splitter.Parts parts) {
        return spec.sequence() == null ? ofRows(parts) : ofWindows(parts);
    }

    private Prepared ofRows(Splitter.Parts parts) {
        Preprocessing steps = fit(parts.training());
        Checks.room(parts.training().length + parts.validation().length, steps.width(), new RowLayout(steps.features()).cost(), room());
        RowPreparer application = new RowPreparer(steps, table);
        Examples training = application.rows(parts.training());
        Examples validation = application.rows(parts.validation());
        Checks.trainingClasses(training, classes, target.name());
        return prepared(training, validation, steps, application);
    }

    /** What tells rows apart for a model. */
    List<Column> seen() {
        List<Column> seen = new ArrayList<>(features);
        seen.add(target);
        return seen;
    }

    private int[] usableRows() {
        int[] labelled = IntStream.range(0, table.rows()).filter(row -> !target.isMissing(row)).toArray();
        noticeDropped(table.rows() - labelled.length, Said.of("reason.target", target.name()));
        int[] usable = counting(open(labelled));
        if (spec.missing() == MissingStrategy.DROP_ROW) {
            int[] known = usable;
            usable = IntStream.of(known).filter(row -> features.stream().noneMatch(column -> column.isMissing(row))).toArray();
            noticeDropped(known.length - usable.length, Said.of("reason.feature"));
        }
        Checks.rows(usable.length, table.rows());
        return usable;
    }

    /** All but those under seal. */
    private int[] open(int[] labelled) {
        Splitter.Parts parts = Seal.of(labelled, strata(labelled), seen(), spec);
        sealed = parts.validation();
        if (sealed.length > 0) {
            Said told = Said.of(sealed.length == 1 ? "rows.sealed.one" : "rows.sealed", sealed.length);
            notices.add(new Notice(null, told, Notice.About.ROWS));
        }
        return parts.training();
    }

    /** Rows under seal, ascending; known once {@link #examples} were asked for. */
    int[] sealed() {
        return sealed;
    }

    private int[] counting(int[] rows) {
        if (weights == null) {
            return rows;
        }
        int[] counting = weights.counting(rows);
        noticeDropped(rows.length - counting.length, Said.of("weight.zero", roles.weight()));
        notices.addAll(weights.told(counting, spec.sequence() == null));
        return counting;
    }

    private void noticeDropped(int count, Said reason) {
        if (count > 0) {
            notices.add(new Notice(null, Said.of(count == 1 ? "rows.without.one" : "rows.without", count, reason), Notice.About.ROWS));
        }
    }

    private Room room() {
        return Room.here().beside((double) table.rows() * table.columns().size());
    }

    /** The index of each row's class; null in regression. */
    int[] strata(int[] usable) {
        if (classes.isEmpty()) {
            return null;
        }
        Map<String, Integer> index = new HashMap<>();
        classes.forEach(name -> index.put(name, index.size()));
        return IntStream.of(usable).map(row -> index.getOrDefault(target.text(row), -1)).toArray();
    }

    private Preprocessing fit(int[] trainingRows) {
        StepFitter fitter = new StepFitter(trainingRows, spec, spec.sequence() == null ? weights : null);
        TargetStep targetStep = classes.isEmpty() ? fitter.target(target, spec.scaleTarget())
                : new TargetStep.ClassTarget(target.name(), classes);
        Preprocessing steps = new Preprocessing(fitter.fit(features), targetStep, roles.task(),
                spec.image(), spec.sequence(), reading, roles.weight(), spec.madeColumns());
        Checks.width(steps, spec);
        return steps;
    }

    /** A series is never shuffled over time: the last windows are held out, and constants come from the rows before them. */
    private Prepared windows() {
        return ofWindows(Splitter.chronological(targets(spec.sequence()), spec.split()));
    }

    private int[] targets(SequenceSpec sequence) {
        int reach = sequence.reach();
        int count = table.rows() <= reach ? 0 : (table.rows() - 1 - reach) / sequence.stride() + 1;
        Checks.windows(count, table.rows(), sequence);
        int[] targets = counting(open(IntStream.range(0, count).map(i -> i * sequence.stride() + reach)
                .filter(row -> !target.isMissing(row)).toArray()));
        Checks.rows(targets.length, count);
        return targets;
    }

    private Prepared ofWindows(Splitter.Parts parts) {
        SequenceSpec sequence = spec.sequence();
        int count = parts.training().length + parts.validation().length;
        Checks.room(table.rows(), features.size(), features.size(), room());
        int cut = parts.training()[parts.training().length - 1];
        Preprocessing plain = fit(IntStream.rangeClosed(0, cut).toArray());
        Preprocessing steps = sequence.level() == Level.NONE ? plain : new LevelFitter(table, spec, parts.training(), cut + 1).fit(plain);
        RowPreparer application = new RowPreparer(steps, table);
        Examples training = application.windows(parts.training());
        Examples validation = application.windows(parts.validation());
        Checks.rows(training.count() + validation.count(), count);
        Checks.trainingClasses(training, classes, target.name());
        return prepared(training, validation, steps, application);
    }

    private static Notice unknown(String column, Map<String, Integer> values) {
        int rows = values.values().stream().mapToInt(Integer::intValue).sum();
        return new Notice(column,
                Said.of(rows == 1 ? "notice.unknown.one" : "notice.unknown", rows, column, Describe.some(List.copyOf(values.keySet()))));
    }

    private Prepared prepared(Examples training, Examples validation, Preprocessing steps, RowPreparer application) {
        application.unscoredNotice().ifPresent(notices::add);
        application.unknown().forEach((column, values) -> notices.add(unknown(column, values)));
        new SplitNotices(training, validation, classes, spec).told().forEach(notices::add);
        return new Prepared(training, validation, roles.task(), steps.featureNames(), classes, target.name(), steps, notices,
                sealed.length);
    }
}

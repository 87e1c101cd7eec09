package downhill.data.prepare;

import downhill.data.Column;
import downhill.data.ColumnSpec;
import downhill.data.DataException;
import downhill.data.DataSpec;
import downhill.data.EqualRows;
import downhill.data.Examples;
import downhill.data.Notice;
import downhill.data.Role;
import downhill.data.Table;
import downhill.data.split.Fold;
import downhill.data.split.FoldRows;
import downhill.data.split.FoldSpec;
import downhill.data.split.Folds;
import downhill.data.split.UnseenClasses;
import downhill.words.Said;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * A table divided into folds, each made ready when it is asked for. Which rows can be used, what the columns are and which classes there
 * are is said of all rows, once; what is filled, encoded and scaled is learned in each fold from its training rows.
 */
public final class FoldedRows {
    private static final int[] NONE = {};

    private final Table table;
    private final DataSpec spec;
    private final boolean inOrder;
    private final List<Notice> notices;
    private final FoldRows rows;
    private final List<Fold> folds;
    private final int sealed;
    private final List<Said> unseen;
    /** Whether what is held out is what is under seal: all else is as in a race then. */
    private final boolean ofSealed;

    private FoldedRows(Table table, DataSpec spec) {
        this.table = table;
        this.spec = spec;
        this.inOrder = spec.sequence() != null;
        this.ofSealed = true;
        Preparation whole = Preparation.of(table, spec);
        int[] examples = whole.examples();
        this.sealed = whole.sealed().length;
        if (sealed == 0) {
            throw new DataException(spec.split().sealed() == null ? Said.of("seal.none") : Said.of("seal.empty", spec.split().sealed()));
        }
        this.notices = whole.notices();
        this.rows = rows(whole, examples, null);
        this.folds = List.of(new Fold(0, 0, examples, whole.sealed()));
        this.unseen = List.of();
    }

    private FoldedRows(Table table, DataSpec spec, FoldSpec wanted) {
        this.ofSealed = false;
        this.table = table;
        this.spec = wanted.group() == null ? spec : without(spec, wanted.group(), table);
        this.inOrder = wanted.rolling();
        Preparation whole = Preparation.of(table, this.spec);
        int[] examples = whole.examples();
        this.sealed = whole.sealed().length;
        this.notices = whole.notices();
        this.rows = rows(whole, examples, wanted.group());
        this.folds = Folds.of(rows, wanted, spec.split().seed());
        int[] classes = whole.strata(examples);
        this.unseen = classes == null ? List.of() : UnseenClasses.told(folds, examples, classes, whole.classes());
    }

    private FoldedRows(FoldedRows whole, DataSpec spec, List<Fold> folds) {
        this.table = whole.table;
        this.spec = spec;
        this.inOrder = whole.inOrder;
        this.notices = whole.notices;
        this.rows = whole.rows;
        this.folds = folds;
        this.sealed = whole.sealed;
        this.ofSealed = whole.ofSealed;
        this.unseen = whole.unseen;
    }

    /**
     * Divides a table by the seed of its split.
     *
     * @throws DataException where it cannot be divided so, or nothing sensible can be trained on it
     */
    public static FoldedRows of(Table table, DataSpec spec, FoldSpec folds) {
        if (spec.sequence() != null && !folds.rolling()) {
            throw new DataException(Said.of(folds.group() == null ? "folds.series" : "folds.group.series"));
        }
        return new FoldedRows(table, spec, folds);
    }

    /**
     * The rows of a race, its training and validation rows on one side and those under seal, which no race sees, on the other: one fold.
     *
     * @throws DataException where none is under seal
     */
    public static FoldedRows sealed(Table table, DataSpec spec) {
        return new FoldedRows(table, spec);
    }

    /** What tells groups apart is not learned from, unless it was asked for: held out groups have other values. */
    private static DataSpec without(DataSpec spec, String group, Table table) {
        Column column = table.find(group).orElseThrow(() -> new DataException(Said.of("folds.group.absent", group,
                String.join(", ", table.names()))));
        if (column.name().equals(spec.target()) || spec.columns().stream().anyMatch(each -> each.name().equals(column.name()))) {
            return spec;
        }
        List<ColumnSpec> columns = new ArrayList<>(spec.columns());
        columns.add(new ColumnSpec(column.name(), column.type(), Role.IGNORED));
        return spec.withColumns(columns);
    }

    private FoldRows rows(Preparation whole, int[] examples, String group) {
        int[] strata = whole.strata(examples);
        boolean evenly = strata != null && spec.split().stratified() && spec.sequence() == null;
        int[] classes = evenly ? strata : new int[examples.length];
        return new FoldRows(examples, evenly ? whole.classes() : List.of(), classes, firsts(whole, examples, group));
    }

    private int[] firsts(Preparation whole, int[] examples, String group) {
        if (group != null) {
            Column column = table.column(group);
            long missing = Arrays.stream(examples).filter(column::isMissing).count();
            if (missing > 0) {
                throw new DataException(Said.of("folds.group.missing", column.name(), Said.count(missing)));
            }
            return EqualGroups.firsts(List.of(column), examples);
        }
        boolean together = spec.split().equalRows() == EqualRows.TOGETHER && spec.sequence() == null;
        return together ? EqualGroups.firsts(whole.seen(), examples) : EqualGroups.alone(examples.length);
    }

    /** Repeat by repeat. */
    public List<Fold> folds() {
        return folds;
    }

    /**
     * The same folds with fewer rows to learn from, and the same held out: a part of each fold's training rows, drawn with the shares of
     * the classes, so that a smaller part is within a larger one; in the order of time the last of them.
     *
     * @param share above 0, at most 1; at least two rows are left
     */
    public FoldedRows learningFrom(double share) {
        return new FoldedRows(this, spec, folds.stream().map(fold -> new Fold(fold.repeat(), fold.number(), part(fold.training(), share),
                fold.held())).toList());
    }

    /**
     * The same folds of the same rows, prepared in another way, so that what comes of it can be compared row by row. Rows that this other
     * way cannot use are left out where they are prepared.
     */
    public FoldedRows preparedBy(DataSpec other) {
        return new FoldedRows(this, other, folds);
    }

    private int[] part(int[] training, double share) {
        int count = Math.min(training.length, Math.max(2, (int) Math.round(share * training.length)));
        return inOrder ? Arrays.copyOfRange(training, training.length - count, training.length)
                : Draw.first(rows.part(training), count, spec.split().seed());
    }

    /** Rows that are divided. */
    public int count() {
        return rows.rows().length;
    }

    /** Rows under seal, that are in no fold. */
    public int sealedCount() {
        return sealed;
    }

    /** Numbers of a row that are prepared: one for each column that is used, about. */
    public int width() {
        return table.columns().size();
    }

    /** Whether the shares of the classes are kept. */
    public boolean stratified() {
        return !rows.names().isEmpty() && !inOrder;
    }

    /** How the data are read, without the column that makes groups. */
    public DataSpec spec() {
        return spec;
    }

    /** A sentence for each class that is held out where nobody learned from a row of it. */
    public List<Said> unseen() {
        return unseen;
    }

    /** What was decided without being asked, of all rows. */
    public List<Notice> notices() {
        return notices;
    }

    /**
     * One fold.
     *
     * @param validating whether training looks at validation rows: then a share of the fold's training rows is set apart, as the
     *                   specification's split says, and never those held out
     */
    public FoldData prepare(int index, boolean validating) {
        Fold fold = folds.get(index);
        boolean divided = validating || ofSealed;
        Prepared prepared = Preparation.of(table, spec).of(divided ? inner(fold) : new Splitter.Parts(fold.training(), NONE));
        RowPreparer application = new RowPreparer(prepared.preprocessing(), table);
        Examples held = spec.sequence() == null ? application.rows(fold.held()) : application.windows(fold.held());
        return new FoldData(fold, prepared, held);
    }

    private Splitter.Parts inner(Fold fold) {
        if (inOrder) {
            return Splitter.chronological(fold.training(), spec.split());
        }
        FoldRows part = rows.part(fold.training());
        return Splitter.split(part.rows(), part.names().isEmpty() ? null : part.classes(), part.firsts(), spec.split());
    }
}

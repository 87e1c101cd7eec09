package downhill.data.prepare;

import downhill.data.Column;
import downhill.data.ColumnSpec;
import downhill.data.ColumnType;
import downhill.data.DataException;
import downhill.data.DataSpec;
import downhill.data.Describe;
import downhill.data.Edition;
import downhill.data.Notice;
import downhill.data.Role;
import downhill.data.Table;
import downhill.data.TaskKind;
import downhill.words.Said;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Guesses target, task and the columns that are worth nothing as features. */
final class RoleGuess {
    private static final Set<String> TARGET_NAMES =
            Set.of("target", "class", "species", "label", "labels", "y", "outcome", "diagnosis", "digit");
    private static final Set<String> ID_NAMES =
            Set.of("id", "index", "row", "row_name", "row_id", "rownames", "no", "nr", "column_1", "unnamed: 0");
    private static final int MAX_CATEGORIES = 1000;

    private final Table table;
    private final DataSpec spec;
    private final Map<String, ColumnSpec> asked;
    private final List<Notice> notices = new ArrayList<>();

    RoleGuess(Table table, DataSpec spec) {
        this.table = table;
        this.spec = spec;
        this.asked = spec.columns().stream()
                .collect(Collectors.toMap(column -> table.column(column.name()).name(), Function.identity(), (a, b) -> b));
    }

    Roles roles() {
        if (table.columns().size() < 2 && spec.sequence() == null) {
            throw new DataException(Said.of("column.one"));
        }
        Column target = target();
        checkWeight(target);
        TaskKind task = spec.task() != null ? spec.task() : new TaskGuess(target, spec.edition(), notices).task();
        List<ColumnSpec> columns = new ArrayList<>();
        for (Column column : table.columns()) {
            columns.add(column == target ? targetSpec(column, task) : feature(column));
        }
        if (spec.edition().isSecond() && spec.sequence() == null && features(columns).isEmpty()) {
            columns.replaceAll(this::restored);
        }
        noticeConstants(columns);
        noticeStandIns(columns);
        if (!task.isClassification() && isConstant(target)) { // of classes it is refused
            String said = target.distinct() == 1 ? "notice.constant.target" : "notice.constant.target.rounding";
            notices.add(new Notice(target.name(), Said.of(said, target.name())));
        }
        if (spec.sequence() == null && spec.image() == null) {
            noticeGiveaways(features(columns), target, task);
        }
        if (spec.sequence() != null && spec.edition().isSecond()) {
            new OrderNotice(table, target).notice().ifPresent(notices::add);
        }
        return new Roles(columns, task, notices);
    }

    private Column target() {
        if (spec.target() != null) {
            return table.column(spec.target());
        }
        List<ColumnSpec> marked = spec.columns().stream().filter(column -> column.role() == Role.TARGET).toList();
        if (marked.size() > 1) {
            throw new DataException(Said.of("target.twice", marked.get(0).name(), marked.get(1).name()));
        }
        return marked.isEmpty() ? guessedTarget() : table.column(marked.get(0).name());
    }

    private void checkWeight(Column target) {
        List<String> marked = spec.columns().stream().filter(column -> column.role() == Role.WEIGHT).map(ColumnSpec::name).distinct()
                .toList();
        if (marked.size() > 1) {
            throw new DataException(Said.of("weight.twice", marked.get(0), marked.get(1)));
        }
        if (marked.size() == 1 && table.column(marked.get(0)) == target) {
            throw new DataException(Said.of("weight.target", target.name()));
        }
    }

    private Column guessedTarget() {
        List<Column> candidates = table.columns().stream().filter(column -> !isIgnored(column)).toList();
        if (candidates.isEmpty()) {
            throw new DataException(Said.of("column.ignored"));
        }
        Column target = spec.edition().isSecond() ? new TargetGuess(table, candidates).target() : lastNamed(candidates);
        notices.add(new Notice(target.name(), Said.of("notice.target", target.name()), Notice.About.TARGET));
        return target;
    }

    /** The guess of {@link Edition#FIRST}. */
    private static Column lastNamed(List<Column> candidates) {
        return candidates.stream().filter(column -> TARGET_NAMES.contains(column.name().toLowerCase(Locale.ROOT)))
                .reduce((first, second) -> second).orElse(candidates.get(candidates.size() - 1));
    }

    private boolean isIgnored(Column column) {
        ColumnSpec choice = asked.get(column.name());
        return choice != null ? choice.role() == Role.IGNORED || choice.role() == Role.WEIGHT : column.missing() == column.size();
    }

    private ColumnSpec targetSpec(Column column, TaskKind task) {
        ColumnSpec choice = asked.get(column.name());
        ColumnType type = choice == null ? column.type() : choice.type();
        if (task.isClassification()) {
            return new ColumnSpec(column.name(), type == ColumnType.BOOLEAN ? type : ColumnType.CATEGORY, Role.TARGET);
        }
        if (column.missing() == column.size()) {
            throw new DataException(Said.of("target.empty", column.name()));
        }
        if (column.as(ColumnType.NUMBER).missing() == column.size()) {
            throw new DataException(Said.of("target.text", column.name(), firstText(column)));
        }
        return new ColumnSpec(column.name(), ColumnType.NUMBER, Role.TARGET);
    }

    private static String firstText(Column column) {
        for (int row = 0; row < column.size(); row++) {
            if (!column.isMissing(row)) {
                return column.text(row);
            }
        }
        return "";
    }

    private ColumnSpec feature(Column column) {
        ColumnSpec choice = asked.get(column.name());
        if (choice != null && choice.role() == Role.WEIGHT) {
            return new ColumnSpec(column.name(), ColumnType.NUMBER, Role.WEIGHT);
        }
        if (choice != null) {
            return choice.role() == Role.TARGET ? new ColumnSpec(column.name(), choice.type(), Role.FEATURE) : choice;
        }
        Said reason = spec.image() == null ? reasonToIgnore(column) : null;
        if (reason != null) {
            notices.add(new Notice(column.name(), reason, Notice.About.IGNORED));
        } else if (spec.columns().stream().noneMatch(other -> other.role() == Role.WEIGHT) && WeightGuess.mayBe(column)) {
            notices.add(new Notice(column.name(), Said.of("weight.maybe", column.name()), Notice.About.WEIGHT));
        }
        return new ColumnSpec(column.name(), column.type(), reason == null ? Role.FEATURE : Role.IGNORED);
    }

    private static Said counts(String name) {
        return Said.of("notice.ignored.counter", name);
    }

    /** A counter of rows is used where there is nothing else. */
    private ColumnSpec restored(ColumnSpec column) {
        if (!notices.remove(new Notice(column.name(), counts(column.name()), Notice.About.IGNORED))) {
            return column;
        }
        notices.add(new Notice(column.name(), Said.of("notice.kept.counter", column.name())));
        return new ColumnSpec(column.name(), column.type(), Role.FEATURE);
    }

    private Said reasonToIgnore(Column column) {
        if (column.missing() == column.size()) {
            return Said.of("notice.ignored.empty", column.name());
        }
        if (column.type() == ColumnType.TEXT || column.type() == ColumnType.CATEGORY && column.distinct() > MAX_CATEGORIES) {
            return Said.of("notice.ignored.text", column.name(), column.distinct());
        }
        if (spec.edition().isSecond() && RowCounter.is(table, column)) {
            return counts(column.name());
        }
        boolean counts = spec.sequence() != null || ID_NAMES.contains(column.name().toLowerCase(Locale.ROOT));
        if (counts && column.type() == ColumnType.NUMBER && isCounter(column)) {
            return counts(column.name());
        }
        return spec.sequence() != null && column.type() == ColumnType.DATE ? Said.of("notice.ignored.date", column.name()) : null;
    }

    private static boolean isCounter(Column column) {
        if (column.size() < 3 || column.missing() > 0) {
            return false;
        }
        double step = column.number(1) - column.number(0);
        for (int row = 1; row < column.size(); row++) {
            if (column.number(row) - column.number(row - 1) != step) {
                return false;
            }
        }
        return step != 0;
    }

    private static List<ColumnSpec> features(List<ColumnSpec> columns) {
        return columns.stream().filter(column -> column.role() == Role.FEATURE).toList();
    }

    private void noticeGiveaways(List<ColumnSpec> features, Column target, TaskKind task) {
        boolean classes = task.isClassification();
        List<Column> columns = features.stream().map(feature -> table.column(feature.name()).as(feature.type())).toList();
        Giveaway giveaway = new Giveaway(classes ? target : target.as(ColumnType.NUMBER), classes, columns);
        for (Column column : columns) {
            giveaway.how(column).ifPresent(how -> notices.add(new Notice(column.name(), Said.of(how, column.name()))));
        }
    }

    private void noticeConstants(List<ColumnSpec> columns) {
        List<String> constant = features(columns).stream().map(ColumnSpec::name).filter(name -> isConstant(table.column(name))).toList();
        if (constant.size() == 1) {
            boolean same = table.column(constant.get(0)).distinct() == 1;
            notices.add(new Notice(constant.get(0), Said.of(same ? "notice.constant" : "notice.constant.rounding", constant.get(0))));
        } else if (!constant.isEmpty()) {
            notices.add(new Notice(null, Said.of("notice.constants", Describe.some(constant), constant.size())));
        }
    }

    /** Among features, and in a target that is a quantity. */
    private void noticeStandIns(List<ColumnSpec> columns) {
        columns.stream().filter(column -> column.type() == ColumnType.NUMBER && column.role() != Role.IGNORED)
                .forEach(column -> StandIn.of(table.column(column.name())).ifPresent(found -> notices.add(found.notice(column.name()))));
    }

    private static boolean isConstant(Column column) {
        return column.distinct() == 1 || column.type() == ColumnType.NUMBER && Moments.isConstant(column);
    }
}

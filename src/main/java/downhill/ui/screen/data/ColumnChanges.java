package downhill.ui.screen.data;

import downhill.data.ColumnSpec;
import downhill.data.ColumnType;
import downhill.data.DataSpec;
import downhill.data.Role;
import downhill.data.TaskKind;
import downhill.ui.session.LoadedData;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;

/** What a person can make of the columns of the table shown, as other specifications of it. */
final class ColumnChanges {
    private final LoadedData shown;
    /** As they are shown, where no roles could be found too. */
    private final List<ColumnSpec> columns;

    ColumnChanges(LoadedData shown) {
        this.shown = shown;
        columns = ColumnLine.of(shown).stream().map(ColumnLine::spec).toList();
    }

    /** A column holds something else than was found. */
    DataSpec type(String column, ColumnType type) {
        List<ColumnSpec> changed = columns.stream()
                .map(spec -> spec.name().equals(column) ? new ColumnSpec(spec.name(), type, spec.role()) : spec).toList();
        boolean target = changed.stream().anyMatch(spec -> spec.name().equals(column) && spec.role() == Role.TARGET);
        DataSpec spec = shown.spec();
        return spec.withColumns(changed).withTask(target ? null : spec.task());
    }

    /** There is one target, and one weight: naming another makes the one before a feature. */
    DataSpec role(String column, Role role) {
        boolean alone = role == Role.TARGET || role == Role.WEIGHT;
        List<ColumnSpec> changed = new ArrayList<>();
        for (ColumnSpec spec : columns) {
            if (spec.name().equals(column)) {
                changed.add(new ColumnSpec(spec.name(), spec.type(), role));
            } else {
                changed.add(alone && spec.role() == role ? new ColumnSpec(spec.name(), spec.type(), Role.FEATURE) : spec);
            }
        }
        DataSpec spec = shown.spec();
        if (role == Role.TARGET) {
            return spec.withColumns(changed).withTarget(column).withTask(null);
        }
        return spec.withColumns(changed).withTarget(column.equals(spec.target()) ? null : spec.target());
    }

    /** The target is a class, or a number; without a target nothing changes. */
    DataSpec task(boolean classes) {
        if (shown.roles() == null) {
            return shown.spec();
        }
        UnaryOperator<ColumnSpec> asTarget =
                spec -> new ColumnSpec(spec.name(), classes ? ColumnType.CATEGORY : spec.type(), Role.TARGET);
        List<ColumnSpec> changed = columns.stream().map(spec -> spec.role() == Role.TARGET ? asTarget.apply(spec) : spec).toList();
        return shown.spec().withColumns(changed).withTask(classes ? kind() : TaskKind.REGRESSION);
    }

    private TaskKind kind() {
        int distinct = shown.imported().table().column(shown.roles().target()).distinct();
        return distinct <= 2 ? TaskKind.BINARY : TaskKind.MULTICLASS;
    }
}

package downhill.data.prepare;

import downhill.data.ColumnSpec;
import downhill.data.Columns;
import downhill.data.DataException;
import downhill.data.DataSpec;
import downhill.data.Notice;
import downhill.data.Role;
import downhill.data.Table;
import downhill.data.TaskKind;
import java.util.List;

/**
 * Type and role of each column of a table, in order: those asked for, the others guessed.
 *
 * @param columns one for each column of the table; one of them is the target
 * @param task    what is learned
 * @param notices what was guessed and why
 */
public record Roles(List<ColumnSpec> columns, TaskKind task, List<Notice> notices) {
    public Roles {
        columns = List.copyOf(columns);
        notices = List.copyOf(notices);
    }

    /** Name of the column to predict. */
    public String target() {
        return columns.stream().filter(column -> column.role() == Role.TARGET).findFirst().orElseThrow().name();
    }

    /** Name of the column that says how much each row counts, or null. */
    public String weight() {
        return columns.stream().filter(column -> column.role() == Role.WEIGHT).map(ColumnSpec::name).findFirst().orElse(null);
    }

    /** Columns that are used as features, in order. */
    public List<ColumnSpec> features() {
        return columns.stream().filter(column -> column.role() == Role.FEATURE).toList();
    }

    /**
     * Decides on every column.
     *
     * @throws DataException if the specification names a column that is not there, or asks for what the target cannot give
     */
    public static Roles of(Table table, DataSpec spec) {
        return new RoleGuess(table, spec).roles();
    }
}

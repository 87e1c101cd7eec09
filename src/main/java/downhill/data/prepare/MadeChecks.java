package downhill.data.prepare;

import downhill.data.ColumnSpec;
import downhill.data.DataException;
import downhill.data.DataSpec;
import downhill.data.MadeColumn;
import downhill.data.Table;
import downhill.words.Said;
import java.util.HashSet;
import java.util.Set;

/** Refuses columns that cannot be made, or may not be. */
final class MadeChecks {
    private MadeChecks() {
    }

    /** @throws DataException of one sentence */
    static void require(Table table, DataSpec spec, Roles roles) {
        Set<String> names = new HashSet<>(table.names());
        for (MadeColumn made : spec.madeColumns()) {
            if (!names.add(made.name())) {
                throw new DataException(Said.of("made.twice", made.name()));
            }
            made.of().forEach(column -> require(made, column, table, roles));
        }
    }

    private static void require(MadeColumn made, String column, Table table, Roles roles) {
        ColumnSpec own = roles.columns().stream().filter(each -> each.name().equals(column)).findFirst().orElseThrow(() ->
                new DataException(Said.of("made.absent", made.name(), column)));
        if (column.equals(roles.target())) {
            throw new DataException(Said.of("made.target", made.name(), column));
        }
        if (own.type() != made.type()) {
            throw new DataException(Said.of(made.making().isOfDates() ? "made.date" : "made.number", made.name(), column));
        }
    }
}

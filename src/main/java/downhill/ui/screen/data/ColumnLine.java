package downhill.ui.screen.data;

import downhill.data.Column;
import downhill.data.ColumnSpec;
import downhill.data.ColumnType;
import downhill.data.Histogram;
import downhill.data.MadeColumn;
import downhill.data.Role;
import downhill.data.Table;
import downhill.ui.session.LoadedData;
import java.util.ArrayList;
import java.util.List;

/**
 * One column of the table in view.
 *
 * @param spec   type and role
 * @param column its values
 * @param made   whether the preparation makes it of others: the file has none of that name
 */
record ColumnLine(ColumnSpec spec, Column column, boolean made) {
    private static final int BARS = 16;

    static List<ColumnLine> of(LoadedData data) {
        List<ColumnLine> lines = new ArrayList<>();
        List<? extends Column> columns = data.imported().table().columns();
        for (int i = 0; i < columns.size(); i++) {
            Column column = columns.get(i);
            ColumnSpec spec = data.roles() == null ? new ColumnSpec(column.name(), column.type(), Role.FEATURE)
                    : data.roles().columns().get(i);
            lines.add(new ColumnLine(spec, column, false));
        }
        if (data.isUsable()) {
            Table whole = MadeColumn.on(data.imported().table(), data.spec().madeColumns());
            data.spec().madeColumns().forEach(made -> lines.add(new ColumnLine(new ColumnSpec(made.name(), ColumnType.NUMBER, Role.FEATURE),
                    whole.column(made.name()), true)));
        }
        return lines;
    }

    Histogram histogram() {
        return Histogram.of(column.as(spec.type()), BARS);
    }
}

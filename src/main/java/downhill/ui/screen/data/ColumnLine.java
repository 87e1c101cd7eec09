package downhill.ui.screen.data;

import downhill.data.Column;
import downhill.data.ColumnSpec;
import downhill.data.Histogram;
import downhill.data.Role;
import downhill.ui.session.LoadedData;
import java.util.ArrayList;
import java.util.List;

/**
 * One column of the table in view.
 *
 * @param spec   type and role
 * @param column its values
 */
record ColumnLine(ColumnSpec spec, Column column) {
    private static final int BARS = 16;

    static List<ColumnLine> of(LoadedData data) {
        List<ColumnLine> lines = new ArrayList<>();
        List<? extends Column> columns = data.imported().table().columns();
        for (int i = 0; i < columns.size(); i++) {
            Column column = columns.get(i);
            ColumnSpec spec = data.roles() == null ? new ColumnSpec(column.name(), column.type(), Role.FEATURE)
                    : data.roles().columns().get(i);
            lines.add(new ColumnLine(spec, column));
        }
        return lines;
    }

    Histogram histogram() {
        return Histogram.of(column.as(spec.type()), BARS);
    }
}

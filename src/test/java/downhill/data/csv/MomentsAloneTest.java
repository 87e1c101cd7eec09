package downhill.data.csv;

import static org.assertj.core.api.Assertions.assertThat;

import downhill.data.ColumnType;
import downhill.data.Table;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A file of one column of moments is not cut at their colons, however they are written. */
class MomentsAloneTest {
    @ParameterizedTest
    @ValueSource(strings = {"2020-01-31T10:00:00", "2020-01-31T10:00", "2020-01-31 10:00:00", "2020-01-31T10:00:00Z",
        "2020-01-31T10:00:00+01:00", "2020-01-31T10:00:00.250"})
    void theyAreOneColumnOfDates(String moment) {
        String text = String.join("\n", "d", moment, moment.replace("31T10", "30T09"), moment.replace("-31", "-29"));
        Table table = Reading.of(text).imported().table();
        assertThat(table.names()).containsExactly("d");
        assertThat(table.column("d").type()).isEqualTo(ColumnType.DATE);
        assertThat(table.rows()).isEqualTo(3);
    }
}

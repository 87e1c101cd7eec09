package downhill.data.csv;

import static org.assertj.core.api.Assertions.assertThat;

import downhill.words.Said;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What is said of an import before a race: nothing of a table that is as it should be, and every name that was made up. */
class ImportFindingsTest {
    private static List<String> told(String text) {
        return ImportFindings.of(Reading.of(text).imported()).sentences().stream().map(Said::toString).toList();
    }

    @Test
    void namesThatAreNotThoseOfTheFileAreTold() {
        assertThat(told("a,b,y\n1,2,3\n4,5,6\n")).isEmpty();
        assertThat(told("a,a,y\n1,2,3\n4,5,6\n"))
                .containsExactly("column \"a_2\": The name \"a\" is taken or cannot be shown. It is called a_2.");
        assertThat(told("a,A,y,\n1,2,3,7\n4,5,6,8\n"))
                .containsExactly("The names of 2 columns are empty, taken or cannot be shown in the file; they are called A_2, column_4.");
    }
}

package downhill.data.csv;

import static org.junit.jupiter.api.Assertions.assertEquals;

import downhill.data.DataException;
import downhill.data.ImportOptions;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** Small files of the kinds that csv-spectrum, Pollock, CleverCSV and DuckDB's sniffer tests hold, read with nothing said about them. */
class SnifferSuitesTest {
    /** What is read otherwise than a person would; docs/csv.md says why. */
    private static final List<String> MISSED = List.of();

    @Test
    void filesOfTheKindsOfPublicSuitesAreReadAsAPersonWould() {
        Map<String, int[]> counts = new TreeMap<>();
        Map<String, String> missed = new LinkedHashMap<>();
        for (SnifferCase one : SnifferCase.all()) {
            String difference = difference(one);
            counts.computeIfAbsent(one.suite(), suite -> new int[2])[difference.isEmpty() ? 0 : 1]++;
            if (!difference.isEmpty()) {
                missed.put(one.toString(), difference);
            }
        }
        counts.forEach((suite, count) -> System.out.printf("%-14s %2d of %2d%n", suite, count[0], count[0] + count[1]));
        assertEquals(MISSED, List.copyOf(missed.keySet()), missed::toString);
    }

    private static String difference(SnifferCase one) {
        try {
            return one.difference(Reading.of(one.bytes(), ImportOptions.DEFAULT, Map.of()));
        } catch (DataException refused) {
            return refused.getMessage();
        }
    }
}

package downhill.data.source;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import downhill.data.DataException;
import downhill.data.Progress;
import downhill.data.Table;
import downhill.data.prepare.Prepared;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class SampleDataTest {
    @ParameterizedTest
    @MethodSource("downhill.data.source.SampleData#list")
    void everySampleIsAsItIsDescribedAndCanBePrepared(SampleData sample) {
        Table table = DataSources.load(sample.spec(), null, Progress.NONE).table();
        assertEquals(sample.rows(), table.rows());
        assertEquals(sample.columns(), table.columns().size());
        Prepared prepared = DataSources.prepare(sample.spec(), null, Progress.NONE);
        assertEquals(sample.task(), prepared.task());
        assertEquals(sample.target(), prepared.targetName());
        assertTrue(sample.whole() ? prepared.validation().count() == 0 : prepared.validation().count() >= prepared.training().count() / 5);
        for (double value : prepared.training().inputs()) {
            assertTrue(Double.isFinite(value));
        }
    }

    @Test
    void digitsAreImagesOfOneChannel() {
        Prepared digits = DataSources.prepare(SampleData.of("digits").spec(), null, Progress.NONE);
        assertArrayEquals(new int[] {1, 8, 8}, digits.inputShape());
        assertEquals(10, digits.classNames().size());
    }

    @Test
    void aSampleThatDoesNotExistNamesThoseThatDo() {
        DataException e = assertThrows(DataException.class, () -> SampleData.of("irs"));
        assertTrue(e.getMessage().contains("iris"));
    }
}

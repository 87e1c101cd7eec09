package downhill.data.csv;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import downhill.data.ImportOptions;
import downhill.data.Progress;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CancellationException;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** However reading ends, nothing of it is left: every stream that was opened is closed. */
class CancelledReadingTest {
    /** Counts the streams that are open. */
    private static final class Counting implements ByteSource {
        private final byte[] bytes;
        private final int failAt;
        private int opened;
        private int open;

        /** @param failAt byte at which reading fails, or −1 */
        Counting(byte[] bytes, int failAt) {
            this.bytes = bytes;
            this.failAt = failAt;
        }

        @Override
        public String name() {
            return "counted.csv";
        }

        @Override
        public long size() {
            return bytes.length;
        }

        @Override
        public InputStream open() {
            opened++;
            open++;
            return new FilterInputStream(new ByteArrayInputStream(bytes)) {
                private int given;
                private boolean closed;

                @Override
                public int read(byte[] target, int offset, int length) throws IOException {
                    if (failAt >= 0 && given >= failAt) {
                        throw new IOException("the disk was taken out");
                    }
                    int count = super.read(target, offset, failAt < 0 ? length : Math.min(length, failAt - given));
                    given += Math.max(0, count);
                    return count;
                }

                @Override
                public void close() {
                    open -= closed ? 0 : 1;
                    closed = true;
                }
            };
        }
    }

    /** Asks to end when it is looked at for the so-manieth time. */
    private static final class Ending implements Progress {
        private final int after;
        private final List<Double> told = new ArrayList<>();
        private int asked;

        Ending(int after) {
            this.after = after;
        }

        @Override
        public void done(double fraction) {
            told.add(fraction);
        }

        @Override
        public boolean cancelled() {
            return ++asked > after;
        }
    }

    /** A number that turns to text late, so that the file is read twice. */
    private static byte[] table(boolean packed) throws IOException {
        StringBuilder text = new StringBuilder("x,y\n");
        for (int i = 0; i < 4000; i++) {
            text.append(i).append(i > 3000 && i % 3 == 0 ? ",word\n" : ",1.5\n");
        }
        byte[] plain = text.toString().getBytes(StandardCharsets.UTF_8);
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (GZIPOutputStream packing = new GZIPOutputStream(bytes)) {
            packing.write(plain);
        }
        return packed ? bytes.toByteArray() : plain;
    }

    private static Imported read(Counting source, Progress progress) throws IOException {
        return new ImportJob(source, ImportOptions.DEFAULT, Map.of(), progress).run();
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void whereverItIsCancelledEverythingIsClosed(boolean packed) throws IOException {
        byte[] bytes = table(packed);
        Ending whole = new Ending(Integer.MAX_VALUE);
        assertThat(read(new Counting(bytes, -1), whole).table().rows()).isEqualTo(4000);
        assertThat(whole.asked).as("in both passes").isGreaterThan(10);
        for (int after = 0; after < whole.asked; after++) {
            Counting source = new Counting(bytes, -1);
            Ending ending = new Ending(after);
            assertThatThrownBy(() -> read(source, ending)).isInstanceOf(CancellationException.class);
            assertThat(source.open).as("streams still open after %d", after).isZero();
            assertThat(source.opened).isPositive();
            assertThat(ending.told).as("what was done so far").isEqualTo(whole.told.subList(0, after));
        }
    }

    @Test
    void progressNeverFallsAndEndsWithAll() throws IOException {
        Ending whole = new Ending(Integer.MAX_VALUE);
        Counting source = new Counting(table(false), -1);
        read(source, whole);
        assertThat(whole.told).isSorted().allMatch(each -> each >= 0 && each <= 1).endsWith(1.0);
        assertThat(source.open).isZero();
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 5, 1000, 20_000})
    void aDiskThatFailsLeavesNothingOpenAndIsNoTable(int failAt) throws IOException {
        Counting source = new Counting(table(false), failAt);
        assertThatThrownBy(() -> read(source, Progress.NONE)).isInstanceOf(IOException.class).hasMessage("the disk was taken out");
        assertThat(source.open).isZero();
    }

    @Test
    void aPackedFileThatIsCutOffLeavesNothingOpen() throws IOException {
        byte[] whole = table(true);
        for (int length : new int[] {3, 12, whole.length / 2, whole.length - 1}) {
            Counting source = new Counting(java.util.Arrays.copyOf(whole, length), -1);
            assertThatThrownBy(() -> read(source, Progress.NONE)).as("%d bytes", length).isNotNull();
            assertThat(source.open).as("%d bytes", length).isZero();
        }
    }
}

package downhill.race.history;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** The row beside a plain array of all that was ever added, whatever is added, cut and saved. */
class RollingRowTest {
    private static final int CHUNKS = 3;
    private static final int MOVES = 60;

    private double[] all = new double[8];
    private int length;

    private void keep(double... more) {
        if (length + more.length > all.length) {
            all = Arrays.copyOf(all, 2 * (length + more.length));
        }
        System.arraycopy(more, 0, all, length, more.length);
        length += more.length;
    }

    private void compare(String where, RollingRow row) {
        assertThat(row.length()).as(where).isEqualTo(length);
        RollingRow.View view = row.view();
        assertThat(view.length()).isEqualTo(length);
        assertThat(view.first()).isEqualTo(row.first());
        for (long at = row.first(); at < length; at += Math.max(1, (length - row.first()) / 40)) {
            assertThat(row.get(at)).as("%s, element %d", where, at).isEqualTo(all[(int) at]);
            assertThat(view.get(at)).isEqualTo(all[(int) at]);
        }
        assertThat(row.bytes()).as("%s: bounded", where).isLessThan((CHUNKS + 1) * (RollingRow.CHUNK * 8L + 24));
    }

    @Test
    void whatIsKeptIsWhatWasAdded() {
        for (long seed = 0; seed < 12; seed++) {
            Random random = new Random(seed);
            RollingRow row = new RollingRow(CHUNKS);
        row.add(0);
        assertThat(row.bytes()).as("a short row is small").isLessThan(1000);
        row.truncate(0);
            length = 0;
            for (int move = 0; move < MOVES; move++) {
                switch (random.nextInt(6)) {
                    case 0 -> {
                        int to = random.nextInt(length + 2);
                        row.truncate(to);
                        length = Math.min(length, to);
                    }
                    case 1 -> row = RollingRow.of(row.save(), CHUNKS);
                    case 2 -> pair(row, random);
                    default -> {
                        double[] more = random.doubles(random.nextInt(3000)).toArray();
                        row.addAll(more, 0, more.length);
                        keep(more);
                    }
                }
                compare("seed " + seed + ", move " + move, row);
            }
        }
    }

    private void pair(RollingRow row, Random random) {
        double a = random.nextDouble();
        double b = random.nextDouble();
        if (length % 2 == 1) {
            row.add(a);
            keep(a);
        }
        row.addPair(a, b);
        keep(a, b);
    }

    @Test
    void atMostAChunkOfTheRoomIsEmptyBeforeSomethingIsForgotten() {
        RollingRow row = new RollingRow(CHUNKS);
        long least = Long.MAX_VALUE;
        for (int i = 0; i < 5 * RollingRow.CHUNK; i++) {
            row.add(i);
            least = Math.min(least, row.length() - row.first() - Math.min(i + 1, (CHUNKS - 1) * RollingRow.CHUNK + 1));
        }
        assertThat(least).as("more than two whole chunks are kept").isNotNegative();
    }

    @Test
    void whatWasPublishedNeverChanges() {
        RollingRow row = new RollingRow(CHUNKS);
        double[] numbers = new Random(3).doubles(2 * RollingRow.CHUNK + 100).toArray();
        row.addAll(numbers, 0, numbers.length);
        RollingRow.View before = row.view();
        SavedTrack saved = row.save();
        RollingRow other = RollingRow.of(saved, CHUNKS);
        row.truncate(RollingRow.CHUNK + 50);
        for (int i = 0; i < 2000; i++) {
            row.add(-1);
            other.truncate(RollingRow.CHUNK + 10 + i);
            other.add(-2);
        }
        double[] seen = new double[numbers.length];
        Arrays.setAll(seen, before::get);
        assertThat(seen).isEqualTo(numbers);
    }
}

package downhill.data.prepare;

import static org.assertj.core.api.Assertions.assertThat;

import downhill.data.SplitSpec;
import java.util.Arrays;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Rows that belong together are divided together, whatever their groups. */
class SplitGroupsTest {
    @Test
    void aGroupIsOnOneSideAndTheShareIsAsNearAsTheGroupsAllow() {
        for (long seed = 0; seed < 200; seed++) {
            Random random = new Random(seed);
            int count = 2 + random.nextInt(80);
            int kinds = 1 + random.nextInt(count);
            int[] group = random.ints(count, 0, kinds).toArray();
            int[] firsts = IntStream.range(0, count)
                    .map(i -> IntStream.range(0, count).filter(k -> group[k] == group[i]).findFirst().orElseThrow()).toArray();
            double ratio = random.nextDouble() * 0.9;
            int[] rows = IntStream.range(0, count).map(i -> 3 * i).toArray();
            Splitter.Parts parts = Splitter.split(rows, null, firsts, new SplitSpec(ratio, seed, false));
            boolean[] held = new boolean[count];
            Arrays.stream(parts.validation()).forEach(row -> held[row / 3] = true);
            for (int i = 0; i < count; i++) {
                assertThat(held[i]).as("seed %d, row %d and the first of its group", seed, i).isEqualTo(held[firsts[i]]);
            }
            assertThat(parts.training().length + parts.validation().length).isEqualTo(count);
            assertThat(parts.training()).as("somebody trains").isNotEmpty();
            int wanted = Splitter.share(count, ratio);
            long largest = Arrays.stream(firsts)
                    .mapToLong(first -> Arrays.stream(firsts).filter(other -> other == first).count()).max().orElseThrow();
            assertThat(Math.abs(parts.validation().length - wanted)).as("seed %d: off by less than a group", seed)
                    .isLessThan((int) largest);
        }
    }
}

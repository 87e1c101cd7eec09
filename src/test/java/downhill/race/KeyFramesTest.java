package downhill.race;

import static org.assertj.core.api.Assertions.assertThat;

import downhill.engine.train.RunState;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/** Drawn moves with key-frames beside a plain set of steps. */
class KeyFramesTest {
    private static final long BIRTH = 5;

    private static KeyFrame frame(long step, int parameters) {
        RunState state = new RunState(step, new double[parameters], new double[0][], new double[0], new double[0]);
        return new KeyFrame(step, new RunState[] {state}, BestSoFar.NOTHING);
    }

    private static KeyFrames born() {
        KeyFrames frames = new KeyFrames();
        frames.add(frame(BIRTH, 3));
        return frames;
    }

    private static void compare(String where, KeyFrames frames, TreeSet<Long> steps) {
        assertThat(frames.list().stream().map(KeyFrame::step)).as(where).containsExactlyElementsOf(steps);
        assertThat(frames.count()).as(where).isEqualTo(steps.size());
        assertThat(frames.bytes()).as("%s: bytes", where).isEqualTo(frames.list().stream().mapToLong(KeyFrame::bytes).sum());
    }

    @Test
    void theyAreAPlainSetOfStepsWhateverIsDoneWithThem() {
        for (long seed = 0; seed < 60; seed++) {
            Random random = new Random(seed);
            KeyFrames frames = born();
            TreeSet<Long> steps = new TreeSet<>(List.of(BIRTH));
            for (int i = 0; i < 80; i++) {
                long at = BIRTH + random.nextInt(400);
                switch (random.nextInt(8)) {
                    case 0 -> {
                        long spacing = 1L << random.nextInt(6);
                        Set<Long> others = Set.of(at, at + 1);
                        frames.thin(spacing, others);
                        steps.removeIf(step -> step != BIRTH && step % spacing != 0 && !others.contains(step));
                    }
                    case 1 -> {
                        frames.truncate(at);
                        steps.tailSet(at, false).clear();
                    }
                    case 2 -> frames.replaceBirth(frame(BIRTH, 1 + random.nextInt(9)));
                    default -> {
                        frames.add(frame(at, 1 + random.nextInt(9)));
                        steps.add(at);
                    }
                }
                compare("seed " + seed + ", move " + i, frames, steps);
                assertThat(frames.has(at)).isEqualTo(steps.contains(at));
                assertThat(frames.before(at).step()).isEqualTo(steps.floor(at));
            }
        }
    }

    @Test
    void beforeTheBirthThereIsTheBirth() {
        KeyFrames frames = born();
        frames.add(frame(16, 3));
        assertThat(frames.before(0).step()).isEqualTo(BIRTH);
        assertThat(frames.before(15).step()).isEqualTo(BIRTH);
        assertThat(frames.before(16).step()).isEqualTo(16);
        assertThat(frames.before(Long.MAX_VALUE).step()).isEqualTo(16);
    }

    @Test
    void whatIsThereAlreadyIsKeptAndTheBirthAloneIsReplaced() {
        KeyFrames frames = born();
        KeyFrame first = frame(16, 3);
        frames.add(first);
        frames.add(frame(16, 100));
        assertThat(frames.before(16)).isSameAs(first);
        KeyFrame told = frame(BIRTH, 7);
        frames.replaceBirth(told);
        assertThat(frames.before(BIRTH)).isSameAs(told);
        assertThat(frames.bytes()).isEqualTo(first.bytes() + told.bytes());
    }
}

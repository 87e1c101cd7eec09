package downhill.ui.fx;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;

class FrameStatsTest extends FxTest {
    @Test
    void theNinetyFifthPercentileLeavesOutTheWorstTwentieth() {
        FrameStats stats = new FrameStats();
        for (int i = 0; i < 95; i++) {
            stats.add(2.04, 16);
        }
        for (int i = 0; i < 5; i++) {
            stats.add(40, 60);
        }
        assertThat(stats.workMillisP95()).isCloseTo(2.1, Offset.offset(0.051));
        assertThat(stats.longestWorkMillis()).isEqualTo(40);
        assertThat(stats.longestStallMillis()).isEqualTo(60);
        assertThat(stats.framesPerSecond()).isCloseTo(100 / 1.82, Offset.offset(1e-9));
    }

    @Test
    void noFramesAreZero() {
        assertThat(new FrameStats().workMillisP95()).isZero();
        assertThat(new FrameStats().framesPerSecond()).isZero();
    }

    @Test
    void readersArePolledOnceAFrameUntilTheyLeave() {
        FramePump pump = new FramePump();
        List<Long> polled = new ArrayList<>();
        Runnable leave = onFx(() -> {
            Runnable end = pump.poll(() -> polled.add(pump.stats().frames()));
            pump.start();
            return end;
        });
        await("three frames were polled", () -> polled.size() >= 3);
        int seen = onFx(() -> {
            leave.run();
            return polled.size();
        });
        long frames = onFx(() -> pump.stats().frames());
        await("more frames passed", () -> pump.stats().frames() > frames + 1);
        runFx(pump::stop);
        assertThat(polled).hasSize(seen).doesNotHaveDuplicates();
    }

    @Test
    void stretchesArePooledFrameByFrame() {
        FrameStats quiet = new FrameStats();
        FrameStats busy = new FrameStats();
        for (int i = 0; i < 95; i++) {
            quiet.add(1.02, 16);
        }
        for (int i = 0; i < 5; i++) {
            busy.add(9.02, 40 + i);
        }
        quiet.addAll(busy);
        assertThat(quiet.frames()).isEqualTo(100);
        assertThat(quiet.workMillisP95()).isEqualTo(1.1, org.assertj.core.api.Assertions.within(1e-9));
        assertThat(quiet.workMillis(0.96)).isEqualTo(9.1, org.assertj.core.api.Assertions.within(1e-9));
        assertThat(quiet.longestStallMillis()).isEqualTo(44);
    }
}

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
}

package downhill.ui.app;

import java.lang.management.CompilationMXBean;
import java.lang.management.ManagementFactory;
import java.time.Duration;

/** The virtual machine's own compiler, which takes its share of the processor while a program is new to it. */
final class Compiler {
    private static final Duration LOOK = Duration.ofSeconds(5);
    private static final double RESTING = 0.04;
    private static final int MOST_LOOKS = 36;

    private Compiler() {
    }

    /** Waits until it uses less than a twenty-fifth of one processor, three minutes at most. */
    static void awaitRest() {
        CompilationMXBean compiler = ManagementFactory.getCompilationMXBean();
        if (compiler == null || !compiler.isCompilationTimeMonitoringSupported()) {
            WindowBench.sleep(LOOK.multipliedBy(6));
            return;
        }
        double share = 1;
        for (int look = 0; look < MOST_LOOKS && share > RESTING; look++) {
            long before = compiler.getTotalCompilationTime();
            WindowBench.sleep(LOOK);
            share = (compiler.getTotalCompilationTime() - before) / (double) LOOK.toMillis();
        }
    }
}

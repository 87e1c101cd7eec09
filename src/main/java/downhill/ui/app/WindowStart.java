package downhill.ui.app;

import downhill.cli.WindowLauncher.StartFigures;
import downhill.engine.UnavailableException;
import downhill.ui.fx.FxToolkit;
import downhill.words.Said;
import java.io.IOException;
import java.io.PrintWriter;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.function.ToDoubleFunction;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import javafx.application.Platform;

/**
 * How soon after the start of Java the window is there. Measured in programs of their own, started as a person starts Downhill: one that
 * finds {@link #ASKED} in its environment says when it had drawn what, and ends.
 */
final class WindowStart {
    private static final String ASKED = "DOWNHILL_MEASURE_START";
    private static final String MARK = "start:";
    /** A display, and the mark by which a packaged application knows that it has started itself already. */
    private static final List<String> UNWANTED = List.of("DISPLAY", "WAYLAND_DISPLAY", "_JPACKAGE_LAUNCHER");
    private static final int TIMES = 5;

    private WindowStart() {
    }

    /** Whether this very program is one that is measured. */
    static boolean isMeasured() {
        return System.getenv(ASKED) != null;
    }

    /** Milliseconds since the start of the virtual machine. */
    static double now() {
        return System.currentTimeMillis() - ManagementFactory.getRuntimeMXBean().getStartTime();
    }

    /** In a program that is measured: waits until the start page has been drawn and says when all was there. */
    static int report(AppWindow app, EarlyFrame frame, PrintWriter out) {
        CountDownLatch drawn = new CountDownLatch(1);
        FxToolkit.run(() -> {
            app.window().scene().addPostLayoutPulseListener(drawn::countDown);
        });
        Platform.requestNextPulse();
        try {
            drawn.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        out.println(MARK + " " + frame.toolkitMillis() + " " + frame.frameMillis() + " " + now());
        return 0;
    }

    /** Medians of a few starts. */
    static StartFigures measure() {
        List<double[]> starts = IntStream.range(0, TIMES).mapToObj(time -> once()).toList();
        return new StartFigures(median(starts, each -> each[0]), median(starts, each -> each[1]), median(starts, each -> each[2]));
    }

    private static double median(List<double[]> starts, ToDoubleFunction<double[]> what) {
        return starts.stream().mapToDouble(what).sorted().skip(TIMES / 2).findFirst().orElseThrow();
    }

    private static double[] once() {
        ProcessBuilder program = new ProcessBuilder(command()).redirectErrorStream(true);
        program.environment().put(ASKED, "true");
        program.environment().keySet().removeAll(UNWANTED);
        try {
            Process started = program.start();
            String said = new String(started.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            return figures(said);
        } catch (IOException e) {
            throw new UnavailableException(Said.of("bench.start", e.getMessage()), e);
        }
    }

    private static double[] figures(String said) {
        String line = said.lines().filter(each -> each.startsWith(MARK)).findFirst()
                .orElseThrow(() -> new UnavailableException(Said.of("bench.start", said.strip()), null));
        return DoubleStream.of(List.of(line.substring(MARK.length()).strip().split(" ")).stream().mapToDouble(Double::parseDouble)
                .toArray()).toArray();
    }

    /** As this program was started; an application of its own has its arguments for Java with it. */
    private static List<String> command() {
        String self = ProcessHandle.current().info().command().orElse("java");
        List<String> command = new ArrayList<>(List.of(self));
        if (self.replaceFirst("(?i)\\.exe$", "").endsWith("java")) {
            command.addAll(ManagementFactory.getRuntimeMXBean().getInputArguments());
            command.addAll(List.of("-cp", System.getProperty("java.class.path"), "downhill.Downhill"));
        }
        command.add("gui");
        return command;
    }
}

package downhill.ui.app;

import downhill.cli.CommandLineInterface;
import downhill.cli.Tools;
import downhill.cli.WindowLauncher;
import downhill.engine.Backend;
import downhill.ui.chart.ExplainPicture;
import downhill.ui.chart.LossPicture;
import downhill.ui.chart.MapPicture;
import downhill.ui.chart.VerdictPicture;
import downhill.ui.fx.FxToolkit;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.concurrent.CountDownLatch;
import javafx.application.Platform;

/** A program of its own: starts as Downhill does, with the command gui, and ends once the window has been drawn for the first time. */
final class FirstWindowProbe {
    private FirstWindowProbe() {
    }

    public static void main(String[] arguments) {
        Path folder = Path.of(arguments[0]);
        PrintWriter out = new PrintWriter(System.out, true);
        Backend.onFallback(out::println);
        System.exit(CommandLineInterface.run(new String[] {"gui"}, new Tools(new Shown(folder), new LossPicture(),
                new VerdictPicture(), new MapPicture(), new ExplainPicture()), out, out, folder.toString()));
    }

    /** Stops where the first race would be opened. */
    private record Shown(Path folder) implements WindowLauncher {
        @Override
        public int open(Path file, PrintWriter out) {
            FxToolkit.start();
            AppWindow app = AppWindow.show(1440, 900, new StoredFiles(folder.resolve("recent.txt")));
            CountDownLatch drawn = new CountDownLatch(1);
            FxToolkit.run(() -> app.window().scene().addPostLayoutPulseListener(drawn::countDown));
            Platform.requestNextPulse();
            try {
                drawn.await();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return 1;
            }
            out.println("shown " + FxToolkit.call(() -> app.stage().isShowing() && app.window().scene().getWidth() > 0));
            return 0;
        }

        @Override
        public int lesson(String lesson, PrintWriter out) {
            throw new UnsupportedOperationException();
        }

        @Override
        public int screenshot(Path experiment, Path png, int width, int height, long steps) {
            throw new UnsupportedOperationException();
        }

        @Override
        public StartFigures start() {
            throw new UnsupportedOperationException();
        }

        @Override
        public WindowFigures bench(int seconds) {
            throw new UnsupportedOperationException();
        }
    }
}

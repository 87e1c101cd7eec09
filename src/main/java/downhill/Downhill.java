package downhill;

import downhill.cli.CommandLineInterface;
import downhill.cli.Tongue;
import downhill.cli.Tools;
import downhill.engine.Backend;
import downhill.engine.CacheFolder;
import downhill.ui.app.UiLauncher;
import downhill.ui.chart.ExplainPicture;
import downhill.ui.chart.LossPicture;
import downhill.ui.chart.MapPicture;
import downhill.ui.chart.VerdictPicture;
import downhill.words.Words;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;

/** Composition root: builds the parts and hands control to the command line. */
public final class Downhill {
    private Downhill() {
    }

    public static void main(String[] arguments) {
        CacheFolder.home(); // before any library looks for it
        String log = CacheFolder.path().resolve("downhill.log").toString();
        System.setProperty("downhill.log", System.getProperty("downhill.log", log));
        UiLauncher window = new UiLauncher(CacheFolder.path());
        if (opensTheWindow(arguments)) {
            window.ahead(); // reading the command line and preparing the log take longer than the frame
        }
        Tools tools = new Tools(window, new LossPicture(), new VerdictPicture(), new MapPicture(),
                new ExplainPicture());
        PrintWriter err = writer(FileDescriptor.err);
        Words words = Tongue.of(System.getenv(Tongue.VARIABLE), err);
        Backend.onFallback(told -> {
            err.println(words.say(told));
            err.flush();
        });
        int code = CommandLineInterface.run(arguments, tools, writer(FileDescriptor.out), err, System.getProperty("downhill.log"),
                words);
        System.exit(code);
    }

    /** Whether nothing can be wrong with what was asked for. */
    private static boolean opensTheWindow(String[] arguments) {
        return arguments.length == 0 || arguments.length == 1 && arguments[0].equals("gui");
    }

    private static PrintWriter writer(FileDescriptor descriptor) {
        OutputStream stream = new FileOutputStream(descriptor);
        return new PrintWriter(new OutputStreamWriter(stream, StandardCharsets.UTF_8), false);
    }
}

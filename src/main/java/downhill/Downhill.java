package downhill;

import downhill.cli.CommandLineInterface;
import downhill.cli.Outlet;
import downhill.cli.Tongue;
import downhill.cli.Tools;
import downhill.engine.Backend;
import downhill.engine.CacheFolder;
import downhill.store.Policy;
import downhill.store.StoreException;
import downhill.ui.app.UiLauncher;
import downhill.ui.chart.ExplainPicture;
import downhill.ui.chart.LossPicture;
import downhill.ui.chart.MapPicture;
import downhill.ui.chart.VerdictPicture;
import downhill.words.Said;
import downhill.words.Words;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;

/** Composition root: builds the parts and hands control to the command line. */
public final class Downhill {
    /** As of the command line: what was asked for cannot be, or cannot be said. */
    private static final int WRONG_CALL = 2;

    private Downhill() {
    }

    public static void main(String[] arguments) {
        CacheFolder.home(); // before any library looks for it
        String log = CacheFolder.path().resolve("downhill.log").toString();
        System.setProperty("downhill.log", System.getProperty("downhill.log", log));
        PrintWriter err = writer(new FileOutputStream(FileDescriptor.err));
        Policy policy = policy(err);
        UiLauncher window = new UiLauncher(CacheFolder.path(), policy);
        if (opensTheWindow(arguments)) {
            window.ahead(); // reading the command line and preparing the log take longer than the frame
        }
        Tools tools = new Tools(window, new LossPicture(), new VerdictPicture(), new MapPicture(),
                new ExplainPicture());
        String wanted = System.getenv(Tongue.VARIABLE);
        Words words = Tongue.of(wanted == null ? policy.language() : wanted, err);
        if (arguments.length > 0 && policy.hides(arguments[0])) {
            leave(err, words.say(Said.of("policy.hidden", arguments[0], policy.file())));
        }
        Backend.onFallback(told -> {
            err.println(words.say(told));
            err.flush();
        });
        Outlet outlet = new Outlet(new FileOutputStream(FileDescriptor.out));
        int code = CommandLineInterface.run(arguments, tools, writer(outlet), err, System.getProperty("downhill.log"), words);
        outlet.lost().ifPresent(why -> leave(err, words.say(why)));
        System.exit(code);
    }

    /** What a school lays down; where that cannot be read, nothing is done that it may forbid. */
    private static Policy policy(PrintWriter err) {
        try {
            return Policy.here();
        } catch (StoreException e) {
            leave(err, e.getMessage());
            throw e; // never reached: the program has ended
        }
    }

    private static void leave(PrintWriter err, String why) {
        err.println(why);
        err.flush();
        System.exit(WRONG_CALL);
    }

    /** Whether nothing can be wrong with what was asked for. */
    private static boolean opensTheWindow(String[] arguments) {
        return arguments.length == 0 || arguments.length == 1 && arguments[0].equals("gui");
    }

    private static PrintWriter writer(OutputStream stream) {
        return new PrintWriter(new OutputStreamWriter(stream, StandardCharsets.UTF_8), false);
    }
}

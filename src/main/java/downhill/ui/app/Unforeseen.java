package downhill.ui.app;

import downhill.ui.i18n.Messages;
import java.util.concurrent.RejectedExecutionException;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.slf4j.LoggerFactory;

/**
 * Exceptions on the FX thread that nobody foresaw: the window says so in one line and goes on, the log has the rest. Without it
 * the toolkit prints them where nobody looks.
 */
final class Unforeseen implements Thread.UncaughtExceptionHandler, AutoCloseable {
    /** A fault in what is drawn comes back with each frame. */
    private static final int MOST_LOGGED = 20;

    private final Consumer<Supplier<String>> tell;
    private final Thread thread;
    private final Thread.UncaughtExceptionHandler before;
    private int count;

    private Unforeseen(Consumer<Supplier<String>> tell, Thread thread) {
        this.tell = tell;
        this.thread = thread;
        this.before = thread.getUncaughtExceptionHandler();
    }

    /** Of the calling thread, the FX thread, from now on. */
    static Unforeseen here(Consumer<Supplier<String>> tell) {
        Unforeseen handler = new Unforeseen(tell, Thread.currentThread());
        handler.thread.setUncaughtExceptionHandler(handler);
        return handler;
    }

    @Override
    public void uncaughtException(Thread where, Throwable failure) {
        if (count++ < MOST_LOGGED) {
            LoggerFactory.getLogger(Unforeseen.class).error("Not foreseen on {}", where.getName(), failure);
        }
        if (!(failure instanceof RejectedExecutionException)) { // the toolkit's own, when the program is ended from outside
            tell.accept(() -> Messages.text("app.unforeseen", failure.getClass().getSimpleName(),
                    System.getProperty("downhill.log", "downhill.log")));
        }
    }

    @Override
    public void close() {
        thread.setUncaughtExceptionHandler(before);
    }
}

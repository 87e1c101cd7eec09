package downhill.ui.fx;

import java.util.function.Consumer;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;

/** Hears each warning and failure that the toolkit logs, on whatever thread, until it is closed. */
public final class ToolkitEar implements AutoCloseable {
    private final Logger toolkit = Logger.getLogger("");
    private final Handler handler;

    /** @param heard is called on the thread that logs, whose trace tells who had it done */
    public ToolkitEar(Consumer<LogRecord> heard) {
        handler = new Handler() {
            @Override
            public void publish(LogRecord line) {
                if (line.getThrown() != null || line.getLevel().intValue() >= Level.WARNING.intValue()) {
                    heard.accept(line);
                }
            }

            @Override
            public void flush() {
                // nothing is kept back
            }

            @Override
            public void close() {
                // nothing is open
            }
        };
        toolkit.addHandler(handler);
    }

    @Override
    public void close() {
        toolkit.removeHandler(handler);
    }
}

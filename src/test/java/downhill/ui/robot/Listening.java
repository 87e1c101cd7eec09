package downhill.ui.robot;

import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.classic.spi.ThrowableProxy;
import ch.qos.logback.core.AppenderBase;
import downhill.ui.fx.FxToolkit;
import downhill.ui.fx.ToolkitEar;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.slf4j.LoggerFactory;

/** Hears of every exception that is logged, by us or by the toolkit, or that nobody catches, and of what the toolkit warns of. */
final class Listening implements AutoCloseable {
    private final List<Fault> heard = new CopyOnWriteArrayList<>();
    private final Thread.UncaughtExceptionHandler before = Thread.getDefaultUncaughtExceptionHandler();
    private final Thread fx = FxToolkit.call(Thread::currentThread);
    private final Thread.UncaughtExceptionHandler beforeOnFx = fx.getUncaughtExceptionHandler();
    private final ch.qos.logback.classic.Logger ours =
            (ch.qos.logback.classic.Logger) LoggerFactory.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME);
    private final AppenderBase<ILoggingEvent> appender = new AppenderBase<>() {
        @Override
        protected void append(ILoggingEvent event) {
            if (event.getThrowableProxy() instanceof ThrowableProxy proxy) {
                hear("logged", proxy.getThrowable());
            }
        }
    };
    private final ToolkitEar toolkit = new ToolkitEar(line -> {
        if (line.getThrown() != null) {
            hear("logged by the toolkit", line.getThrown());
        } else {
            heard.add(warning(line.getMessage()));
        }
    });

    Listening() {
        Thread.setDefaultUncaughtExceptionHandler((thread, failure) -> hear("not caught on " + thread.getName().replaceAll("[0-9]+", "#"),
                failure));
        fx.setUncaughtExceptionHandler((thread, failure) -> hear("not caught on the FX thread", failure));
        appender.setContext(ours.getLoggerContext());
        appender.start();
        ours.addAppender(appender);
    }

    /** What was heard since the last time. */
    List<Fault> heard() {
        List<Fault> now = List.copyOf(heard);
        heard.removeAll(now);
        return now;
    }

    private void hear(String how, Throwable failure) {
        heard.add(of(how, failure));
    }

    /** What the toolkit warns of, known by its words up to where it is; the trace tells who had it done. */
    private static Fault warning(String words) {
        StringWriter text = new StringWriter();
        new Throwable(words).printStackTrace(new PrintWriter(text));
        return new Fault("the toolkit warns: " + words.replaceAll(" (in|from) .*", ""), text.toString());
    }

    /** An exception as a fault, known by its kind and by where our code was. */
    static Fault of(String how, Throwable failure) {
        StringWriter text = new StringWriter();
        failure.printStackTrace(new PrintWriter(text));
        Throwable deepest = failure;
        while (deepest.getCause() != null) {
            deepest = deepest.getCause();
        }
        String where = Arrays.stream(deepest.getStackTrace()).filter(one -> one.getClassName().startsWith("downhill")).findFirst()
                .map(one -> one.getClassName().replaceAll(".*\\.", "") + "." + one.getMethodName()).orElse("nowhere of ours");
        return new Fault("exception " + how + ": " + deepest.getClass().getSimpleName() + " in " + where, text.toString());
    }

    @Override
    public void close() {
        ours.detachAppender(appender);
        toolkit.close();
        fx.setUncaughtExceptionHandler(beforeOnFx);
        Thread.setDefaultUncaughtExceptionHandler(before);
    }
}

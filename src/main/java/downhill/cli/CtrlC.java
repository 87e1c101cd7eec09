package downhill.cli;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.slf4j.LoggerFactory;

/**
 * Lets a long task end in good order when the user presses Ctrl-C: the task is told and goes on to write what it has. A
 * second Ctrl-C ends the program at once. By reflection, since signals are no part of the Java platform proper; where they
 * are not to be had, Ctrl-C ends the program as usual.
 */
final class CtrlC implements AutoCloseable {
    private static final String SIGNAL = "sun.misc.Signal";
    private static final String HANDLER = "sun.misc.SignalHandler";

    /** By the name of the signal, what was done about it before. */
    private final Map<String, Object> before = new HashMap<>();
    private final Runnable then;
    private volatile boolean cancelled;

    /**
     * @param signals such as {@code INT}, and {@code TERM}, by which services are ended
     * @param then    done at once when one comes
     */
    CtrlC(List<String> signals, Runnable then) {
        this.then = then;
        Object handler = Proxy.newProxyInstance(CtrlC.class.getClassLoader(), new Class<?>[] {type(HANDLER)}, handler());
        synchronized (this) {
            signals.forEach(signal -> before.put(signal, handle(signal, handler)));
        }
    }

    /** Whether it has been pressed. */
    boolean cancelled() {
        return cancelled;
    }

    private InvocationHandler handler() {
        return (proxy, method, arguments) -> switch (method.getName()) {
            case "handle" -> {
                come();
                then.run();
                yield null;
            }
            case "equals" -> proxy == arguments[0];
            case "hashCode" -> System.identityHashCode(proxy);
            default -> "Ctrl-C";
        };
    }

    private synchronized void come() {
        cancelled = true;
        giveBack();
    }

    /** Once: when the next has been given the signals, they are no longer this one's. */
    private void giveBack() {
        before.forEach(CtrlC::handle);
        before.clear();
    }

    /** Puts a handler in the place of another, which is returned; null where that cannot be done. */
    private static Object handle(String signal, Object handler) {
        if (handler == null) {
            return null;
        }
        try {
            Object interrupt = type(SIGNAL).getConstructor(String.class).newInstance(signal);
            return type(SIGNAL).getMethod("handle", type(SIGNAL), type(HANDLER)).invoke(null, interrupt, handler);
        } catch (ReflectiveOperationException e) {
            Throwable reason = e instanceof InvocationTargetException ? e.getCause() : e;
            LoggerFactory.getLogger(CtrlC.class).warn("Ctrl-C cannot be caught", reason);
            return null;
        }
    }

    private static Class<?> type(String name) {
        try {
            return Class.forName(name);
        } catch (ClassNotFoundException e) {
            throw new IllegalStateException("this Java has no " + name, e);
        }
    }

    /** Waits for a signal that is being taken just now. */
    @Override
    public synchronized void close() {
        giveBack();
    }
}

package downhill.engine;

import java.util.concurrent.ThreadFactory;

/** Makes the threads that work beside the program's own: none of them keeps the program from ending. */
public final class Threads {
    private Threads() {
    }

    /** A thread called {@code name}, not yet started. */
    public static Thread daemon(String name, Runnable work) {
        return daemon(name, Thread.NORM_PRIORITY, work);
    }

    /** Makes threads called {@code name}. */
    public static ThreadFactory daemons(String name) {
        return daemons(name, Thread.NORM_PRIORITY);
    }

    /** The same for work that lets other work go first, or not: {@link Thread#MIN_PRIORITY} to {@link Thread#MAX_PRIORITY}. */
    public static ThreadFactory daemons(String name, int priority) {
        return work -> daemon(name, priority, work);
    }

    /** Does {@code work} on a thread of its own, from now on. */
    public static void start(String name, Runnable work) {
        daemon(name, work).start();
    }

    private static Thread daemon(String name, int priority, Runnable work) {
        Thread thread = new Thread(work, name);
        thread.setDaemon(true);
        thread.setPriority(priority);
        return thread;
    }
}

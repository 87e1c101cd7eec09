package downhill.serve;

import com.sun.net.httpserver.HttpServer;
import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsServer;
import downhill.engine.Threads;
import downhill.words.RefusedException;
import downhill.words.Said;
import java.io.IOException;
import java.net.BindException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.UnknownHostException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import org.slf4j.LoggerFactory;

/** Opens the port and answers until it is closed, which lets those finish who have asked. */
public final class InferenceServer implements AutoCloseable {
    /** A thread reads a request while it comes, so that slow ones take threads and no more. */
    private static final int THREADS = 256;
    private static final int BACKLOG = 1024;
    private static final long LOOK_MILLIS = 1000;
    private static final long REST_MILLIS = 20;

    private final HttpServer server;
    private final String host;
    private final boolean safe;
    private final ModelShelf shelf;
    private final ServeLimits limits;
    private final Tally tally = new Tally();
    private final RequestThreads threads;
    private final ScheduledExecutorService watch = new ScheduledThreadPoolExecutor(1, Threads.daemons("serve-watch"));
    private final FrontDoor door;

    /**
     * Opens the port; {@link #limit} must have been called before the first.
     *
     * @param host   name or number of the address; anything but this machine's own needs a token
     * @param port   0 for any that is free
     * @param access who may ask
     * @param secure null for no TLS
     * @throws RefusedException of one sentence where it cannot be opened
     */
    public InferenceServer(ModelShelf shelf, String host, int port, ServeLimits limits, Access access, TlsKey secure) {
        this.shelf = shelf;
        this.host = host;
        this.limits = limits;
        this.safe = secure != null;
        InetSocketAddress address = new InetSocketAddress(address(host), port);
        if (!address.getAddress().isLoopbackAddress() && !access.asksForToken()) {
            throw new RefusedException(Said.of("serve.token.needed", host));
        }
        server = open(address, secure);
        threads = new RequestThreads(THREADS);
        door = new FrontDoor(new Routes(shelf, limits, tally), limits, access, tally);
        server.setExecutor(threads);
        server.createContext("/", door::handle);
        server.start();
        watch.scheduleWithFixedDelay(this::look, LOOK_MILLIS, LOOK_MILLIS, TimeUnit.MILLISECONDS);
    }

    /** What goes wrong with one look must not be the end of looking. */
    private void look() {
        try {
            shelf.look();
        } catch (RuntimeException | VirtualMachineError failed) {
            LoggerFactory.getLogger(InferenceServer.class).error("models could not be looked at", failed);
        }
    }

    /** Tells Java's server its limits, which it reads once, when the first is opened. */
    public static void limit(ServeLimits limits) {
        set("sun.net.httpserver.nodelay", "true");
        set("sun.net.httpserver.maxReqTime", limits.seconds());
        set("sun.net.httpserver.maxRspTime", 6L * limits.seconds());
        set("sun.net.httpserver.idleInterval", 3L * limits.seconds());
        set("sun.net.httpserver.maxIdleConnections", limits.connections());
        set("jdk.httpserver.maxConnections", limits.connections());
    }

    private static void set(String property, Object value) {
        if (System.getProperty(property) == null) {
            System.setProperty(property, value.toString());
        }
    }

    private static InetAddress address(String host) {
        try {
            return InetAddress.getByName(host);
        } catch (UnknownHostException none) {
            throw new RefusedException(Said.of("serve.host.none", host), none);
        }
    }

    private static HttpServer open(InetSocketAddress address, TlsKey secure) {
        try {
            if (secure == null) {
                return HttpServer.create(address, BACKLOG);
            }
            HttpsServer server = HttpsServer.create(address, BACKLOG);
            server.setHttpsConfigurator(new HttpsConfigurator(secure.context()));
            return server;
        } catch (BindException taken) {
            throw new RefusedException(Said.of("serve.port", address.getPort(), address.getAddress().getHostAddress()), taken);
        } catch (IOException failed) {
            throw new RefusedException(Said.of("serve.open", address.getPort(), String.valueOf(failed.getMessage())), failed);
        }
    }

    /**
     * Asks itself for a while, so that what answers is loaded and compiled when others ask. It answers them meanwhile, but is not ready.
     *
     * @param copies   of what is served, on a shelf of their own; closed at the end
     * @param unwanted gives it up
     */
    public void rehearse(ModelShelf copies, int seconds, BooleanSupplier unwanted) {
        door.rehearsing(true);
        try (copies) {
            new Rehearsal(copies, limits).run(TimeUnit.SECONDS.toNanos(seconds), unwanted);
        } finally {
            door.rehearsing(false);
        }
    }

    /** Whether an address is this machine's own, where no token is needed; asks the system for names. */
    public static boolean isHere(String host) {
        return address(host).isLoopbackAddress();
    }

    /** What has been asked since it began; costs little, and may be asked from any thread. */
    public ServeFigures figures() {
        return tally.figures(shelf);
    }

    /** Where it answers: scheme, the host as it was said, and port. */
    public String address() {
        return (safe ? "https://" : "http://") + (host.contains(":") ? "[" + host + "]" : host) + ":" + server.getAddress().getPort() + "/";
    }

    /** Refuses who comes from now on, waits for those who came before, and ends. */
    @Override
    public void close() {
        door.shut();
        watch.shutdownNow();
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(limits.seconds());
        while (tally.now() > 0 && System.nanoTime() < end) {
            rest();
        }
        server.stop(0);
        threads.shutdownNow();
        shelf.close();
    }

    private static void rest() {
        try {
            Thread.sleep(REST_MILLIS);
        } catch (InterruptedException hurried) {
            Thread.currentThread().interrupt();
        }
    }
}

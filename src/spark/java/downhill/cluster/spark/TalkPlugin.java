package downhill.cluster.spark;

import downhill.cluster.Shift;
import downhill.engine.Backend;
import downhill.engine.BlasKernels;
import downhill.engine.OpenBlas;
import downhill.engine.UnavailableException;
import downhill.words.Said;
import java.io.IOException;
import java.io.Serializable;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.UnaryOperator;
import org.apache.spark.SparkContext;
import org.apache.spark.api.plugin.DriverPlugin;
import org.apache.spark.api.plugin.ExecutorPlugin;
import org.apache.spark.api.plugin.PluginContext;
import org.apache.spark.api.plugin.SparkPlugin;

/**
 * How work that is under way on an executor asks the driver: by Spark's own messages, behind its authentication. They hold bytes alone,
 * for whoever carries them does not know this program's classes.
 */
public final class TalkPlugin implements SparkPlugin {
    private static final Map<Long, UnaryOperator<Serializable>> TALKS = new ConcurrentHashMap<>();
    private static final AtomicLong NEXT = new AtomicLong();
    /** Nobody answers in that talk any more. */
    private static final byte[] OVER = {};
    /** What executors are told: the kernels that this program computes with, so that theirs come to the same last digits. */
    private static final String KERNELS = "kernels";
    /** Whoever cannot take them says so, in no talk. */
    private static final long OTHERS = -1;
    /** Where some are that cannot: each is told once. */
    private static final Set<String> DIFFERENT = ConcurrentHashMap.newKeySet();
    /** Of the executor that this program is, if it is one. */
    private static volatile PluginContext executor;
    /** Of that executor. */
    private static volatile Shift shift = new Shift();

    static long begin(UnaryOperator<Serializable> answers) {
        long talk = NEXT.getAndIncrement();
        TALKS.put(talk, answers);
        return talk;
    }

    static void end(long talk) {
        TALKS.remove(talk);
    }

    /** Since when places of this executor have been free. */
    static Shift shift() {
        return shift;
    }

    /** Asks from an executor. */
    static Serializable ask(long talk, Serializable message) {
        try {
            byte[] answer = (byte[]) executor.ask(new Object[] {talk, Bytes.of(message)});
            if (answer.length == 0) {
                throw new CancellationException("the work is no longer wanted");
            }
            return Bytes.value(answer);
        } catch (RuntimeException failure) {
            throw failure;
        } catch (Exception failure) {
            throw new IllegalStateException(failure);
        }
    }

    @Override
    public DriverPlugin driverPlugin() {
        return new DriverPlugin() {
            @Override
            public Map<String, String> init(SparkContext context, PluginContext plugin) {
                return Map.of(KERNELS, BlasKernels.here().line());
            }

            @Override
            public Object receive(Object message) {
                Object[] question = (Object[]) message;
                if ((Long) question[0] == OTHERS) {
                    tell((String) question[1]);
                    return OVER;
                }
                UnaryOperator<Serializable> answers = TALKS.get((Long) question[0]);
                Serializable answer = answers == null ? null : answers.apply(Bytes.value((byte[]) question[1]));
                return answer == null ? OVER : Bytes.of(answer);
            }
        };
    }

    @Override
    public ExecutorPlugin executorPlugin() {
        return new ExecutorPlugin() {
            @Override
            public void init(PluginContext context, Map<String, String> extra) {
                executor = context;
                shift = new Shift();
                follow(context, extra.get(KERNELS));
            }
        };
    }

    private static void follow(PluginContext context, String kernels) {
        try {
            if (!OpenBlas.follow(BlasKernels.read(kernels))) {
                context.send(new Object[] {OTHERS, context.hostname()});
            }
        } catch (UnavailableException nothingRuns) {
            // The first work to be done says why.
        } catch (IOException gone) {
            throw new IllegalStateException(gone); // it has nobody to work for
        }
    }

    private static void tell(String host) {
        if (DIFFERENT.add(host)) {
            Backend.tell(Said.of("spark.kernels", host));
        }
    }
}

package downhill.cluster.spark;

import downhill.cluster.Shift;
import java.io.Serializable;
import java.util.Map;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.UnaryOperator;
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
            public Object receive(Object message) {
                Object[] question = (Object[]) message;
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
            }
        };
    }
}

package downhill.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeFalse;

import downhill.words.Said;
import java.lang.reflect.Method;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;

/** By Ctrl-C and by TERM a long task is told to end, and not ended: what it has is kept. */
class JobTest {
    private static Object made(String signal) throws ReflectiveOperationException {
        return Class.forName("sun.misc.Signal").getConstructor(String.class).newInstance(signal);
    }

    private static void raise(String signal) throws ReflectiveOperationException {
        Object made = made(signal);
        made.getClass().getMethod("raise", made.getClass()).invoke(null, made);
    }

    /** Java leaves it so, whatever handler is given. */
    private static boolean isIgnored(String signal) throws ReflectiveOperationException {
        Object made = made(signal);
        Class<?> handler = Class.forName("sun.misc.SignalHandler");
        Method handle = made.getClass().getMethod("handle", made.getClass(), handler);
        Object before = handle.invoke(null, made, handler.getField("SIG_DFL").get(null));
        handle.invoke(null, made, before);
        return before == handler.getField("SIG_IGN").get(null);
    }

    @ParameterizedTest
    @ValueSource(strings = {"INT", "TERM"})
    void aLongTaskIsToldToEnd(String signal) throws Exception {
        assumeFalse(isIgnored(signal), signal + " is ignored by this process, as by one in the background of a shell");
        CommandSpec spec = new CommandLine(CommandSpec.create()).getCommandSpec();
        CountDownLatch come = new CountDownLatch(1);
        try (CtrlC otherwise = new CtrlC(List.of(signal), come::countDown); Job job = new Job(Said.plain("work"), spec)) {
            assertThat(job.cancelled()).isFalse();
            raise(signal);
            long most = System.nanoTime() + TimeUnit.MINUTES.toNanos(1);
            while (!job.cancelled() && come.getCount() > 0 && System.nanoTime() < most) {
                Thread.onSpinWait();
            }
            assertThat(job.cancelled()).isTrue();
            assertThat(otherwise.cancelled()).as("it is the job's").isFalse();
        }
    }

    /** A signal that is being taken while its task ends changes nothing of what comes after it. */
    @Test
    void whoeverEndsIsHeardNoMore() throws Exception {
        for (int time = 0; time < 200; time++) {
            CountDownLatch now = new CountDownLatch(1);
            try (CtrlC outer = new CtrlC(List.of("TERM"), now::countDown); CtrlC inner = new CtrlC(List.of("TERM"), () -> { })) {
                raise("TERM");
                long most = System.nanoTime() + TimeUnit.MINUTES.toNanos(1);
                while (!inner.cancelled() && now.getCount() > 0 && System.nanoTime() < most) {
                    Thread.onSpinWait();
                }
                assertThat(inner.cancelled()).as("time %d", time).isTrue();
                assertThat(outer.cancelled()).as("time %d", time).isFalse();
            }
        }
    }

    /** Whoever was asked before is asked again: a second one ends the program at once. */
    @Test
    void aSecondOneGoesToWhoeverWasThereBefore() throws Exception {
        CountDownLatch before = new CountDownLatch(1);
        CountDownLatch now = new CountDownLatch(1);
        try (CtrlC outer = new CtrlC(List.of("TERM"), before::countDown); CtrlC inner = new CtrlC(List.of("TERM"), now::countDown)) {
            raise("TERM");
            assertThat(now.await(1, TimeUnit.MINUTES)).isTrue();
            raise("TERM");
            assertThat(before.await(1, TimeUnit.MINUTES)).isTrue();
            assertThat(outer.cancelled() && inner.cancelled()).isTrue();
        }
    }
}

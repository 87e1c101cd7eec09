package downhill.serve;

import java.lang.management.ManagementFactory;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.LongAdder;

/** What has been asked since the server began, as text for Prometheus (text format 0.0.4). For any threads. */
final class Tally {
    static final String TYPE = "text/plain; version=0.0.4; charset=utf-8";
    /** In seconds. */
    private static final double[] BOUNDS = {0.0005, 0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10};
    private static final double NANO = 1e-9;
    private static final int FAILED = 400;

    private record Kind(String model, String what, int code) {
    }

    private static final class Times {
        private final LongAdder[] buckets = new LongAdder[BOUNDS.length + 1];
        private final LongAdder nanos = new LongAdder();

        Times() {
            for (int i = 0; i < buckets.length; i++) {
                buckets[i] = new LongAdder();
            }
        }

        void add(long took) {
            int bucket = 0;
            while (bucket < BOUNDS.length && took * NANO > BOUNDS[bucket]) {
                bucket++;
            }
            buckets[bucket].increment();
            nanos.add(took);
        }
    }

    private final Map<Kind, LongAdder> requests = new ConcurrentHashMap<>();
    private final Map<String, Times> times = new ConcurrentHashMap<>();
    private final Map<String, LongAdder> rows = new ConcurrentHashMap<>();
    private final Map<String, LongAdder> unanswered = new ConcurrentHashMap<>();
    private final AtomicInteger now = new AtomicInteger();
    private final double started = System.currentTimeMillis() / 1000.0;

    /** A request has come; how many there are now. */
    int begin() {
        return now.incrementAndGet();
    }

    void end() {
        now.decrementAndGet();
    }

    /** Requests that have no answer yet. */
    int now() {
        return now.get();
    }

    /**
     * A request has its answer.
     *
     * @param model that was asked, one that there is; "" for none
     * @param what  was asked of it, one of few words
     */
    void done(String model, String what, int code, long nanos) {
        requests.computeIfAbsent(new Kind(model, what, code), kind -> new LongAdder()).increment();
        times.computeIfAbsent(model, name -> new Times()).add(nanos);
    }

    void rows(String model, int answered, long without) {
        rows.computeIfAbsent(model, name -> new LongAdder()).add(answered);
        unanswered.computeIfAbsent(model, name -> new LongAdder()).add(without);
    }

    /** The same in numbers. */
    ServeFigures figures(ModelShelf shelf) {
        long[] counts = new long[BOUNDS.length + 1];
        times.values().forEach(each -> Arrays.setAll(counts, i -> counts[i] + each.buckets[i].sum()));
        long failed = requests.entrySet().stream().filter(each -> each.getKey().code >= FAILED).mapToLong(each -> each.getValue().sum())
                .sum();
        Map<String, List<DriftLine>> columns = new LinkedHashMap<>();
        shelf.models().forEach(model -> columns.put(model.name(), model.drift().lines()));
        return new ServeFigures(System.nanoTime(), Arrays.stream(counts).sum(), failed, sum(rows), sum(unanswered), now.get(),
                BOUNDS.clone(), counts, columns);
    }

    private static long sum(Map<String, LongAdder> counts) {
        return counts.values().stream().mapToLong(LongAdder::sum).sum();
    }

    /** All of it. */
    String text(ModelShelf shelf) {
        Exposition text = new Exposition();
        text.family("downhill_requests_total", "counter", "Requests by model, what was asked, and HTTP status.");
        requests.forEach((kind, count) -> text.line("downhill_requests_total", count.sum(), "model", kind.model, "what", kind.what,
                "code", Integer.toString(kind.code)));
        times(text);
        text.family("downhill_rows_total", "counter", "Rows that came to a model.");
        rows.forEach((model, count) -> text.line("downhill_rows_total", count.sum(), "model", model));
        text.family("downhill_rows_unanswered_total", "counter", "Rows that a model could not answer.");
        unanswered.forEach((model, count) -> text.line("downhill_rows_unanswered_total", count.sum(), "model", model));
        drift(text, shelf);
        text.family("downhill_requests_in_progress", "gauge", "Requests that have no answer yet.");
        text.line("downhill_requests_in_progress", now.get());
        text.family("downhill_model_version", "gauge", "Versions that answer, by model; the value is 1.");
        shelf.models().forEach(model -> text.line("downhill_model_version", 1, "model", model.name(), "version",
                Integer.toString(model.version())));
        text.family("downhill_reloads_total", "counter", "Files of models that changed and were read again, or could not be.");
        text.line("downhill_reloads_total", shelf.reloads()[0], "result", "replaced");
        text.line("downhill_reloads_total", shelf.reloads()[1], "result", "refused");
        process(text);
        return text.toString();
    }

    private void times(Exposition text) {
        String name = "downhill_request_seconds";
        text.family(name, "histogram", "Time from the first byte of a request to its answer.");
        times.forEach((model, each) -> {
            long sum = 0;
            for (int i = 0; i < BOUNDS.length; i++) {
                sum += each.buckets[i].sum();
                text.line(name + "_bucket", sum, "model", model, "le", Double.toString(BOUNDS[i]));
            }
            sum += each.buckets[BOUNDS.length].sum();
            text.line(name + "_bucket", sum, "model", model, "le", "+Inf");
            text.line(name + "_sum", each.nanos.sum() * NANO, "model", model);
            text.line(name + "_count", sum, "model", model);
        });
    }

    private static void drift(Exposition text, ModelShelf shelf) {
        text.family("downhill_values_total", "counter", "Cells with a value, by column.");
        each(shelf, (labels, line) -> text.line("downhill_values_total", line.values(), labels));
        text.family("downhill_values_missing_total", "counter", "Cells without a value, by column.");
        each(shelf, (labels, line) -> text.line("downhill_values_missing_total", line.missing(), labels));
        text.family("downhill_values_outside_total", "counter", "Numbers outside the range of training and categories it did not have.");
        each(shelf, (labels, line) -> text.line("downhill_values_outside_total", line.outside(), labels));
        text.family("downhill_values_far_total", "counter", "Those of them that were flagged in the answer.");
        each(shelf, (labels, line) -> text.line("downhill_values_far_total", line.far(), labels));
    }

    private interface EachLine {
        void line(String[] labels, DriftLine line);
    }

    private static void each(ModelShelf shelf, EachLine use) {
        shelf.models().forEach(model -> model.drift().lines().forEach(line -> use.line(new String[] {"model", model.name(), "version",
            Integer.toString(model.version()), "column", line.column()}, line)));
    }

    private void process(Exposition text) {
        text.family("process_start_time_seconds", "gauge", "When the server began, in seconds since 1970.");
        text.line("process_start_time_seconds", started);
        text.family("jvm_memory_used_bytes", "gauge", "Memory of Java in use.");
        text.line("jvm_memory_used_bytes", ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed(), "area", "heap");
        text.line("jvm_memory_used_bytes", ManagementFactory.getMemoryMXBean().getNonHeapMemoryUsage().getUsed(), "area", "nonheap");
        text.family("jvm_threads_current", "gauge", "Threads.");
        text.line("jvm_threads_current", ManagementFactory.getThreadMXBean().getThreadCount());
    }
}

package downhill.cluster;

import downhill.words.RefusedException;
import downhill.words.Said;
import java.util.ServiceLoader;
import java.util.function.BooleanSupplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Finds who works at a place that was named: {@code cores}, {@code cores[N]}, or what a provider knows. */
public final class Places {
    private static final Pattern CORES = Pattern.compile("cores(?:\\[(\\d{1,4})])?");
    /** What Spark calls a master. */
    private static final Pattern SPARK = Pattern.compile("spark|local(\\[.*])?|yarn|(spark|k8s)://.*");

    private Places() {
    }

    /** The same, however long it takes. */
    public static Workforce open(String place) {
        return open(place, () -> true);
    }

    /**
     * Gets ready to work there.
     *
     * @param go asked now and then
     * @throws java.util.concurrent.CancellationException where {@code go} said no
     * @throws RefusedException                           of one sentence where there is no such place, or nobody to work there
     */
    public static Workforce open(String place, BooleanSupplier go) {
        Matcher cores = CORES.matcher(place);
        if (cores.matches()) {
            int count = cores.group(1) == null ? Runtime.getRuntime().availableProcessors() : Integer.parseInt(cores.group(1));
            return new CoreWorkers(Math.max(1, count));
        }
        for (Workforce.Provider provider : ServiceLoader.load(Workforce.Provider.class)) {
            if (provider.takes(place)) {
                return provider.open(place, go);
            }
        }
        throw new RefusedException(Said.of(SPARK.matcher(place).matches() ? "cluster.absent" : "cluster.unknown", place));
    }
}

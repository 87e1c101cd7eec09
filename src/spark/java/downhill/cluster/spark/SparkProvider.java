package downhill.cluster.spark;

import downhill.cluster.Workforce;
import downhill.words.RefusedException;
import downhill.words.Said;
import java.util.function.BooleanSupplier;
import java.util.regex.Pattern;
import org.apache.spark.SparkConf;

/** Opens what Spark calls a master; {@code spark} is the one that its configuration names. */
public final class SparkProvider implements Workforce.Provider {
    private static final String CONFIGURED = "spark";
    private static final Pattern MASTERS = Pattern.compile("spark|local(\\[(\\d{1,4}|\\*)])?|yarn|spark://\\S+:\\d{1,5}|k8s://\\S+");

    @Override
    public boolean takes(String place) {
        return MASTERS.matcher(place).matches();
    }

    @Override
    public Workforce open(String place, BooleanSupplier go) {
        SparkConf conf = Configuration.read();
        String master = place.equals(CONFIGURED) ? conf.get("spark.master", "") : place;
        if (master.isEmpty()) {
            throw new RefusedException(Said.of("spark.master"));
        }
        return SparkWorkers.open(Configuration.settled(conf, master), master, go);
    }
}

package downhill.cluster.spark;

import downhill.words.RefusedException;
import downhill.words.Said;
import java.io.IOException;
import java.net.ConnectException;
import java.net.UnknownHostException;
import java.util.concurrent.TimeoutException;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.apache.spark.SecurityManager;
import org.apache.spark.SparkConf;
import org.apache.spark.internal.config.package$;
import org.apache.spark.rpc.RpcAddress;
import org.apache.spark.rpc.RpcEnv;
import scala.Option;

/** Asks a master of Spark's own cluster manager whether it is there and lets us in, which otherwise is known only by long silence. */
final class Masters {
    private static final String SCHEME = "spark://";

    private Masters() {
    }

    /** @throws RefusedException where none of the masters of that address can be reached, or none lets us in */
    static void check(SparkConf conf, String master) {
        if (!master.startsWith(SCHEME)) {
            return;
        }
        Exception last = null;
        for (String address : master.substring(SCHEME.length()).split(",")) {
            try {
                ask(conf, RpcAddress.fromSparkURL(SCHEME + address));
                return;
            } catch (Exception refused) { // Scala throws checked ones without saying so
                last = refused;
            }
        }
        throw new RefusedException(Said.of(key(last), master), last);
    }

    private static void ask(SparkConf conf, RpcAddress address) {
        String patience = conf.getTimeAsSeconds(Connection.PATIENCE, Connection.USUAL) + "s";
        SparkConf brief = conf.clone().set("spark.rpc.lookupTimeout", patience).set("spark.rpc.askTimeout", patience);
        SecurityManager security = new SecurityManager(brief, Option.empty(), package$.MODULE$.AUTH_SECRET_FILE());
        RpcEnv env = RpcEnv.create("downhill-probe", brief.get("spark.driver.host", "localhost"), -1, brief, security, true);
        try {
            env.setupEndpointRef(address, "Master");
        } finally {
            env.shutdown();
            env.awaitTermination();
        }
    }

    /** Whoever hangs up on a greeting does not know our secret, or asks for one that we have not said. */
    private static String key(Throwable failure) {
        if (is(failure, each -> each instanceof TimeoutException)) {
            return "spark.silent";
        }
        boolean nobody = is(failure, each -> each instanceof ConnectException || each instanceof UnknownHostException
                || each instanceof IOException && String.valueOf(each.getMessage()).startsWith("Failed to connect"));
        return nobody ? "spark.nobody" : "spark.secret";
    }

    private static boolean is(Throwable failure, Predicate<Throwable> kind) {
        return Stream.iterate(failure, each -> each != null, Throwable::getCause).anyMatch(kind);
    }
}

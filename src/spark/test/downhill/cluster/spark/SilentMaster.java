package downhill.cluster.spark;

import org.apache.spark.SecurityManager;
import org.apache.spark.SparkConf;
import org.apache.spark.internal.config.package$;
import org.apache.spark.rpc.RpcEndpoint;
import org.apache.spark.rpc.RpcEnv;
import scala.Option;

/** A master that greets whoever knows its secret, and says nothing more, as one of another release of Spark or Scala does. */
public final class SilentMaster implements AutoCloseable {
    private final RpcEnv there;

    /** @param secret null for none */
    public SilentMaster(String secret) {
        SparkConf conf = new SparkConf(false);
        if (secret != null) {
            conf.set("spark.authenticate", "true").set("spark.authenticate.secret", secret);
        }
        SecurityManager security = new SecurityManager(conf, Option.empty(), package$.MODULE$.AUTH_SECRET_FILE());
        there = RpcEnv.create("sparkMaster", "127.0.0.1", 0, conf, security, false);
        there.setupEndpoint("Master", (RpcEndpoint) () -> there);
    }

    /** As {@code --on} has it. */
    public String address() {
        return "spark://127.0.0.1:" + there.address().port();
    }

    @Override
    public void close() {
        there.shutdown();
    }
}

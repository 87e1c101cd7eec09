package downhill.cluster.spark;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import downhill.words.RefusedException;
import org.apache.spark.SecurityManager;
import org.apache.spark.SparkConf;
import org.apache.spark.internal.config.package$;
import org.apache.spark.rpc.RpcEndpoint;
import org.apache.spark.rpc.RpcEnv;
import org.junit.jupiter.api.Test;
import scala.Option;

/** What cannot be, tried in this program. */
class SparkRefusalTest {
    private static SparkConf conf(String patience) {
        return new SparkConf(false).set(Connection.PATIENCE, patience).set("spark.driver.host", "127.0.0.1")
                .set("spark.driver.bindAddress", "127.0.0.1");
    }

    /** A master of another release of Spark or Scala greets, but cannot read what it is told, and says nothing. */
    @Test
    void aMasterThatDoesNotUnderstandIsOfAnotherRelease() {
        SparkConf conf = conf("1s");
        SecurityManager security = new SecurityManager(conf, Option.empty(), package$.MODULE$.AUTH_SECRET_FILE());
        RpcEnv there = RpcEnv.create("sparkMaster", "127.0.0.1", 0, conf, security, false);
        try {
            there.setupEndpoint("Master", (RpcEndpoint) () -> there);
            String master = "spark://127.0.0.1:" + there.address().port();
            assertThatThrownBy(() -> Connection.open(Configuration.settled(conf, master), master)).isInstanceOf(RefusedException.class)
                    .hasMessageContaining("does not take this program in").hasMessageContaining("Scala 2.13");
        } finally {
            there.shutdown();
        }
    }

    @Test
    void whereNobodyAnswersItIsSaidAtOnce() {
        SparkConf conf = conf("1s");
        assertThatThrownBy(() -> Connection.open(Configuration.settled(conf, "spark://127.0.0.1:9"), "spark://127.0.0.1:9"))
                .isInstanceOf(RefusedException.class).hasMessageContaining("No master of Spark answers at spark://127.0.0.1:9");
    }

    @Test
    void placesAreKnownByTheirNames() {
        SparkProvider provider = new SparkProvider();
        assertThat(provider.takes("local[2]")).isTrue();
        assertThat(provider.takes("spark://host:7077")).isTrue();
        assertThat(provider.takes("spark://host")).isFalse();
        assertThat(provider.takes("cores[2]")).isFalse();
    }
}

package downhill.cluster.spark;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import downhill.cluster.Workforce;
import downhill.words.RefusedException;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.concurrent.CancellationException;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.spark.SparkConf;
import org.junit.jupiter.api.Test;

/** What cannot be, tried in this program. */
class SparkRefusalTest {
    private static SparkConf conf(String patience) {
        return new SparkConf(false).set(Connection.PATIENCE, patience).set("spark.driver.host", "127.0.0.1")
                .set("spark.driver.bindAddress", "127.0.0.1");
    }

    private static void refused(SparkConf conf, String master, String sentence) {
        assertThatThrownBy(() -> Connection.open(Configuration.settled(conf, master), master, () -> true))
                .isInstanceOf(RefusedException.class).hasMessageContaining(sentence).hasMessageContaining(master);
    }

    /** A master of another release of Spark or Scala greets, but cannot read what it is told, and says nothing. */
    @Test
    void aMasterThatDoesNotUnderstandIsOfAnotherRelease() {
        try (SilentMaster master = new SilentMaster(null)) {
            refused(conf("4s"), master.address(), "must be of Spark 4.2.0 with Scala 2.13");
        }
    }

    @Test
    void whoHasAnotherSecretOrNoneIsTold() {
        try (SilentMaster master = new SilentMaster("its own")) {
            refused(conf("60s").set("spark.authenticate", "true").set("spark.authenticate.secret", "another"), master.address(), "secret");
            refused(conf("60s"), master.address(), "secret");
        }
    }

    /** That it is slow to answer is not told as a wrong secret. */
    @Test
    void whoListensAndSaysNothingMayBeBusy() throws IOException {
        try (ServerSocket silent = new ServerSocket(0, 5, InetAddress.getLoopbackAddress())) {
            refused(conf("1s"), "spark://127.0.0.1:" + silent.getLocalPort(), "says nothing");
        }
    }

    @Test
    void whoDoesNotWaitAnyMoreIsLetGo() throws IOException {
        try (ServerSocket silent = new ServerSocket(0, 5, InetAddress.getLoopbackAddress())) {
            String master = "spark://127.0.0.1:" + silent.getLocalPort();
            SparkConf conf = Configuration.settled(conf("600s"), master);
            AtomicInteger asked = new AtomicInteger();
            assertThatThrownBy(() -> Connection.open(conf, master, () -> asked.incrementAndGet() < 3))
                    .isInstanceOf(CancellationException.class);
            assertThat(asked.get()).isEqualTo(3);
        }
    }

    @Test
    void whatIsUnderWayInThisProgramIsNotDisturbed() {
        try (Workforce first = new SparkProvider().open("local[1]", () -> true)) {
            refused(conf("600s"), "local[2]", "under way already");
            assertThat(first.call(place -> 3, message -> message, () -> true).result()).isEqualTo(3);
        }
    }

    @Test
    void whereNobodyAnswersItIsSaidAtOnce() {
        refused(conf("60s"), "spark://127.0.0.1:9", "No master of Spark answers at");
    }

    /** Its jars are in a distribution of Spark. */
    @Test
    void managersWhosePartIsNotHereAreNamed() {
        refused(conf("60s"), "k8s://https://127.0.0.1:6443", "another manager");
        refused(conf("60s"), "yarn", "another manager");
    }

    @Test
    void whereNobodySaysAMasterThatIsAsked() {
        assertThatThrownBy(() -> new SparkProvider().open("spark", () -> true)).isInstanceOf(RefusedException.class)
                .hasMessageContaining("neither says one");
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

package downhill.cluster;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import downhill.words.RefusedException;
import java.util.List;
import java.util.ServiceLoader;
import org.junit.jupiter.api.Test;

/** Where work can be done. */
class PlacesTest {
    @Test
    void placesThatAreNoneAreTold() {
        assertThatThrownBy(() -> Places.open("moon")).isInstanceOf(RefusedException.class).hasMessageContaining("moon")
                .hasMessageContaining("cores[4]");
        assertThat(Places.open("cores[3]").slots()).isEqualTo(3);
    }

    @Test
    void aBuildWithoutSparkSaysHowToGetIt() {
        assumeTrue(ServiceLoader.load(Workforce.Provider.class).findFirst().isEmpty(), "this build has Spark");
        for (String place : List.of("local[2]", "local", "spark", "spark://host:7077", "k8s://https://host", "yarn")) {
            assertThatThrownBy(() -> Places.open(place)).isInstanceOf(RefusedException.class).hasMessageContaining("-Pspark");
        }
    }
}

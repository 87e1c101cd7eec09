package downhill.race;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class SpreadTest {
    @Test
    void theDeviationIsThatOfASample() {
        Spread spread = Spread.of(2, 4, 4, 4, 5, 5, 7, 9);
        assertThat(spread.mean()).isEqualTo(5);
        assertThat(spread.deviation()).isCloseTo(Math.sqrt(32.0 / 7), within(1e-15));
        assertThat(spread.least()).isEqualTo(2);
        assertThat(spread.most()).isEqualTo(9);
    }

    @Test
    void oneValueHasNoSpread() {
        assertThat(Spread.of(3)).isEqualTo(new Spread(3, 0, 3, 3));
    }

    @Test
    void aSeedThatHasNoNumberIsNotPassedOver() {
        Spread spread = Spread.of(1, Double.NaN);
        assertThat(spread.mean()).isNaN();
        assertThat(spread.deviation()).isNaN();
        assertThat(spread.least()).isNaN();
    }
}

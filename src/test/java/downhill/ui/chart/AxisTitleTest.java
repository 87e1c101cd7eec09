package downhill.ui.chart;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class AxisTitleTest {
    private static final double NARROW = 100;

    @Test
    void whatFitsStaysWhole() {
        assertThat(AxisTitle.fitting("loss", NARROW)).isEqualTo("loss");
        assertThat(AxisTitle.fitting("", 0)).isEmpty();
    }

    @Test
    void wordsLoseTheirEndAndNamesOfParametersTheirBeginning() {
        assertThat(AxisTitle.fitting("mean effect on progression, either way", NARROW)).startsWith("mean effect").endsWith("…");
        assertThat(AxisTitle.fitting("dense1.weight[petal_length, 3]", NARROW)).startsWith("…").endsWith("length, 3]");
        assertThat(AxisTitle.fitting("对病情发展的平均影响（不论方向）的很长的标题", NARROW)).startsWith("对病情").endsWith("…");
    }
}

package downhill.ui.chart;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import org.junit.jupiter.api.Test;

class AxisTitleTest {
    private static final double NARROW = 100;
    private static final Graphics2D G = new BufferedImage(1, 1, BufferedImage.TYPE_INT_ARGB).createGraphics();

    @Test
    void whatFitsStaysWhole() {
        assertThat(AxisTitle.fitting(G, "loss", NARROW)).isEqualTo("loss");
        assertThat(AxisTitle.fitting(G, "", 0)).isEmpty();
    }

    @Test
    void wordsLoseTheirEndAndNamesOfParametersTheirBeginning() {
        assertThat(AxisTitle.fitting(G, "mean effect on progression, either way", NARROW)).startsWith("mean effect").endsWith("…");
        assertThat(AxisTitle.fitting(G, "dense1.weight[petal_length, 3]", NARROW)).startsWith("…").endsWith("length, 3]");
        assertThat(AxisTitle.fitting(G, "对病情发展的平均影响（不论方向）的很长的标题", NARROW)).startsWith("对病情").endsWith("…");
    }
}

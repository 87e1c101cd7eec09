package downhill.ui.screen.glass;

import static org.assertj.core.api.Assertions.assertThat;

import javafx.geometry.Rectangle2D;
import org.junit.jupiter.api.Test;

/** The words of an arrow stay in the picture and off its head, whichever way and however far it points. */
class StepArrowsTest {
    private static final double WIDTH = 314;
    private static final double ASCENT = 9;
    private static final double DESCENT = 2.5;

    @Test
    void theWordsNeverLieOverTheHead() {
        for (double length : new double[] {48, 96, 140, 200}) {
            for (double from = 18; from <= WIDTH - 18; from += 7) {
                for (double to = 18; to <= WIDTH - 18; to += 5) {
                    double[] at = StepArrows.besides(from, to, length, WIDTH);
                    Rectangle2D words = new Rectangle2D(at[0], at[1] - ASCENT, length, ASCENT + DESCENT);
                    Rectangle2D head = new Rectangle2D(Math.min(to, to - Math.signum(to - from) * 9), 41, 9, 10);
                    assertThat(words.intersects(head)).as(length + " long from " + from + " to " + to).isFalse();
                    assertThat(words.getMinX() >= 0 && words.getMaxX() <= WIDTH).as(length + " long from " + from + " to " + to).isTrue();
                }
            }
        }
    }
}

package downhill.ui.screen.landscape;

import static org.assertj.core.api.Assertions.assertThat;

import downhill.model.Surfaces;
import org.junit.jupiter.api.Test;

/** Arrows in the lab show movement, and nothing where nobody moves. */
class ArrowsTest {
    private final Arrows arrows = new Arrows(Surfaces.named("booth").orElseThrow().expression(), 10, 1);

    @Test
    void whatMovesNobodyHasNoArrow() {
        assertThat(arrows.marks(new double[] {1, 3}, pushes(1e-12), 0, true)).isEmpty();
        assertThat(arrows.marks(new double[] {1, 3}, pushes(0), 0, true)).isEmpty();
        assertThat(arrows.marks(new double[] {1, 3}, pushes(1e-4), 0, true)).hasSize(3);
        assertThat(arrows.marks(new double[] {1, 3}, pushes(1e4), 0, true)).hasSize(3);
    }

    private static Arrows.Pushes pushes(double length) {
        double[] push = {length, 0};
        return new Arrows.Pushes(push, push, push);
    }
}

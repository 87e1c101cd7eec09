package downhill.ui.fx;

import static org.assertj.core.api.Assertions.assertThat;

import downhill.engine.UnavailableException;
import downhill.testing.ChildProgram;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** A toolkit that fails on its own thread, here for want of memory for its screen, is told; whoever starts it does not wait for ever. */
class FailingStartTest {
    @Test
    void isToldWithTheReason() throws IOException, InterruptedException {
        ChildProgram.Answer said = ChildProgram.run(Starting.class,
                List.of("-Xmx60m", "-Ddownhill.headless=true", "-Dheadless.geometry=20000x20000-32"), Map.of());
        assertThat(said.code()).as(said.err()).isEqualTo(7);
        assertThat(said.out()).contains("The window toolkit cannot start (Java heap space).");
    }

    /** A program of its own, because a process starts the toolkit once. */
    static final class Starting {
        private Starting() {
        }

        public static void main(String[] arguments) {
            try {
                FxToolkit.start();
            } catch (UnavailableException e) {
                System.out.println(e.getMessage());
                System.exit(7);
            }
            System.exit(0);
        }
    }
}

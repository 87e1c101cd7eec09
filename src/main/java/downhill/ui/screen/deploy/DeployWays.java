package downhill.ui.screen.deploy;

import downhill.ui.screen.Screen;
import java.util.function.Consumer;
import java.util.function.Supplier;

/**
 * Ways out of the workspace.
 *
 * @param toRace  brings the race into view
 * @param show    brings one of the large views to the front
 * @param tell    shows one line about what was done
 * @param problem shows one line about what went wrong
 */
public record DeployWays(Runnable toRace, Consumer<Screen> show, Consumer<Supplier<String>> tell, Consumer<Supplier<String>> problem) {
}

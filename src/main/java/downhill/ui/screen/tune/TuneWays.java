package downhill.ui.screen.tune;

import java.util.function.Consumer;
import java.util.function.Supplier;

/**
 * Ways out of the workspace.
 *
 * @param toRace     puts the race into view
 * @param toEvaluate puts the judging of all contenders into view
 * @param tell       says what was done
 * @param complain   says what went wrong
 */
public record TuneWays(Runnable toRace, Runnable toEvaluate, Consumer<Supplier<String>> tell, Consumer<Supplier<String>> complain) {
}

package downhill.ui.session;

import downhill.ui.control.FileChoice;
import downhill.ui.control.Sheets;
import downhill.ui.fx.FxExecutor;
import java.util.function.Consumer;
import java.util.function.Supplier;

/**
 * What work over the window shares that begins in a sheet and ends in a file.
 *
 * @param session that is told of
 * @param work    threads for what takes a while
 * @param sheets  where it is asked for
 * @param files   where a person says which file
 * @param tell    shows one line about what was done
 * @param problem shows one line about what went wrong
 */
public record Desk(Session session, FxExecutor work, Sheets sheets, FileChoice files, Consumer<Supplier<String>> tell,
                   Consumer<Supplier<String>> problem) {
}

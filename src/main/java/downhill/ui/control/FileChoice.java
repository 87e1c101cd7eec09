package downhill.ui.control;

import java.nio.file.Path;
import java.util.Optional;

/** Asks a person for a file of one kind. */
public interface FileChoice {
    /**
     * Where to save; {@code suggestion} is a file name with its ending, which is also the kind.
     *
     * @param more endings of other kinds that may be chosen instead
     */
    Optional<Path> toSaveAs(String suggestion, String... more);

    /** Which file with this ending (such as {@code rule}) to open. */
    Optional<Path> toOpen(String ending);
}

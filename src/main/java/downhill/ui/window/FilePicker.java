package downhill.ui.window;

import downhill.ui.control.FileChoice;
import java.nio.file.Path;
import java.util.Optional;

/** Asks a person for a file. */
public interface FilePicker extends FileChoice {
    /** An experiment or a table to open. */
    Optional<Path> toOpen();

    /** Where to save an experiment; {@code suggestion} is a file name. */
    Optional<Path> toSave(String suggestion);
}

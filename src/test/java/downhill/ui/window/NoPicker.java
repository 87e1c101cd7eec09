package downhill.ui.window;

import java.nio.file.Path;
import java.util.Optional;

/** A person who picks what the test says. */
final class NoPicker implements FilePicker {
    Path open;
    Path save;
    /** How often. */
    int asked;

    @Override
    public Optional<Path> toOpen() {
        asked++;
        return Optional.ofNullable(open);
    }

    @Override
    public Optional<Path> toSaveAs(String suggestion, String... more) {
        asked++;
        return Optional.ofNullable(save);
    }

    @Override
    public Optional<Path> toOpen(String ending) {
        asked++;
        return Optional.ofNullable(open);
    }

    @Override
    public Optional<Path> toSave(String suggestion) {
        asked++;
        return Optional.ofNullable(save);
    }
}

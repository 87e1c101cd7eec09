package downhill.ui.window;

import java.nio.file.Path;
import java.util.Optional;

/** A person who picks what the test says. */
final class NoPicker implements FilePicker {
    Path open;
    Path save;

    @Override
    public Optional<Path> toOpen() {
        return Optional.ofNullable(open);
    }

    @Override
    public Optional<Path> toSaveAs(String suggestion) {
        return Optional.ofNullable(save);
    }

    @Override
    public Optional<Path> toOpen(String ending) {
        return Optional.ofNullable(open);
    }

    @Override
    public Optional<Path> toSave(String suggestion) {
        return Optional.ofNullable(save);
    }
}

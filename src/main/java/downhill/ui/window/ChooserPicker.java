package downhill.ui.window;

import downhill.ui.i18n.Messages;
import java.io.File;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Supplier;
import javafx.stage.FileChooser;
import javafx.stage.Window;

/** Asks by the system's own dialogs. */
public final class ChooserPicker implements FilePicker {
    private final Supplier<Window> owner;

    /** Dialogs over the window that {@code owner} gives. */
    public ChooserPicker(Supplier<Window> owner) {
        this.owner = owner;
    }

    @Override
    public Optional<Path> toOpen() {
        FileChooser chooser = new FileChooser();
        chooser.setTitle(Messages.text("file.open.title"));
        chooser.getExtensionFilters().addAll(
                new FileChooser.ExtensionFilter(Messages.text("file.kind.all"), "*.json", "*.downhill", "*.downhill-model", "*.csv", "*.tsv", "*.txt", "*.data"),
                new FileChooser.ExtensionFilter(Messages.text("file.kind.any"), "*.*"));
        return path(chooser.showOpenDialog(owner.get()));
    }

    @Override
    public Optional<Path> toSave(String suggestion) {
        FileChooser chooser = new FileChooser();
        chooser.setTitle(Messages.text("file.save.title"));
        chooser.setInitialFileName(suggestion);
        chooser.getExtensionFilters().add(new FileChooser.ExtensionFilter(Messages.text("file.kind.experiment"), "*.json", "*.downhill"));
        return path(chooser.showSaveDialog(owner.get()));
    }

    @Override
    public Optional<Path> toSaveAs(String suggestion) {
        FileChooser chooser = new FileChooser();
        chooser.setTitle(Messages.text("file.save.title"));
        chooser.setInitialFileName(suggestion);
        String ending = suggestion.substring(suggestion.lastIndexOf('.') + 1);
        chooser.getExtensionFilters().add(new FileChooser.ExtensionFilter(Messages.text("file.kind." + ending), "*." + ending));
        return path(chooser.showSaveDialog(owner.get()));
    }

    @Override
    public Optional<Path> toOpen(String ending) {
        FileChooser chooser = new FileChooser();
        chooser.setTitle(Messages.text("file.open.title"));
        chooser.getExtensionFilters().addAll(new FileChooser.ExtensionFilter(Messages.text("file.kind." + ending), "*." + ending),
                new FileChooser.ExtensionFilter(Messages.text("file.kind.any"), "*.*"));
        return path(chooser.showOpenDialog(owner.get()));
    }

    private static Optional<Path> path(File file) {
        return Optional.ofNullable(file).map(File::toPath);
    }
}

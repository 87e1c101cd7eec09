package downhill.ui.window;

import downhill.ui.i18n.Messages;
import java.io.File;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;
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
                new FileChooser.ExtensionFilter(Messages.text("file.kind.all"), "*.downhill", "*.json", "*.downhill-model", "*.html",
                        "*.csv", "*.tsv", "*.txt", "*.data"),
                new FileChooser.ExtensionFilter(Messages.text("file.kind.any"), "*.*"));
        return path(chooser.showOpenDialog(owner.get()));
    }

    @Override
    public Optional<Path> toSave(String suggestion) {
        FileChooser chooser = new FileChooser();
        chooser.setTitle(Messages.text("file.save.title"));
        chooser.setInitialFileName(suggestion);
        FileChooser.ExtensionFilter document = new FileChooser.ExtensionFilter(Messages.text("file.kind.experiment"), "*.json");
        chooser.getExtensionFilters().addAll(new FileChooser.ExtensionFilter(Messages.text("file.kind.session"), "*.downhill"), document);
        return path(chooser.showSaveDialog(owner.get())).map(file -> withEnding(file, chooser.getSelectedExtensionFilter() == document));
    }

    /** Not every system's dialog adds the ending of the kind that was chosen. */
    static Path withEnding(Path file, boolean document) {
        String name = file.getFileName().toString();
        String ending = document ? ".json" : ".downhill";
        String bare = name.endsWith(".downhill") || name.endsWith(".json") ? name.substring(0, name.lastIndexOf('.')) : name;
        boolean asTyped = name.endsWith(".json") || name.endsWith(".downhill") && !document;
        return asTyped ? file : file.resolveSibling(bare + ending);
    }

    @Override
    public Optional<Path> toSaveAs(String suggestion, String... more) {
        FileChooser chooser = new FileChooser();
        String ending = suggestion.substring(suggestion.lastIndexOf('.') + 1);
        chooser.setTitle(saveTitle(ending));
        chooser.setInitialFileName(suggestion);
        List<String> endings = Stream.concat(Stream.of(ending), Stream.of(more)).toList();
        endings.forEach(each -> chooser.getExtensionFilters().add(kind(each)));
        Optional<Path> chosen = path(chooser.showSaveDialog(owner.get()));
        int at = chooser.getExtensionFilters().indexOf(chooser.getSelectedExtensionFilter());
        return at <= 0 ? chosen : chosen.map(file -> instead(file, ending, endings.get(at)));
    }

    private static FileChooser.ExtensionFilter kind(String ending) {
        return new FileChooser.ExtensionFilter(Messages.text("file.kind." + ending), "*." + ending);
    }

    /** Not every system's dialog puts the ending of the kind that was chosen in the place of the suggested one; a typed one counts. */
    static Path instead(Path file, String suggested, String chosen) {
        String name = file.getFileName().toString();
        boolean bare = name.indexOf('.') < 0;
        if (!bare && !name.endsWith("." + suggested)) {
            return file;
        }
        return file.resolveSibling((bare ? name : name.substring(0, name.lastIndexOf('.'))) + "." + chosen);
    }

    /** Says what is saved, by the ending of its file. */
    static String saveTitle(String ending) {
        return Messages.text("file.save." + ending);
    }

    @Override
    public Optional<Path> toOpen(String ending) {
        FileChooser chooser = new FileChooser();
        chooser.setTitle(Messages.text("file.open.title"));
        chooser.getExtensionFilters().addAll(kind(ending), new FileChooser.ExtensionFilter(Messages.text("file.kind.any"), "*.*"));
        return path(chooser.showOpenDialog(owner.get()));
    }

    private static Optional<Path> path(File file) {
        return Optional.ofNullable(file).map(File::toPath);
    }
}

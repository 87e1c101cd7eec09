package downhill.ui.command;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import javafx.scene.input.KeyCombination;
import javafx.scene.input.KeyEvent;

/** All commands of a window in the order of its menus. No two have one id or one key. FX thread. */
public final class CommandTable {
    private final List<Section> sections = new ArrayList<>();
    private final Set<String> ids = new HashSet<>();
    private final Set<KeyCombination> keys = new HashSet<>();

    /**
     * Takes in commands.
     *
     * @throws IllegalStateException where one of those that stay has the id or a key of another
     */
    public CommandTable add(Section... more) {
        for (Section section : more) {
            if (section.isFixed()) {
                section.commands().get().forEach(this::claim);
            }
            sections.add(section);
        }
        return this;
    }

    private void claim(Command command) {
        if (!ids.add(command.id())) {
            throw new IllegalStateException("Two commands are called " + command.id());
        }
        for (KeyCombination key : command.keys()) {
            if (!keys.add(key)) {
                throw new IllegalStateException(KeyText.of(key) + " belongs to another command than " + command.id());
            }
        }
    }

    /** What was taken in, in that order. */
    public List<Section> sections() {
        return List.copyOf(sections);
    }

    /** Message keys of the menus, in their order. */
    public List<String> menus() {
        return sections.stream().map(Section::menu).distinct().toList();
    }

    /** The sections of one menu. */
    public List<Section> of(String menu) {
        return sections.stream().filter(section -> section.menu().equals(menu)).toList();
    }

    /** All commands there are now. */
    public Stream<Command> commands() {
        return sections.stream().flatMap(section -> section.commands().get().stream());
    }

    /**
     * The command called {@code id}.
     *
     * @throws IllegalArgumentException where there is none
     */
    public Command get(String id) {
        return commands().filter(command -> command.id().equals(id)).findFirst()
                .orElseThrow(() -> new IllegalArgumentException("No command is called " + id));
    }

    /** The one that {@code event} is a key of, wherever the focus is. */
    public Optional<Command> on(KeyEvent event) {
        return commands().filter(command -> command.matches(event)).findFirst();
    }
}

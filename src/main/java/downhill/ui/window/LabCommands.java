package downhill.ui.window;

import downhill.ui.command.Command;
import downhill.ui.command.Section;
import downhill.ui.i18n.Messages;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What the commands of the window mean in the lab: the same of the walk, or nothing, and then they say why. */
final class LabCommands {
    /** By the ids of commands that a walk has no use for: the key of the reason. */
    private static final Map<String, String> NOT_HERE = Map.of("experiment.model", "why.lab.model", "file.saveModel", "why.lab.ask",
            "experiment.scoring", "why.lab.ask", "experiment.doctor", "why.lab.doctor", "file.findData", "why.lab.data",
            "file.report", "why.lab.report");

    private final Map<String, Command> own = new HashMap<>();
    private final Map<String, Section> sections = new HashMap<>();

    /** What a command of this id means from now on. */
    void own(Command command) {
        own.put(command.id(), command);
    }

    /** The same of all in these sections; those that come and go take the place of a menu within a menu. */
    void own(List<Section> all) {
        for (Section section : all) {
            if (section.isFixed()) {
                section.commands().get().forEach(this::own);
            } else {
                sections.put(section.under(), section);
            }
        }
    }

    /** With the keys of {@code command}; empty where it means the same everywhere. */
    Optional<Command> instead(Command command) {
        String reason = NOT_HERE.get(command.id());
        if (reason != null) {
            return Optional.of(command.unless(() -> Messages.text(reason)));
        }
        return Optional.ofNullable(own.get(command.id())).map(one -> BesideRace.keyed(one, command));
    }

    /** What comes and goes in the lab; empty where it is the same everywhere. */
    Optional<Section> instead(Section section) {
        return Optional.ofNullable(sections.get(section.under()));
    }
}

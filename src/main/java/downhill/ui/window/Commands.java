package downhill.ui.window;

import downhill.ui.chart.ChartPane;
import downhill.ui.command.Command;
import downhill.ui.command.CommandTable;
import downhill.ui.command.Section;
import downhill.ui.command.Shortcuts;
import downhill.ui.i18n.Language;
import downhill.ui.i18n.Messages;
import downhill.ui.screen.palette.CommandPalette;
import downhill.ui.session.Obstacles;
import downhill.ui.theme.Theme;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.scene.input.KeyCode;

/** What menus and keys ask of a window beyond one call of a screen. */
final class Commands {
    private final MainWindow window;
    private final Command theme;
    private final ViewAlone alone;
    private final List<String> recent = new ArrayList<>();

    Commands(MainWindow window) {
        this.window = window;
        alone = new ViewAlone(window.model());
        theme = Command.of("view.theme", "menu.view.theme", this::switchTheme).on(Shortcuts.key(KeyCode.F9));
    }

    /** Does {@code command}; where it cannot be done now, a person is told why. */
    void execute(Command chosen) {
        Command command = meant(chosen);
        if (command.isEnabled()) {
            done(command);
            command.run();
        } else {
            window.tell(command::obstacle);
        }
    }

    /** What {@code command} means in the workspace in view. */
    Command meant(Command command) {
        Workspace present = window.workspaces().present();
        return present.instead(command).or(() -> present.hasPanels() ? Optional.empty() : alone.instead(command)).orElse(command);
    }

    /** What {@code section} is in the workspace in view. */
    Section meant(Section section) {
        return window.workspaces().present().instead(section).orElse(section);
    }

    /** All that can be done now, in the workspace in view. */
    private CommandTable meant() {
        CommandTable meant = new CommandTable();
        window.table().sections().forEach(section -> meant.add(section.isFixed()
                ? Section.of(section.menu(), section.commands().get().stream().map(this::meant).toArray(Command[]::new))
                : meant(section)));
        return meant;
    }

    /** Takes note that {@code command} is what a person did last. */
    void done(Command command) {
        if (command.id().equals(CommandPalette.ID)) {
            return; // the way there is nothing to find there
        }
        recent.remove(command.id());
        recent.add(0, command.id());
    }

    /** Ids of what was done by menu, key or palette, newest first, each once. */
    List<String> recent() {
        return List.copyOf(recent);
    }

    /** A new palette each time: what was typed in the last is gone with it. */
    CommandPalette palette() {
        return new CommandPalette(meant(), this::recent, window.sheets(), command -> {
            window.keys().acted(KeyCode.ENTER); // that a hand still rests on it means nothing to what the command opens
            execute(command);
        });
    }

    /** From light to dark and back. */
    Command theme() {
        return theme;
    }

    /** Takes away the chart that has the focus, else the one in view. */
    void export() {
        window.tools().takeaway().open(chart());
    }

    /** All of the chart that has the focus, else of the first one in view. */
    void showWhole() {
        withChart(ChartPane::resetView);
    }

    void copyPicture() {
        withChart(window.tools().takeaway()::copyPicture);
    }

    void copyData() {
        withChart(window.tools().takeaway()::copyData);
    }

    /** Why nothing can be done with a chart; empty where there is one in view. */
    String noChart() {
        String reason = Obstacles.noExperiment(window.session());
        return reason.isEmpty() && chart() == null ? Messages.text("why.chart") : reason;
    }

    private void withChart(Consumer<ChartPane> action) {
        ChartPane chart = chart();
        if (chart != null) {
            action.accept(chart);
        }
    }

    private ChartPane chart() {
        return ChartMenu.chart(window.scene(), window.shownProperty().get().content());
    }

    void editTitle() {
        new TitleEditor(window.session()).open(window.sheets());
    }

    private void switchTheme() {
        Theme.of(window.scene()).get().other().apply(window.scene());
    }

    void switchLanguage() {
        Language now = Messages.languageProperty().get();
        Messages.languageProperty().set(now == Language.ENGLISH ? Language.CHINESE : Language.ENGLISH);
    }
}

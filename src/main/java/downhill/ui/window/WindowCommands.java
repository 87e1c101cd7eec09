package downhill.ui.window;

import static downhill.ui.command.Shortcuts.ctrl;
import static downhill.ui.command.Shortcuts.ctrlShift;
import static downhill.ui.command.Shortcuts.key;
import static downhill.ui.command.Shortcuts.shift;

import downhill.ui.command.Command;
import downhill.ui.command.CommandTable;
import downhill.ui.command.Section;
import downhill.ui.i18n.Messages;
import downhill.ui.screen.Screen;
import downhill.ui.screen.glossary.GlossarySheet;
import downhill.ui.screen.palette.CommandPalette;
import downhill.ui.session.Obstacles;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import javafx.beans.property.SimpleStringProperty;
import javafx.scene.input.KeyCode;

/** All commands of a window, in the order of its menus; a screen that has commands of its own declares them itself. */
final class WindowCommands {
    /** Documents and what leaves the window. */
    static final String FILE = "menu.file";
    /** What is raced. */
    static final String EXPERIMENT = "menu.experiment";
    /** What is seen. */
    static final String VIEW = "menu.view";
    /** How to find one's way. */
    static final String HELP = "menu.help";

    /** Views beyond these have no key. */
    private static final List<KeyCode> DIGITS = List.of(KeyCode.DIGIT1, KeyCode.DIGIT2, KeyCode.DIGIT3, KeyCode.DIGIT4, KeyCode.DIGIT5,
            KeyCode.DIGIT6, KeyCode.DIGIT7, KeyCode.DIGIT8, KeyCode.DIGIT9);

    private final MainWindow window;
    private final Commands more;

    private WindowCommands(MainWindow window) {
        this.window = window;
        more = window.commands();
    }

    static CommandTable of(MainWindow window) {
        WindowCommands all = new WindowCommands(window);
        CommandTable table = new CommandTable();
        table.add(all.files()).add(new EditCommands(window.session(), window::tell).section()).add(all.experiment());
        window.parts().contenders().commands().forEach(table::add);
        table.add(Section.of(EXPERIMENT, all.needing("experiment.title", "menu.experiment.title", all.more::editTitle)));
        table.add(Section.of(EXPERIMENT, all.needing("experiment.doctor", "menu.experiment.doctor", window.parts().doctor()::open)));
        window.parts().transport().commands().forEach(table::add);
        all.offer(table, WorkspaceEntry.EVALUATE, new EvaluateCommands(window).section());
        all.offer(table, WorkspaceEntry.TUNE, new TuneMenu(window).sections());
        all.offer(table, WorkspaceEntry.EXPLAIN, new ExplainMenu(window).sections());
        all.offer(table, WorkspaceEntry.DEPLOY, new DeployMenu(window).sections());
        return table.add(all.view()).add(all.help());
    }

    /** What belongs to a workspace is there where that is offered. */
    private void offer(CommandTable table, String workspace, Section... sections) {
        if (window.workspaces().isOffered(workspace)) {
            table.add(sections);
        }
    }

    private Section[] files() {
        FileActions files = window.files();
        return new Section[] {
            Section.of(FILE, Command.of("file.open", "menu.file.open", files::open).on(ctrl(KeyCode.O))),
            Section.under(FILE, "menu.file.recent", this::recent),
            Section.of(FILE, needing("file.samples", "menu.file.samples", window::showGallery).on(ctrl(KeyCode.G)),
                    Command.of("file.demo", "menu.file.demo", files::openDemo),
                    Command.of("file.start", "menu.file.start", window::showStart)),
            Section.of(FILE, needing("file.save", "menu.file.save", files::save).on(ctrl(KeyCode.S)),
                    needing("file.saveAs", "menu.file.saveAs", files::saveAs).on(ctrlShift(KeyCode.S)),
                    Command.of("file.findData", "menu.file.findData", files::findData).unless(this::fromNoFile)),
            Section.of(FILE, needing("file.saveModel", "menu.file.saveModel", () -> window.scoring().saveModel()),
                    needing("file.openModel", "menu.file.openModel", () -> window.scoring().openModel())),
            Section.of(FILE, needing("file.report", "menu.file.report", () -> window.tools().reporting().open()),
                    needing("file.export", "menu.file.export", more::export).on(ctrlShift(KeyCode.E)).explained("help.export"),
                    needing("file.curves", "menu.file.curves", () -> window.tools().takeaway().saveAllCurves()).on(ctrlShift(KeyCode.D)),
                    chart("file.copyPicture", "menu.file.copyPicture", more::copyPicture).on(ctrl(KeyCode.C)),
                    chart("file.copyData", "menu.file.copyData", more::copyData).on(ctrlShift(KeyCode.C))),
            Section.of(FILE, Command.of("file.close", "menu.file.close", window::requestClose).on(ctrl(KeyCode.W)))};
    }

    private List<Command> recent() {
        return window.files().files().recent().stream().map(this::recent).toList();
    }

    private Command recent(Path path) {
        return Command.of("file.recent." + path, "menu.file.recent", () -> window.files().open(path))
                .saying(new SimpleStringProperty(String.valueOf(path.getFileName())));
    }

    private Section[] experiment() {
        return new Section[] {
            Section.of(EXPERIMENT, window.parts().settings().toArray(Command[]::new)),
            Section.of(EXPERIMENT, offered(WorkspaceEntry.LAB, Command.of("lab.gallery", "menu.lab.gallery", window.area()::showGallery))),
            Section.of(EXPERIMENT,
                    needing("experiment.surface", "menu.experiment.surface", window::chooseSurface).on(ctrl(KeyCode.U)),
                    needing("experiment.workshop", "menu.experiment.workshop", () -> window.tools().workshop().open()).on(ctrl(KeyCode.R)),
                    Command.of("experiment.scoring", "menu.experiment.scoring", window.tools()::askOrLeave).on(ctrl(KeyCode.P))
                            .unless(window.scoring()::obstacle)),
            Section.of(EXPERIMENT, offered(WorkspaceEntry.LESSONS,
                    needing("lesson.record", "menu.experiment.record", () -> window.area().recordStep()).on(ctrlShift(KeyCode.L))))};
    }

    private Command[] offered(String workspace, Command command) {
        return window.workspaces().isOffered(workspace) ? new Command[] {command} : new Command[0];
    }

    private Section[] view() {
        List<Screen> screens = window.area().views();
        WindowModel model = window.model();
        return new Section[] {
            Section.of(VIEW, window.area().rail().commands().toArray(Command[]::new)),
            Section.of(VIEW, IntStream.range(0, Math.max(screens.size(), DIGITS.size())).mapToObj(i -> view(screens, i))
                    .toArray(Command[]::new)),
            Section.of(VIEW, window.parts().race().commands().toArray(Command[]::new)),
            Section.of(VIEW, Command.flip("view.big", "menu.view.big", model.bigProperty()).on(key(KeyCode.B)),
                    chart("view.whole", "menu.view.whole", more::showWhole).on(key(KeyCode.DIGIT0))),
            Section.of(VIEW, Command.flip("view.left", "menu.view.left", model.leftProperty()).on(key(KeyCode.F7)),
                    Command.flip("view.right", "menu.view.right", model.rightProperty()).on(key(KeyCode.F8)),
                    Command.flip("view.bars", "menu.view.bars", model.barsProperty()).on(key(KeyCode.F6))),
            Section.of(VIEW, Command.flip("view.lecture", "menu.view.lecture", window.lecture().onProperty()).on(key(KeyCode.F11)),
                    Command.flip("view.table", "menu.view.table", model.tableProperty()).on(key(KeyCode.T)), more.theme(),
                    Command.of("view.language", "menu.view.language", more::switchLanguage).on(key(KeyCode.F10)))};
    }

    /** Where the race has fewer views than there are keys, the others are of workspaces that have more. */
    private Command view(List<Screen> screens, int place) {
        Command view = place < screens.size() ? view(screens.get(place))
                : Command.of(BesideRace.further(place), "menu.view.ninth", () -> { }).unless(() -> Messages.text("why.view.ninth"));
        return place < DIGITS.size() ? view.on(key(DIGITS.get(place))) : view;
    }

    private Command view(Screen screen) {
        return Command.of("view." + screen.titleKey(), screen.titleKey(), () -> window.shownProperty().set(screen));
    }

    private Section[] help() {
        return new Section[] {
            Section.of(HELP, Command.of(CommandPalette.ID, "menu.help.palette", () -> more.palette().open()).on(ctrl(KeyCode.K)),
                    Command.of("help.keys", "menu.help.keys", () -> HelpSheets.keys(window.sheets(), window.table())).on(key(KeyCode.F1)),
                    Command.of("help.glossary", "menu.help.glossary", () -> GlossarySheet.open(window.sheets())).on(shift(KeyCode.F1)),
                    Command.of("help.about", "menu.help.about", () -> HelpSheets.about(window.sheets())))};
    }

    private Command needing(String id, String words, Runnable action) {
        return Command.of(id, words, action).unless(() -> Obstacles.noExperiment(window.session()));
    }

    private Command chart(String id, String words, Runnable action) {
        return Command.of(id, words, action).unless(more::noChart);
    }

    private String fromNoFile() {
        String reason = Obstacles.noExperiment(window.session());
        boolean fromFile = DataFinder.isFromFile(window.session().experiment());
        return reason.isEmpty() && !fromFile ? Messages.text("why.file") : reason;
    }
}

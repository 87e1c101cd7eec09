package downhill.ui.window;

import static downhill.ui.command.Shortcuts.ctrl;
import static downhill.ui.command.Shortcuts.ctrlShift;

import downhill.race.document.Experiment;
import downhill.race.document.Revision;
import downhill.ui.command.Command;
import downhill.ui.command.Section;
import downhill.ui.i18n.Messages;
import downhill.ui.session.History;
import downhill.ui.session.RaceEnd;
import downhill.ui.session.RevisionWords;
import downhill.ui.session.Session;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Supplier;
import javafx.beans.binding.Bindings;
import javafx.beans.value.ObservableValue;
import javafx.scene.input.KeyCode;

/** Undo and redo, with what they would undo and redo in their words. */
final class EditCommands {
    /** How the ids of undo and redo begin. */
    static final String PREFIX = "edit.";
    static final String MENU = "menu.edit";

    private final Session session;
    private final History history;
    private final Consumer<Supplier<String>> tell;

    EditCommands(Session session, Consumer<Supplier<String>> tell) {
        this.session = session;
        this.history = session.history();
        this.tell = tell;
    }

    Section section() {
        Command undo = Command.of(PREFIX + "undo", "menu.edit.undo", this::undo).on(ctrl(KeyCode.Z));
        Command redo = Command.of(PREFIX + "redo", "menu.edit.redo", this::redo).on(ctrlShift(KeyCode.Z), ctrl(KeyCode.Y));
        return Section.of(MENU, undo.saying(words("menu.edit.undo", history::toUndo,
                () -> history.lacksBefore() ? "menu.edit.undo.lost" : "menu.edit.undo.what"))
                .unless(() -> nothing(history.toUndo(), "why.undo")),
                redo.saying(words("menu.edit.redo", history::toRedo,
                        () -> history.lacksAfter() ? "menu.edit.redo.lost" : "menu.edit.redo.what"))
                        .unless(() -> nothing(history.toRedo(), "why.redo")));
    }

    private ObservableValue<String> words(String key, Supplier<Revision> revision, Supplier<String> what) {
        return Bindings.createStringBinding(() -> revision.get() == null ? Messages.text(key)
                : Messages.text(what.get(), words(revision.get())), history.versionProperty(), Messages.languageProperty());
    }

    private String words(Revision revision) {
        return new RevisionWords(session::ruleOf).of(revision);
    }

    private static String nothing(Revision revision, String why) {
        return revision == null ? Messages.text(why) : "";
    }

    private void undo() {
        Revision revision = history.toUndo();
        turn(revision.back(), revision, "undo.done", session::undo, () -> history.toRedo() == revision);
    }

    private void redo() {
        Revision revision = history.toRedo();
        turn(revision, revision, "redo.done", session::redo, () -> history.toUndo() == revision);
    }

    /** Says what was done and what it means to the race; nothing where a question is still to be answered. */
    private void turn(Revision revision, Revision told, String key, Runnable action, Supplier<Boolean> isDone) {
        Experiment now = revision.in(session.experiment());
        boolean undoing = "undo.done".equals(key);
        boolean kept = undoing ? history.bringsBack() : history.bringsOn();
        RaceEnd.Effect effect = told.restarts() ? restarted(undoing) : session.end().effect(now);
        List<String> beginners = session.beginners(now);
        action.run();
        if (isDone.get()) {
            tell.accept(() -> Messages.text(key, words(told)) + sequel(effect, kept, beginners));
        }
    }

    /** That a race began again is undone with the race alone, if it was kept. */
    private RaceEnd.Effect restarted(boolean undoing) {
        return undoing && !history.bringsBack() ? RaceEnd.Effect.NONE : RaceEnd.Effect.BEGINS;
    }

    private static String catchingUp(List<String> beginners) {
        return beginners.isEmpty() ? Messages.text("undo.catches")
                : Messages.text("undo.again", String.join(Messages.text("undo.again.join"), beginners));
    }

    private static String sequel(RaceEnd.Effect effect, boolean kept, List<String> beginners) {
        return switch (effect) {
            case NONE -> "";
            case GOES_ON -> " " + catchingUp(beginners);
            case BEGINS -> " " + Messages.text(kept ? "undo.race" : "undo.begins");
        };
    }
}

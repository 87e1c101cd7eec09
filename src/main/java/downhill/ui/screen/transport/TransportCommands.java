package downhill.ui.screen.transport;

import downhill.ui.command.Command;
import downhill.ui.command.Section;
import downhill.ui.command.Shortcuts;
import downhill.ui.i18n.Messages;
import downhill.ui.session.Obstacles;
import downhill.ui.session.Session;
import java.util.List;
import java.util.OptionalLong;
import java.util.function.Supplier;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCombination;

/** What can be done with the race. */
final class TransportCommands {
    private static final String MENU = "menu.race";

    final Command run;
    final Command step;
    final Command leap;
    final Command back;
    final Command leapBack;
    final Command fork;
    final Command reset;
    private final TransportModel model;

    TransportCommands(TransportModel model, Runnable forkHere) {
        this.model = model;
        Session session = model.session();
        run = command("run", session.end()::toggle).on(Shortcuts.key(KeyCode.SPACE)).explained("transport.run.long");
        step = command("step", () -> session.race().step(1)).on(Shortcuts.key(KeyCode.RIGHT));
        leap = command("leap", () -> session.race().step(model.strideProperty().get())).on(Shortcuts.shift(KeyCode.RIGHT))
                .saying(Messages.binding("transport.leap.long", model.strideProperty()));
        back = command("back", session.race()::stepBack).on(Shortcuts.key(KeyCode.LEFT)).unless(this::atStart);
        leapBack = command("leapBack", this::leapBack).on(Shortcuts.shift(KeyCode.LEFT)).unless(this::atStart)
                .saying(Messages.binding("transport.leapBack.long", model.strideProperty()));
        fork = command("fork", forkHere).on(Shortcuts.key(KeyCode.F)).explained("transport.fork.long").unless(this::cannotFork);
        reset = command("reset", session.end()::reset).on(Shortcuts.key(KeyCode.R)).explained("transport.reset.long");
    }

    List<Section> sections() {
        return List.of(Section.of(MENU, run, step, leap, back, leapBack),
                Section.of(MENU, fork, reset),
                Section.of(MENU, jump("worst", Shortcuts.key(KeyCode.J), model::worstJump),
                        jump("divergence", Shortcuts.shift(KeyCode.J), model::divergence)),
                Section.of(MENU, speed("slower", KeyCode.COMMA, () -> model.changeSpeed(-1)),
                        speed("faster", KeyCode.PERIOD, () -> model.changeSpeed(1)), speed("slow", KeyCode.S, model::slowMotion)));
    }

    private Command command(String name, Runnable action) {
        return Command.of("race." + name, "menu.experiment." + name, action).unless(this::noExperiment);
    }

    private Command speed(String name, KeyCode code, Runnable action) {
        return Command.of("race." + name, "transport." + name, action).on(Shortcuts.key(code)).unless(this::noExperiment);
    }

    /** To a step that there may be or not. */
    private Command jump(String name, KeyCombination key, Supplier<OptionalLong> where) {
        return command(name, () -> where.get().ifPresent(model.session().race()::seek)).on(key)
                .unless(() -> where.get().isPresent() ? "" : Messages.text("transport." + name + ".none"));
    }

    private String noExperiment() {
        return Obstacles.noExperiment(model.session());
    }

    private void leapBack() {
        model.session().race().seek(Math.max(0, model.session().snapshotProperty().get().step() - model.strideProperty().get()));
    }

    private String atStart() {
        String reason = Obstacles.noExperiment(model.session());
        return reason.isEmpty() && model.atStart() ? Messages.text("why.start") : reason;
    }

    private String cannotFork() {
        String reason = Obstacles.noRace(model.session());
        return reason.isEmpty() ? Obstacles.noContender(model.session()) : reason;
    }
}

package downhill.ui.screen.tune;

import downhill.ui.command.Command;
import downhill.ui.i18n.Messages;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import javafx.beans.property.ReadOnlyStringWrapper;

/** What can be done in the workspace. */
final class TuneCommands {
    private final Map<TuneDeed, Command> all = new EnumMap<>(TuneDeed.class);
    private final ReadOnlyStringWrapper runWords = new ReadOnlyStringWrapper(this, "run", "");

    TuneCommands(TuneController at) {
        sayRun("tune.start");
        own(TuneDeed.RUN, at::toggle, at::obstacle);
        all.computeIfPresent(TuneDeed.RUN, (deed, command) -> command.saying(runWords).explained("tune.run.long"));
        own(TuneDeed.STOP, at::stop, unless("why.tune.rests", () -> at.stand().state().isUnderWay()));
        own(TuneDeed.KNOB, at::addKnob, at::noSpace);
        own(TuneDeed.SEARCH, at::editSearch, Command.ALWAYS);
        own(TuneDeed.PLACE, at::choosePlace, Command.ALWAYS);
        own(TuneDeed.AUTOML, at::findModel, at::noData);
        Supplier<String> noTrials = unless("why.tune.trials", () -> at.stand().ended() > 0);
        own(TuneDeed.NEXT, () -> at.choose(1), noTrials);
        own(TuneDeed.PREVIOUS, () -> at.choose(-1), noTrials);
        own(TuneDeed.BRUSH, at.pick()::brushBest, noTrials);
        own(TuneDeed.UNBRUSH, at.pick()::clear, unless("why.tune.brush", () -> !at.pick().brushProperty().get().isEmpty()));
        Supplier<String> noneComplete = unless("why.tune.complete", () -> at.stand().best().isPresent());
        own(TuneDeed.RACE, at::raceBest, noneComplete);
        own(TuneDeed.EVALUATE, at::evaluateBest, noneComplete);
        own(TuneDeed.DEFAULTS, at::setDefaults, noneComplete);
        own(TuneDeed.EXPORT, at::export, noTrials);
    }

    private void own(TuneDeed deed, Runnable action, Supplier<String> obstacle) {
        all.put(deed, deed.command(action).unless(obstacle));
    }

    private static Supplier<String> unless(String reason, BooleanSupplier can) {
        return () -> can.getAsBoolean() ? "" : Messages.text(reason);
    }

    /** What beginning, waiting or going on is called now. */
    void sayRun(String key) {
        runWords.bind(Messages.binding(key));
    }

    Command of(TuneDeed deed) {
        return all.get(deed);
    }

    List<Command> all() {
        return List.copyOf(all.values());
    }
}

package downhill.ui.window;

import downhill.ui.command.Command;
import downhill.ui.i18n.Messages;
import downhill.ui.screen.Screen;
import downhill.ui.screen.tune.TuneController;
import downhill.ui.screen.tune.TuneDeed;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import javafx.beans.property.ObjectProperty;
import javafx.scene.Node;
import javafx.scene.input.KeyCombination;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/** Settings are searched: the space and the search at the left, trials in linked pictures, what matters and the best at the right. */
final class TuneSpace implements Workspace {
    /** Commands of the race that a person who does not see it shall not do by the way begin with this. */
    private static final String OF_RACE = "race.";
    private static final String RUN = "race.run";
    private static final String OF_VIEWS = "view.tab.";
    private static final double RIGHT = 320;
    private static final double GAP = 12;

    private final Screens screens;
    private final TuneController tune;
    private final Tabs large;
    private final Tabs small;
    private final VBox middle;
    private final Map<String, Command> own;

    TuneSpace(Screens screens, TuneController tune) {
        this.screens = screens;
        this.tune = tune;
        large = new Tabs(tune.large());
        small = new Tabs(tune.small());
        middle = new VBox(GAP, large.node(), small.node());
        middle.setMinSize(0, 0);
        share(large.node(), 1.35);
        share(small.node(), 1);
        own = tune.commands().stream().collect(Collectors.toMap(Command::id, Function.identity()));
    }

    private void share(VBox card, double part) {
        VBox.setVgrow(card, Priority.ALWAYS);
        card.setMinHeight(0);
        card.prefHeightProperty().bind(middle.heightProperty().subtract(GAP).multiply(part / 2.35));
    }

    TuneController tune() {
        return tune;
    }

    @Override
    public List<Node> left() {
        List<Node> cards = new ArrayList<>(List.of(screens.dataCard()));
        cards.addAll(tune.left());
        return cards;
    }

    @Override
    public Node middle() {
        return middle;
    }

    @Override
    public List<Node> right() {
        return tune.right();
    }

    @Override
    public double rightWidth() {
        return RIGHT;
    }

    @Override
    public Node foot() {
        return tune.foot();
    }

    @Override
    public List<Screen> screens() {
        return large.screens();
    }

    @Override
    public ObjectProperty<Screen> shownProperty() {
        return large.shownProperty();
    }

    /** The bar of the race is not here: Space means the search, its other keys say where the race is. Digits choose the tabs here. */
    @Override
    public Optional<Command> instead(Command command) {
        if (command.id().equals(RUN)) {
            return Optional.of(keyed(own.get(TuneDeed.RUN.id()), command));
        }
        if (command.id().startsWith(OF_RACE)) {
            return Optional.of(command.unless(() -> Messages.text("why.tune.race")));
        }
        if (command.id().startsWith(OF_VIEWS)) {
            int place = screens.tabs().stream().map(screen -> "view." + screen.titleKey()).toList().indexOf(command.id());
            return place < 0 || place >= screens().size() ? Optional.empty() : Optional.of(keyed(tab(command.id(), screens().get(place)),
                    command));
        }
        return Optional.ofNullable(own.get(command.id())).map(one -> keyed(one, command));
    }

    private Command tab(String id, Screen screen) {
        return Command.of(id, screen.titleKey(), () -> shownProperty().set(screen));
    }

    private static Command keyed(Command meant, Command command) {
        return meant.on(command.keys().toArray(KeyCombination[]::new));
    }

    @Override
    public void frame() {
        tune.frame();
    }

    @Override
    public void setActive(boolean on) {
        tune.setActive(on);
        large.setActive(on);
        small.setActive(on);
    }

    @Override
    public void dispose() {
        large.dispose();
        small.dispose();
        tune.dispose();
    }
}

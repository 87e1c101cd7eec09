package downhill.ui.window;

import downhill.ui.command.Command;
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
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/** Settings are searched: the space and the search at the left, trials in linked pictures, what matters and the best at the right. */
final class TuneSpace implements Workspace {
    private static final double RIGHT = 320;
    private static final double GAP = 12;

    private final Screens screens;
    private final TuneController tune;
    private final Tabs large;
    private final Tabs small;
    private final VBox middle;
    private final BesideRace commands;

    TuneSpace(Screens screens, TuneController tune) {
        this.screens = screens;
        this.tune = tune;
        large = new Tabs(tune.large());
        small = new Tabs(tune.small());
        middle = new VBox(GAP, large.node(), small.node());
        middle.setMinSize(0, 0);
        share(large.node(), 1.35);
        share(small.node(), 1);
        Map<String, Command> own = tune.commands().stream().collect(Collectors.toMap(Command::id, Function.identity()));
        commands = new BesideRace(screens, large, own.get(TuneDeed.RUN.id()), own, "why.tune.race");
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

    @Override
    public Optional<Command> instead(Command command) {
        return commands.instead(command);
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

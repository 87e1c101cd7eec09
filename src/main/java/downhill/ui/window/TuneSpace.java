package downhill.ui.window;

import downhill.ui.command.Command;
import downhill.ui.screen.tune.TuneController;
import downhill.ui.screen.tune.TuneDeed;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import javafx.scene.Node;
import javafx.scene.layout.VBox;

/** Settings are searched: the space and the search at the left, trials in linked pictures, what matters and the best at the right. */
final class TuneSpace extends TabbedSpace {
    private final Screens screens;
    private final TuneController tune;
    private final Tabs small;
    private final VBox middle;

    TuneSpace(Screens screens, TuneController tune) {
        super(new Tabs(tune.large()));
        this.screens = screens;
        this.tune = tune;
        small = new Tabs(tune.small());
        middle = above(small.node());
        Map<String, Command> own = tune.commands().stream().collect(Collectors.toMap(Command::id, Function.identity()));
        means(new BesideRace(screens, tabs(), own.get(TuneDeed.RUN.id()), own, "why.tune.race"));
    }

    TuneController tune() {
        return tune;
    }

    @Override
    public List<Node> left() {
        return screens.belowData(tune.left());
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
    public Node foot() {
        return tune.foot();
    }

    @Override
    public void frame() {
        tune.frame();
    }

    @Override
    public void setActive(boolean on) {
        tune.setActive(on);
        tabs().setActive(on);
        small.setActive(on);
    }

    @Override
    public void dispose() {
        tabs().dispose();
        small.dispose();
        tune.dispose();
    }
}

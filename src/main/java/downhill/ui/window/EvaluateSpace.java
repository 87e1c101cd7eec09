package downhill.ui.window;

import downhill.ui.command.Command;
import downhill.ui.i18n.Messages;
import downhill.ui.screen.Screen;
import downhill.ui.screen.evaluate.Evaluate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javafx.beans.property.ObjectProperty;
import javafx.scene.Node;
import javafx.scene.input.KeyCombination;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/** Who is better, and how sure that is: contenders judged by rows held out, beside the race and without touching it. */
final class EvaluateSpace implements Workspace {
    /** Commands of the race that a person who does not see it shall not do by the way begin with this. */
    private static final String OF_RACE = "race.";
    private static final String OF_VIEWS = "view.tab.";
    private static final double RIGHT = 320;

    private final Screens screens;
    private final Evaluate evaluate;
    private final Tabs tabs;
    private final Command run;
    private final Map<String, Command> own;

    EvaluateSpace(Screens screens, Evaluate evaluate) {
        this.screens = screens;
        this.evaluate = evaluate;
        tabs = new Tabs(evaluate.screens());
        run = Command.of("race.run", "menu.evaluate.toggle", evaluate::toggle).unless(evaluate::obstacle);
        own = evaluate.commands();
        Node last = evaluate.right().get(evaluate.right().size() - 1);
        VBox.setVgrow(last, Priority.ALWAYS);
    }

    Evaluate evaluate() {
        return evaluate;
    }

    @Override
    public List<Node> left() {
        List<Node> cards = new ArrayList<>(screens.left());
        cards.addAll(1, evaluate.left());
        return cards;
    }

    @Override
    public Node middle() {
        return tabs.node();
    }

    @Override
    public List<Node> right() {
        return evaluate.right();
    }

    @Override
    public double rightWidth() {
        return RIGHT;
    }

    @Override
    public Node foot() {
        return evaluate.foot();
    }

    @Override
    public List<Screen> screens() {
        return tabs.screens();
    }

    @Override
    public ObjectProperty<Screen> shownProperty() {
        return tabs.shownProperty();
    }

    /** The bar of the race is not here: its keys mean the evaluation, or say where the race is. Digits choose the tabs that are here. */
    @Override
    public Optional<Command> instead(Command command) {
        if (command.id().equals(run.id())) {
            return Optional.of(keyed(run, command));
        }
        if (command.id().startsWith(OF_RACE)) {
            return Optional.of(command.unless(() -> Messages.text("why.evaluate.race")));
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
        evaluate.frame();
    }

    @Override
    public void setActive(boolean on) {
        tabs.setActive(on);
    }

    @Override
    public void dispose() {
        tabs.dispose();
        evaluate.dispose();
    }
}

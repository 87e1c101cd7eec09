package downhill.ui.window;

import downhill.ui.command.Command;
import downhill.ui.screen.Screen;
import downhill.ui.screen.evaluate.Evaluate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.beans.property.ObjectProperty;
import javafx.scene.Node;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/** Who is better, and how sure that is: contenders judged by rows held out, beside the race and without touching it. */
final class EvaluateSpace implements Workspace {
    private static final double RIGHT = 320;

    private final Screens screens;
    private final Evaluate evaluate;
    private final Tabs tabs;
    private final BesideRace commands;

    EvaluateSpace(Screens screens, Evaluate evaluate) {
        this.screens = screens;
        this.evaluate = evaluate;
        tabs = new Tabs(evaluate.screens());
        Command run = Command.of("race.run", "menu.evaluate.toggle", evaluate::toggle).unless(evaluate::obstacle);
        commands = new BesideRace(screens, tabs, run, evaluate.commands(), "why.evaluate.race");
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

    @Override
    public Optional<Command> instead(Command command) {
        return commands.instead(command);
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

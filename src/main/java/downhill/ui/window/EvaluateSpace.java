package downhill.ui.window;

import downhill.ui.command.Command;
import downhill.ui.screen.evaluate.Evaluate;
import java.util.ArrayList;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/** Who is better, and how sure that is: contenders judged by rows held out, beside the race and without touching it. */
final class EvaluateSpace extends TabbedSpace {
    private final Screens screens;
    private final Evaluate evaluate;

    EvaluateSpace(Screens screens, Evaluate evaluate) {
        super(new Tabs(evaluate.screens()));
        this.screens = screens;
        this.evaluate = evaluate;
        Command run = Command.of("race.run", "menu.evaluate.toggle", evaluate::toggle).unless(evaluate::obstacle);
        means(new BesideRace(screens, tabs(), run, evaluate.commands(), "why.evaluate.race"));
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
        return tabs().node();
    }

    @Override
    public List<Node> right() {
        return evaluate.right();
    }

    @Override
    public Node foot() {
        return evaluate.foot();
    }

    @Override
    public void frame() {
        evaluate.frame();
    }

    @Override
    public void setActive(boolean on) {
        tabs().setActive(on);
    }

    @Override
    public void dispose() {
        tabs().dispose();
        evaluate.dispose();
    }
}

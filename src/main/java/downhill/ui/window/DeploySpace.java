package downhill.ui.window;

import downhill.ui.screen.deploy.Deploy;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/** A model made smaller, tried, taken away and served: beside the race and without touching it. */
final class DeploySpace extends TabbedSpace {
    private final Screens screens;
    private final Deploy deploy;

    DeploySpace(Screens screens, Deploy deploy) {
        super(new Tabs(deploy.large()));
        this.screens = screens;
        this.deploy = deploy;
        means(new BesideRace(screens, tabs(), deploy.toggle(), deploy.commands(), "why.deploy.race"));
        Node last = deploy.right().get(deploy.right().size() - 1);
        VBox.setVgrow(last, Priority.ALWAYS);
    }

    Deploy deploy() {
        return deploy;
    }

    @Override
    public List<Node> left() {
        return screens.belowData(deploy.left());
    }

    @Override
    public Node middle() {
        return tabs().node();
    }

    @Override
    public List<Node> right() {
        return deploy.right();
    }

    @Override
    public Node foot() {
        return deploy.foot();
    }

    @Override
    public void frame() {
        deploy.frame();
    }

    @Override
    public void setActive(boolean on) {
        deploy.setActive(on);
        tabs().setActive(on);
    }

    @Override
    public void dispose() {
        tabs().dispose();
        deploy.dispose();
    }
}

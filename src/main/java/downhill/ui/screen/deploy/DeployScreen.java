package downhill.ui.screen.deploy;

import downhill.race.document.Problem;
import downhill.ui.control.EmptyState;
import downhill.ui.screen.FramedScreen;
import javafx.scene.Node;

/** What is done with the model that is deployed; where there is none it says what will be here and how to get it. */
abstract class DeployScreen extends FramedScreen {
    private static final double LEAST = 30;

    protected final DeployModel model;

    /** The key of its tab is {@code deploy.tab.NAME}. */
    DeployScreen(DeployModel model, String name) {
        super("deploy.tab." + name);
        this.model = model;
        options.setMinHeight(LEAST);
        attached.listen(model.baseProperty(), now -> refresh());
        attached.listen(model.madeProperty(), now -> refresh());
        attached.listen(model.chosenProperty(), now -> refresh());
        attached.listen(model.session().experimentProperty(), now -> refresh());
        attached.listen(model.session().snapshotProperty().map(now -> now.state()), now -> refresh());
    }

    /** What is to be seen of a model that there is. */
    protected abstract Node picture();

    @Override
    protected final Node shown() {
        Node shown = model.told() == null ? absent() : picture();
        options.setVisible(!(shown instanceof EmptyState));
        return shown;
    }

    private Node absent() {
        String obstacle = model.obstacle();
        boolean surface = model.session().experiment() != null && !(model.session().experiment().problem() instanceof Problem.Learning);
        if (surface) {
            return new EmptyState("deploy.none.surface", "deploy.none.surface.how");
        }
        if (model.contender() == null || model.isUntrained()) {
            return new EmptyState("deploy.none", "deploy.none.how");
        }
        return obstacle.isEmpty() ? new EmptyState("deploy.soon", "deploy.soon.how") : sentence(obstacle);
    }
}

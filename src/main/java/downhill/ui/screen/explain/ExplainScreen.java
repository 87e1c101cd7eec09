package downhill.ui.screen.explain;

import downhill.race.document.Problem;
import downhill.ui.control.EmptyState;
import downhill.ui.screen.FramedScreen;
import java.util.List;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.layout.StackPane;

/** A picture of what a model says; where there is none it says what will be here and how to get it. */
abstract class ExplainScreen extends FramedScreen {
    private static final double LEAST = 30;

    protected final ExplainModel model;
    private final String name;
    private final StackPane whole = new StackPane();
    private final WorkStrip strip;

    /** The keys of its words are {@code explain.tab.NAME} and {@code explain.NAME.empty}; it waits for {@code awaited}. */
    ExplainScreen(ExplainModel model, String name, Asking<?, ?>... awaited) {
        super("explain.tab." + name);
        this.model = model;
        this.name = name;
        strip = new WorkStrip(List.of(awaited));
        StackPane.setAlignment(strip.node(), Pos.TOP_RIGHT);
        options.setMinHeight(LEAST);
        attached.listen(model.askedProperty().map(now -> now.site()).orElse(null), now -> refresh());
        attached.listen(model.session().experimentProperty(), now -> refresh());
        attached.listen(model.session().snapshotProperty().map(now -> now.state()), now -> refresh());
        attached.listen(model.session().selection().rowProperty(), now -> refresh());
    }

    /** What is to be seen; null where it is not there yet. In view only, and only where somebody has learned something. */
    protected abstract Node picture();

    /** Whether there is a picture of images, too; else a sentence, {@code explain.image.NAME}, says why there is none. */
    protected boolean tellsImages() {
        return false;
    }

    /** Whether somebody has to have learned something before there is anything to be seen. */
    protected boolean needsTraining() {
        return true;
    }

    /** Whether the model asked is of images. */
    protected final boolean isOfImages() {
        return model.askedProperty().get() != null && model.askedProperty().get().site().isOfImages();
    }

    /** Somebody looks, or no longer. */
    protected abstract void watch(boolean on);

    @Override
    public final void setActive(boolean on) {
        watch(on);
        super.setActive(on);
    }

    /** Once a frame: how far what it waits for is. */
    void frame() {
        if (isActive()) {
            strip.frame();
        }
    }

    @Override
    protected final Node shown() {
        Node shown = explained();
        options.setVisible(!(shown instanceof EmptyState));
        if (!whole.getChildren().equals(List.of(shown, strip.node()))) {
            whole.getChildren().setAll(shown, strip.node());
        }
        return whole;
    }

    private Node explained() {
        String obstacle = model.obstacle();
        if (!obstacle.isEmpty()) {
            boolean surface = model.session().experiment() != null
                    && !(model.session().experiment().problem() instanceof Problem.Learning);
            return surface ? new EmptyState("explain.none.surface", "explain.none.surface.how") : sentence(obstacle);
        }
        if (isOfImages() && !tellsImages()) {
            return new EmptyState("explain.image", "explain.image." + name);
        }
        if (needsTraining() && model.isUntrained()) {
            return new EmptyState("explain.none", "explain." + name + ".empty");
        }
        Node picture = picture();
        return picture == null ? new EmptyState("explain.soon", "explain.soon.how") : picture;
    }
}

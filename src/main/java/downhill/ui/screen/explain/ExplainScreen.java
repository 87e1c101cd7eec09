package downhill.ui.screen.explain;

import downhill.race.document.Problem;
import downhill.ui.control.EmptyState;
import downhill.ui.control.Labels;
import downhill.ui.control.WrapRow;
import downhill.ui.i18n.Messages;
import downhill.ui.screen.LiveScreen;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.StackPane;

/** A picture of what a model says; where there is none it says what will be here and how to get it. */
abstract class ExplainScreen extends LiveScreen {
    private static final double LEAST = 30;

    protected final ExplainModel model;
    protected final WrapRow options = new WrapRow(8);
    private final StackPane content = new StackPane();
    private final String name;

    /** The keys of its words are {@code explain.tab.NAME} and {@code explain.NAME.empty}. */
    ExplainScreen(ExplainModel model, String name) {
        this.model = model;
        this.name = name;
        options.setMinHeight(LEAST);
        attached.listen(model.askedProperty().map(now -> now.site()).orElse(null), now -> refresh());
        attached.listen(model.session().experimentProperty(), now -> refresh());
        attached.listen(model.session().snapshotProperty().map(now -> now.state()), now -> refresh());
        attached.listen(model.session().selection().rowProperty(), now -> refresh());
        attached.listen(Messages.languageProperty(), now -> refresh());
    }

    /** What is to be seen; null where it is not there yet. In view only, and only where somebody has learned something. */
    protected abstract Node picture();

    /** Somebody looks, or no longer. */
    protected abstract void watch(boolean on);

    @Override
    public final String titleKey() {
        return "explain.tab." + name;
    }

    @Override
    public final Node content() {
        return content;
    }

    @Override
    public final Node options() {
        return options;
    }

    @Override
    public final void setActive(boolean on) {
        watch(on);
        super.setActive(on);
    }

    @Override
    protected final void refresh() {
        if (isActive()) {
            Node shown = shown();
            options.setVisible(!(shown instanceof EmptyState));
            if (!content.getChildren().equals(List.of(shown))) {
                content.getChildren().setAll(shown);
            }
        }
    }

    private Node shown() {
        String obstacle = model.obstacle();
        if (!obstacle.isEmpty()) {
            boolean surface = model.session().experiment() != null
                    && !(model.session().experiment().problem() instanceof Problem.Learning);
            return surface ? new EmptyState("explain.none.surface", "explain.none.surface.how") : told(obstacle);
        }
        if (model.askedProperty().get() != null && model.askedProperty().get().site().isOfImages()) {
            return new EmptyState("explain.image", "explain.image.how");
        }
        if (model.isUntrained()) {
            return new EmptyState("explain.none", "explain." + name + ".empty");
        }
        Node picture = picture();
        return picture == null ? new EmptyState("explain.soon", "explain.soon.how") : picture;
    }

    /** A sentence in place of a picture. */
    protected static Node told(String obstacle) {
        Label words = Labels.plain(obstacle, "empty-text");
        words.setWrapText(true);
        HBox box = new HBox(words);
        box.getStyleClass().add("empty-state");
        return box;
    }
}

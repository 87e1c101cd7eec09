package downhill.ui.screen;

import downhill.ui.control.Labels;
import downhill.ui.control.WrapRow;
import downhill.ui.i18n.Messages;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.StackPane;

/** A screen that shows one thing at a time: a picture or, in its place, why there is none. */
public abstract class FramedScreen extends LiveScreen {
    private static final double GAP = 8;

    /** Controls at the right of the tabs. */
    protected final WrapRow options = new WrapRow(GAP);
    private final StackPane content = new StackPane();
    private final String titleKey;

    /** {@code titleKey} is the message key of its tab. */
    protected FramedScreen(String titleKey) {
        this.titleKey = titleKey;
        attached.listen(Messages.languageProperty(), now -> refresh());
    }

    /** What is to be seen now; asked in view only. */
    protected abstract Node shown();

    @Override
    protected final void refresh() {
        if (isActive()) {
            Node now = shown();
            if (!content.getChildren().equals(List.of(now))) {
                content.getChildren().setAll(now);
            }
        }
    }

    @Override
    public final String titleKey() {
        return titleKey;
    }

    @Override
    public final Node content() {
        return content;
    }

    @Override
    public final Node options() {
        return options;
    }

    /** A sentence in place of a picture. */
    protected static HBox sentence(String text) {
        Label words = Labels.plain(text, "empty-text");
        words.setWrapText(true);
        HBox box = new HBox(words);
        box.getStyleClass().add("empty-state");
        return box;
    }
}

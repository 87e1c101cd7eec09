package downhill.ui.screen.explain;

import downhill.ui.control.Buttons;
import downhill.ui.control.Labels;
import downhill.ui.i18n.Messages;
import downhill.ui.i18n.Numbers;
import java.util.List;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;

/** How far work is that a picture waits for, and what ends it; unseen where nothing takes long. Shows once a frame. */
final class WorkStrip {
    private static final double BAR = 120;

    private final List<Asking<?, ?>> awaited;
    private final ProgressBar bar = new ProgressBar();
    private final Label words = Labels.plain("", "secondary");
    private final Button end = Buttons.link("explain.work.stop", this::stop);
    private final Button again = Buttons.link("explain.work.again", this::again);
    private final HBox node = new HBox(8, bar, words, end, again);

    /** Of whatever of these is under way, the one that somebody looks at. */
    WorkStrip(List<? extends Asking<?, ?>> awaited) {
        this.awaited = List.copyOf(awaited);
        bar.setPrefWidth(BAR);
        bar.setMinWidth(BAR);
        bar.accessibleTextProperty().bind(Messages.binding("explain.work"));
        List.of(bar, end, again).forEach(each -> each.managedProperty().bind(each.visibleProperty()));
        List.of(words, end, again).forEach(each -> each.setMinWidth(Region.USE_PREF_SIZE));
        node.getStyleClass().add("work-strip");
        node.setAlignment(Pos.CENTER_LEFT);
        node.setMaxSize(Region.USE_PREF_SIZE, Region.USE_PREF_SIZE);
        node.managedProperty().bind(node.visibleProperty());
        node.setVisible(false);
    }

    HBox node() {
        return node;
    }

    /** Once a frame. */
    void frame() {
        Asking<?, ?> busy = awaited.stream().filter(Asking::isLong).findFirst().orElse(null);
        boolean stopped = busy == null && awaited.stream().anyMatch(Asking::isStopped);
        node.setVisible(busy != null || stopped);
        if (node.isVisible()) {
            bar.setVisible(busy != null);
            end.setVisible(busy != null);
            again.setVisible(stopped);
            double share = busy == null ? 0 : busy.share();
            if (bar.getProgress() != share) {
                bar.setProgress(share);
            }
            String told = stopped ? Messages.text("explain.work.stopped") : share(share);
            if (!told.equals(words.getText())) {
                words.setText(told);
            }
        }
    }

    private static String share(double share) {
        return share < 0 ? Messages.text("explain.work") : Numbers.percent(Numbers.fixed(Math.floor(100 * share), 0));
    }

    private void stop() {
        awaited.stream().filter(Asking::isLong).forEach(Asking::stop);
    }

    private void again() {
        awaited.forEach(Asking::again);
    }
}

package downhill.ui.screen.deploy;

import downhill.serve.ServeFigures;
import downhill.ui.command.Command;
import downhill.ui.control.Buttons;
import downhill.ui.control.Labels;
import downhill.ui.control.Rows;
import downhill.ui.control.ValueRow;
import downhill.ui.control.WrapRow;
import downhill.ui.i18n.Messages;
import downhill.ui.i18n.Numbers;
import java.util.List;
import java.util.function.Consumer;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/** Models answer over HTTP: which, where, and what has been asked of them. */
final class ServeScreen extends DeployScreen {
    private static final double MOST = 0.99;
    private static final double HALF = 0.5;
    private static final double MILLI = 1000;
    private static final int DIGITS = 3;

    private final Serving serving;
    private final ServeForm form;
    private final Consumer<String> open;
    private final Label status = Labels.plain("", "strong");
    private final Label addresses = Labels.plain("", "secondary", "small");
    private final WrapRow links = new WrapRow(8);
    private final ValueRow rate = new ValueRow(Messages.binding("deploy.serve.rate"));
    private final ValueRow times = new ValueRow(Messages.binding("deploy.serve.times"));
    private final ValueRow count = new ValueRow(Messages.binding("deploy.serve.count"));
    private final ValueRow rows = new ValueRow(Messages.binding("deploy.serve.rows"));
    private final ValueRow outside = new ValueRow(Messages.binding("deploy.serve.outside"));
    private final DriftTable drift = new DriftTable();
    private final VBox figures;
    private final VBox asked;
    private final ScrollPane node;

    /** @param open has a page opened by its address */
    ServeScreen(DeployModel model, Serving serving, Command toggle, Consumer<String> open) {
        super(model, "serve");
        this.serving = serving;
        this.open = open;
        form = new ServeForm(model, serving, toggle);
        status.setId("deploy-serve-status");
        addresses.setId("deploy-serve-addresses");
        for (Label each : List.of(status, addresses)) {
            each.setWrapText(true);
            each.setMinHeight(Region.USE_PREF_SIZE);
        }
        Button copy = Buttons.ghost("deploy.serve.copy", () -> copied(serving.address()));
        Button page = Buttons.ghost("deploy.serve.open", () -> open.accept(serving.address()));
        copy.setId("deploy-serve-copy");
        page.setId("deploy-serve-open");
        links.getChildren().addAll(copy, page);
        figures = new VBox(8, links, addresses, Rows.divider(), new VBox(rate, times, count, rows, outside));
        asked = new VBox(8, Rows.divider(), drift.node());
        VBox right = new VBox(8, status, figures);
        HBox.setHgrow(right, Priority.ALWAYS);
        right.setMinWidth(0);
        node = Rows.scrolled(new VBox(12, new HBox(20, form.node(), right), asked));
        node.setId("deploy-serve");
        attached.listen(serving.stateProperty(), now -> refresh());
        attached.add(form::dispose);
    }

    private static void copied(String text) {
        ClipboardContent content = new ClipboardContent();
        content.putString(text);
        Clipboard.getSystemClipboard().setContent(content);
    }

    /** Begins to serve what is chosen, or ends it. */
    void toggle() {
        if (serving.stateProperty().get() == Serving.State.ON) {
            serving.stop();
        } else {
            form.offer();
            form.door().ifPresent(door -> serving.start(form.chosen(), door));
        }
    }


    @Override
    protected Node picture() {
        form.offer();
        Serving.State state = serving.stateProperty().get();
        boolean on = state == Serving.State.ON;
        status.setText(serving.words());
        figures.setVisible(on);
        asked.setVisible(on);
        asked.setManaged(on);
        if (on) {
            String first = serving.names().isEmpty() ? "" : serving.names().get(0);
            addresses.setText(Messages.text("deploy.serve.addresses", first));
            showFigures();
        }
        return node;
    }

    /** The figures are new ones. */
    void showFigures() {
        List<ServeFigures> all = serving.figures();
        if (!isActive() || all.isEmpty()) {
            return;
        }
        ServeFigures now = all.get(all.size() - 1);
        rate.value(Numbers.significant(Serving.perSecond(all), DIGITS));
        times.value(now.requests() == 0 ? "–"
                : Messages.text("deploy.serve.times.of", millis(now.within(HALF)), millis(now.within(MOST))));
        count.value(now.failed() == 0 ? Numbers.count(now.requests())
                : Messages.text("deploy.serve.count.failed", Numbers.count(now.requests()), Numbers.count(now.failed())));
        rows.value(now.unanswered() == 0 ? Numbers.count(now.rows())
                : Messages.text("deploy.serve.rows.unanswered", Numbers.count(now.rows()), Numbers.count(now.unanswered())));
        outside.value(Numbers.count(now.outside()));
        drift.show(now);
    }

    private static String millis(double seconds) {
        return Double.isFinite(seconds) ? Numbers.plain(seconds * MILLI) : "–";
    }
}

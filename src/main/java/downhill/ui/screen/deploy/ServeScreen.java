package downhill.ui.screen.deploy;

import downhill.serve.ServeFigures;
import downhill.ui.chart.LineChart;
import downhill.ui.chart.LineOptions;
import downhill.ui.chart.SeriesData;
import downhill.ui.chart.shape.Points;
import downhill.ui.chart.shape.Range;
import downhill.ui.command.Command;
import downhill.ui.control.Buttons;
import downhill.ui.control.Labels;
import downhill.ui.control.Rows;
import downhill.ui.control.ValueRow;
import downhill.ui.control.WrapRow;
import downhill.ui.i18n.Messages;
import downhill.ui.i18n.Numbers;
import java.util.Arrays;
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
    private static final double HIGH = 130;
    private static final double MOST = 0.99;
    private static final double HALF = 0.5;
    private static final double MILLI = 1000;
    private static final int DIGITS = 3;
    /** Above the highest of the curve. */
    private static final double ROOM = 1.05;

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
    private final LineChart chart = new LineChart();
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
        chart.setId("deploy-serve-rate");
        chart.setMinHeight(HIGH);
        chart.setPrefHeight(HIGH);
        attached.bind(chart.titleProperty(), Messages.binding("deploy.serve.chart"));
        attached.bind(chart.emptyTextProperty(), Messages.binding("deploy.serve.chart.empty"));
        figures = new VBox(8, links, addresses, Rows.divider(), new VBox(rate, times, count, rows, outside));
        asked = new VBox(8, Rows.divider(), chart, drift.node());
        VBox right = new VBox(8, status, figures);
        HBox.setHgrow(right, Priority.ALWAYS);
        right.setMinWidth(0);
        node = Rows.scrolled(new VBox(12, new HBox(20, form.node(), right), asked));
        node.setId("deploy-serve");
        attached.listen(serving.stateProperty(), now -> refresh());
        attached.add(form::dispose);
        attached.add(chart::dispose);
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

    /** Once a frame. */
    void frame() {
        if (serving.frame() && isActive()) {
            showFigures();
        }
    }

    @Override
    protected Node picture() {
        form.offer();
        Serving.State state = serving.stateProperty().get();
        boolean on = state == Serving.State.ON;
        status.setText(status(state));
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

    private String status(Serving.State state) {
        return switch (state) {
            case OFF -> Messages.text("deploy.serve.off");
            case OPENING -> Messages.text("deploy.serve.opening");
            case ON -> Messages.text(serving.asksForToken() ? "deploy.serve.on.token" : "deploy.serve.on", serving.address());
            case CLOSING -> Messages.text("deploy.serve.closing");
        };
    }

    private void showFigures() {
        List<ServeFigures> all = serving.figures();
        if (all.isEmpty()) {
            return;
        }
        ServeFigures now = all.get(all.size() - 1);
        double perSecond = all.size() < 2 ? 0 : now.perSecond(all.get(all.size() - 2));
        rate.value(Numbers.significant(perSecond, DIGITS));
        times.value(now.requests() == 0 ? "–"
                : Messages.text("deploy.serve.times.of", millis(now.within(HALF)), millis(now.within(MOST))));
        count.value(now.failed() == 0 ? Numbers.count(now.requests())
                : Messages.text("deploy.serve.count.failed", Numbers.count(now.requests()), Numbers.count(now.failed())));
        rows.value(now.unanswered() == 0 ? Numbers.count(now.rows())
                : Messages.text("deploy.serve.rows.unanswered", Numbers.count(now.rows()), Numbers.count(now.unanswered())));
        outside.value(Numbers.count(now.outside()));
        double[][] points = Serving.rates(all);
        double most = Arrays.stream(points).mapToDouble(each -> each[1]).filter(Double::isFinite).max().orElse(0);
        chart.show(LineOptions.PLAIN.titled(Messages.text("deploy.serve.chart.x"), "").ranges(null, new Range(0, Math.max(1, ROOM * most))),
                points.length < 2 ? List.of() : List.of(SeriesData.main("", Points.of(column(points, 0), column(points, 1)), 0)));
        drift.show(now);
    }

    private static double[] column(double[][] points, int at) {
        return Arrays.stream(points).mapToDouble(each -> each[at]).toArray();
    }

    private static String millis(double seconds) {
        return Double.isFinite(seconds) ? Numbers.plain(seconds * MILLI) : "–";
    }
}

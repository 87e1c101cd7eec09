package downhill.ui.screen.deploy;

import downhill.serve.ServeFigures;
import downhill.ui.chart.LineChart;
import downhill.ui.chart.LineOptions;
import downhill.ui.chart.SeriesData;
import downhill.ui.chart.shape.Points;
import downhill.ui.chart.shape.Range;
import downhill.ui.command.Command;
import downhill.ui.control.Card;
import downhill.ui.control.CommandButton;
import downhill.ui.control.Labels;
import downhill.ui.control.Rows;
import downhill.ui.fx.Subscriptions;
import downhill.ui.i18n.Messages;
import downhill.ui.i18n.Numbers;
import java.util.Arrays;
import java.util.List;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/** Whether models answer over HTTP, under which addresses, and how many requests a second came; in view beside every tab. */
final class ServeCard {
    private static final double LEAST = 90;
    private static final double MOST = 220;
    private static final int DIGITS = 3;
    /** Above the highest of the curve. */
    private static final double ROOM = 1.05;

    private final DeployModel model;
    private final Serving serving;
    private final Card card = new Card(Messages.binding("deploy.serve.card"));
    private final Button toggle;
    private final Label addresses = words("secondary");
    private final Label state = words("secondary");
    private final LineChart chart = new LineChart();
    private final Label rate = Labels.plain("", "secondary", "small");
    private final VBox asked = new VBox(2, chart, rate);
    private final Subscriptions attached = new Subscriptions();

    /** @param command begins to serve, or ends it */
    ServeCard(DeployModel model, Serving serving, Command command) {
        this.model = model;
        this.serving = serving;
        card.setId("deploy-serve-card");
        toggle = CommandButton.link("deploy.serve.start", command);
        toggle.textProperty().unbind();
        toggle.setId("deploy-serve-toggle");
        card.actions(toggle);
        state.setId("deploy-serve-state");
        rate.setId("deploy-serve-second");
        chart.setId("deploy-serve-rate");
        chart.setMinHeight(LEAST);
        chart.setPrefHeight(MOST);
        chart.setMaxHeight(MOST);
        VBox.setVgrow(chart, Priority.ALWAYS);
        VBox.setVgrow(asked, Priority.ALWAYS);
        asked.managedProperty().bind(asked.visibleProperty());
        attached.bind(chart.titleProperty(), Messages.binding("deploy.serve.chart"));
        attached.bind(chart.emptyTextProperty(), Messages.binding("deploy.serve.chart.empty"));
        attached.add(chart::dispose);
        attached.listen(serving.stateProperty(), now -> show());
        attached.listen(model.baseProperty(), now -> show());
        attached.listen(model.chosenProperty(), now -> show());
        attached.listen(model.madeProperty(), now -> show());
        attached.follow(Messages.languageProperty(), now -> show());
    }

    private static Label words(String... styles) {
        Label label = Labels.plain("", styles);
        label.setWrapText(true);
        label.setMinHeight(Region.USE_PREF_SIZE);
        return label;
    }

    Card node() {
        return card;
    }

    private void show() {
        Serving.State now = serving.stateProperty().get();
        boolean on = now == Serving.State.ON;
        toggle.setText(Messages.text(on ? "deploy.serve.stop" : "deploy.serve.start"));
        String name = name(on);
        addresses.setText(name.isEmpty() ? "" : Messages.text("deploy.serve.card.addresses", name));
        state.setText(serving.words());
        asked.setVisible(on);
        if (name.isEmpty()) {
            card.setContent(state, asked);
        } else {
            card.setContent(addresses, Rows.divider(), state, asked);
        }
        showFigures();
    }

    /** What the first model that is served is called in addresses; of none yet, the one that is chosen. */
    private String name(boolean on) {
        if (on) {
            return serving.names().isEmpty() ? "" : serving.names().get(0);
        }
        String chosen = model.form().map(each -> each.wish() == null ? "" : each.wish().id()).orElse(null);
        return ServeOffers.of(model).stream().filter(each -> each.key().equals(chosen)).map(ServeOffer::name).findFirst().orElse("");
    }

    /** The figures are new ones. */
    void showFigures() {
        List<ServeFigures> all = serving.figures();
        if (!asked.isVisible() || all.isEmpty()) {
            return;
        }
        rate.setText(Messages.text("deploy.serve.second", Numbers.significant(Serving.perSecond(all), DIGITS)));
        double[][] points = Serving.rates(all);
        double most = Arrays.stream(points).mapToDouble(each -> each[1]).filter(Double::isFinite).max().orElse(0);
        chart.show(LineOptions.PLAIN.titled(Messages.text("deploy.serve.chart.x"), "").ranges(null, new Range(0, Math.max(1, ROOM * most))),
                points.length < 2 ? List.of() : List.of(SeriesData.main("", Points.of(column(points, 0), column(points, 1)), 0)));
    }

    private static double[] column(double[][] points, int at) {
        return Arrays.stream(points).mapToDouble(each -> each[at]).toArray();
    }

    void dispose() {
        attached.dispose();
    }
}

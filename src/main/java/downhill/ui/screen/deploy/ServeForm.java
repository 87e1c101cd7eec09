package downhill.ui.screen.deploy;

import downhill.ui.command.Command;
import downhill.ui.control.Buttons;
import downhill.ui.control.CommandButton;
import downhill.ui.control.Fields;
import downhill.ui.control.Labels;
import downhill.ui.control.Rows;
import downhill.ui.control.WrapRow;
import downhill.ui.fx.Subscriptions;
import downhill.ui.i18n.Messages;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TextField;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/** Which models are served, and where. */
final class ServeForm {
    private static final double WIDTH = 264;
    private static final double MODELS = 168;
    private static final int MOST_PORT = 65_535;
    private static final String USUAL_PORT = "8080";
    private static final String HERE = "127.0.0.1";

    private final DeployModel model;
    private final Serving serving;
    private final VBox models = new VBox(6);
    private final TextField port = Fields.line(USUAL_PORT);
    private final TextField host = Fields.line(HERE);
    private final TextField token = Fields.line();
    private final Label problem = Labels.plain("", "invalid-note");
    private final Button start;
    private final Button again;
    private final VBox node;
    private final Subscriptions attached = new Subscriptions();
    /** Keys of the models that are served; the one chosen is, unless a person says otherwise. */
    private final Set<String> ticked = new HashSet<>();
    private List<ServeOffer> offered = List.of();
    private String chosen;
    private boolean wrong;

    /** @param toggle begins to serve, or ends it */
    ServeForm(DeployModel model, Serving serving, Command toggle) {
        this.model = model;
        this.serving = serving;
        start = CommandButton.explained(Buttons.primary("deploy.serve.start", toggle::run), toggle);
        again = Buttons.ghost("deploy.serve.again", () -> serving.again(chosen()));
        start.setId("deploy-serve-start");
        again.setId("deploy-serve-again");
        port.setId("deploy-serve-port");
        port.getStyleClass().add("number");
        port.setPrefColumnCount(5);
        port.accessibleTextProperty().bind(Messages.binding("deploy.serve.port"));
        host.setId("deploy-serve-host");
        token.setId("deploy-serve-token");
        host.accessibleTextProperty().bind(Messages.binding("deploy.serve.host"));
        token.accessibleTextProperty().bind(Messages.binding("deploy.serve.token"));
        host.setMaxWidth(Double.MAX_VALUE);
        problem.setId("deploy-serve-problem");
        problem.setWrapText(true);
        problem.setMinHeight(Region.USE_PREF_SIZE);
        problem.managedProperty().bind(problem.textProperty().isNotEmpty());
        again.managedProperty().bind(again.visibleProperty());
        WrapRow buttons = new WrapRow(8);
        buttons.getChildren().addAll(start, again);
        ScrollPane scroll = Rows.scrolled(models);
        scroll.setMinHeight(MODELS);
        scroll.setMaxHeight(MODELS);
        node = new VBox(8, Labels.secondary("deploy.serve.models"), scroll, Rows.divider(),
                Rows.field(Messages.binding("deploy.serve.port"), port), named("deploy.serve.host", host),
                named("deploy.serve.token", token), problem, buttons);
        node.setMinWidth(WIDTH);
        node.setPrefWidth(WIDTH);
        node.setMaxWidth(WIDTH);
        attached.listen(serving.stateProperty(), now -> show());
        attached.listen(Messages.languageProperty(), now -> offer());
    }

    private static VBox named(String key, TextField field) {
        Label words = Labels.secondary(key);
        words.setLabelFor(field);
        return new VBox(3, words, field);
    }

    VBox node() {
        return node;
    }

    /** Offers what there is now. */
    void offer() {
        List<ServeOffer> now = ServeOffers.of(model);
        String form = model.form().map(each -> each.wish() == null ? "" : each.wish().id()).orElse(null);
        boolean same = now.stream().map(ServeOffer::label).toList().equals(offered.stream().map(ServeOffer::label).toList());
        offered = now;
        if (form != null && !form.equals(chosen)) {
            ticked.remove(chosen);
            ticked.add(form);
            chosen = form;
            same = false;
        }
        if (!same) {
            models.getChildren().setAll(now.stream().map(this::box).toList());
        }
        show();
    }

    private CheckBox box(ServeOffer offer) {
        CheckBox box = new CheckBox(offer.label());
        box.setId("deploy-serve-" + offer.name());
        box.setWrapText(true);
        box.setSelected(ticked.contains(offer.key()));
        box.setAccessibleText(offer.label());
        box.selectedProperty().addListener((source, old, now) -> {
            if (now) {
                ticked.add(offer.key());
            } else {
                ticked.remove(offer.key());
            }
            show();
        });
        return box;
    }

    /** Those that are ticked, as they stand now. */
    List<ServeOffer> chosen() {
        List<ServeOffer> all = new ArrayList<>(ServeOffers.of(model));
        all.removeIf(each -> !ticked.contains(each.key()));
        return all;
    }

    /** Where it is opened, as it is typed; empty where that is no port, which is told. */
    Optional<Serving.Door> door() {
        String typed = port.getText().strip();
        wrong = !typed.matches("[0-9]{1,5}") || Integer.parseInt(typed) > MOST_PORT;
        show();
        String at = host.getText().isBlank() ? HERE : host.getText().strip();
        return wrong ? Optional.empty() : Optional.of(new Serving.Door(at, Integer.parseInt(typed), token.getText().strip()));
    }

    /** Shows how it stands. */
    void show() {
        Serving.State state = serving.stateProperty().get();
        boolean off = state == Serving.State.OFF;
        start.textProperty().unbind();
        start.setText(Messages.text(off || state == Serving.State.OPENING ? "deploy.serve.start" : "deploy.serve.stop"));
        boolean none = offered.stream().noneMatch(each -> ticked.contains(each.key()));
        start.setDisable(state == Serving.State.OPENING || state == Serving.State.CLOSING || off && none);
        again.setVisible(state == Serving.State.ON);
        again.setDisable(none);
        List.of(port, host, token).forEach(each -> each.setDisable(!off));
        problem.setText(wrong ? Messages.text("deploy.serve.port.range", port.getText()) : serving.problem());
    }

    void dispose() {
        attached.dispose();
    }
}

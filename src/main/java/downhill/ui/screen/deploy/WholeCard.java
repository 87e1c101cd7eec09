package downhill.ui.screen.deploy;

import downhill.data.Visible;
import downhill.model.InputShape;
import downhill.model.ModelSummary;
import downhill.race.document.ContenderSpec;
import downhill.ui.control.Card;
import downhill.ui.control.Choice;
import downhill.ui.control.Labels;
import downhill.ui.control.ValueRow;
import downhill.ui.fx.Subscriptions;
import downhill.ui.i18n.Messages;
import downhill.ui.i18n.Numbers;
import downhill.ui.i18n.Spoken;
import java.util.List;
import java.util.Locale;
import javafx.scene.control.Label;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/** Whose model is deployed, at which step, and how large it is. */
final class WholeCard {
    private final DeployModel model;
    private final Card card = new Card(Messages.binding("deploy.whole"));
    private final Choice<ContenderSpec> contender;
    private final Choice<DeployModel.Which> which;
    private final ValueRow step = new ValueRow(Messages.binding("deploy.whole.step"));
    private final ValueRow network = new ValueRow(Messages.binding("deploy.whole.network"));
    private final ValueRow size = new ValueRow(Messages.binding("deploy.whole.size"));
    private final Label stale = Labels.plain("", "warning-text", "small");
    private final Subscriptions attached = new Subscriptions();

    WholeCard(DeployModel model) {
        this.model = model;
        card.setId("deploy-whole");
        contender = new Choice<ContenderSpec>(Messages.binding("deploy.whole.contender"), List.of(), one -> Visible.line(one.name()))
                .start(null, one -> model.session().selection().contenderProperty().set(one.id()));
        which = new Choice<DeployModel.Which>(Messages.binding("deploy.whole.which"), List.of(DeployModel.Which.values()),
                one -> Messages.text("deploy.which." + one.name().toLowerCase(Locale.ROOT))).start(DeployModel.Which.NOW,
                        model.whichProperty()::set);
        contender.setId("deploy-contender");
        which.setId("deploy-which");
        List.of(contender, which).forEach(each -> each.getStyleClass().add(Choice.QUIET));
        stale.setWrapText(true);
        stale.setMinHeight(Region.USE_PREF_SIZE);
        stale.managedProperty().bind(stale.textProperty().isNotEmpty());
        card.setContent(new VBox(ValueRow.of(Messages.binding("deploy.whole.contender"), contender),
                ValueRow.of(Messages.binding("deploy.whole.which"), which), step, network, size, stale));
        attached.listen(model.baseProperty(), now -> show());
        attached.listen(model.madeProperty(), now -> show());
        attached.listen(model.whichProperty(), now -> show());
        attached.listen(model.session().experimentProperty(), now -> show());
        attached.listen(model.session().snapshotProperty().map(now -> now.state()), now -> show());
        attached.listen(model.session().selection().contenderProperty(), now -> show());
        attached.listen(Messages.languageProperty(), now -> show());
        show();
    }

    Card node() {
        return card;
    }

    private void show() {
        contender.offer(model.session().experiment() == null ? List.of() : model.session().experiment().contenders(), model.contender());
        which.offer(List.of(DeployModel.Which.values()), model.whichProperty().get());
        Base base = model.baseProperty().get();
        step.value(base == null ? "–" : Numbers.count(base.step()));
        network.value(base == null ? "–" : Spoken.text(ModelSummary.of(base.model().model(), InputShape.of(base.prepared().inputShape()),
                base.model().outputs()).sizes()));
        size.value(base == null ? "–" : Messages.text("deploy.whole.size.of", FormWords.bytes(base.bytes()),
                Numbers.count(base.model().parameters().length)));
        stale.setText(model.isStale() ? Messages.text("deploy.stale", Visible.line(model.told().contender().name()),
                Numbers.count(model.told().step())) : "");
    }

    void dispose() {
        attached.dispose();
    }
}

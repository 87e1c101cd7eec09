package downhill.ui.screen.evaluate;

import downhill.data.SplitSpec;
import downhill.race.document.Look;
import downhill.race.document.Problem;
import downhill.ui.command.Command;
import downhill.ui.control.CommandButton;
import downhill.ui.control.Rows;
import downhill.ui.control.ValueRow;
import downhill.ui.i18n.Messages;
import downhill.ui.i18n.Numbers;
import downhill.ui.screen.SessionCard;
import downhill.ui.session.LoadedData;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.layout.VBox;

/** Rows that nothing learns from and nothing is chosen by, and how often somebody has looked at them. */
final class SealCard extends SessionCard {
    private final Command seal;

    /** {@code open} looks at them, {@code seal} sets some apart. */
    SealCard(EvaluateModel model, Command open, Command seal) {
        super(model.session(), "seal-card", "evaluate.seal", "evaluate.seal.link", open);
        this.seal = seal;
        show();
    }

    private SplitSpec split() {
        return session.experiment().problem() instanceof Problem.Learning learning ? learning.data().split() : SplitSpec.DEFAULT;
    }

    @Override
    protected void refresh() {
        if (session.experiment() == null) {
            return;
        }
        Node link = CommandButton.link("evaluate.seal.rows", seal);
        LoadedData data = session.dataProperty().get();
        int sealed = data == null ? 0 : data.sealed();
        ValueRow rows = new ValueRow(Messages.binding("evaluate.seal.count")).value(Numbers.count(sealed));
        ValueRow share = new ValueRow(Messages.binding("evaluate.seal.share")).value(share());
        Node how = Rows.paragraph(Messages.binding("evaluate.seal.how"));
        Node looks = new ValueRow(Messages.binding("evaluate.seal.looked")).value(looked());
        boolean none = split().sealedShare() == 0;
        card.actions(none ? link : CommandButton.link("evaluate.seal.link", command()));
        VBox told = sealed == 0 ? new VBox(share, looks) : new VBox(rows, share, looks);
        card.setContent(none ? new Node[] {told, how} : new Node[] {told, how, link});
    }

    private String share() {
        double sealed = split().sealedShare();
        return sealed == 0 ? Messages.text("evaluate.seal.none") : Numbers.percent(Numbers.plain(100 * sealed));
    }

    private String looked() {
        List<Look> looks = session.experiment().looked();
        return looks.isEmpty() ? Messages.text("evaluate.seal.never") : Messages.text("evaluate.seal.times", Numbers.count(looks.size()),
                looks.get(looks.size() - 1).at().replace('T', ' ').replace("Z", ""));
    }

    @Override
    protected String gist() {
        boolean nothing = split().sealedShare() == 0 && session.experiment().looked().isEmpty();
        return nothing ? share() : share() + " · " + looked();
    }
}

package downhill.ui.screen.tune;

import downhill.study.Overtuning;
import downhill.study.Overtuning.Verdict;
import downhill.ui.control.Card;
import downhill.ui.control.Rows;
import downhill.ui.fx.Subscriptions;
import downhill.ui.i18n.Messages;
import downhill.ui.i18n.Numbers;
import downhill.ui.i18n.Spoken;
import java.util.Optional;
import java.util.stream.DoubleStream;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;

/** What the choice among many has added: the best by the rows that chose it and by rows that chose nothing, side by side. */
final class MeterCard {
    private final TrialView view;
    private final Card card = new Card(Messages.binding("tune.meter"));
    private final Subscriptions attached = new Subscriptions();
    private Overtuning shown;

    MeterCard(TrialView view) {
        this.view = view;
        card.setId("tune-meter");
        attached.listen(view.model().standProperty(), now -> show(false));
        attached.listen(Messages.languageProperty(), now -> show(true));
        show(true);
    }

    Card node() {
        return card;
    }

    void dispose() {
        attached.dispose();
    }

    private void show(boolean anew) {
        Optional<Overtuning> now = view.stand().overtuning();
        card.setVisible(view.stand().guess() != null);
        card.setManaged(card.isVisible());
        if (anew || !now.equals(Optional.ofNullable(shown))) {
            shown = now.orElse(null);
            now.ifPresentOrElse(this::tell, () -> card.setContent(ShareBar.words(Messages.text("tune.meter.empty"))));
        }
    }

    private void tell(Overtuning meter) {
        double guess = meter.guess().value();
        double most = DoubleStream.of(meter.inner(), meter.outer(), guess).filter(Double::isFinite).map(Math::abs).max().orElse(1);
        VBox bars = new VBox(bar("tune.meter.inner", meter.inner(), most), bar("tune.meter.outer", meter.outer(), most));
        if (!Double.isNaN(guess)) {
            bars.getChildren().add(bar("tune.meter.guess", guess, most));
        }
        Label sentence = ShareBar.words(Spoken.text(meter.sentence()));
        if (meter.verdict() != Verdict.HOLDS) {
            sentence.getStyleClass().remove("secondary");
            sentence.getStyleClass().add("warning-text");
        }
        card.setContent(bars, Rows.divider(), sentence);
    }

    private static javafx.scene.Node bar(String key, double value, double most) {
        return ShareBar.of(Messages.text(key), value / Math.max(Double.MIN_NORMAL, most), Numbers.significant(value, 3));
    }
}

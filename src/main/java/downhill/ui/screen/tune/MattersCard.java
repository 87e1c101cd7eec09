package downhill.ui.screen.tune;

import downhill.study.importance.Importance;
import downhill.ui.control.Card;
import downhill.ui.control.Rows;
import downhill.ui.fx.Subscriptions;
import downhill.ui.i18n.Messages;
import downhill.ui.i18n.Numbers;
import downhill.ui.tune.ImportanceFeed;
import downhill.ui.tune.ImportanceFeed.Shares;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import javafx.scene.layout.VBox;

/** How much of the differences between trials each knob explains, as bars. */
final class MattersCard {
    private final TrialView view;
    private final ImportanceFeed feed;
    private final Card card = new Card(Messages.binding("tune.matters"));
    private final Subscriptions attached = new Subscriptions();

    MattersCard(TrialView view, ImportanceFeed feed) {
        this.view = view;
        this.feed = feed;
        card.setId("tune-matters");
        attached.listen(feed.sharesProperty(), now -> show());
        attached.listen(Messages.languageProperty(), now -> show());
        show();
    }

    Card node() {
        return card;
    }

    void dispose() {
        attached.dispose();
    }

    private void show() {
        Shares now = feed.sharesProperty().get();
        Importance importance = now.shares();
        if (importance.shares().isEmpty()) {
            card.setContent(ShareBar.words(Messages.text("tune.matters.empty", Numbers.count(Importance.LEAST))));
            return;
        }
        VBox bars = new VBox();
        List<Map.Entry<String, Double>> order = importance.shares().entrySet().stream()
                .sorted(Map.Entry.comparingByValue(Comparator.reverseOrder())).toList();
        double most = order.get(0).getValue();
        order.forEach(each -> bars.getChildren().add(ShareBar.of(view.words().label(each.getKey()), each.getValue() / most,
                Numbers.percent(Numbers.fixed(100 * each.getValue(), 0)))));
        card.setContent(bars, Rows.divider(), ShareBar.words(Messages.text(importance.few() ? "tune.matters.few" : "tune.matters.many",
                Numbers.count(now.complete()), Numbers.count(Importance.MANY))));
    }
}

package downhill.ui.screen.tune;

import downhill.study.importance.Importance;
import downhill.ui.control.Card;
import downhill.ui.control.Labels;
import downhill.ui.control.Rows;
import downhill.ui.fx.Subscriptions;
import downhill.ui.i18n.Messages;
import downhill.ui.i18n.Numbers;
import downhill.ui.tune.ImportanceFeed;
import downhill.ui.tune.ImportanceFeed.Shares;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/** How much of the differences between trials each knob explains, as bars. */
final class MattersCard {
    private static final double NAME = 104;
    private static final double SHARE = 44;
    private static final double BAR = 10;

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
            card.setContent(paragraph(Messages.text("tune.matters.empty", Numbers.count(Importance.LEAST))));
            return;
        }
        VBox bars = new VBox();
        List<Map.Entry<String, Double>> order = importance.shares().entrySet().stream()
                .sorted(Map.Entry.comparingByValue(Comparator.reverseOrder())).toList();
        double most = order.get(0).getValue();
        order.forEach(each -> bars.getChildren().add(bar(view.words().label(each.getKey()), each.getValue(), most)));
        card.setContent(bars, Rows.divider(), paragraph(Messages.text(importance.few() ? "tune.matters.few" : "tune.matters.many",
                Numbers.count(now.complete()), Numbers.count(Importance.MANY))));
    }

    private static Label paragraph(String words) {
        Label label = Labels.plain(words, "secondary");
        label.setWrapText(true);
        label.setMinHeight(Region.USE_PREF_SIZE);
        return label;
    }

    private static Node bar(String name, double share, double most) {
        Label words = Labels.shortened(Labels.plain(name));
        words.setAlignment(Pos.CENTER_RIGHT);
        words.setMinWidth(NAME);
        words.setPrefWidth(NAME);
        words.setMaxWidth(NAME);
        String percent = Numbers.percent(Numbers.fixed(100 * share, 0));
        Label number = Labels.plain(percent, "secondary");
        number.setMinWidth(SHARE);
        HBox room = new HBox();
        room.setAlignment(Pos.CENTER_LEFT);
        Region bar = new Region();
        bar.getStyleClass().add("share-bar");
        bar.setMinHeight(BAR);
        bar.setPrefHeight(BAR);
        bar.setMaxHeight(BAR);
        bar.prefWidthProperty().bind(room.widthProperty().multiply(Math.max(0.02, share / most)));
        bar.setMinWidth(0);
        room.getChildren().add(bar);
        room.setMinWidth(0);
        HBox.setHgrow(room, Priority.ALWAYS);
        HBox row = new HBox(8, words, room, number);
        row.getStyleClass().add("value-row");
        row.setAccessibleText(name + ": " + percent);
        return row;
    }
}

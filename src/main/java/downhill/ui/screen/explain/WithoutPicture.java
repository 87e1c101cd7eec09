package downhill.ui.screen.explain;

import downhill.analysis.explain.anew.DropColumn;
import downhill.data.Visible;
import downhill.ui.chart.PickChart;
import downhill.ui.chart.ShareDrawing;
import downhill.ui.fx.Subscriptions;
import downhill.ui.i18n.Messages;
import downhill.ui.i18n.Numbers;
import downhill.ui.i18n.Spoken;
import downhill.words.Said;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;
import javafx.scene.Node;

/** What each column is worth to who learns without it, as bars with their intervals; one that is clicked is the feature chosen. */
final class WithoutPicture {
    private static final int MOST = 14;
    private static final int DIGITS = 3;

    private final ExplainModel model;
    private final PickChart chart = new PickChart();
    private final Captioned captioned;
    private List<DropColumn> shown = List.of();

    WithoutPicture(ExplainModel model, Subscriptions attached) {
        this.model = model;
        chart.setId("explain-anew");
        captioned = new Captioned(chart);
        chart.setPicked(number -> model.chooseFeature(shown.get(number).column()));
        chart.setWords(number -> "");
        attached.bind(chart.titleProperty(), Messages.binding("explain.anew.without.chart"));
        attached.add(chart::dispose);
    }

    /** Null where nothing has come yet. */
    Node of(Retraining.Found<DropColumn.Dropped> found) {
        if (found == null) {
            return null;
        }
        shown = found.result().each().stream().sorted(Comparator.comparingDouble((DropColumn each) -> Double.isNaN(each.test().mean())
                ? Double.POSITIVE_INFINITY : -each.test().mean())).limit(MOST).toList();
        List<ShareDrawing.Bar> bars = shown.stream().map(each -> new ShareDrawing.Bar(each.column(), each.test().mean(),
                each.test().low(), each.test().high(), Double.isNaN(each.test().mean()) ? "–"
                : Numbers.significant(each.test().mean(), DIGITS))).toList();
        String metric = Messages.text("score." + found.anew().metric().key());
        chart.show(new ShareDrawing(bars, shown.stream().map(DropColumn::column).toList().indexOf(model.featureProperty().get()), null,
                found.anew().experiment().contenders().get(0).style(), Messages.text("explain.anew.without.axis", metric),
                bars.stream().map(bar -> bar.name() + ": " + bar.words()).collect(Collectors.joining("; "))));
        return captioned.of(told(found));
    }

    private static String told(Retraining.Found<DropColumn.Dropped> found) {
        double score = Arrays.stream(found.result().score()).average().orElse(Double.NaN);
        int columns = found.result().each().size();
        String metric = Messages.text("score." + found.anew().metric().key());
        String whole = Spoken.text(Said.of("explain.drop.score", metric, Numbers.significant(score, DIGITS),
                found.anew().rows().folds().size(), DropColumn.trainings(found.anew().experiment(), found.anew().rows(), columns),
                found.anew().experiment().training().steps()));
        String lost = found.result().each().stream().filter(each -> Double.isNaN(each.test().mean()))
                .map(each -> Messages.text("explain.anew.diverged", Visible.line(each.column()))).collect(Collectors.joining());
        return whole + Messages.text("explain.anew.without.how") + lost;
    }
}

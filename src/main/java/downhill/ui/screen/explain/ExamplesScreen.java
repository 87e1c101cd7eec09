package downhill.ui.screen.explain;

import downhill.analysis.explain.ExplainedColumn;
import downhill.ui.chart.OverlayDrawing;
import downhill.ui.chart.PickChart;
import downhill.ui.control.Labels;
import downhill.ui.control.Segments;
import downhill.ui.i18n.Messages;
import downhill.ui.i18n.Numbers;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/** Rows that the model learned from, as examples: those most like the row explained, or those that stand for all. */
final class ExamplesScreen extends ExplainScreen {
    private static final int FEATURES = 8;
    private static final int DIGITS = 3;

    /** Of what. */
    private enum Look {
        NEAREST("explain.examples.nearest"), STANDING("explain.examples.standing");

        private final String key;

        Look(String key) {
            this.key = key;
        }
    }

    private final Segments<Look> look;
    private final PickChart chart = new PickChart();
    private final Captioned captioned;
    private final ExamplesTable table;
    private final Label words = Labels.plain("", "secondary");
    private final VBox node = new VBox(8);

    ExamplesScreen(ExplainModel model) {
        super(model, "examples", model.work().nearest(), model.work().standing());
        look = new Segments<>(List.of(Look.values()), each -> Messages.binding(each.key)).boxed();
        look.setId("explain-examples-look");
        options.getChildren().setAll(look);
        chart.setId("explain-examples-images");
        chart.setPicked(this::picked);
        chart.setWords(number -> "");
        captioned = new Captioned(chart);
        table = new ExamplesTable(model, attached);
        words.setId("explain-examples-words");
        words.setWrapText(true);
        words.setMinHeight(Region.USE_PREF_SIZE);
        attached.bind(chart.titleProperty(), Messages.binding("explain.tab.examples"));
        attached.listen(look.valueProperty(), now -> {
            watch(isActive());
            refresh();
        });
        attached.listen(model.work().nearest().answerProperty(), now -> refresh());
        attached.listen(model.work().standing().answerProperty(), now -> refresh());
        attached.listen(model.work().shares().answerProperty(), now -> refresh());
        attached.add(chart::dispose);
    }

    @Override
    protected void watch(boolean on) {
        model.work().nearest().watch(this, on && look.valueProperty().get() == Look.NEAREST);
        model.work().standing().watch(this, on && look.valueProperty().get() == Look.STANDING);
    }

    @Override
    protected boolean tellsImages() {
        return true;
    }

    private AlikeRows found() {
        return (look.valueProperty().get() == Look.NEAREST ? model.work().nearest() : model.work().standing()).answer();
    }

    @Override
    protected Node picture() {
        AlikeRows found = found();
        if (found == null) {
            return null;
        }
        if (isOfImages()) {
            chart.show(images(found));
            return captioned.of(told(found));
        }
        Node rows = table.show(found, features(found));
        words.setText(told(found));
        if (!node.getChildren().contains(rows)) {
            VBox.setVgrow(rows, Priority.ALWAYS);
            node.getChildren().setAll(rows, words);
        }
        return node;
    }

    /** Those that move most, as far as that is known; none of a series, where each is a whole window. */
    private List<ExplainedColumn> features(AlikeRows found) {
        if (found.asked().site().isSeries()) {
            return List.of();
        }
        MovedRows known = model.work().shares().answer();
        boolean fits = known != null && known.asked().site() == found.asked().site();
        List<ExplainedColumn> all = fits ? known.order().stream().map(known.columns()::get).toList() : found.columns();
        return all.stream().limit(FEATURES).toList();
    }

    private OverlayDrawing images(AlikeRows found) {
        int[] shape = found.asked().prepared().inputShape();
        List<OverlayDrawing.Tile> tiles = new ArrayList<>();
        found.found().forEach(one -> tiles.add(new OverlayDrawing.Tile(named(found, one), RowSlopes.laid(RowSlopes.pixels(found.columns(),
                one.values().values(), 0), shape), null)));
        return new OverlayDrawing(tiles, look.valueProperty().get() == Look.NEAREST ? 0 : -1, Double.NaN,
                tiles.stream().map(OverlayDrawing.Tile::name).collect(Collectors.joining("; ")));
    }

    private static String named(AlikeRows found, AlikeRows.One one) {
        String row = Messages.text("explain.errs.row", RowText.number(one.row().tableRow()),
                RowText.value(found.asked().prepared(), one.row().actual()), RowText.value(found.asked().prepared(), one.row().said()));
        return one.kind() == AlikeRows.Kind.CRITICISM ? Messages.text("explain.examples.not", row) : row;
    }

    private String told(AlikeRows found) {
        if (!Double.isNaN(found.gap())) {
            return Messages.text("explain.examples.standing.how", Numbers.count(found.drawn()), Numbers.significant(found.gap(), DIGITS));
        }
        String how = Messages.text("explain.examples.nearest.how", Numbers.significant(found.usual(), DIGITS));
        return found.isUnlike() ? how + Messages.text("explain.examples.unlike") : how;
    }

    private void picked(int number) {
        AlikeRows found = found();
        if (found != null && number < found.found().size()) {
            model.choose(found.found().get(number).row().tableRow());
        }
    }
}

package downhill.ui.screen.explain;

import downhill.analysis.explain.InnerLook;
import downhill.ui.chart.PickChart;
import downhill.ui.chart.ShareDrawing;
import downhill.ui.chart.TileChart;
import downhill.ui.chart.TilePicture;
import downhill.ui.control.Segments;
import downhill.ui.i18n.Messages;
import downhill.ui.i18n.Numbers;
import downhill.ui.i18n.Spoken;
import downhill.words.Said;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import javafx.scene.Node;

/** The inside of a model: what its first layer weighs, which units a row lights up, where attention looks. */
final class InsideScreen extends ExplainScreen {
    private static final int MOST = 14;
    private static final int DIGITS = 3;

    /** What is looked at. */
    private enum Look {
        FIRST("explain.inside.first"), UNITS("explain.inside.units"), ATTENTION("explain.inside.attention");

        private final String key;

        Look(String key) {
            this.key = key;
        }
    }

    private final PickChart bars = new PickChart();
    private final TileChart tiles = new TileChart();
    private final Captioned captionedBars;
    private final Captioned captionedTiles;
    private final Segments<Look> look;

    InsideScreen(ExplainModel model) {
        super(model, "inside", model.work().inner());
        look = new Segments<>(List.of(Look.values()), each -> Messages.binding(each.key)).boxed();
        look.setId("explain-inside-look");
        options.getChildren().setAll(look);
        bars.setId("explain-inside");
        tiles.setId("explain-inside-tiles");
        captionedBars = new Captioned(bars);
        captionedTiles = new Captioned(tiles);
        bars.setPicked(this::picked);
        bars.setWords(number -> "");
        attached.bind(bars.titleProperty(), Messages.binding("explain.inside.chart"));
        attached.bind(tiles.titleProperty(), Messages.binding("explain.inside.chart"));
        attached.listen(look.valueProperty(), now -> refresh());
        attached.listen(model.featureProperty(), now -> refresh());
        attached.listen(model.work().inner().answerProperty(), now -> refresh());
        attached.add(bars::dispose);
        attached.add(tiles::dispose);
    }

    @Override
    protected void watch(boolean on) {
        model.work().inner().watch(this, on);
    }

    @Override
    protected boolean tellsImages() {
        return true;
    }

    @Override
    protected Node picture() {
        Inner found = model.work().inner().answer();
        if (found == null) {
            return null;
        }
        look.offer(Look.ATTENTION, !found.attention().isEmpty());
        if (found.attention().isEmpty() && look.valueProperty().get() == Look.ATTENTION) {
            look.valueProperty().set(Look.FIRST);
        }
        return switch (look.valueProperty().get()) {
            case FIRST -> first(found);
            case UNITS -> units(found);
            default -> attention(found);
        };
    }

    private Node first(Inner found) {
        if (found.first() == null && found.kernels() == null) {
            return sentence(Messages.text("explain.inside.none"));
        }
        if (found.first() == null) {
            double most = Arrays.stream(found.kernels()).flatMap(Arrays::stream).flatMapToDouble(Arrays::stream).map(Math::abs).max()
                    .orElse(1);
            tiles.setPicture(new TilePicture(Arrays.stream(found.kernels()).map(each -> TilePicture.Tile.of("", each)).toList(), -most,
                    most, "", "", Messages.text("explain.inside.kernels")));
            return captionedTiles.of(Messages.text("explain.inside.kernels"));
        }
        List<Integer> order = order(found.first());
        List<ShareDrawing.Bar> all = order.stream().map(i -> new ShareDrawing.Bar(found.columns().get(i).name(), found.first()[i],
                Double.NaN, Double.NaN, Numbers.significant(found.first()[i], DIGITS))).toList();
        bars.show(drawing(found, all, order.indexOf(model.feature(found.columns())), "explain.inside.weight"));
        return captionedBars.of(Messages.text("explain.inside.first.how"));
    }

    private static List<Integer> order(double[] values) {
        return IntStream.range(0, values.length).boxed().sorted(Comparator.comparingDouble(i -> -values[i])).limit(MOST).toList();
    }

    private static ShareDrawing drawing(Inner found, List<ShareDrawing.Bar> all, int strong, String key) {
        return new ShareDrawing(all, strong, null, found.asked().contender().style(), Messages.text(key),
                all.stream().map(bar -> bar.name() + ": " + bar.words()).collect(Collectors.joining("; ")));
    }

    private Node units(Inner found) {
        if (found.lit().isEmpty()) {
            return sentence(Messages.text("explain.inside.units.none"));
        }
        List<ShareDrawing.Bar> all = found.lit().stream().map(lit -> new ShareDrawing.Bar(lit.layer() + " [" + (lit.unit() + 1) + "]",
                lit.value(), Double.NaN, Double.NaN, RowText.signed(lit.value(), DIGITS))).toList();
        bars.show(drawing(found, all, -1, "explain.inside.value"));
        return captionedBars.of(Messages.text("explain.inside.units.how", RowText.number(found.tableRow())));
    }

    private Node attention(Inner found) {
        List<TilePicture.Tile> all = new ArrayList<>();
        for (InnerLook.Attention block : found.attention()) {
            for (int head = 0; head < block.heads().length; head++) {
                String name = Messages.text("fit.head", Numbers.count(head + 1L));
                all.add(TilePicture.Tile.of(found.attention().size() > 1 ? block.layer() + ", " + name : name, block.heads()[head]));
            }
        }
        double most = all.stream().flatMap(each -> Arrays.stream(each.values())).flatMapToDouble(Arrays::stream).max().orElse(1);
        String said = Spoken.text(Said.of("explain.gradients.attention"));
        tiles.setPicture(new TilePicture(all, 0, most, Messages.text("fit.attending"), Messages.text("fit.attended"), said));
        return captionedTiles.of(said);
    }

    private void picked(int number) {
        Inner found = model.work().inner().answer();
        if (found != null && found.first() != null && look.valueProperty().get() == Look.FIRST) {
            model.chooseFeature(found.columns().get(order(found.first()).get(number)).name());
        }
    }
}

package downhill.ui.screen.explain;

import downhill.data.Visible;
import downhill.race.Racing;
import downhill.race.history.PathPoint;
import downhill.ui.chart.Film;
import downhill.ui.chart.OverlayDrawing;
import downhill.ui.chart.PickChart;
import downhill.ui.chart.ShareDrawing;
import downhill.ui.chart.shape.Range;
import downhill.ui.control.ContenderName;
import downhill.ui.control.EqualGrid;
import downhill.ui.control.GridSize;
import downhill.ui.control.Labels;
import downhill.ui.control.Rows;
import downhill.ui.control.Tip;
import downhill.ui.i18n.Messages;
import downhill.ui.i18n.Numbers;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import javafx.geometry.Insets;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/** Which features move whose model: a panel for each contender on equal axes, and in words how far their reasons differ. */
final class CompareScreen extends ExplainScreen {
    private static final GridSize LEAST = new GridSize(150, 150, 1.5, 20, 8);
    private static final int MOST = 10;
    /** Of more contenders than one row of panels has, fewer features have room. */
    private static final int FEW_CONTENDERS = 3;
    private static final int FEW = 5;
    /** Two sentences of two lines each, or three of one. */
    private static final double WORDS = 74;

    private final EqualGrid grid = new EqualGrid(LEAST);
    private final VBox sentences = new VBox(4);
    private final BorderPane node = new BorderPane();
    private final List<PickChart> charts = new ArrayList<>();
    private final List<ContenderName> names = new ArrayList<>();

    private Told told;

    /** What stands in the panels. */
    private record Told(Compared found, List<Integer> shown) {
    }

    CompareScreen(ExplainModel model) {
        super(model, "compare", model.work().compared());
        sentences.setId("explain-compare-words");
        ScrollPane scrolled = Rows.scrolledWhole(sentences, WORDS);
        scrolled.setMaxHeight(WORDS);
        node.setTop(scrolled);
        node.setCenter(grid);
        BorderPane.setMargin(scrolled, new Insets(0, 0, 6, 0));
        attached.listen(model.work().compared().answerProperty(), now -> refresh());
        attached.listen(model.featureProperty(), now -> refresh());
        attached.add(() -> charts.forEach(PickChart::dispose));
    }

    @Override
    protected void watch(boolean on) {
        model.work().compared().watch(this, on);
    }

    @Override
    protected Node picture() {
        Compared found = model.work().compared().answer();
        if (found == null || found.shares().isEmpty()) {
            return null;
        }
        fit(found.shares().size());
        List<Integer> shown = found.order().stream().limit(found.shares().size() > FEW_CONTENDERS ? FEW : MOST).toList();
        double most = found.shares().stream().flatMap(each -> shown.stream().map(each::mean)).mapToDouble(each -> each).max().orElse(1);
        Range range = new Range(0, most > 0 ? 1.06 * most : 1);
        List<OverlayDrawing> gazes = isOfImages() ? GazePicture.each(found.shares()) : List.of();
        for (int i = 0; i < found.shares().size(); i++) {
            MovedRows one = found.shares().get(i);
            names.get(i).show(Visible.line(one.asked().contender().name()), one.asked().contender().style());
            charts.get(i).show(isOfImages() ? gazes.get(i) : bars(one, shown, range, model.feature(one.columns())));
        }
        told = new Told(found, shown);
        sentences.getChildren().setAll(found.pairs().stream().map(CompareScreen::sentence).map(CompareScreen::line).toList());
        return node;
    }

    /** One contender's panel along the history, on an axis on which all have room. */
    private Optional<Film> film(PickChart chart) {
        Racing race = model.session().race().racing();
        int which = charts.indexOf(chart);
        if (told == null || race == null || which < 0 || which >= told.found.shares().size() || isOfImages()) {
            return Optional.empty();
        }
        List<Asked> all = told.found.shares().stream().map(MovedRows::asked).toList();
        List<List<PathPoint>> paths = all.stream().map(each -> race.path(each.contender().id())).toList();
        int strong = model.feature(told.found.shares().get(which).columns());
        List<Integer> shown = told.shown;
        return paths.stream().anyMatch(path -> path.size() < 2) ? Optional.empty()
                : Optional.of(FeatureFilms.compared(model.work(), all, paths, which, shown,
                one -> range -> bars(one, shown, range, strong)));
    }

    private static ShareDrawing bars(MovedRows one, List<Integer> shown, Range range, int strong) {
        List<ShareDrawing.Bar> bars = shown.stream().map(column -> new ShareDrawing.Bar(one.columns().get(column).name(),
                one.mean(column), Double.NaN, Double.NaN, Numbers.significant(one.mean(column), 3))).toList();
        String told = one.asked().contender().name() + ": " + bars.stream().map(bar -> bar.name() + " " + bar.words())
                .collect(Collectors.joining(", "));
        return new ShareDrawing(bars, shown.indexOf(strong), range, one.asked().contender().style(),
                ExplainModel.words("explain.effect.mean", one.asked()), told);
    }

    private static Label line(String words) {
        Label line = Labels.plain(words);
        line.setWrapText(true);
        line.setMinHeight(Region.USE_PREF_SIZE);
        Tip.on(line, Messages.binding("explain.compare.how"));
        return line;
    }

    /** Such as: Adam and SGD are equal within noise, but Adam leans on area, SGD on quality. */
    static String sentence(Compared.Pair pair) {
        String one = Visible.line(pair.one().asked().contender().name());
        String other = Visible.line(pair.other().asked().contender().name());
        boolean better = pair.losses()[0] < pair.losses()[1];
        String key = better ? "explain.compare.better" : "explain.compare.worse";
        String measure = Messages.text(pair.one().asked().isOfClasses() ? "explain.compare.logLoss" : "explain.compare.rmse",
                Numbers.significant(pair.losses()[0], 3), Numbers.significant(pair.losses()[1], 3));
        String first = Messages.text(pair.level() ? "explain.compare.level" : key, one, other, measure);
        String then = pair.one().asked().site().isOfImages() ? Messages.text("explain.compare.stop") : leaning(pair, one, other);
        return first + then + Messages.text("explain.compare.distance", Numbers.fixed(pair.distance(), 2));
    }

    @Override
    protected boolean tellsImages() {
        return true;
    }

    private static String leaning(Compared.Pair pair, String one, String other) {
        if (pair.leans()[0] < 0 || pair.leans()[1] < 0) {
            return Messages.text(pair.level() ? "explain.compare.alike" : "explain.compare.alike.though");
        }
        return Messages.text(pair.level() ? "explain.compare.leans" : "explain.compare.leans.too", one,
                Visible.line(pair.one().columns().get(pair.leans()[0]).name()), other,
                Visible.line(pair.one().columns().get(pair.leans()[1]).name()));
    }

    private void fit(int count) {
        if (charts.size() == count) {
            return;
        }
        while (charts.size() > count) {
            charts.remove(charts.size() - 1).dispose();
            names.remove(names.size() - 1);
        }
        while (charts.size() < count) {
            PickChart chart = new PickChart();
            chart.titleProperty().bind(Messages.binding("explain.compare.chart"));
            chart.setPicked(this::picked);
            chart.setWords(number -> "");
            chart.setFilm(() -> film(chart));
            charts.add(chart);
            names.add(new ContenderName());
        }
        List<Node> panels = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            VBox panel = new VBox(2, names.get(i), charts.get(i));
            VBox.setVgrow(charts.get(i), Priority.ALWAYS);
            panels.add(panel);
        }
        grid.setAll(panels);
    }

    private void picked(int bar) {
        Compared found = model.work().compared().answer();
        if (found != null && !isOfImages() && bar < found.order().size()) {
            model.chooseFeature(found.shares().get(0).columns().get(found.order().get(bar)).name());
        }
    }
}

package downhill.ui.screen.explain;

import downhill.analysis.explain.ExplainedColumn;
import downhill.data.Visible;
import downhill.race.history.PathPoint;
import downhill.ui.chart.ChartDrawing;
import downhill.ui.chart.DependenceDrawing;
import downhill.ui.chart.Film;
import downhill.ui.chart.OverlayDrawing;
import downhill.ui.chart.PickChart;
import downhill.ui.chart.ShareDrawing;
import downhill.ui.chart.SwarmDrawing;
import downhill.ui.chart.shape.Range;
import downhill.ui.control.Segments;
import downhill.ui.i18n.Messages;
import downhill.ui.i18n.Numbers;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import javafx.scene.Node;

/** Which features move what is said: a swarm of rows for each, or a bar. A dot chooses its row, a name its feature. */
final class FeaturesScreen extends ExplainScreen {
    private static final int MOST = 14;

    /** How it is drawn. */
    private enum Look {
        SWARM("explain.look.swarm"), BARS("explain.look.bars"), LOST("explain.look.lost"), DEPENDENCE("explain.look.dependence");

        private final String key;

        Look(String key) {
            this.key = key;
        }
    }

    private final PickChart chart = new PickChart();
    private final Segments<Look> look;
    private final Captioned captioned;

    FeaturesScreen(ExplainModel model) {
        super(model, "features", model.work().shares(), model.work().weights());
        look = new Segments<>(List.of(Look.values()), each -> Messages.binding(each.key)).boxed();
        options.getChildren().setAll(look);
        chart.setId("explain-features");
        captioned = new Captioned(chart);
        chart.setPicked(this::picked);
        chart.setWords(this::words);
        chart.setFilm(this::film);
        attached.bind(chart.titleProperty(), Messages.binding("explain.features.chart"));
        attached.bind(chart.emptyTextProperty(), Messages.binding("explain.soon"));
        attached.listen(look.valueProperty(), now -> refresh());
        attached.listen(model.work().shares().answerProperty(), now -> refresh());
        attached.listen(model.featureProperty(), now -> refresh());
        attached.listen(model.work().weights().answerProperty(), now -> refresh());
        attached.listen(look.valueProperty(), now -> watch(isActive()));
        attached.add(chart::dispose);
    }

    @Override
    protected void watch(boolean on) {
        boolean lost = look.valueProperty().get() == Look.LOST;
        model.work().weights().watch(this, on && lost);
    }

    @Override
    protected Node picture() {
        look.setVisible(!isOfImages());
        if (look.valueProperty().get() == Look.LOST && !isOfImages()) {
            return lost(model.work().weights().answer());
        }
        MovedRows found = model.work().shares().answer();
        if (found == null) {
            return null;
        }
        ExplainedColumn feature = found.columns().get(Math.max(0, model.feature(found.columns())));
        if (look.valueProperty().get() == Look.DEPENDENCE && feature.times() > 1) {
            return sentence(Messages.text("explain.dependence.window", Visible.line(feature.name()), Numbers.count(feature.times())));
        }
        List<Integer> shown = found.order().stream().limit(MOST).toList();
        if (isOfImages()) {
            chart.show(GazePicture.of(found));
            return captioned.of(GazePicture.told(found));
        }
        chart.show(drawing(found, shown));
        return with(FeatureWarnings.same(found) + FeatureWarnings.alike(found));
    }

    /** What is lost where a column is shuffled, with its interval. */
    private Node lost(Weights found) {
        if (found == null) {
            return null;
        }
        chart.show(lost(found, most(found), model.featureName(), null));
        return with(FeatureWarnings.leaking(found) + FeatureWarnings.alike(model.work().shares().answer()));
    }

    private Node with(String warnings) {
        return warnings.isEmpty() ? chart : captioned.of(warnings);
    }

    private static List<Integer> most(Weights found) {
        return found.order().stream().limit(MOST).toList();
    }

    private static ShareDrawing lost(Weights found, List<Integer> shown, String chosen, Range range) {
        List<ShareDrawing.Bar> bars = new ArrayList<>();
        shown.forEach(i -> bars.add(new ShareDrawing.Bar(found.columns().get(i).name(), found.each().get(i).mean(),
                found.each().get(i).low(), found.each().get(i).high(), Numbers.significant(found.each().get(i).mean(), 3))));
        String metric = Messages.text("score." + found.metric().key());
        String told = bars.stream().map(bar -> bar.name() + ": " + bar.words()).collect(Collectors.joining("; "));
        int strong = shown.stream().map(i -> found.columns().get(i).name()).toList().indexOf(chosen);
        return new ShareDrawing(bars, strong, range, found.asked().contender().style(), Messages.text("explain.lost", metric), told);
    }

    private ChartDrawing drawing(MovedRows found, List<Integer> shown) {
        return look.valueProperty().get() == Look.DEPENDENCE
                ? DependencePicture.of(found, Math.max(0, model.feature(found.columns())), strong(found), null) : looked(shown).of(found);
    }

    private int strong(MovedRows found) {
        SaidRow row = model.row();
        return row == null ? -1 : found.rows().of(row.tableRow());
    }

    private FeaturePicture looked(List<Integer> shown) {
        SaidRow row = model.row();
        return new FeaturePicture(look.valueProperty().get() == Look.SWARM, shown, row == null ? -1 : row.tableRow(), model.featureName(),
                null);
    }

    /** On the axes of the whole history. */
    private Optional<Film> film() {
        Asked asked = model.askedProperty().get();
        List<PathPoint> path = model.path();
        if (path.size() < 2 || chart.drawing() == null || chart.drawing().isEmpty()) {
            return Optional.empty();
        }
        FeatureFilms films = new FeatureFilms(model.work(), path);
        Weights weights = model.work().weights().answer();
        MovedRows found = model.work().shares().answer();
        if (look.valueProperty().get() == Look.LOST && !isOfImages()) {
            String chosen = model.featureName();
            return weights == null ? Optional.empty()
                    : Optional.of(films.lost(asked, now -> range -> lost(now, most(weights), chosen, range)));
        }
        if (found == null) {
            return Optional.empty();
        }
        return Optional.of(look.valueProperty().get() == Look.DEPENDENCE && !isOfImages()
                ? films.dependence(asked, Math.max(0, model.feature(found.columns())), strong(found))
                : films.shares(asked, looked(found.order().stream().limit(MOST).toList())));
    }

    private void picked(int number) {
        Weights weights = model.work().weights().answer();
        if (look.valueProperty().get() == Look.LOST) {
            if (weights != null) {
                model.chooseFeature(weights.columns().get(weights.order().get(number)).name());
            }
            return;
        }
        MovedRows found = model.work().shares().answer();
        if (found == null) {
            return;
        }
        List<Integer> order = found.order();
        if (chart.drawing() instanceof OverlayDrawing) {
            return;
        }
        if (chart.drawing() instanceof DependenceDrawing) {
            model.choose(found.rows().sourceRows()[number]);
        } else if (chart.drawing() instanceof SwarmDrawing swarm) {
            model.chooseFeature(found.columns().get(order.get(swarm.feature(number))).name());
            if (swarm.row(number) >= 0) {
                model.choose(found.rows().sourceRows()[swarm.row(number)]);
            }
        } else {
            model.chooseFeature(found.columns().get(order.get(number)).name());
        }
    }

    /** What is said of the dot or the feature pointed at. */
    private String words(int number) {
        MovedRows found = model.work().shares().answer();
        if (found == null || look.valueProperty().get() == Look.LOST) {
            return "";
        }
        if (chart.drawing() instanceof OverlayDrawing) {
            return "";
        }
        if (chart.drawing() instanceof DependenceDrawing) {
            return row(found, Math.max(0, model.feature(found.columns())), number);
        }
        boolean swarm = chart.drawing() instanceof SwarmDrawing;
        int feature = found.order().get(swarm ? ((SwarmDrawing) chart.drawing()).feature(number) : number);
        int row = swarm ? ((SwarmDrawing) chart.drawing()).row(number) : -1;
        String name = Visible.line(found.columns().get(feature).name());
        if (row < 0) {
            return Messages.text("explain.features.mean", name, Numbers.significant(found.mean(feature), 3));
        }
        return row(found, feature, row);
    }

    private static String row(MovedRows found, int feature, int row) {
        String name = Visible.line(found.columns().get(feature).name());
        String value = found.rows().text(row, found.columns().get(feature));
        return Messages.text("explain.features.row", RowText.number(found.rows().sourceRows()[row]), name,
                value == null ? "–" : Visible.line(value), RowText.signed(found.values()[row][feature], 3));
    }

    @Override
    protected boolean tellsImages() {
        return true;
    }
}

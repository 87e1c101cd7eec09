package downhill.ui.screen.metrics;

import downhill.ui.control.Choice;
import downhill.ui.control.Labels;
import downhill.ui.control.WrapRow;
import downhill.ui.fit.FitQuestion;
import downhill.ui.fit.FitSite;
import downhill.ui.fit.FitView;
import downhill.ui.fit.ModelFeed;
import downhill.ui.fit.RowWords;
import downhill.ui.i18n.Messages;
import downhill.ui.i18n.Numbers;
import downhill.ui.screen.FedScreen;
import downhill.ui.session.Session;
import java.util.List;
import java.util.Locale;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/** How good every contender's predictions are, live and at any step: a table that sorts, and a picture for each. */
public final class MetricsController extends FedScreen {
    private final MetricsModel model;
    private final MetricsTable table = new MetricsTable();
    private final Label rows = Labels.plain("", "secondary", "small");
    private final VBox all = new VBox(6, table.node(), rows, grid.node());
    private final WrapRow options = new WrapRow(8);
    private List<Object> built = List.of();
    private MetricsModel.Reading shown;

    /** The screen of {@code session}. */
    public MetricsController(Session session, ModelFeed feed) {
        super(session, feed);
        model = new MetricsModel(session);
        rows.setId("metrics-rows");
        rows.setWrapText(true);
        options.setAlignment(Pos.CENTER_RIGHT);
        VBox.setVgrow(grid.node(), Priority.ALWAYS);
    }

    /** Whether there are numbers on show. */
    public boolean isShown() {
        return shown != null;
    }

    /** Numbers on show; null where there are none. */
    MetricsModel.Reading shown() {
        return shown;
    }

    @Override
    public String titleKey() {
        return "tab.metrics";
    }

    @Override
    public Node options() {
        return options;
    }

    @Override
    protected void refresh() {
        if (!isActive()) {
            return;
        }
        choices();
        Node note = note();
        if (note != null) {
            content.getChildren().setAll(note);
            shown = null;
        }
        if (note != null && !isWorthAsking()) {
            return;
        }
        FitQuestion question = model.question(feed.standpointProperty().get());
        feed.ask(this, engine -> MetricsModel.read(question, engine), reading -> show(reading, question));
    }

    private void show(MetricsModel.Reading reading, FitQuestion question) {
        if (!isActive() || note() != null) {
            return;
        }
        shown = reading;
        content.getChildren().setAll(all);
        table.show(reading.judged(), reading.measures());
        rows.setText(Messages.text("metrics.on", RowWords.of(reading.rows())) + seeds(reading));
        grid.show(reading.picture().panels(), reading.picture().keys(),
                panel -> feed.film(panel, (moment, engine) -> MetricsModel.read(question.at(moment), engine).picture()));
    }

    /** Over how many seeds the means are; nothing where nobody has several. */
    private static String seeds(MetricsModel.Reading reading) {
        List<Integer> counts = reading.judged().stream().map(one -> one.one().seeds()).distinct().sorted().toList();
        int most = counts.isEmpty() ? 1 : counts.get(counts.size() - 1);
        if (most < 2) {
            return "";
        }
        return " " + (counts.size() == 1 ? Messages.text("metrics.seeds", Numbers.count(most)) : Messages.text("metrics.seeds.differ"));
    }

    private void choices() {
        FitSite site = feed.siteProperty().get();
        List<FitView> looks = site == null ? List.of() : model.looks(site);
        boolean heldOut = site != null && site.prepared().validation().count() > 0;
        List<Object> wanted = List.of(looks, heldOut, Messages.languageProperty().get());
        if (wanted.equals(built)) {
            return;
        }
        built = wanted;
        options.getChildren().clear();
        if (!looks.isEmpty()) {
            Choice<FitView> choice = new Choice<FitView>(Messages.binding("metrics.look"), looks, MetricsController::words)
                    .start(model.lookProperty().get(), value -> {
                model.lookProperty().set(value);
                refresh();
            });
            choice.getStyleClass().add("quiet");
            options.getChildren().add(choice);
        }
        if (heldOut) {
            Choice<Boolean> choice = new Choice<Boolean>(Messages.binding("metrics.rows"), List.of(true, false),
                    value -> Messages.text(value ? "metrics.rows.validation" : "metrics.rows.training"))
                            .start(model.validationProperty().get(), value -> {
                        model.validationProperty().set(value);
                        refresh();
                    });
            choice.getStyleClass().add("quiet");
            options.getChildren().add(choice);
        }
    }

    private static String words(FitView look) {
        return Messages.text("fit.view." + look.name().toLowerCase(Locale.ROOT));
    }

    private Node note() {
        Node first = noteOfSurface("metrics.none", "metrics.none.surface");
        first = first == null ? noteOfProblem() : first;
        return first == null ? noteOfAbsence("metrics.soon", "metrics.soon.how") : first;
    }
}

package downhill.ui.screen.deploy;

import downhill.data.Progress;
import downhill.data.Table;
import downhill.data.Visible;
import downhill.data.prepare.Preprocessing;
import downhill.ui.ask.AskOne;
import downhill.ui.chart.PickChart;
import downhill.ui.chart.WaterfallDrawing;
import downhill.ui.control.Labels;
import downhill.ui.i18n.Messages;
import downhill.ui.i18n.Numbers;
import downhill.ui.session.Feed;
import downhill.ui.session.Line;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

/** The form that is chosen tried by hand: a value for each column, its answer, and what each column did to it. */
final class TryScreen extends DeployScreen {
    private static final double WIDTH = 380;
    private static final int MOST = 12;
    private static final int DIGITS = 4;
    private static final int SHARES = 3;
    /** Between two explanations, and so many times as long as one took. */
    private static final long PACE = 200_000_000L;
    private static final double THRIFT = 2;
    /** Opacity of what is of another row than the one asked about. */
    private static final double OLD = 0.45;

    /** What an explanation is of. */
    private record Key(Form form, long revision) {
    }

    private final Feed feed = Feed.threads(1, "deploy-try");
    private final Line line = feed.line("why").resting(THRIFT);
    private final PickChart chart = new PickChart();
    private final Label title = Labels.plain("", "strong");
    private final Label words = Labels.plain("", "secondary");
    private final StackPane asking = new StackPane();
    private final VBox right;
    private final HBox node;
    private AskOne ask;
    private Object of;
    private TryWhy.Why why;
    /** These two belong to the thread of the feed. */
    private TryWhy explainer;
    private Form explained;

    TryScreen(DeployModel model) {
        super(model, "try");
        chart.setId("deploy-try-why");
        words.setId("deploy-try-words");
        title.setId("deploy-try-title");
        for (Label each : List.of(title, words)) {
            each.setWrapText(true);
            each.setMinHeight(Region.USE_PREF_SIZE);
        }
        chart.setWords(this::said);
        attached.bind(chart.titleProperty(), Messages.binding("deploy.try.why"));
        attached.bind(chart.emptyTextProperty(), Messages.binding("deploy.try.soon"));
        asking.setMinWidth(WIDTH);
        asking.setMaxWidth(WIDTH);
        asking.setPrefWidth(WIDTH);
        asking.setMinHeight(0);
        VBox.setVgrow(chart, Priority.ALWAYS);
        right = new VBox(8, title, words, chart);
        right.setMinWidth(0);
        HBox.setHgrow(right, Priority.ALWAYS);
        node = new HBox(20, asking, right);
        node.setId("deploy-try");
        attached.add(chart::dispose);
        attached.add(() -> feed.close(this::close));
    }

    private void close() {
        if (explainer != null) {
            explainer.close();
        }
    }

    @Override
    public void setActive(boolean on) {
        feed.watch(this, on);
        super.setActive(on);
        if (ask != null) {
            ask.setActive(on);
        }
    }

    @Override
    public void dispose() {
        super.dispose();
        if (ask != null) {
            ask.dispose();
        }
    }

    /** Once a frame. */
    void frame() {
        if (!isActive() || ask == null || model.form().isEmpty()) {
            return;
        }
        feed.frame();
        ask.frame();
        Form form = model.form().orElseThrow();
        Table row = ask.row();
        Key key = new Key(form, ask.revision());
        right.setOpacity(line.isAnswered(key) ? 1 : OLD);
        if (row != null && line.wants(key, PACE)) {
            Base base = model.told();
            line.<TryWhy.Why>ask(key, task -> explainer(base, form).of(row, Progress.asking(() -> !task.isCancelled())), now -> {
                why = now;
                showWhy();
            });
        }
    }

    private TryWhy explainer(Base base, Form form) {
        if (form != explained) {
            close();
            explainer = new TryWhy(form.model(), base.prepared(), base.table());
            explained = form;
        }
        return explainer;
    }

    @Override
    protected Node picture() {
        Form form = model.form().orElseThrow();
        Base base = model.told();
        List<Object> now = List.of(base, Objects.requireNonNullElse(form.wish(), ""));
        if (!now.equals(of)) {
            of = now;
            take(base, form);
        } else {
            ask.takes(form.model(), name(base, form), base.contender().style());
            ask.respell();
        }
        showWhy();
        return node;
    }

    private static String name(Base base, Form form) {
        return base.contender().name() + ", " + FormWords.name(form.wish());
    }

    /** Another model; what was typed stays, and where it is of the same shape the fields do. */
    private void take(Base base, Form form) {
        String name = name(base, form);
        if (ask != null && ask.takes(form.model(), name, base.contender().style())) {
            return;
        }
        AskOne next = new AskOne(form.model(), base.prepared(), base.table(), name, base.contender().style());
        if (ask != null) {
            next.keep(ask);
            ask.setActive(false);
            ask.dispose();
        }
        ask = next;
        ask.setActive(isActive());
        asking.getChildren().setAll(ask.node());
    }

    private void showWhy() {
        if (why == null) {
            title.setText("");
            words.setText("");
            chart.show(new WaterfallDrawing(0, List.of(), -1, "", "", ""));
            return;
        }
        title.setText(Messages.text("deploy.try.of", Visible.line(why.of())));
        words.setText(Messages.text(why.exact() ? "deploy.try.exact" : "deploy.try.lot", Numbers.count(TryWhy.ROWS)));
        List<WaterfallDrawing.Step> steps = new ArrayList<>();
        int shown = why.parts().size() > MOST ? MOST - 1 : why.parts().size();
        why.parts().subList(0, shown).forEach(each -> steps.add(step(each.name(), each.effect())));
        double rest = why.parts().stream().skip(shown).mapToDouble(TryWhy.Part::effect).sum();
        if (shown < why.parts().size()) {
            steps.add(step(Messages.text("explain.why.others", Numbers.count((long) why.parts().size() - shown)), rest));
        }
        chart.show(new WaterfallDrawing(why.base(), steps, -1, Messages.text("explain.why.base", value(why.base())), value(why.said()),
                title.getText() + " " + words.getText()));
    }

    private static WaterfallDrawing.Step step(String name, double effect) {
        return new WaterfallDrawing.Step(name, effect, signed(effect));
    }

    private static String signed(double value) {
        String text = Numbers.significant(value, SHARES);
        return value > 0 ? "+" + text : text;
    }

    private String value(double value) {
        Preprocessing steps = model.told().prepared().preprocessing();
        return steps.predictsDates() ? steps.date(value) : Numbers.significant(value, DIGITS);
    }

    private String said(int step) {
        return why == null || step >= why.parts().size() ? "" : why.parts().get(step).name() + ": "
                + signed(why.parts().get(step).effect());
    }
}

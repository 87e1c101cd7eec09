package downhill.ui.screen.explain;

import downhill.ui.command.Command;
import downhill.ui.control.Card;
import downhill.ui.control.Sheets;
import downhill.ui.fit.ModelFeed;
import downhill.ui.i18n.Messages;
import downhill.ui.screen.Screen;
import downhill.ui.session.Session;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import javafx.scene.Node;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/** The workspace Explain: whose model on which rows, what moves what it says, and why it says so of the row that is chosen. */
public final class Explain {
    private final ExplainModel model;
    private final Map<ExplainDeed, Command> commands = new EnumMap<>(ExplainDeed.class);
    private final Playback film;
    private final RowFollows follows;
    private final AskedCard asked;
    private final RowsCard table;
    private final WhyCard why;
    private final ChangeCard change;
    private final RulesCard rules;
    private final List<ExplainScreen> large;
    private final List<ExplainScreen> below;
    private final List<Region> cards;

    /** Of {@code session}; {@code models} knows where everybody stands, sheets open in {@code sheets}, and {@code tell} shows one line. */
    public Explain(Session session, ModelFeed models, Sheets sheets, Consumer<Supplier<String>> tell) {
        model = new ExplainModel(session, models);
        film = new Playback(model);
        follows = new RowFollows(model);
        own(ExplainDeed.TREE, () -> TreeSheet.open(model.work().rules().answer(), sheets, tell), this::noTree);
        own(ExplainDeed.NEXT, () -> rows().choose(1), this::noRows);
        own(ExplainDeed.PREVIOUS, () -> rows().choose(-1), this::noRows);
        own(ExplainDeed.WORST, () -> rows().worstFirst(), this::noRows);
        own(ExplainDeed.KEEP, () -> ChangeSheet.open(model, sheets), this::noFeatures);
        own(ExplainDeed.FILM, () -> film.toggle(System.nanoTime()), this::noFilm);
        asked = new AskedCard(model);
        table = new RowsCard(model, commands.get(ExplainDeed.WORST));
        why = new WhyCard(model);
        change = new ChangeCard(model, commands.get(ExplainDeed.KEEP));
        rules = new RulesCard(model, commands.get(ExplainDeed.TREE));
        large = List.of(new FeaturesScreen(model), new TogetherScreen(model), new RowScreen(model), new InsideScreen(model),
                new ErringScreen(model), new WhatIfScreen(model), new CompareScreen(model), new ExamplesScreen(model),
                new AnewScreen(model, tell));
        below = List.of(new HowScreen(model), new LearnedScreen(model, film, commands.get(ExplainDeed.FILM)));
        cards = below.stream().map(Explain::card).toList();
    }

    private void own(ExplainDeed deed, Runnable action, Supplier<String> obstacle) {
        commands.put(deed, deed.command(action).unless(obstacle));
    }

    private RowsCard rows() {
        return table;
    }

    private String noRows() {
        String reason = model.obstacle();
        return reason.isEmpty() && (model.work().said().answer() == null || model.work().said().answer().rows().isEmpty())
                ? Messages.text("why.explain.rows") : reason;
    }

    /** Of images, too: a pixel is nothing that a person would have kept. */
    private String noFeatures() {
        String reason = model.obstacle();
        Asked now = model.askedProperty().get();
        return reason.isEmpty() && (now == null || now.site().isOfImages()) ? Messages.text("why.explain.features") : reason;
    }

    private String noFilm() {
        String reason = model.obstacle();
        if (reason.isEmpty() && model.isRunning()) {
            return Messages.text("why.explain.running");
        }
        return reason.isEmpty() && !film.hasHistory() ? Messages.text("why.explain.film") : reason;
    }

    private String noTree() {
        String reason = model.obstacle();
        RuleSet known = model.work().rules().answer();
        return reason.isEmpty() && (model.isUntrained() || known == null || known.tree() == null) ? Messages.text("why.explain.tree")
                : reason;
    }

    /** What this stage adds to the column of the experiment. */
    public List<Node> left() {
        return List.of(asked.node(), table.node());
    }

    /** The large views, in the order of their tabs. */
    public List<Screen> large() {
        return List.copyOf(large);
    }

    private static Region card(ExplainScreen screen) {
        Card card = new Card(Messages.binding(screen.titleKey()));
        card.actions(screen.options());
        card.setContent(screen.content());
        VBox.setVgrow(screen.content(), Priority.ALWAYS);
        return card;
    }

    /** Smaller views below them, beside each other. */
    public List<Region> small() {
        return cards;
    }

    /** What is said of the row that is chosen. */
    public List<Node> right() {
        return List.of(why.node(), change.node(), rules.node());
    }

    /** All that can be done, by its id. */
    public Map<String, Command> commands() {
        return commands.values().stream().collect(Collectors.toMap(Command::id, each -> each));
    }

    /** It is in view, or no longer. */
    public void setActive(boolean on) {
        model.setActive(on);
        model.work().said().watch(this, on);
        why.setActive(on);
        model.work().changes().watch(this, on);
        model.work().rules().watch(this, on);
        model.work().shares().watch(this, on); // the feature that moves most is told about, and how all are had
        below.forEach(screen -> screen.setActive(on));
    }

    /** Once a frame. */
    public void frame() {
        model.frame();
        film.frame(System.nanoTime());
        large.forEach(ExplainScreen::frame);
        below.forEach(ExplainScreen::frame);
        why.frame();
        change.frame();
        rules.frame();
    }

    /** Whether all that is in view answers what is asked now, of the step where the race rests. */
    public boolean isSettled() {
        return model.isSettled();
    }

    /** Ends what is on its way, and detaches everything but the views, which whoever shows them disposes of. */
    public void dispose() {
        follows.dispose();
        asked.dispose();
        table.dispose();
        why.dispose();
        change.dispose();
        rules.dispose();
        below.forEach(Screen::dispose);
        model.dispose();
    }
}

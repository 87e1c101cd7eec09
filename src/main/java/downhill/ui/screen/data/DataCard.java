package downhill.ui.screen.data;

import downhill.data.ColumnSpec;
import downhill.data.Role;
import downhill.data.Scaling;
import downhill.model.Surface;
import downhill.model.Surfaces;
import downhill.race.document.Problem;
import downhill.ui.command.Command;
import downhill.ui.command.Shortcuts;
import downhill.ui.control.Chip;
import downhill.ui.control.Labels;
import downhill.ui.control.ValueRow;
import downhill.ui.i18n.Messages;
import downhill.ui.i18n.Numbers;
import downhill.ui.i18n.Spoken;
import downhill.ui.i18n.Term;
import downhill.ui.screen.SessionCard;
import downhill.ui.session.LoadedData;
import downhill.ui.session.Session;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import javafx.beans.binding.Bindings;
import javafx.scene.control.Label;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.VBox;

/** What is learned from, in a few lines at the left of the window. */
public final class DataCard extends SessionCard {
    private static final int MOST_CHIPS = 9;
    /** Letters that three lines of chips hold. */
    private static final int ROOM = 72;
    /** What a chip's edges and the gap behind it take, in letters. */
    private static final int CHIP_EDGES = 3;
    /** As much as the card has room for. */
    private static final double WIDEST = 240;

    /** The card of {@code session}; {@code change} opens the data screen. */
    public DataCard(Session session, Runnable change) {
        super(session, "data-card", "data.title", "data.change",
                Command.of("experiment.data", "menu.experiment.data", change).on(Shortcuts.ctrl(KeyCode.D)));
        show();
    }

    @Override
    protected void refresh() {
        LoadedData data = session.dataProperty().get();
        String problem = session.problemProperty().get();
        if (session.experiment() != null && session.experiment().problem() instanceof Problem.Surface surface) {
            showSurface(surface);
        } else if (data == null) {
            Label words = problem.isEmpty() ? Labels.secondary("data.reading") : Labels.plain(problem, "secondary");
            words.setWrapText(true);
            card.setContent(words);
        } else {
            show(data);
        }
    }

    @Override
    protected String gist() {
        LoadedData data = session.dataProperty().get();
        if (session.experiment().problem() instanceof Problem.Surface surface) {
            return surfaceName(surface) + " · " + DataWords.point(surface.x(), surface.y());
        }
        if (data == null || !data.isUsable()) {
            String problem = data == null ? session.problemProperty().get() : Spoken.text(data.problem());
            return problem.isEmpty() ? Messages.text("data.reading") : problem;
        }
        return DataWords.source(data.spec().source()) + " → " + data.roles().target();
    }

    private static String surfaceName(Problem.Surface problem) {
        return Surfaces.named(problem.formula()).map(surface -> Messages.text("surface." + surface.name()))
                .orElseGet(() -> Messages.text("data.surface.own"));
    }

    private void showSurface(Problem.Surface problem) {
        Surface surface = Surfaces.named(problem.formula()).orElseGet(() -> Surface.of(problem.formula()));
        Label formula = Labels.plain("f(x, y) = " + surface.formula(), "small");
        formula.setWrapText(true);
        String minima = surface.minima().stream().map(point -> DataWords.point(point.x(), point.y())).collect(Collectors.joining("  "));
        VBox rows = new VBox(row("data.surface", surfaceName(problem)), formula,
                row("data.start", DataWords.point(problem.x(), problem.y())));
        if (!surface.minima().isEmpty()) {
            rows.getChildren().add(row("data.minimum", surface.minima().size() == 1 ? minima : Numbers.count(surface.minima().size())));
        }
        card.setContent(rows);
    }

    private void show(LoadedData data) {
        long skipped = data.imported().report().rejected() + data.unused();
        long used = data.imported().table().rows() - data.unused();
        ValueRow rows = new ValueRow(Bindings.createStringBinding(() -> DataWords.source(data.spec().source()))).yielding();
        rows.value(Messages.text(skipped == 0 ? "data.rows" : "data.rows.skipped", Numbers.count(used), Numbers.count(skipped)));
        VBox lines = new VBox();
        if (data.imported().report().sample() != null) {
            lines.getChildren().add(row("data.sampled", Messages.text("data.sampled.of",
                    Numbers.count(data.imported().report().sample().of()))));
        }
        if (data.roles() != null) {
            lines.getChildren().add(chips(data.roles().columns()));
        }
        if (data.isUsable()) {
            lines.getChildren().addAll(row("data.split", DataWords.split(data.prepared())),
                    row("data.features", DataWords.scaling(data.spec().scaling()), scaled(data.spec().scaling())));
        } else {
            var problem = Labels.plain(Spoken.text(data.problem()), "danger-text");
            problem.setWrapText(true);
            lines.getChildren().add(problem);
        }
        card.setContent(rows, lines);
    }

    private static FlowPane chips(List<ColumnSpec> columns) {
        FlowPane flow = new FlowPane(4, 4);
        flow.setMinHeight(FlowPane.USE_PREF_SIZE);
        flow.setPadding(new javafx.geometry.Insets(0, 0, 6, 0));
        List<ColumnSpec> used = columns.stream().filter(column -> column.role() == Role.FEATURE).toList();
        int fitting = fitting(used);
        used.stream().limit(fitting).forEach(column -> flow.getChildren().add(new Chip(column.name(), Chip.Kind.PLAIN).within(WIDEST)));
        if (used.size() > fitting) {
            flow.getChildren().add(new Chip(Messages.text("data.more", Numbers.count(used.size() - fitting)), Chip.Kind.IGNORED));
        }
        columns.stream().filter(column -> column.role() == Role.TARGET).forEach(column -> {
            Chip chip = new Chip(column.name() + " ◎", Chip.Kind.TARGET).within(WIDEST);
            chip.setAccessibleText(Messages.text("data.target.of", column.name()));
            flow.getChildren().add(chip);
        });
        columns.stream().filter(column -> column.role() == Role.WEIGHT).forEach(column -> {
            Chip chip = new Chip(column.name() + " ×", Chip.Kind.PLAIN).within(WIDEST);
            chip.setAccessibleText(Messages.text("data.weight.of", column.name()));
            flow.getChildren().add(chip);
        });
        return flow;
    }

    /**
     * How many have room in three lines, by the number of their letters: thirty features shall not push the contenders out of the
     * window.
     */
    private static int fitting(List<ColumnSpec> used) {
        int letters = 0;
        for (int i = 0; i < used.size(); i++) {
            letters += used.get(i).name().length() + CHIP_EDGES;
            if (i == MOST_CHIPS || letters > ROOM) {
                return Math.max(1, i);
            }
        }
        return used.size();
    }

    private static Optional<Term> scaled(Scaling scaling) {
        return scaling == Scaling.STANDARD ? Optional.of(Term.STANDARDISE) : Term.of("data.features");
    }

    private static ValueRow row(String key, String value) {
        return row(key, value, Term.of(key));
    }

    private static ValueRow row(String key, String value, Optional<Term> term) {
        return new ValueRow(Messages.binding(key)).meaning(term).value(value);
    }
}

package downhill.ui.fit;

import downhill.ui.chart.Film;
import downhill.ui.chart.KeyBar;
import downhill.ui.chart.PlotKey;
import downhill.ui.control.EqualGrid;
import downhill.ui.control.GridSize;
import downhill.ui.fx.Subscriptions;
import downhill.ui.i18n.Messages;
import downhill.ui.i18n.Numbers;
import downhill.ui.session.Selection;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.ObjIntConsumer;
import javafx.beans.property.IntegerProperty;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/** Panels side by side with one key below; plots are zoomed together. */
public final class PanelGrid {
    /** A panel looks best somewhat wider than high. */
    private static final double WIDER = 1.15;
    private static final GridSize LEAST = new GridSize(190, 170, WIDER, 30, 12);
    /** Names at the left of cells take the more of a panel's width the longer they are. */
    private static final double WIDER_BY_LETTER = 0.045;
    private static final int LONGEST = 13;

    private final EqualGrid grid = new EqualGrid(LEAST);
    private final KeyBar keys = new KeyBar();
    private final VBox node = new VBox(4, grid, keys);
    private final List<PanelNode> shown = new ArrayList<>();
    private final Subscriptions links = new Subscriptions();
    private final Subscriptions always = new Subscriptions();
    private List<String> kinds = List.of();
    private IntegerProperty chosen;
    private ObjIntConsumer<String> cells;

    /** Empty. */
    public PanelGrid() {
        VBox.setVgrow(grid, Priority.ALWAYS);
        node.setMinHeight(0);
    }

    /**
     * From now on a data point that stands for a row of the table can be chosen in any panel, and the one chosen is ringed in all; a click
     * on it lets it go. To be called before anything is shown.
     */
    public void choosesRows(IntegerProperty row) {
        chosen = row;
        always.listen(row, now -> shown.forEach(this::mark));
    }

    /** From now on {@code then} is told the panel's id and the cell that a person chooses. To be called before anything is shown. */
    public void choosesCells(ObjIntConsumer<String> then) {
        cells = then;
    }

    /** Rings a cell of a panel that is shown; below 0 none. */
    public void markCell(int panel, int cell) {
        shown.get(panel).tiles().mark(cell);
    }

    private void mark(PanelNode panel) {
        if (panel.plot() != null && chosen != null) {
            panel.plot().mark(chosen.get());
        }
    }

    private void link(PanelNode node, String id) {
        if (node.plot() != null && chosen != null) {
            node.plot().setPicked(row -> chosen.set(chosen.get() == row ? Selection.NO_ROW : row));
            node.plot().setWords(row -> Messages.text("fit.example", Numbers.count(row + 1)));
        } else if (node.tiles() != null && cells != null) {
            node.tiles().setPicked(cell -> cells.accept(id, cell));
        }
        mark(node);
    }

    /** What is put into the window. */
    public VBox node() {
        return node;
    }

    /** How many drawings of the first panel have been shown; 0 where there is none. */
    public long drawings() {
        return shown.isEmpty() ? 0 : shown.get(0).chart().drawingsProperty().get();
    }

    /** Shows these panels and this common key; {@code films} gives the moving picture of a panel by its id. */
    public void show(List<Panel> panels, List<PlotKey> key, Function<String, Optional<Film>> films) {
        List<String> wanted = panels.stream().map(panel -> panel.id() + (panel.tiles() != null)).toList();
        if (!wanted.equals(kinds)) {
            kinds = wanted;
            grid.setLeast(LEAST.shaped(wider(panels)));
            rebuild(panels);
        }
        for (int i = 0; i < panels.size(); i++) {
            String id = panels.get(i).id();
            shown.get(i).show(panels.get(i), () -> films.apply(id));
        }
        keys.setKeys(key);
    }

    private static double wider(List<Panel> panels) {
        int letters = panels.stream().filter(panel -> panel.tiles() != null).flatMap(panel -> panel.tiles().tiles().get(0).rows().stream())
                .mapToInt(String::length).max().orElse(0);
        return WIDER + WIDER_BY_LETTER * Math.min(LONGEST, letters);
    }

    /** Shows everything again in all plots. */
    public void resetView() {
        shown.forEach(panel -> panel.chart().resetView());
    }

    /** Detaches everything. */
    public void dispose() {
        always.dispose();
        links.dispose();
        shown.forEach(panel -> panel.chart().dispose());
        keys.dispose();
    }

    private void rebuild(List<Panel> panels) {
        links.dispose();
        shown.forEach(panel -> panel.chart().dispose());
        shown.clear();
        for (Panel panel : panels) {
            PanelNode node = new PanelNode(panel.tiles() != null);
            link(node, panel.id());
            shown.add(node);
        }
        List<PanelNode> plots = shown.stream().filter(panel -> panel.plot() != null).toList();
        for (int i = 1; i < plots.size(); i++) {
            links.bindBoth(plots.get(i).plot().viewProperty(), plots.get(0).plot().viewProperty());
        }
        grid.setAll(shown.stream().map(PanelNode::node).toList());
    }
}

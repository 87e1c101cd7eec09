package downhill.ui.screen.results;

import java.util.Arrays;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;

/** Which columns of the large table are shown where it has not room for all: those that tell most, each as wide as its figures. */
final class FittingColumns {
    /** A mean with its deviation. */
    private static final double SPREAD = 104;

    /** The columns of {@link ResultsTable#wide} in the order of what they tell. */
    private enum Kind {
        CONTENDER(0, 104), LOSS(1, 56), VALIDATION(2, 60), METRIC(3, 58), BEST(6, 64), BEST_STEP(7, 60), RATE(4, 48), STEPS(5, 48),
        OUTCOME(8, 80), SEEDS(9, 150);

        private final int column;
        private final double width;

        Kind(int column, double width) {
            this.column = column;
            this.width = width;
        }

        private boolean isOfData() {
            return this == VALIDATION || this == METRIC || this == BEST || this == BEST_STEP;
        }

        private double needs(boolean several) {
            return several && (this == VALIDATION || this == METRIC) ? SPREAD : width;
        }
    }

    private FittingColumns() {
    }

    /**
     * Shows what fits into the table as wide as it is, all of it before it has a width.
     *
     * @param scale   of the type
     * @param data    whether there are validation rows and a metric
     * @param several whether any contender has several seeds
     */
    static void show(TableView<ResultLine> table, double scale, boolean data, boolean several) {
        double left = table.getWidth() > 0 ? table.getWidth() : Double.MAX_VALUE;
        for (Kind kind : Arrays.stream(Kind.values()).filter(kind -> kind != Kind.SEEDS || several).toList()) {
            TableColumn<ResultLine, ?> column = table.getColumns().get(kind.column);
            double needed = kind.needs(several) * scale;
            boolean wanted = data || !kind.isOfData();
            column.setVisible(wanted && needed <= left);
            column.setMinWidth(needed);
            left = wanted ? left - needed : left;
        }
        if (!several) {
            table.getColumns().get(Kind.SEEDS.column).setVisible(false);
        }
    }
}

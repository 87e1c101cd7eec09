package downhill.ui.screen.results;

import downhill.analysis.diagnosis.Overfitting;
import downhill.race.Outcome;
import downhill.ui.i18n.Messages;
import downhill.ui.i18n.Numbers;
import downhill.ui.panel.Basis;
import downhill.ui.session.Snapshots;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A sentence about the standing, and one where somebody overfits. */
final class Remarks {
    private static final double LEVEL = 0.05;

    private Remarks() {
    }

    /**
     * How they stand, and who overfits: the one that has lost most by it with its figures.
     *
     * @param held how many validation rows there are
     */
    static String of(List<ResultRow> rows, int held) {
        return Stream.of(standing(rows, held), overfitting(rows)).filter(part -> !part.isEmpty()).collect(Collectors.joining(" "));
    }

    private static String overfitting(List<ResultRow> rows) {
        List<ResultRow> found = rows.stream().filter(row -> row.course().overfitting() != null)
                .sorted(Comparator.comparingDouble(Remarks::loss).reversed()).toList();
        if (found.isEmpty()) {
            return "";
        }
        Overfitting worst = found.get(0).course().overfitting();
        String words = Messages.text("results.remark.overfits", found.get(0).name(), Numbers.count(worst.best().step()),
                Numbers.format(worst.best().loss()), Numbers.format(worst.now()));
        String others = found.stream().skip(1).map(ResultRow::name).collect(Collectors.joining(Messages.text("results.remark.join")));
        return others.isEmpty() ? words : words + " " + Messages.text("results.remark.overfits.others", others);
    }

    /** How much higher it is than at its best. */
    private static double loss(ResultRow row) {
        Overfitting found = row.course().overfitting();
        return found.now() - found.best().loss();
    }

    /** Who diverged; else who leads by validation loss, where there is none by loss, or that the first two are level. */
    private static String standing(List<ResultRow> rows, int held) {
        List<ResultRow> diverged = rows.stream().filter(Remarks::isDiverged).toList();
        if (!diverged.isEmpty()) {
            ResultRow first = diverged.get(0);
            return Messages.text("results.remark.diverged", first.name(), Snapshots.divergence(first.standing()));
        }
        List<ResultRow> order = order(rows);
        if (order.size() < 2 || order.get(0).standing().step() == 0) {
            return "";
        }
        boolean level = isLevel(order);
        String leads = Double.isNaN(order.get(0).validation()) ? "results.remark.leads.loss" : "results.remark.leads";
        int seeds = order.get(0).contender().seeds();
        int others = order.get(1).contender().seeds();
        int rowsOf = Double.isNaN(order.get(0).validation()) ? 0 : held;
        String words = Messages.text(level ? "results.remark.level" : leads, order.get(0).name(), order.get(1).name(),
                Basis.words(seeds == others ? seeds : 0, rowsOf));
        return seeds == others ? words : words + " " + Messages.text("results.remark.differ", Numbers.count(seeds), Numbers.count(others));
    }

    /** Whether the first two are level on one seed each, so that more of them might tell who is ahead. */
    static boolean wantsSeeds(List<ResultRow> rows) {
        List<ResultRow> order = order(rows);
        return order.size() > 1 && order.get(0).standing().step() > 0 && isLevel(order) && order.get(0).contender().seeds() == 1
                && order.get(1).contender().seeds() == 1 && rows.stream().noneMatch(Remarks::isDiverged);
    }

    private static List<ResultRow> order(List<ResultRow> rows) {
        return rows.stream().filter(row -> score(row) < Double.POSITIVE_INFINITY).sorted(Comparator.comparingDouble(Remarks::score))
                .toList();
    }

    private static boolean isLevel(List<ResultRow> order) {
        double next = score(order.get(1));
        return next - score(order.get(0)) <= LEVEL * Math.abs(next);
    }

    private static boolean isDiverged(ResultRow row) {
        return row.standing() != null && row.standing().outcome() == Outcome.DIVERGED;
    }

    private static double score(ResultRow row) {
        double value = Double.isNaN(row.validation()) ? row.loss() : row.validation();
        return Double.isFinite(value) ? value : Double.POSITIVE_INFINITY;
    }
}

package downhill.ui.screen.explain;

import downhill.analysis.explain.field.RawField;
import downhill.analysis.explain.local.Anchor;
import downhill.analysis.explain.tree.TreeCondition;
import downhill.data.Visible;
import downhill.ui.chart.RegionDrawing;
import downhill.ui.i18n.Messages;
import downhill.ui.i18n.Numbers;
import downhill.ui.i18n.Spoken;
import downhill.words.Said;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** A region around a row in which its answer stays the same: what it asks of which column, and how often the answer stays in it. */
final class RegionPicture {
    /** Columns of which a film shows all, also those that are not asked for. */
    private static final int FEW = 12;
    private static final int DIGITS = 3;

    private RegionPicture() {
    }

    /** Null where nothing is known yet. */
    static RowScreen.Shown of(ExplainModel model, NearRegion found) {
        return found == null ? null : new RowScreen.Shown(bands(found, asked(found), model.featureName()), words(found));
    }

    /** Fields that are asked for. */
    static List<Integer> asked(NearRegion found) {
        return found.anchor().conditions().stream().map(each -> found.background().fields().indexOf(each.field())).toList();
    }

    /** Fields that a film shows throughout: all where they are few. */
    static List<Integer> throughout(NearRegion found) {
        int fields = found.background().fields().size();
        return fields <= FEW ? IntStream.range(0, fields).boxed().toList() : asked(found);
    }

    /** These fields and, below them, whatever else is asked for. Of any thread. */
    static RegionDrawing bands(NearRegion found, List<Integer> fields, String feature) {
        List<Integer> shown = Stream.concat(fields.stream(), asked(found).stream()).distinct().toList();
        Anchor anchor = found.anchor();
        RegionDrawing.Stays stays = new RegionDrawing.Stays(Messages.text("explain.region.same"), anchor.precision(), anchor.usual(),
                percent(anchor.precision()));
        List<RegionDrawing.Band> bands = shown.stream().map(field -> band(found, field)).toList();
        int strong = shown.stream().map(field -> found.background().fields().get(field).column()).toList().indexOf(feature);
        String told = bands.stream().map(RegionDrawing.Band::condition).filter(each -> !each.isEmpty()).collect(Collectors.joining("; "));
        return new RegionDrawing(stays, bands, strong, found.asked().contender().style(), Messages.text("explain.region.axis"),
                told + " " + words(found));
    }

    private static RegionDrawing.Band band(NearRegion found, int field) {
        RawField of = found.background().fields().get(field);
        TreeCondition condition = found.anchor().conditions().stream().filter(each -> each.field().equals(of)).findFirst().orElse(null);
        double own = found.own()[field];
        double at = (found.share(field, each -> each < own) + found.share(field, each -> each <= own)) / 2;
        if (condition == null) {
            return new RegionDrawing.Band(of.name(), Double.NaN, Double.NaN, at, "");
        }
        double from = of.isLabels() ? found.share(field, each -> each < own) : found.share(field, each -> each <= condition.above());
        double holds = found.share(field, condition::holds);
        return new RegionDrawing.Band(of.name(), from, from + holds, at, condition.text());
    }

    private static String words(NearRegion found) {
        Anchor anchor = found.anchor();
        String row = RowText.number(found.tableRow());
        List<Said> said = new ArrayList<>(List.of(found.asked().isOfClasses() ? Said.of("explain.anchors.class")
                : Said.of("explain.anchors.number", Numbers.significant(found.within(), DIGITS))));
        if (!anchor.isReached()) {
            said.add(Said.of("explain.anchors.short", row, Numbers.fixed(100 * Anchor.WANTED, 0)));
        }
        return Messages.text(anchor.conditions().isEmpty() ? "explain.region.any" : "explain.region.where", row,
                RowText.value(found.asked().prepared(), found.said())) + Messages.text("explain.region.precision",
                percent(anchor.precision()), percent(anchor.low()), percent(anchor.coverage()), percent(anchor.usual()))
                + Spoken.sentences(said);
    }

    /** What is said of what is pointed at: 0 for how often the answer stays, then the bands. */
    static String said(NearRegion found, int number) {
        if (number == 0) {
            return Messages.text("explain.region.stays", percent(found.anchor().precision()), percent(found.anchor().usual()));
        }
        TreeCondition condition = found.anchor().conditions().get(number - 1);
        int field = found.background().fields().indexOf(condition.field());
        return Messages.text("explain.region.band", Visible.line(condition.text()), percent(found.share(field, condition::holds)));
    }

    private static String percent(double share) {
        return Numbers.percent(Numbers.fixed(100 * share, 1));
    }
}

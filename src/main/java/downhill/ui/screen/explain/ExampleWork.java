package downhill.ui.screen.explain;

import downhill.analysis.explain.Explained;
import downhill.analysis.explain.ExplainedRows;
import downhill.analysis.explain.field.Cells;
import downhill.analysis.explain.field.RawFields;
import downhill.analysis.explain.local.Criticisms;
import downhill.analysis.explain.local.Nearness;
import downhill.analysis.explain.local.Prototypes;
import downhill.data.Progress;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/** Finds rows that are like one row, and rows that stand for all, among those that the model learned from. */
final class ExampleWork {
    private static final int NEAREST = 8;
    private static final int PROTOTYPES = 6;
    private static final int CRITICISMS = 4;
    /** Of the work, that of the prototypes. */
    private static final double FIRST = 0.6;

    private ExampleWork() {
    }

    /** The row itself, and those that are nearest. */
    static AlikeRows nearest(Question question, Engines engines, Progress progress) {
        Asked asked = question.asked();
        ExplainedRows training = engines.training(asked);
        ExplainedRows row = engines.row(question);
        RawFields fields = RawFields.of(engines.of(asked));
        Nearness nearness = new Nearness(fields.cells(training));
        double[] own = fields.cells(row).row(0);
        int self = question.changed() == null ? row.sourceRows()[0] : -1;
        int[] among = IntStream.range(0, training.count()).filter(each -> training.sourceRows()[each] != self).toArray();
        int[] found = nearness.nearest(own, among, NEAREST);
        progress.done(FIRST);
        List<AlikeRows.One> all = new ArrayList<>(List.of(one(AlikeRows.Kind.OWN, asked, engines, row, 0)));
        IntStream.of(found).forEach(each -> all.add(one(AlikeRows.Kind.NEAR, asked, engines, training.pick(new int[] {each}),
                nearness.of(own, each))));
        return new AlikeRows(asked, engines.of(asked).columns(), all, nearness.usual(0), Double.NaN, training.count());
    }

    /** Prototypes and what they do not stand for. */
    static AlikeRows standing(Question question, Engines engines, Progress progress) {
        Asked asked = question.asked();
        Explained model = engines.of(asked);
        ExplainedRows training = engines.training(asked);
        Cells cells = RawFields.of(model).cells(training);
        List<Prototypes> found = Prototypes.of(cells, PROTOTYPES, 0, progress.stretch(0, FIRST));
        Criticisms left = Criticisms.of(cells, found.stream().mapToInt(Prototypes::row).toArray(), CRITICISMS, 0,
                progress.stretch(FIRST, 1));
        List<AlikeRows.One> all = new ArrayList<>();
        found.forEach(each -> all.add(one(AlikeRows.Kind.PROTOTYPE, asked, engines, training.pick(new int[] {each.row()}), each.stands())));
        IntStream.range(0, left.rows().length).forEach(i -> all.add(one(AlikeRows.Kind.CRITICISM, asked, engines,
                training.pick(new int[] {left.rows()[i]}), left.witness()[i])));
        return new AlikeRows(asked, model.columns(), all, Double.NaN, Math.sqrt(left.squared()), left.drawn());
    }

    private static AlikeRows.One one(AlikeRows.Kind kind, Asked asked, Engines engines, ExplainedRows alone, double number) {
        return new AlikeRows.One(kind, SaidRows.of(asked, engines, alone).rows().get(0), alone, number);
    }
}

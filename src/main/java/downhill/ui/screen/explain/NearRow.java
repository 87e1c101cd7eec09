package downhill.ui.screen.explain;

import downhill.analysis.explain.Explained;
import downhill.analysis.explain.ExplainedRows;
import downhill.analysis.explain.field.RawFields;
import downhill.analysis.explain.local.Lime;
import downhill.data.Progress;
import downhill.words.RefusedException;
import downhill.words.Said;

/**
 * A linear model of the model near one row.
 *
 * @param asked    which model
 * @param tableRow row of the table, from 0
 * @param fields   raw values of its rows
 * @param lime     the line; null where nothing can be told
 * @param refused  why nothing can be told; null where something is
 */
record NearRow(Asked asked, int tableRow, RawFields fields, Lime lime, Said refused) {
    /** Fits it. */
    static NearRow of(Question question, Engines engines, Progress progress) {
        Asked asked = question.asked();
        Explained model = engines.of(asked);
        ExplainedRows row = engines.row(question);
        RawFields fields = RawFields.of(model);
        int table = row.sourceRows()[0];
        try {
            Lime lime = Lime.of(fields.answers(model, row.values()), model.outputs().size(), fields.cells(engines.training(asked)),
                    fields.cells(row).row(0), false, Lime.SAMPLES, Lime.SEEDS, 0, progress);
            return new NearRow(asked, table, fields, lime, null);
        } catch (RefusedException refused) {
            return new NearRow(asked, table, fields, null, Said.message(refused));
        }
    }

    /** Which of the outputs is told about. */
    int output() {
        return asked.isOfClasses() ? asked.chosen() : 0;
    }
}

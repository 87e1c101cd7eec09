package downhill.report;

import downhill.analysis.explain.ExplainedRows;
import downhill.data.Progress;
import downhill.data.prepare.Preprocessing;
import downhill.model.TrainedEnsemble;
import downhill.model.TrainedModel;
import downhill.store.Application;
import downhill.words.Said;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/** Tells of a trained model: its card first, then what is done to its rows, and why it says what it says. */
public final class ModelReport {
    private final TrainedEnsemble model;
    private final ReportedModel asked;
    private final ReportWishes wishes;

    /** @param asked the model with rows to ask it, perhaps none */
    public ModelReport(TrainedEnsemble model, ReportedModel asked, ReportWishes wishes) {
        this.model = model;
        this.asked = asked;
        this.wishes = wishes;
    }

    /**
     * The report.
     *
     * @param source file of the model, for the commands in it
     * @param rows   file of the rows, or null
     */
    public ReportContent report(String source, String rows, Progress progress) {
        List<ReportChapter> chapters = new ArrayList<>(List.of(card(), preparation()));
        if (wishes.why() && asked.rows().count() > 0) {
            chapters.add(new WhyChapter(asked, wishes.rows(), 0).of(progress));
        }
        chapters.add(repeat(source, rows));
        return new ReportContent(model.name(), Said.of("report.about", Application.version(), LocalDate.now()), chapters);
    }

    private ReportChapter card() {
        CardChapter card = new CardChapter(asked, wishes.purpose());
        for (TrainedEnsemble.Member member : model.members()) {
            TrainedModel one = member.model();
            TrainedModel.Origin origin = one.training();
            card.fact("report.method.model", CardChapter.family(one.model(), one.parameters().length));
            card.fact("report.card.trained", Double.isNaN(origin.validationLoss())
                    ? Said.of("report.card.trained.alone", origin.rule(), origin.steps())
                    : Said.of("report.card.trained.loss", origin.rule(), origin.steps(), Markup.number(origin.trainingLoss()),
                            Markup.number(origin.validationLoss())));
        }
        return card.of();
    }

    private ReportChapter preparation() {
        Preprocessing steps = asked.steps();
        return new ReportChapter("data", Said.of("report.chapter.data"), List.of(DataChapter.preparation(steps.describe())));
    }

    private static ReportChapter repeat(String source, String rows) {
        String model = RepeatChapter.quoted(source);
        String csv = rows == null ? "rows.csv" : RepeatChapter.quoted(rows);
        List<String> lines = List.of("downhill predict " + model + " " + csv + " --out predicted.csv",
                "downhill evaluate " + model + " " + csv, "downhill explain " + model + " " + csv + " --method permutation");
        return new ReportChapter("repeat", Said.of("report.chapter.repeat"),
                List.of(new ReportPiece.Paragraph(Said.of("report.repeat.model")), new ReportPiece.Commands(lines)));
    }

    /** No rows at all, of a model. */
    public static ExplainedRows none(int size) {
        return new ExplainedRows(0, size, new double[0], new int[0], new double[0], new double[0], null, List.of());
    }
}

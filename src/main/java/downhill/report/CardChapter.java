package downhill.report;

import downhill.analysis.ensemble.Estimate;
import downhill.analysis.score.ScoreMetric;
import downhill.data.prepare.Preprocessing;
import downhill.model.Family;
import downhill.model.ModelSpec;
import downhill.words.Said;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** What whoever uses a model should know of it: a model card (Mitchell et al. 2019). */
final class CardChapter {
    private final ReportedModel asked;
    private final String purpose;
    private final List<ReportPiece.Fact> facts = new ArrayList<>();
    private final List<Said> limits = new ArrayList<>();

    /** @param purpose typed by a person; null where nobody has */
    CardChapter(ReportedModel asked, String purpose) {
        this.asked = asked;
        this.purpose = purpose;
    }

    /** Adds what is known beside. */
    CardChapter fact(String key, Said value) {
        facts.add(new ReportPiece.Fact(new Said(key, List.of()), value));
        return this;
    }

    /** Adds a sentence on what it cannot do. */
    CardChapter limit(Said said) {
        limits.add(said);
        return this;
    }

    ReportChapter of() {
        List<ReportPiece.Fact> all = new ArrayList<>();
        all.add(new ReportPiece.Fact(Said.of("report.card.model"), Said.plain(asked.name())));
        all.add(new ReportPiece.Fact(Said.of("report.card.purpose"),
                purpose == null ? Said.of("report.card.purpose.none") : Said.plain(purpose)));
        all.add(DataChapter.target(asked.steps()));
        all.add(DataChapter.columns(asked.steps()));
        all.addAll(facts);
        List<ReportPiece> pieces = new ArrayList<>(List.of(new ReportPiece.Facts(all)));
        metrics(pieces);
        limits().forEach(each -> pieces.add(new ReportPiece.Paragraph(each)));
        return new ReportChapter("card", Said.of("report.chapter.card"), pieces);
    }

    private void metrics(List<ReportPiece> pieces) {
        Map<ScoreMetric, Estimate> metrics = asked.metrics();
        if (metrics.isEmpty()) {
            pieces.add(new ReportPiece.Paragraph(Said.of("report.card.unmeasured")));
            return;
        }
        pieces.add(new ReportPiece.Paragraph(Said.of(asked.own() ? "report.card.measured.own" : "report.card.measured",
                asked.labelled().count(), asked.which())));
        pieces.add(new ReportPiece.Grid("metrics", List.of(Said.of("report.card.metric"), Said.of("report.card.value"),
                Said.of("cli.head.low"), Said.of("cli.head.high")), metrics.entrySet().stream().map(each -> List.<Object>of(
                        each.getKey().said(), each.getValue().value(), each.getValue().low(), each.getValue().high())).toList()));
    }

    private List<Said> limits() {
        Preprocessing steps = asked.steps();
        List<Said> all = new ArrayList<>(limits);
        all.add(Said.of(steps.task().isClassification() ? "report.limit.classes" : "report.limit.range"));
        all.add(Said.of("report.limit.cause"));
        if (steps.predictsDates()) {
            all.add(Said.of("cli.target.date", steps.target().column()));
        }
        return all;
    }

    /** What a model is, in a line. */
    static Said family(ModelSpec model, long parameters) {
        return Said.of("report.card.family", Family.of(model.architecture()).label(), parameters);
    }
}

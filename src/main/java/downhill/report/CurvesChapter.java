package downhill.report;

import downhill.analysis.diagnosis.BestValidation;
import downhill.race.Outcome;
import downhill.race.RaceResult;
import downhill.race.history.Curve;
import downhill.race.history.Series;
import downhill.words.Said;
import java.util.ArrayList;
import java.util.List;

/** How the losses fell, and where each contender ended. */
final class CurvesChapter {
    private static final int POINTS = 600;

    private CurvesChapter() {
    }

    static ReportChapter of(ReportedRace told) {
        List<ReportPiece> pieces = new ArrayList<>();
        Said step = Said.of("report.axis.step");
        Said loss = Said.of(told.learns() ? "report.axis.loss" : "report.axis.height");
        pieces.add(new ReportPiece.Lines("loss", Said.of(told.learns() ? "report.curves.training" : "report.curves.height"), step, loss,
                lines(told, Series.TRAIN_LOSS)));
        List<ReportPiece.Line> validations = lines(told, Series.VALIDATION_LOSS);
        if (validations.stream().anyMatch(each -> each.x().length > 0)) {
            pieces.add(new ReportPiece.Lines("validation", Said.of("report.curves.validation"), step, Said.of("report.axis.loss"),
                    validations));
        }
        pieces.add(results(told));
        told.result().contenders().stream().filter(each -> each.outcome() == Outcome.DIVERGED)
                .forEach(each -> pieces.add(new ReportPiece.Paragraph(Said.of("cli.diverged", each.name(),
                        Said.of("cli.not.finite", each.outcomeWhat(), each.outcomeValue())))));
        return new ReportChapter("curves", Said.of("report.chapter.curves"), pieces);
    }

    private static List<ReportPiece.Line> lines(ReportedRace told, Series series) {
        return told.result().contenders().stream().map(each -> {
            Curve curve = told.race().curve(each.id(), series, 0, Long.MAX_VALUE, POINTS);
            return new ReportPiece.Line(each.name(), told.spec(each).style(), curve.x(), curve.y());
        }).toList();
    }

    private static ReportPiece results(ReportedRace told) {
        List<Said> head = new ArrayList<>(List.of(Said.of("cli.head.contender"), Said.of("cli.head.outcome"), Said.of("cli.head.steps"),
                Said.of("cli.head.loss")));
        String metric = told.result().contenders().stream().map(RaceResult.Finish::metricName).filter(name -> name != null).findFirst()
                .orElse(null);
        if (metric != null) {
            head.addAll(List.of(Said.of("cli.head.validation"), Said.of("cli.head.best"), Said.of("cli.head.best.step"),
                    Said.of("measure." + metric)));
        }
        return new ReportPiece.Grid("results", head, told.result().contenders().stream().map(each -> row(told, each, metric)).toList());
    }

    private static List<Object> row(ReportedRace told, RaceResult.Finish each, String metric) {
        List<Object> row = new ArrayList<>(List.of(each.name(), outcome(each.outcome()), each.steps(), each.loss()));
        if (metric != null) {
            Curve validation = told.race().curve(each.id(), Series.VALIDATION_LOSS, 0, Long.MAX_VALUE, 4 * POINTS);
            BestValidation best = BestValidation.of(validation).orElse(null);
            row.add(each.validationLoss());
            row.add(best == null ? Double.NaN : best.loss());
            row.add(best == null ? Double.NaN : (double) best.step());
            row.add(each.metric());
        }
        return row;
    }

    private static Said outcome(Outcome outcome) {
        return switch (outcome) {
            case FINISHED -> Said.of("report.outcome.finished");
            case EARLY_STOPPED -> Said.of("report.outcome.early");
            case DIVERGED -> Said.of("report.outcome.diverged");
            case FAILED -> Said.of("report.outcome.failed");
            default -> Said.of("report.outcome.stopped");
        };
    }
}

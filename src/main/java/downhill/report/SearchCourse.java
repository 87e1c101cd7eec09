package downhill.report;

import downhill.store.StudyFile;
import downhill.study.trial.Trial;
import downhill.study.trial.TrialOrder;
import downhill.study.trial.TrialState;
import downhill.words.Said;
import downhill.words.Words;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** How a search went on: the best up to each trial, and the courses of those that did best. */
final class SearchCourse {
    private static final int MOST_CURVES = 12;

    private final StudyFile study;
    private final Said measure;
    private final Words words;

    /** @param words of the curves' names */
    SearchCourse(StudyFile study, Said measure, Words words) {
        this.words = words;
        this.study = study;
        this.measure = measure;
    }

    ReportChapter of() {
        List<ReportPiece> pieces = new ArrayList<>();
        List<Trial> complete = study.trials().stream().filter(trial -> trial.state() == TrialState.COMPLETE).toList();
        if (!complete.isEmpty()) {
            pieces.add(new ReportPiece.Lines("history", Said.of("report.study.history"), Said.of("report.study.trial"), measure,
                    history(complete)));
        }
        List<ReportPiece.Line> curves = TrialOrder.ranked(study.trials()).stream().filter(trial -> !trial.reports().isEmpty())
                .limit(MOST_CURVES).map(this::curve).toList();
        if (!curves.isEmpty()) {
            pieces.add(new ReportPiece.Lines("courses", Said.of("report.study.courses", curves.size()), Said.of("report.axis.step"),
                    measure, curves));
        }
        if (pieces.isEmpty()) {
            pieces.add(new ReportPiece.Paragraph(Said.of("report.study.nothing")));
        }
        return new ReportChapter("curves", Said.of("report.study.course"), pieces);
    }

    private List<ReportPiece.Line> history(List<Trial> complete) {
        double[] x = complete.stream().mapToDouble(Trial::number).toArray();
        double[] each = complete.stream().mapToDouble(Trial::loss).toArray();
        double[] best = new double[x.length];
        double[] outer = new double[x.length];
        for (int i = 0; i < x.length; i++) {
            boolean better = i == 0 || !(best[i - 1] <= each[i]);
            best[i] = better ? each[i] : best[i - 1];
            outer[i] = better ? complete.get(i).scores().outer() : outer[i - 1];
        }
        List<ReportPiece.Line> lines = new ArrayList<>();
        lines.add(line("report.study.line.best", 0, x, best));
        lines.add(line("report.study.line.trials", 6, x, each));
        if (Arrays.stream(outer).anyMatch(Double::isFinite)) {
            lines.add(line("report.study.line.outer", 1, x, outer));
        }
        return lines;
    }

    private ReportPiece.Line line(String key, int style, double[] x, double... y) {
        return new ReportPiece.Line(words.say(new Said(key, List.of())), style, x, y);
    }

    private ReportPiece.Line curve(Trial trial) {
        double[] x = trial.reports().keySet().stream().mapToDouble(Long::doubleValue).toArray();
        double[] y = trial.reports().values().stream().mapToDouble(Double::doubleValue).toArray();
        return new ReportPiece.Line("#" + trial.number(), trial.number() % 12, x, y);
    }
}

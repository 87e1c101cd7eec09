package downhill.report;

import downhill.store.StudyFile;
import downhill.study.importance.Importance;
import downhill.study.space.Choices;
import downhill.study.space.Extent;
import downhill.study.space.Knob;
import downhill.study.space.NumberRange;
import downhill.study.space.ValueText;
import downhill.study.trial.Trial;
import downhill.study.trial.TrialState;
import downhill.words.Said;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What mattered: the importance of each knob, the best's values, and what trials came to along each knob. */
final class SearchKnobs {
    /** Parts of a range of numbers. */
    private static final int PARTS = 6;
    private static final int MOST_VALUES = 12;

    private final StudyFile study;
    private final Optional<Trial> best;
    private final Said measure;

    SearchKnobs(StudyFile study, Optional<Trial> best, Said measure) {
        this.study = study;
        this.best = best;
        this.measure = measure;
    }

    ReportChapter of() {
        List<ReportPiece> pieces = new ArrayList<>();
        Importance importance = Importance.of(study.space(), study.trials());
        List<List<Object>> rows = study.space().knobs().stream().map(knob -> List.<Object>of(knob.name(), best.map(Trial::values)
                .map(values -> values.get(knob.name())).map(ValueText::of).orElse(""),
                importance.shares().getOrDefault(knob.name(), Double.NaN))).toList();
        pieces.add(new ReportPiece.Grid("best", List.of(Said.of("tune.head.setting"), Said.of("tune.head.best"),
                Said.of("tune.head.importance")), rows));
        if (importance.shares().isEmpty()) {
            pieces.add(new ReportPiece.Paragraph(Said.of("report.study.few", Importance.LEAST)));
        } else {
            pieces.add(new ReportPiece.Bars("importance", Said.of("tune.head.importance"), false, importance.shares().entrySet().stream()
                    .map(each -> new ReportPiece.Bar(each.getKey(), "", each.getValue(), Double.NaN, Double.NaN)).toList()));
            pieces.add(new ReportPiece.Paragraph(Said.of(importance.few() ? "tune.importance.few" : "tune.importance")));
        }
        pieces.add(new ReportPiece.Paragraph(Said.of("report.study.slices")));
        study.space().knobs().forEach(knob -> slice(knob).ifPresent(pieces::add));
        return new ReportChapter("why", Said.of("report.study.knobs"), pieces);
    }

    /** Medians of complete trials in parts of a knob's range, with their middle halves. */
    private Optional<ReportPiece> slice(Knob knob) {
        Extent extent = knob.extent();
        int parts = extent instanceof Choices choices ? Math.min(MOST_VALUES, choices.values().size()) : PARTS;
        List<List<Double>> losses = new ArrayList<>();
        for (int part = 0; part < parts; part++) {
            losses.add(new ArrayList<>());
        }
        for (Trial trial : study.trials()) {
            Object value = trial.values().get(knob.name());
            if (trial.state() == TrialState.COMPLETE && Double.isFinite(trial.loss()) && value != null && extent.holds(value)) {
                losses.get(place(extent, value, parts)).add(trial.loss());
            }
        }
        List<ReportPiece.Bar> bars = new ArrayList<>();
        for (int part = 0; part < parts; part++) {
            if (!losses.get(part).isEmpty()) {
                bars.add(bar(name(extent, part, parts), losses.get(part)));
            }
        }
        return bars.size() < 2 ? Optional.empty() : Optional.of(new ReportPiece.Bars("slice-" + knob.name(), Said.of("report.study.slice",
                measure, knob.name()), true, bars));
    }

    private static int place(Extent extent, Object value, int parts) {
        return (int) Math.max(0, Math.min(parts - 1, Math.floor(extent.unit(value) * (extent instanceof Choices choices
                ? choices.values().size() : parts))));
    }

    private static String name(Extent extent, int part, int parts) {
        if (extent instanceof Choices choices) {
            return ValueText.of(choices.values().get(part));
        }
        NumberRange range = (NumberRange) extent;
        return Markup.number(((Number) range.at((double) part / parts)).doubleValue()) + " – "
                + Markup.number(((Number) range.at((part + 1.0) / parts)).doubleValue());
    }

    private static ReportPiece.Bar bar(String name, List<Double> losses) {
        double[] sorted = losses.stream().mapToDouble(each -> each).sorted().toArray();
        return new ReportPiece.Bar(name, sorted.length + "×", at(sorted, 0.5), at(sorted, 0.25), at(sorted, 0.75));
    }

    private static double at(double[] sorted, double share) {
        double place = share * (sorted.length - 1);
        int below = (int) place;
        double above = sorted[Math.min(sorted.length - 1, below + 1)];
        return sorted[below] + (place - below) * (above - sorted[below]);
    }
}

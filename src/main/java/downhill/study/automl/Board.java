package downhill.study.automl;

import downhill.analysis.ensemble.EnsembleChoice;
import downhill.analysis.ensemble.EnsembleKind;
import downhill.analysis.ensemble.Mixture;
import downhill.analysis.ensemble.Merit;
import downhill.analysis.score.Predictions;
import downhill.analysis.score.ScoreMetric;
import downhill.model.TrainedEnsemble;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/** The leaderboard: baseline, trials and what was mixed of them, in their order. */
final class Board {
    private final ScoreMetric metric;
    private final List<BoardLine.Made> library;
    private final EnsembleChoice choice;
    private final List<BoardLine> entries = new ArrayList<>();
    private final Map<EnsembleKind, BoardLine> mixed = new EnumMap<>(EnsembleKind.class);

    /** @param library what was mixed */
    Board(ScoreMetric metric, BoardLine.Made baseline, List<BoardLine.Made> finals, List<BoardLine.Made> library, EnsembleChoice choice) {
        this.metric = metric;
        this.library = library;
        this.choice = choice;
        entries.add(baseline.entry());
        finals.forEach(each -> entries.add(each.entry()));
        for (EnsembleKind kind : choice.scores().keySet()) {
            if (kind != EnsembleKind.SINGLE) {
                mixed.put(kind, entry(kind));
            }
        }
        entries.addAll(mixed.values());
        entries.sort(Comparator.comparingDouble(each -> Merit.loss(metric, each.validation())));
    }

    private BoardLine entry(EnsembleKind kind) {
        double[] weights = kind == choice.kind() ? choice.weights()
                : EnsembleChoice.weights(kind, library.stream().map(BoardLine.Made::inner).toList(), metric);
        List<BoardLine> members = IntStream.range(0, weights.length).filter(i -> weights[i] > 0).mapToObj(i -> library.get(i).entry())
                .toList();
        Predictions outer = Mixture.of(library.stream().map(BoardLine.Made::outer).toList(), weights);
        return new BoardLine(kind.key(), BoardLine.ENSEMBLE, -1, Map.of(), choice.scores().get(kind), metric.of(outer),
                members.stream().mapToDouble(BoardLine::fitSeconds).sum(), members.stream().mapToDouble(BoardLine::predictSeconds).sum(),
                members.stream().mapToLong(BoardLine::parameters).sum());
    }

    List<BoardLine> entries() {
        return List.copyOf(entries);
    }

    /** What was chosen. */
    BoardLine delivered() {
        return choice.kind() == EnsembleKind.SINGLE ? members().get(0).entry() : mixed.get(choice.kind());
    }

    private List<BoardLine.Made> members() {
        return IntStream.range(0, library.size()).filter(i -> choice.weights()[i] > 0).mapToObj(library::get).toList();
    }

    /** As one model; null where it is a baseline that is none. */
    TrainedEnsemble ensemble() {
        if (members().stream().anyMatch(each -> each.model() == null)) {
            return null;
        }
        return new TrainedEnsemble("automl " + choice.kind().key(), IntStream.range(0, library.size()).filter(i -> choice.weights()[i] > 0)
                .mapToObj(i -> new TrainedEnsemble.Member(choice.weights()[i], library.get(i).model())).toList());
    }
}
